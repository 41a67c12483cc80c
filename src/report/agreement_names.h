// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analysis/agreement/agreement.h"

/// The words for the choices of agreement, in options, JSON and files.
namespace report {

/// A word of a closed list and what it stands for.
template <class Choice>
struct NamedChoice {
    const char* word;
    Choice choice;
};

inline constexpr NamedChoice<analysis::Unit> kUnits[]{
    {"character", analysis::Unit::character}, {"word", analysis::Unit::word},
    {"sentence", analysis::Unit::sentence},   {"turn", analysis::Unit::turn},
    {"source", analysis::Unit::source},       {"participant", analysis::Unit::participant}};
inline constexpr NamedChoice<analysis::UnitRule> kRules[]{{"any", analysis::UnitRule::any},
                                                          {"majority", analysis::UnitRule::majority}};
inline constexpr NamedChoice<analysis::AgreementBy> kRowsBy[]{
    {"code", analysis::AgreementBy::code},
    {"dimension", analysis::AgreementBy::dimension},
    {"role", analysis::AgreementBy::role},
    {"triad", analysis::AgreementBy::triad},
    {"participant", analysis::AgreementBy::participant},
    {"source", analysis::AgreementBy::source},
    {"all", analysis::AgreementBy::all},
    {"category", analysis::AgreementBy::category}};
inline constexpr NamedChoice<analysis::ClusterBy> kClusters[]{{"source", analysis::ClusterBy::source},
                                                              {"triad", analysis::ClusterBy::triad}};
inline constexpr NamedChoice<analysis::IntervalMethod> kMethods[]{
    {"expanded", analysis::IntervalMethod::expanded},
    {"percentile", analysis::IntervalMethod::percentile},
    {"bca", analysis::IntervalMethod::bca},
    {"jackknife", analysis::IntervalMethod::jackknife}};
inline constexpr NamedChoice<analysis::Level> kLevels[]{{"nominal", analysis::Level::nominal},
                                                        {"ordinal", analysis::Level::ordinal},
                                                        {"interval", analysis::Level::interval},
                                                        {"ratio", analysis::Level::ratio}};

template <class Choice, std::size_t n>
[[nodiscard]] std::optional<Choice> choice_of(const NamedChoice<Choice> (&choices)[n],
                                              std::string_view word) {
    for (const auto& one : choices) {
        if (word == one.word) return one.choice;
    }
    return std::nullopt;
}

template <class Choice, std::size_t n>
[[nodiscard]] std::string_view word_of(const NamedChoice<Choice> (&choices)[n], Choice choice) {
    for (const auto& one : choices) {
        if (choice == one.choice) return one.word;
    }
    return {};
}

}  // namespace report
