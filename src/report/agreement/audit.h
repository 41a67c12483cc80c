// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/agreement/agreement.h"
#include "model/material.h"
#include "study/study.h"

namespace report {

struct AuditCell {
    std::string text;               ///< as it is read; a figure without its interval
    std::optional<double> value{};  ///< of a number, in full precision
    std::optional<std::array<double, 2>> interval{};
};

struct AuditColumn {
    std::string title;
    bool intervals = false;  ///< of figures that may have one
};

struct AuditTable {
    std::string id;     ///< for programs that read the report, the same in every language
    std::string title;  ///< may be empty
    std::vector<AuditColumn> columns;
    std::vector<std::vector<AuditCell>> rows;
    std::vector<std::string>
        groups{};  ///< of the rows, such as the dimension of a code; empty, or as many as rows
};

struct AuditSection {
    std::string title;
    std::vector<std::string> paragraphs;
    std::vector<AuditTable> tables;
    std::string drawing{};  ///< SVG, or empty
};

/// What a supervisor signs: what was compared, how far two coders agree and how sure that is, where they
/// differ, what was decided and why, what of the matrix hangs on it, and by which formulas.
struct Audit {
    std::string title;
    std::vector<AuditSection> sections;
    std::int64_t changed_at = 0;  ///< of the study, seconds since 1970: the date of the report
};

/// The coefficients that a report shows unless others are asked for: α, F1, Cohen's κ, AC1, per cent.
[[nodiscard]] const std::vector<analysis::Coefficient>& audit_coefficients();

/// Of two coders. The same study and spec give the same report. Throws what agreement() and disputes() throw.
[[nodiscard]] Audit audit(study::Study& study, const model::Material& material,
                          const analysis::AgreementSpec& spec);

/// One page that prints well, without scripts; cells of numbers carry their value as data-value.
[[nodiscard]] std::string audit_html(const Audit& audit);

/// .html, .xlsx, and what both are computed from: .csv for the units, .json for all of it (audit_data.h).
[[nodiscard]] const std::vector<std::string>& audit_endings();
/// Writes the report (.html, .xlsx) or its data (.csv, .json). Throws Error: usage for another ending,
/// conflict where the file is the study itself, io; and what audit() throws.
void write_audit(study::Study& study, const model::Material& material, const analysis::AgreementSpec& spec,
                 const std::filesystem::path& file);

}  // namespace report
