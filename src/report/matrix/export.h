// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/crosstab.h"
#include "model/material.h"
#include "model/table.h"
#include "report/matrix/workbook.h"
#include "study/study.h"

namespace report {

/// A matrix with what it was made of, as it is handed to whoever writes it. Looks at values of others.
struct Matrix {
    const model::Material& material;
    const analysis::Crosstab& crosstab;
    const model::Table& table;  ///< the crosstab in the layout that is written
};

/// What the workbook's last sheet says: the study's state, and by which choices the numbers came about.
[[nodiscard]] About about_matrix(study::Study& study, const model::Material& material,
                                 const analysis::CrosstabSpec& spec);

/// The endings of files that write_matrix() knows: .xlsx, .csv, .md, .json, .txt.
[[nodiscard]] const std::vector<std::string>& matrix_endings();

/// Writes a matrix in the format of the file's ending. Throws Error: usage for another ending, conflict where
/// the file is the study itself, io.
void write_matrix(study::Study& study, const Matrix& matrix, const std::filesystem::path& file);

}  // namespace report
