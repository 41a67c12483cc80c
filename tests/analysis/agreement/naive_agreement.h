// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/agreement/agreement.h"

namespace agreement_test {

/// What every coder says of every unit, written out: [unit][coder], 0 or 1, -1 for a coder who has not coded
/// the source.
using WrittenOut = std::vector<std::vector<int>>;

/// Every character of every source that two coders marked as coded, one by one.
WrittenOut characters_of(const model::Material& material, const analysis::AgreementSpec& spec,
                         model::CodeId code);

/// The coefficients by their definitions, pair by pair of ratings; NaN where there is none. Slow.
double naive_alpha(const WrittenOut& units);
double naive_kappa(const WrittenOut& units);
double naive_percent(const WrittenOut& units);
double naive_f1(const WrittenOut& units);
double naive_ac1(const WrittenOut& units);
double naive_fleiss(const WrittenOut& units);

}  // namespace agreement_test
