// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "model/imported.h"

namespace exchange {

using model::CodingRow;
using model::CodingTable;
using model::ParticipantRow;
using model::ParticipantTable;

/// Reads participants.csv: columns `file,participant,role,triad`, optional `speaker`, and attributes.
/// `file`, `participant` must be there. Decimal commas are read in number columns. Throws Error(bad_input)
/// naming file, line and column.
[[nodiscard]] ParticipantTable read_participants(const std::filesystem::path& path);

/// Reads `source,begin,end,quote,code,coder,created` and, where present, `turn`, `speaker`, `memo`.
/// `source` and `code` must be there. Throws Error(bad_input) naming file, line and column.
[[nodiscard]] CodingTable read_codings(const std::filesystem::path& path);

}  // namespace exchange
