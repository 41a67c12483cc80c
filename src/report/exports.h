// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "report/passages/passages.h"
#include "report/sight.h"
#include "study/study.h"

namespace report {

/// What of a study can be written to a file beside its matrices: codings, quotations, codebook, participants,
/// log; study (a whole copy) and archive.
[[nodiscard]] const std::vector<std::string>& parts();

/// The endings of the files of such a part, ".csv", ….
[[nodiscard]] std::vector<std::string> endings_of(const std::string& part);

/// Writes a part in the format of the file's ending, as far as `sight` sees it. `filter` chooses codings and
/// quotations; without `filter.whose` codings are those of everybody, as they are for handing on, and
/// quotations those of default_whose(), as tables are. Throws Error: usage for another ending, conflict where
/// the file is the study itself and where a whole copy would hold what is hidden, io.
void write_part(study::Study& study, const Sight& sight, const std::string& part, CodingFilter filter,
                const std::filesystem::path& file);

}  // namespace report
