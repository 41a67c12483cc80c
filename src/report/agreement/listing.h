// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "exchange/out/workbook.h"
#include "report/agreement/named.h"
#include "report/listing.h"

namespace report {

/// "0.76 [0.61, 0.88]", "0.76", or "–" where there is no value.
[[nodiscard]] std::string figure_text(const analysis::AgreementFigure& figure);
/// A number as JSON holds it: twelve digits.
[[nodiscard]] nlohmann::ordered_json json_number(double value);

/// A row for each code, a column for each coefficient: for people.
[[nodiscard]] Listing agreement_overview(const NamedAgreement& agreement);
/// The same for a terminal, which is narrow: codes by their names below their dimensions; where all rows have
/// the same N it stands in the title.
[[nodiscard]] Listing agreement_lines(const NamedAgreement& agreement);
/// {"coders":[…],"results":[…],…} as docs/command-line.md describes it.
[[nodiscard]] nlohmann::ordered_json agreement_json(const NamedAgreement& agreement);
/// A record for each figure, with the keys of the JSON: for other programs.
[[nodiscard]] std::string agreement_csv(const NamedAgreement& agreement);
/// The overview, all figures, and the notes, on three sheets. `created`: seconds since 1970.
[[nodiscard]] exchange::Workbook agreement_workbook(const NamedAgreement& agreement, std::int64_t created);

/// The band in which the lower limit of an interval of alpha lies (Krippendorff 2019); empty where there is
/// none.
[[nodiscard]] std::string band_of(const analysis::AgreementFigure& figure);

}  // namespace report
