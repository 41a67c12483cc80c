// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "report/agreement/named.h"

namespace report {

/// The endings of files that write_agreement() knows: .xlsx, .csv, .md, .json.
[[nodiscard]] const std::vector<std::string>& agreement_endings();

/// Writes figures of agreement in the format of the file's ending; `created`, seconds since 1970, is the date
/// in a workbook. Throws Error: usage for another ending, io.
void write_agreement(const NamedAgreement& agreement, const std::filesystem::path& file,
                     std::int64_t created);

}  // namespace report
