// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analysis/agreement/agreement.h"
#include "model/material.h"

namespace report {

/// What a reader of figures of agreement must know: sentences to print below them.
struct AgreementNotes {
    std::vector<std::string> sentences;
    std::size_t for_figure = 0;  ///< so many of the first must stand below a figure in a paper
};
/// `coders`: the names of those of the spec, in its order.
[[nodiscard]] AgreementNotes agreement_notes(const analysis::AgreementReport& report,
                                             const model::Material& material,
                                             const std::vector<std::string>& coders);

/// What a reader of a trend must know (analysis/agreement/trend.h). `coders` likewise.
[[nodiscard]] std::vector<std::string> trend_notes(const analysis::AgreementSpec& spec,
                                                   const model::Material& material,
                                                   const std::vector<std::string>& coders);

/// Adds what has no value, by the reason: whole rows, or some coefficients of rows.
void tell_undefined(const std::vector<analysis::AgreementRow>& rows, std::vector<std::string>& notes);

/// "a, b, c and 5 more" of many names.
[[nodiscard]] std::string shortened_list(std::vector<std::string> names);

}  // namespace report
