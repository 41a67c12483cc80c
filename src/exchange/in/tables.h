// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/participant.h"

namespace exchange {

/// One row of participants.csv: who is who in one file.
struct ParticipantRow {
    std::size_t line = 0;
    std::string file;         ///< as written; matched with or without extension
    std::string participant;  ///< empty for an interviewer
    std::string role;         ///< empty where not given
    std::string triad;
    std::string speaker;       ///< label in the transcript; empty: the file's only participant
    bool interviewer = false;  ///< role "-": the label is the interviewer
    std::vector<std::string> attributes;  ///< canonical texts, parallel to ParticipantTable::attributes
};

struct ParticipantTable {
    std::string file;
    /// Further columns, with the type said in the header (`age:number`) or inferred from all values.
    std::vector<std::pair<std::string, model::AttributeType>> attributes;
    std::vector<ParticipantRow> rows;
};

/// Reads participants.csv: columns `file,participant,role,triad`, optional `speaker`, and attributes.
/// `file`, `participant` must be there. Decimal commas are read in number columns. Throws Error(bad_input)
/// naming file, line and column.
[[nodiscard]] ParticipantTable read_participants(const std::filesystem::path& path);

/// One row of a table of codings, as `export --what codings` writes it.
struct CodingRow {
    std::size_t line = 0;
    std::string source;
    std::optional<std::int64_t> begin, end;  ///< code points, half-open; both or neither
    std::string quote;    ///< empty: a coding of the whole source (where begin and end are empty too)
    std::string code;     ///< path, name or GUID
    std::string coder;    ///< may be "settled"; empty: said elsewhere
    std::string created;  ///< ISO 8601 or empty
    std::optional<std::int64_t> turn;  ///< number of the turn, from 1
    std::string speaker;               ///< label; narrows the quote
    std::string memo;                  ///< a remark that becomes a memo on the coding
};

struct CodingTable {
    std::string file;
    std::vector<CodingRow> rows;
};

/// Reads `source,begin,end,quote,code,coder,created` and, where present, `turn`, `speaker`, `memo`.
/// `source` and `code` must be there. Throws Error(bad_input) naming file, line and column.
[[nodiscard]] CodingTable read_codings(const std::filesystem::path& path);

}  // namespace exchange
