// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bases.h"

namespace analysis {

namespace {

/// All codes have the same base, so they share one.
Index distinct(const AxisItems& axis) {
    return axis.facet == Facet::code ? 1 : axis.size();
}

Index shared(const AxisItems& axis, Index item) {
    return axis.facet == Facet::code ? 0 : item;
}

Index place(const AxisItems& axis, Index participant, Index source, Index hand) {
    switch (axis.facet) {
        case Facet::code:
            return 0;
        case Facet::participant:
            return axis.item_of[participant];
        case Facet::source:
            return axis.item_of[source];
        case Facet::hand:
            return axis.item_of[hand];
    }
    return kNowhere;
}

}  // namespace

Bases::Bases(const AxisItems& rows, const AxisItems& columns, const Numbered& numbered,
             const Selection& selection, const Coverage& coverage)
    : rows_(rows),
      columns_(columns),
      numbered_(numbered),
      selection_(selection),
      coverage_(coverage),
      width_(distinct(columns)),
      bases_(static_cast<std::size_t>(distinct(rows)) * static_cast<std::size_t>(width_)) {
    const auto has = [&](Facet facet) { return rows.facet == facet || columns.facet == facet; };
    std::vector<Index> hands;
    if (has(Facet::hand)) {
        const AxisItems& coders = rows.facet == Facet::hand ? rows : columns;
        for (Index hand = 0; hand < numbered.hands(); ++hand) {
            if (coders.item_of[hand] != kNowhere) hands.push_back(hand);
        }
    } else {
        hands.push_back(kNowhere);
    }
    for (const Index hand : hands) {
        if (has(Facet::source)) {
            count_in_sources(hand);
        } else {
            count_participants(hand);
        }
    }
}

const Base& Bases::at(Index row, Index column) const {
    return bases_[static_cast<std::size_t>(shared(rows_, row)) * static_cast<std::size_t>(width_) +
                  static_cast<std::size_t>(shared(columns_, column))];
}

void Bases::count_in_sources(Index hand) {
    for (Index source = 0; source < numbered_.sources(); ++source) {
        const bool coded = hand == kNowhere ? coverage_.source(source) : coverage_.source(source, hand);
        for (const Index person : numbered_.people(source)) {
            if (person == kNowhere || !selection_.participants[person]) continue;
            count(person, source, hand, coded ? State::coded : State::uncoded);
        }
    }
}

void Bases::count_participants(Index hand) {
    std::vector<bool> coded(static_cast<std::size_t>(numbered_.participants()));
    if (hand != kNowhere) {
        for (Index source = 0; source < numbered_.sources(); ++source) {
            if (!coverage_.source(source, hand)) continue;
            for (const Index person : numbered_.people(source)) {
                if (person != kNowhere) coded[person] = true;
            }
        }
    }
    for (Index person = 0; person < numbered_.participants(); ++person) {
        if (!selection_.participants[person]) continue;
        const bool is_coded = hand == kNowhere ? coverage_.participant(person) : coded[person];
        const State state = is_coded                        ? State::coded
                            : numbered_.interviewed(person) ? State::uncoded
                                                            : State::absent;
        count(person, kNowhere, hand, state);
    }
}

void Bases::count(Index participant, Index source, Index hand, State state) {
    const Index row = place(rows_, participant, source, hand);
    const Index column = place(columns_, participant, source, hand);
    if (row == kNowhere || column == kNowhere) return;
    Base& base = bases_[static_cast<std::size_t>(row) * static_cast<std::size_t>(width_) +
                        static_cast<std::size_t>(column)];
    ++base.of;
    if (state == State::coded) ++base.coded;
    if (state == State::uncoded) ++base.uncoded;
    if (state == State::absent) ++base.absent;
}

void count_participants(AxisItems& axis, const Numbered& numbered, const Selection& selection,
                        const Coverage& coverage) {
    AxisItems everything;
    everything.facet = Facet::code;
    const Bases bases(axis, everything, numbered, selection, coverage);
    for (Index i = 0; i < axis.size(); ++i) {
        axis.items[i].n = bases.at(i, 0).of;
        axis.items[i].coded = bases.at(i, 0).coded;
    }
}

}  // namespace analysis
