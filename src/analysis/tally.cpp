// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tally.h"

#include <algorithm>
#include <utility>

namespace analysis {

namespace {

std::size_t keys_of(const AxisItems& axis) {
    const bool tells_apart = axis.facet == Facet::code || axis.facet == Facet::hand;
    return tells_apart ? static_cast<std::size_t>(axis.size()) : 1;
}

}  // namespace

Tally::Tally(const AxisItems& rows, const AxisItems& columns, Count count, const WordsIn& words_in)
    : rows_(rows),
      columns_(columns),
      count_(count),
      words_in_(words_in),
      sums_(rows.items.size() * columns.items.size()),
      row_keys_(keys_of(rows)),
      column_keys_(keys_of(columns)),
      by_source_(rows.facet == Facet::source || columns.facet == Facet::source) {}

Tally::Sum* Tally::sum_of(const Finding& finding, Index source) {
    const Index row = rows_.at(finding, source);
    const Index column = columns_.at(finding, source);
    if (row == kNowhere || column == kNowhere) return nullptr;
    return &sums_[static_cast<std::size_t>(row) * columns_.items.size() + static_cast<std::size_t>(column)];
}

/// Tells a person's cells apart as far as sources do not. The finding has a cell.
std::size_t Tally::key_of(Index person, const Finding& finding) const {
    const auto row = row_keys_ == 1 ? 0 : static_cast<std::size_t>(rows_.at(finding, 0));
    const auto column = column_keys_ == 1 ? 0 : static_cast<std::size_t>(columns_.at(finding, 0));
    return (static_cast<std::size_t>(person) * row_keys_ + row) * column_keys_ + column;
}

/// False where the participant is known to be in the cell already. In tables by source she may come again.
bool Tally::is_new(const Finding& finding) {
    if (by_source_) return true;
    const std::size_t key = key_of(finding.participant, finding);
    if (key >= seen_.size()) seen_.resize(std::max(key + 1, 2 * seen_.size()));
    if (seen_[key]) return false;
    seen_[key] = true;
    return true;
}

void Tally::add(Findings& findings, const model::CountedSource& source,
                const std::vector<Stretch>& stretches) {
    for (const Finding& finding : findings.list()) {
        Sum* sum = sum_of(finding, findings.source());
        if (!sum) continue;
        if (is_new(finding)) sum->people.push_back(finding.participant);
        // The findings of one coding follow each other, so that it is behind a cell once.
        const model::CodingId coding = findings.coding(finding).id;
        if (sum->codings.empty() || sum->codings.back() != coding) sum->codings.push_back(coding);
        if (sum->last_source != findings.source()) {
            sum->last_source = findings.source();
            ++sum->sources;
        }
    }
    if (count_ == Count::characters) add_characters(findings, stretches);
    if (count_ == Count::words) add_words(findings, source, stretches);
}

void Tally::add_characters(const Findings& findings, const std::vector<Stretch>& stretches) {
    ++run_;
    for (const Stretch& stretch : stretches) {
        const Finding& finding = findings.list()[stretch.finding];
        Sum* sum = sum_of(finding, findings.source());
        if (!sum) continue;
        const std::size_t key = key_of(finding.own, finding);
        if (key >= reaches_.size()) reaches_.resize(key + 1);
        Reach& reach = reaches_[key];
        if (reach.run != run_) reach = {run_, stretch.span.begin, stretch.own_begin};
        if (stretch.span.end <= reach.end) continue;
        const bool apart = stretch.span.begin >= reach.end;
        sum->amount += stretch.own_end - (apart ? stretch.own_begin : reach.own_end);
        reach.end = stretch.span.end;
        reach.own_end = stretch.own_end;
    }
}

void Tally::add_words(Findings& findings, const model::CountedSource& source,
                      const std::vector<Stretch>& stretches) {
    struct Piece {
        std::size_t key = 0;
        const Finding* finding = nullptr;
        text::Span span;
    };
    std::vector<Piece> pieces;
    for (const Stretch& stretch : stretches) {
        const Finding& finding = findings.list()[stretch.finding];
        if (sum_of(finding, findings.source()))
            pieces.push_back({key_of(finding.own, finding), &finding, stretch.span});
    }
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.key < b.key; });
    for (auto piece = pieces.begin(); piece != pieces.end();) {
        const Finding& finding = *piece->finding;
        const std::size_t key = piece->key;
        std::vector<text::Span> spans;
        for (; piece != pieces.end() && piece->key == key; ++piece) spans.push_back(piece->span);
        const auto own =
            text::intersection(text::united(std::move(spans)), findings.voices().own_turns(finding.own));
        if (!own.empty()) sum_of(finding, findings.source())->amount += words_in_(source.id, own);
    }
}

CrossCells Tally::take(const Numbered& numbered) {
    CrossCells cells(rows_.items.size(), std::vector<CrossCell>(columns_.items.size()));
    for (std::size_t i = 0; i < sums_.size(); ++i) {
        Sum& sum = sums_[i];
        CrossCell& cell = cells[i / columns_.items.size()][i % columns_.items.size()];
        sort_unique(sum.people);
        switch (count_) {
            case Count::participants:
                cell.value = static_cast<std::int64_t>(sum.people.size());
                break;
            case Count::codings:
                cell.value = static_cast<std::int64_t>(sum.codings.size());
                break;
            case Count::sources:
                cell.value = sum.sources;
                break;
            case Count::triads:
                cell.value = count_triads(sum.people, numbered);
                break;
            case Count::words:
            case Count::characters:
                cell.value = sum.amount;
                break;
        }
        cell.participants = ids_of(sum.people, numbered);
        cell.codings = std::move(sum.codings);
    }
    return cells;
}

std::int64_t count_triads(const std::vector<Index>& people, const Numbered& numbered) {
    std::vector<model::TriadId> triads;
    for (const Index person : people) {
        const model::TriadId triad = numbered.material().participants[person].triad;
        if (triad) triads.push_back(triad);
    }
    std::sort(triads.begin(), triads.end());
    return std::unique(triads.begin(), triads.end()) - triads.begin();
}

void sort_unique(std::vector<Index>& places) {
    if (!std::is_sorted(places.begin(), places.end())) std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
}

std::vector<model::ParticipantId> ids_of(const std::vector<Index>& people, const Numbered& numbered) {
    std::vector<model::ParticipantId> ids;
    ids.reserve(people.size());
    for (const Index person : people) ids.push_back(numbered.material().participants[person].id);
    return ids;
}

}  // namespace analysis
