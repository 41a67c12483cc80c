// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/docx_hints.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/strings.h"

namespace exchange {

namespace {

using text::LabelHint;
using text::Span;
using text::Text;

/// In code points; the longest titles of parliament in real transcripts have 96.
constexpr text::Position kLongestLabel = 100;
constexpr std::size_t kFewest = 3;

/// The span without blanks, tabs and line ends at both sides.
[[nodiscard]] Span trimmed(const Text& text, const Span& span) {
    const std::string_view all = text.view(span);
    const std::string_view inner = base::trimmed(all);
    if (inner.empty()) return {span.begin, span.begin};
    // Blanks are one byte and one character each.
    const auto before = static_cast<text::Position>(inner.data() - all.data());
    const auto after = static_cast<text::Position>(all.size() - inner.size()) - before;
    return {span.begin + before, span.end - after};
}

[[nodiscard]] bool short_label(const Span& span) {
    return !span.empty() && span.length() <= kLongestLabel;
}

/// Digits and the punctuation of times and row numbers, and nothing else.
[[nodiscard]] bool only_numbers(std::string_view text) {
    return text.find_first_not_of("0123456789:.,-–[]()#* \t") == std::string_view::npos;
}

/// A column with labels: where its cells are not empty they are short, and few texts come again and again.
class LabelColumn {
  public:
    LabelColumn(const Text& text, const DocxTable& table, std::size_t column) : text_(text) {
        for (const auto& row : table) {
            if (row.size() <= column) continue;
            const Span cell = trimmed(text, row[column]);
            if (cell.empty()) continue;
            cells_.push_back(cell);
            ++times_[text.view(cell)];
        }
    }

    [[nodiscard]] bool holds_only_numbers() const {
        return std::all_of(cells_.begin(), cells_.end(),
                           [&](const Span& cell) { return only_numbers(text_.view(cell)); });
    }

    [[nodiscard]] bool holds_labels() const {
        const bool all_short = std::all_of(cells_.begin(), cells_.end(), short_label);
        return cells_.size() >= kFewest && all_short && 2 * times_.size() <= cells_.size() + 1 &&
               !holds_only_numbers();
    }

    void add_hints(std::vector<LabelHint>& hints) const {
        for (const Span& cell : cells_) {
            // What stands once at the head of the column is the column's name.
            const bool heading = &cell == &cells_.front() && times_.at(text_.view(cell)) == 1;
            if (!heading && !only_numbers(text_.view(cell))) hints.push_back({cell});
        }
    }

