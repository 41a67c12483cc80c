// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "analysis/agreement/agreement.h"
#include "model/material.h"
#include "study/study.h"

namespace report {

/// Everything that the figures of an audit report are computed from, as JSON without a word of the
/// interviews: the spec, sources with lengths, turns and who coded them, participants, codes, the codings of
/// both coders and of the settled layer, decisions, and changes of definitions and texts. Words and sentences
/// as spans where the spec needs them. docs/agreement.md tells its keys. The same study and spec give the
/// same bytes.
[[nodiscard]] std::string audit_data_json(study::Study& study, const model::Material& material,
                                          const analysis::AgreementSpec& spec);

/// The units behind the figures as CSV, by the unit of the spec: code, source, cluster, participant, role,
/// begin, end, count, and for each coder 1, 0, or nothing where the source was not coded. A line stands for
/// `count` units that follow each other and are alike. `agreement --ratings` reads it with --coders.
[[nodiscard]] std::string audit_units_csv(const study::Study& study, const model::Material& material,
                                          const analysis::AgreementSpec& spec);

}  // namespace report
