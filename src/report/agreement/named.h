// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/agreement/agreement.h"
#include "analysis/agreement/rated_table.h"
#include "model/material.h"

namespace report {

/// A report of agreement with the names of what it speaks of: what tables, JSON and files are made from.
struct NamedAgreement {
    std::string title;
    std::vector<std::string> coders;
    std::vector<analysis::AgreementRow> rows;
    std::string unit, rule, method;  ///< words; the rule is empty where it does not apply
    double level = 0.95;
    std::vector<std::string> notes;  ///< sentences to print below
    std::size_t figure_notes = 0;    ///< so many of the first must stand below a figure in a paper
    nlohmann::ordered_json more;     ///< further entries of the JSON object
};

[[nodiscard]] NamedAgreement named(const analysis::AgreementReport& report, const model::Material& material);
/// Of a file of ratings.
[[nodiscard]] NamedAgreement named(const analysis::RatedTable& table,
                                   std::vector<analysis::AgreementRow> rows, analysis::Level scale,
                                   double level);

}  // namespace report
