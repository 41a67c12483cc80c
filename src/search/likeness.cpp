// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/likeness.h"

#include <algorithm>
#include <numeric>

#include "text/utf8_scan.h"

namespace search {

namespace {

std::u32string letters_of(std::string_view utf8) {
    std::u32string letters;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto letter = text::code_point_at(utf8, at);
        letters += letter.value;
        at = letter.end;
    }
    return letters;
}

}  // namespace

std::size_t edits_between(std::string_view a, std::string_view b, std::size_t limit) {
    const std::u32string left = letters_of(a), right = letters_of(b);
    const std::size_t longer = std::max(left.size(), right.size());
    if (longer - std::min(left.size(), right.size()) > limit) return limit + 1;
    std::vector<std::size_t> before(right.size() + 1), row(right.size() + 1), next(right.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 1; i <= left.size(); ++i) {
        next[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + change});
            const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (swapped) next[j] = std::min(next[j], before[j - 2] + 1);
        }
        if (*std::min_element(next.begin(), next.end()) > limit) return limit + 1;
        before.swap(row);
        row.swap(next);
    }
    return std::min(row[right.size()], limit + 1);
}

std::vector<std::string> nearest(std::string_view wanted, const std::vector<std::string>& names,
                                 std::size_t count) {
    const std::size_t limit = std::clamp<std::size_t>(letters_of(wanted).size() / 3, 1, 3);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const auto& name : names) {
        const std::size_t edits = edits_between(wanted, name, limit);
        if (edits <= limit) near.emplace_back(edits, name);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> found;
    for (const auto& [edits, name] : near) {
        if (found.size() == count) break;
        if (std::find(found.begin(), found.end(), name) == found.end()) found.push_back(name);
    }
    return found;
}

}  // namespace search
