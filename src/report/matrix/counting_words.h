// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/crosstab.h"
#include "model/material.h"

/// The words by which the command line, workbooks and kept choices name what is counted: the same in every
/// language.
namespace report {

inline constexpr std::array kCountWords{
    std::pair{"participants", analysis::Count::participants},
    std::pair{"codings", analysis::Count::codings},
    std::pair{"sources", analysis::Count::sources},
    std::pair{"triads", analysis::Count::triads},
    std::pair{"words", analysis::Count::words},
    std::pair{"characters", analysis::Count::characters},
};
inline constexpr std::array kPercentWords{
    std::pair{"none", analysis::Percent::none},
    std::pair{"n", analysis::Percent::n},
    std::pair{"column", analysis::Percent::column},
    std::pair{"row", analysis::Percent::row},
};
inline constexpr std::array kAttributionWords{
    std::pair{"most", analysis::Attribution::most},
    std::pair{"each", analysis::Attribution::each},
};

/// The word of a value; each value has one.
template <class Words, class Value>
[[nodiscard]] std::string word_of(const Words& words, Value value) {
    for (const auto& [word, meant] : words) {
        if (meant == value) return word;
    }
    return {};
}

/// The value of a word, or `otherwise` for a word that is none of them.
template <class Words, class Value>
[[nodiscard]] Value value_of_word(const Words& words, std::string_view text, Value otherwise) {
    for (const auto& [word, meant] : words) {
        if (word == text) return meant;
    }
    return otherwise;
}

/// What Axis::parse() reads: "codes", an attribute's name, "age:12-15,16-18".
[[nodiscard]] std::string axis_text(const analysis::Axis& axis);
/// settled, any, all, or the coder's name.
[[nodiscard]] std::string whose_text(const analysis::Whose& whose, const model::Material& material);
/// Whose codings are reported where nobody was chosen: the settled ones, or as long as there are none, what
/// anybody found.
[[nodiscard]] analysis::Whose default_whose(const model::Material& material);

}  // namespace report
