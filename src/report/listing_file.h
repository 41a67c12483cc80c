// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "report/listing.h"
#include "study/study.h"

namespace report {

/// Throws Error(usage) where the ending is none of .xlsx, .csv, .md, .json.
void refuse_wrong_listing_ending(const std::filesystem::path& file);

/// Writes a list in the format of the file's ending; in JSON it has that name. Throws Error: usage for
/// another ending, conflict where the file is the study itself, io.
void write_listing(study::Study& study, const Listing& listing, const std::string& name,
                   const std::filesystem::path& file);

}  // namespace report
