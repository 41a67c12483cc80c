// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/table.h"
#include "report/listing.h"
#include "study/study.h"

/// What a search found, written to files; the title, which holds the query, goes with it.
namespace report {

/// .xlsx, .csv, .md, .html, .json.
[[nodiscard]] const std::vector<std::string>& found_endings();
/// Writes a list in the format of the file's ending; `name` is what its entries are called in JSON. Throws
/// Error: usage for another ending, conflict for the study itself, io.
void write_found(study::Study& study, const Listing& listing, const std::string& name,
                 const std::filesystem::path& file);

/// .xlsx, .csv, .md, .html, .txt.
[[nodiscard]] const std::vector<std::string>& table_endings();
/// Writes a table likewise.
void write_table(study::Study& study, const model::Table& table, const std::filesystem::path& file);

/// A list as a table: its first column heads the rows.
[[nodiscard]] model::Table listing_table(const Listing& listing);

}  // namespace report
