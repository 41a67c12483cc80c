// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/pairs.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace analysis {

namespace {

std::vector<Index> common(const std::vector<Index>& a, const std::vector<Index>& b) {
    std::vector<Index> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

}  // namespace

Pairs::Pairs(const AxisItems& rows, const AxisItems& columns, Count count, const WordsIn& words_in)
    : rows_(rows),
      columns_(columns),
      count_(count),
      words_in_(words_in),
      row_lines_(rows.items.size()),
      column_lines_(columns.items.size()),
      amounts_(rows.items.size() * columns.items.size()) {}

void Pairs::add(Findings& findings, const model::CountedSource& source) {
    add_to(row_lines_, rows_, findings);
    add_to(column_lines_, columns_, findings);
    if (count_ == Count::characters || count_ == Count::words) measure(findings, source);
    findings_before_ += static_cast<std::int64_t>(findings.list().size());
}

void Pairs::add_to(std::vector<Line>& lines, const AxisItems& axis, const Findings& findings) const {
    std::int64_t order = findings_before_;
    for (const Finding& finding : findings.list()) {
        ++order;
        const Index item = axis.at(finding, findings.source());
        if (item == kNowhere) continue;
        Line& line = lines[item];
        line.entries.push_back({order, finding.participant, findings.source(), findings.coding(finding).id});
        if (line.sources.empty() || line.sources.back() != findings.source()) {
            line.sources.push_back(findings.source());
        }
    }
}

std::vector<Pairs::Passages> Pairs::passages(const AxisItems& axis, Findings& findings) {
    struct Piece {
        Index own, item;
        text::Span span;
    };
    std::vector<Piece> pieces;
    for (const Finding& finding : findings.list()) {
        const Index item = axis.at(finding, findings.source());
        const model::CountedCoding& coding = findings.coding(finding);
        if (item != kNowhere && !coding.whole_source()) pieces.push_back({finding.own, item, coding.span});
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
        return std::tie(a.own, a.item) < std::tie(b.own, b.item);
    });
    std::vector<Passages> all;
    for (auto piece = pieces.begin(); piece != pieces.end();) {
        Passages one{piece->own, piece->item, {}};
        for (; piece != pieces.end() && piece->own == one.own && piece->item == one.item; ++piece) {
            one.spans.push_back(piece->span);
        }
        one.spans =
            text::intersection(text::united(std::move(one.spans)), findings.voices().own_turns(one.own));
        all.push_back(std::move(one));
    }
    return all;
}

void Pairs::measure(Findings& findings, const model::CountedSource& source) {
    const auto by_row = passages(rows_, findings);
    const auto by_column = passages(columns_, findings);
    for (const Passages& row : by_row) {
        for (const Passages& column : by_column) {
            if (row.own != column.own) continue;
            const auto both = text::intersection(row.spans, column.spans);
            if (both.empty()) continue;
            const std::int64_t amount =
                count_ == Count::words ? words_in_(source.id, both) : text::total_length(both);
            amounts_[static_cast<std::size_t>(row.item) * columns_.items.size() +
                     static_cast<std::size_t>(column.item)] += amount;
        }
    }
}

/// The findings behind a cell: for codings those that stand under both, for sources those in sources that
/// hold both, else those of either code by participants who have both.
std::vector<Pairs::Entry> Pairs::behind(const Line& row, const Line& column) const {
    const auto earlier = [](const Entry& a, const Entry& b) { return a.order < b.order; };
    std::vector<Entry> entries;
    if (count_ == Count::codings) {
        std::set_intersection(row.entries.begin(), row.entries.end(), column.entries.begin(),
                              column.entries.end(), std::back_inserter(entries), earlier);
        return entries;
    }
    const bool by_source = count_ == Count::sources;
    const std::vector<Index> wanted =
        by_source ? common(row.sources, column.sources) : common(row.people, column.people);
    if (wanted.empty()) return entries;
    std::vector<bool> is_wanted(static_cast<std::size_t>(wanted.back()) + 1);
    for (const Index place : wanted) is_wanted[place] = true;
    entries.reserve(row.entries.size() + column.entries.size());
    std::set_union(row.entries.begin(), row.entries.end(), column.entries.begin(), column.entries.end(),
                   std::back_inserter(entries), earlier);
    std::erase_if(entries, [&](const Entry& entry) {
        const Index place = by_source ? entry.source : entry.participant;
        return place > wanted.back() || !is_wanted[place];
    });
    return entries;
}

CrossCell Pairs::cell(const Line& row, const Line& column, std::int64_t amount,
                      const Numbered& numbered) const {
    CrossCell made;
    const bool have_both = count_ != Count::codings && count_ != Count::sources;
    std::vector<Index> people = have_both ? common(row.people, column.people) : std::vector<Index>();
    for (const Entry& entry : behind(row, column)) {
        if (!have_both) people.push_back(entry.participant);
        if (made.codings.empty() || made.codings.back() != entry.coding) made.codings.push_back(entry.coding);
    }
    if (!have_both) sort_unique(people);
    switch (count_) {
        case Count::participants:
            made.value = static_cast<std::int64_t>(people.size());
            break;
        case Count::codings:
            made.value = static_cast<std::int64_t>(made.codings.size());
            break;
        case Count::sources:
            made.value = static_cast<std::int64_t>(common(row.sources, column.sources).size());
            break;
        case Count::triads:
            made.value = count_triads(people, numbered);
            break;
        case Count::words:
        case Count::characters:
            made.value = amount;
            break;
    }
    made.participants = ids_of(people, numbered);
    return made;
}

CrossCells Pairs::take(const Numbered& numbered) {
    for (auto* lines : {&row_lines_, &column_lines_}) {
        for (Line& line : *lines) {
            for (const Entry& entry : line.entries) line.people.push_back(entry.participant);
            sort_unique(line.people);
        }
    }
    CrossCells cells(rows_.items.size());
    for (std::size_t row = 0; row < cells.size(); ++row) {
        for (std::size_t column = 0; column < column_lines_.size(); ++column) {
            cells[row].push_back(cell(row_lines_[row], column_lines_[column],
                                      amounts_[row * column_lines_.size() + column], numbered));
        }
    }
    return cells;
}

}  // namespace analysis
