// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include "exchange/out/text_lines.h"
#include "text/encoding.h"

namespace cli {

namespace {

constexpr int kNoTerminal = 100, kNarrowest = 30, kWidest = 1000;
constexpr int kNarrowestColumn = 12, kWidestWord = 24, kGap = 2;
constexpr std::size_t kMeasuredRows = 200;

/// The first error of standard output.
int output_error = 0;

std::vector<int> natural_widths(const report::Listing& listing) {
    std::vector<int> widths;
    for (std::size_t i = 0; i < listing.columns.size(); ++i) {
        int widest = exchange::widest(exchange::wrapped(listing.columns[i].title, kWidest));
        for (const auto& row : listing.rows) {
            widest = std::max(widest, exchange::widest(exchange::wrapped(row[i], kWidest)));
        }
        widths.push_back(std::max(widest, 1));
    }
    return widths;
}

/// The lines of a cell; what goes on below an indented name is indented too.
std::vector<std::string> lines_of(const std::string& cell, int width) {
    constexpr std::string_view kIndent = "\u00A0\u00A0";
    return exchange::wrapped(cell, width, cell.starts_with(kIndent) ? 2 : 0);
}

/// Finds widths by which a list fits the line at the cost of as few further lines as can be.
class Fitter {
  public:
    Fitter(std::vector<int>& widths, const report::Listing& listing) : widths_(widths), listing_(listing) {
        // The head of a long list stands for the rest.
        rows_ = std::min(listing.rows.size(), kMeasuredRows);
        heights_.assign(rows_, 1);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            int widest = exchange::widest_word(listing.columns[i].title);
            for (std::size_t y = 0; y < rows_; ++y)
                widest = std::max(widest, exchange::widest_word(listing.rows[y][i]));
            words_.push_back(std::min(widest, kWidestWord));
            for (std::size_t y = 0; y < rows_; ++y)
                heights_[y] = std::max(heights_[y], height(i, y, widths[i]));
        }
    }

    void fit(int width) {
        int total = -kGap;
        for (const int one : widths_) total += one + kGap;
        // Words are broken only where whole ones do not fit at all.
        for (const bool whole_words : {true, false}) {
            while (total > width && narrow(whole_words)) --total;
        }
    }

  private:
    [[nodiscard]] std::size_t height(std::size_t column, std::size_t row, int width) const {
        return lines_of(listing_.rows[row][column], width).size();
    }

    /// Takes a cell from the column that can spare it best; false where none can.
    bool narrow(bool whole_words) {
        std::size_t best = widths_.size(), least = 0;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const int narrowest = whole_words ? std::max(words_[i], kNarrowestColumn / 2) : kNarrowestColumn;
            if (listing_.columns[i].number || widths_[i] <= narrowest) continue;
            const std::size_t cost = cost_of(i);
            const bool better =
                best == widths_.size() || cost < least || (cost == least && widths_[i] > widths_[best]);
            if (better) {
                best = i;
                least = cost;
            }
        }
        if (best == widths_.size()) return false;
        --widths_[best];
        for (std::size_t y = 0; y < rows_; ++y)
            heights_[y] = std::max(heights_[y], height(best, y, widths_[best]));
        return true;
    }

    /// How many lines it costs to make a column narrower by a cell.
    [[nodiscard]] std::size_t cost_of(std::size_t column) const {
        std::size_t cost = 0;
        for (std::size_t y = 0; y < rows_; ++y) {
            const std::size_t now = height(column, y, widths_[column] - 1);
            cost += now > heights_[y] ? now - heights_[y] : 0;
        }
        return cost;
    }

    std::vector<int>& widths_;
    const report::Listing& listing_;
    std::size_t rows_ = 0;
    std::vector<std::size_t> heights_;  ///< of the measured rows
    std::vector<int> words_;            ///< the widest word of each column
};

std::string row_text(const report::Listing& listing, const std::vector<std::string>& cells,
                     const std::vector<int>& widths) {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        columns.push_back(lines_of(cells[i], widths[i]));
        height = std::max(height, columns.back().size());
    }
    std::string text;
    for (std::size_t y = 0; y < height; ++y) {
        std::string line;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string cell = y < columns[i].size() ? columns[i][y] : "";
            line += i == 0 ? "" : std::string(kGap, ' ');
            line += listing.columns[i].number ? exchange::right_aligned(cell, widths[i])
                                              : exchange::left_aligned(cell, widths[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

}  // namespace

void print(std::string_view text) {
    if (output_error != 0) return;
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) output_error = errno;
}

void print_line(std::string_view line) {
    print(line);
    print("\n");
}

void print_json(const nlohmann::ordered_json& value) {
    print_line(value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void print_listing(const report::Listing& listing) {
    print(listing_text(listing, terminal_width()));
}

bool finish_output() {
    if (output_error == 0 && std::fflush(stdout) != 0) output_error = errno;
    return output_error == 0 || output_error == EPIPE;
}

int terminal_width() {
    int width = 0;
    if (const char* columns = std::getenv("COLUMNS")) {
        const std::string_view digits = columns;
        std::from_chars(digits.data(), digits.data() + digits.size(), width);
    }
    winsize size{};
    if (width <= 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
    if (width <= 0) return kNoTerminal;
    return std::clamp(width, kNarrowest, kWidest);
}

std::string listing_text(const report::Listing& listing, int width) {
    auto widths = natural_widths(listing);
    Fitter(widths, listing).fit(width);
    std::vector<std::string> titles, rules;
    for (std::size_t i = 0; i < listing.columns.size(); ++i) {
        titles.push_back(listing.columns[i].title);
        std::string rule;
        for (int n = 0; n < widths[i]; ++n) rule += "─";
        rules.push_back(rule);
    }
    std::string text = row_text(listing, titles, widths) + row_text(listing, rules, widths);
    for (const auto& row : listing.rows) text += row_text(listing, row, widths);
    return text;
}

}  // namespace cli
