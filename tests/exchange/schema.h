// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace support {

/// Fails the test, with xmllint's messages, where the document is not valid by the schema tests/data/SCHEMA.
/// Says loudly that it did nothing where xmllint is not installed.
void check_by_schema(const std::string& xml, std::string_view schema);

}  // namespace support
