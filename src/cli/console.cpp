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
constexpr int kNarrowestColumn = 12, kGap = 2;

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

/// Takes cells from the widest column of text until the line fits or nothing is left to take.
void fit(std::vector<int>& widths, const report::Listing& listing, int width) {
    int total = -kGap;
    for (const int one : widths) total += one + kGap;
    while (total > width) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (listing.columns[i].number || widths[i] <= kNarrowestColumn) continue;
            if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
        }
        if (widest == widths.size()) return;
        --widths[widest];
        --total;
    }
}

std::string row_text(const report::Listing& listing, const std::vector<std::string>& cells,
                     const std::vector<int>& widths) {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        columns.push_back(exchange::wrapped(cells[i], widths[i]));
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
    fit(widths, listing, width);
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