  private:
    const Text& text_;
    std::vector<Span> cells_;
    std::map<std::string_view, std::size_t> times_;
};

void add_column_hints(const Text& text, const DocxTable& table, std::vector<LabelHint>& hints) {
    const bool several =
        std::any_of(table.begin(), table.end(), [](const auto& row) { return row.size() > 1; });
    if (!several) return;
    constexpr std::size_t kLookedAt = 3;
    for (std::size_t column = 0; column < kLookedAt; ++column) {
        const LabelColumn cells(text, table, column);
        if (cells.holds_labels()) return cells.add_hints(hints);
        // Times and row numbers may stand before the labels, under a heading.
        const LabelColumn below(text, DocxTable(std::next(table.begin()), table.end()), column);
        if (!below.holds_only_numbers()) return;
    }
}

/// The bold words that open the paragraph, where they end as a label does.
struct BoldLabel {
    Span span;
    bool marked = false;  ///< by a colon or a tab, and not by the end of its line alone
};

[[nodiscard]] std::optional<BoldLabel> bold_label(const Text& text, const DocxParagraph& paragraph) {
    const Span bold{paragraph.span.begin, std::min(paragraph.bold_end, paragraph.span.end)};
    // Long bold paragraphs are emphasis; a label ends within this.
    const Span head{bold.begin, std::min(bold.end, bold.begin + kLongestLabel)};
    const std::string_view words = text.view(head);
    const auto stop = words.find_first_of("\t\n");
    auto end = stop == std::string_view::npos ? words.size() : stop;
    for (auto colon = words.find(':'); colon < end; colon = words.find(':', colon + 1)) {
        // Not the colon within a time.
        if (colon + 1 == words.size() || words[colon + 1] == ' ') end = colon + 1;
    }
    const Span span = trimmed(text, {head.begin, head.begin + text::count_code_points(words.substr(0, end))});
    if (!short_label(span) || only_numbers(text.view(span))) return std::nullopt;
    const std::string_view label = text.view(span);
    const std::string_view rest = text.view({span.end, paragraph.span.end});
    const auto next = rest.find_first_not_of(' ');
    const bool line_ends = next == std::string_view::npos || rest[next] == '\n';
    if (label.ends_with(':') || (!line_ends && (rest[next] == ':' || rest[next] == '\t'))) {
        return BoldLabel{span, true};
    }
    const bool sentence = std::string_view(".?!,;").find(label.back()) != std::string_view::npos;
    if (line_ends && !sentence) return BoldLabel{span, false};
    return std::nullopt;
}

void add_bold_hints(const Text& text, const DocxContent& content, std::vector<LabelHint>& hints) {
    std::vector<BoldLabel> found;
    std::map<std::string_view, std::size_t> times;
    for (const auto& paragraph : content.paragraphs) {
        if (paragraph.bold_end <= paragraph.span.begin) continue;
        if (const auto label = bold_label(text, paragraph)) {
            found.push_back(*label);
            ++times[text.view(label->span)];
        }
    }
    // Bold lines without a mark are headings unless they come again.
    for (const auto& label : found) {
        if (label.marked || times.at(text.view(label.span)) > 1) hints.push_back({label.span});
    }
}

/// The paragraphs of one style.
struct StyleUse {
    std::size_t paragraphs = 0;
    std::size_t followed = 0;  ///< by a paragraph of another style
    std::vector<Span> labels;  ///< the short ones
    std::map<std::string_view, std::size_t> times;

    /// Four in five are short and are followed by another style, and half of the labels come again:
    /// headings do not.
    [[nodiscard]] bool speakers() const {
        std::size_t recurring = 0;
        for (const auto& [label, count] : times) recurring += count > 1 ? count : 0;
        return paragraphs >= kFewest && 5 * labels.size() >= 4 * paragraphs &&
               5 * followed >= 4 * paragraphs && 2 * recurring >= labels.size();
    }
};

void add_style_hints(const Text& text, const DocxContent& content, std::vector<LabelHint>& hints) {
    std::map<std::string_view, StyleUse> styles;
    const DocxParagraph* previous = nullptr;
    for (const auto& paragraph : content.paragraphs) {
        const Span span = trimmed(text, paragraph.span);
        if (span.empty()) continue;
        if (previous != nullptr && previous->style != paragraph.style) ++styles[previous->style].followed;
        previous = &paragraph;
        auto& style = styles[paragraph.style];
        ++style.paragraphs;
        // What stands in parentheses happens ("(Applause.)"): nobody's name.
        if (!short_label(span) || text.view(span).front() == '(') continue;
        style.labels.push_back(span);
        ++style.times[text.view(span)];
    }
    for (const auto& [name, style] : styles) {
        if (name.empty() || !style.speakers()) continue;
        for (const Span& label : style.labels) hints.push_back({label});
    }
}

}  // namespace

std::vector<LabelHint> label_hints(const Text& text, const DocxContent& content) {
    std::vector<LabelHint> hints;
    for (const auto& table : content.tables) add_column_hints(text, table, hints);
    add_style_hints(text, content, hints);
    add_bold_hints(text, content, hints);
    // Of two that start at one place the first that was found is the better known.
    std::stable_sort(hints.begin(), hints.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    const auto last = std::unique(hints.begin(), hints.end(),
                                  [](const auto& a, const auto& b) { return b.span.begin < a.span.end; });
    hints.erase(last, hints.end());
    return hints;
}

}  // namespace exchange
