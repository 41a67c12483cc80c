// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <utility>

#include "analysis/agreement/agreement.h"
#include "analysis/agreement/krippendorff.h"
#include "report/matrix/counting_words.h"

/// The words by which the choices of agreement are named in options, JSON and files: the same in every
/// language. For word_of() and value_of_word().
namespace report {

inline constexpr std::array kUnits{
    std::pair{"character", analysis::Unit::character}, std::pair{"word", analysis::Unit::word},
    std::pair{"sentence", analysis::Unit::sentence},   std::pair{"turn", analysis::Unit::turn},
    std::pair{"source", analysis::Unit::source},       std::pair{"participant", analysis::Unit::participant}};
inline constexpr std::array kRules{std::pair{"any", analysis::UnitRule::any},
                                   std::pair{"majority", analysis::UnitRule::majority}};
inline constexpr std::array kRowsBy{std::pair{"code", analysis::AgreementBy::code},
                                    std::pair{"dimension", analysis::AgreementBy::dimension},
                                    std::pair{"role", analysis::AgreementBy::role},
                                    std::pair{"triad", analysis::AgreementBy::triad},
                                    std::pair{"participant", analysis::AgreementBy::participant},
                                    std::pair{"source", analysis::AgreementBy::source},
                                    std::pair{"all", analysis::AgreementBy::all},
                                    std::pair{"category", analysis::AgreementBy::category}};
inline constexpr std::array kClusters{std::pair{"source", analysis::ClusterBy::source},
                                      std::pair{"triad", analysis::ClusterBy::triad}};
inline constexpr std::array kMethods{std::pair{"expanded", analysis::IntervalMethod::expanded},
                                     std::pair{"percentile", analysis::IntervalMethod::percentile},
                                     std::pair{"bca", analysis::IntervalMethod::bca},
                                     std::pair{"jackknife", analysis::IntervalMethod::jackknife}};
inline constexpr std::array kLevels{
    std::pair{"nominal", analysis::Level::nominal}, std::pair{"ordinal", analysis::Level::ordinal},
    std::pair{"interval", analysis::Level::interval}, std::pair{"ratio", analysis::Level::ratio}};

}  // namespace report
