// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/material.h"

#include <algorithm>
#include <tuple>

namespace model {

namespace {

bool has_several_rounds(const CountedSource& source) {
    return std::any_of(source.marks.begin(), source.marks.end(),
                       [](const auto& mark) { return mark.second.round > kFirstRound; }) ||
           std::any_of(source.codings.begin(), source.codings.end(),
                       [](const CountedCoding& coding) { return coding.layer > kFirstRound; });
}

}  // namespace

void join_rounds(CountedSource& source) {
    if (source.aside.empty()) return;
    source.codings.insert(source.codings.end(), source.aside.begin(), source.aside.end());
    source.aside.clear();
    std::stable_sort(source.codings.begin(), source.codings.end(),
                     [](const CountedCoding& a, const CountedCoding& b) {
                         return std::tie(a.code, a.span.begin) < std::tie(b.code, b.span.begin);
                     });
}

void sort_rounds(CountedSource& source) {
    join_rounds(source);
    // Most studies have one round; a million codings need not be looked up in maps for that.
    if (!has_several_rounds(source)) return;
    const auto stands = [&](const CountedCoding& coding) {
        return coding.layer == kSettledLayer || coding.layer == standing_round(source.marks, coding.coder);
    };
    const auto first_aside = std::stable_partition(source.codings.begin(), source.codings.end(), stands);
    source.aside.assign(first_aside, source.codings.end());
    source.codings.erase(first_aside, source.codings.end());
}

}  // namespace model
