// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analysis/agreement/agreement.h"
#include "model/material.h"
#include "report/agreement/audit.h"
#include "report/listing.h"

/// The tables of an audit report: for audit() alone.
namespace report {

[[nodiscard]] AuditCell audit_text(std::string words);
/// A whole number.
[[nodiscard]] AuditCell audit_count(double number);

/// A listing with what is a number in it as a number.
[[nodiscard]] AuditTable audit_table(const Listing& listing, std::string id);

/// A code stands below its dimension, without the path to it; what is no code stands for itself.
struct AuditLabel {
    std::string group, label;
};
[[nodiscard]] AuditLabel audit_label(model::CodeId code, const model::Codebook& codebook);
[[nodiscard]] AuditLabel audit_label(const analysis::AgreementRow& row, const model::Material& material);

/// Counts, figures with their intervals, in which share of the samples α misses its limits, and where its
/// lower limit stands.
[[nodiscard]] AuditTable audit_figures(const analysis::AgreementReport& report,
                                       const model::Material& material,
                                       const std::vector<std::string>& coders, std::string id,
                                       std::string title);

/// Adds a line for each reason why figures have no value, or no interval, with the coefficients and rows.
void add_audit_lacks(const analysis::AgreementReport& report, const std::string& title, AuditTable& table);

}  // namespace report
