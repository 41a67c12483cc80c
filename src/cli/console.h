// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "report/export_file.h"
#include "report/listing.h"

namespace cli {

/// Writes to standard output.
void print(std::string_view text);
/// Writes a sentence and a line end.
void print_line(std::string_view line);
/// Writes JSON, indented; bytes that are no UTF-8 become U+FFFD.
void print_json(const nlohmann::ordered_json& value);
/// Writes a list as columns that fit the terminal.
void print_listing(const report::Listing& listing);

/// What print() wrote is out, or its reader has gone (`trialogue log … | head`). False where it could not be
/// written: the disk is full.
[[nodiscard]] bool finish_output();

/// Columns of the terminal: COLUMNS, else what the terminal says, else 100; at least 30.
[[nodiscard]] int terminal_width();

/// A list in aligned columns below its headings; columns of text are wrapped until `width` cells hold the
/// line.
[[nodiscard]] std::string listing_text(const report::Listing& listing, int width);

using report::shown_name;

}  // namespace cli
