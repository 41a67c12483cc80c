// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/participant.h"
#include "model/source.h"
#include "text/text.h"
#include "text/turns.h"

/// What files give before it is part of a study: exchange reads these values, the verbs of study take them.
namespace model {

/// Something of the file that is not in the imported text, in a sentence for the researcher.
struct Loss {
    std::string what;        ///< "2 deleted passages (tracked changes) were left out."
    std::int64_t count = 1;  ///< how often
};

/// A remark that somebody made in the margin of the file.
struct Comment {
    text::Span span;  ///< the passage; may be empty where the file names only a point
    std::string author;
    std::string content;
    std::int64_t created = 0;  ///< seconds since 1970, UTC; 0 where the file does not say
};

/// What a file gave. Detection proposes; participants.csv and the user decide.
struct Imported {
    text::Text text;
    text::DetectedTurns turns;
    std::vector<model::Anchor> anchors;
    std::vector<Comment> comments;
    std::vector<Loss> losses;
    std::string encoding;  ///< empty where the format says it itself
    bool encoding_assumed = false;
};

/// One row of participants.csv: who is who in one file.
struct ParticipantRow {
    std::size_t line = 0;
    std::string file;         ///< as written; matched with or without extension
    std::string participant;  ///< empty for an interviewer
    std::string role;         ///< empty where not given
    std::string triad;
    std::string speaker;                  ///< label in the transcript; empty: the file's only participant
    bool interviewer = false;             ///< role "-": the label is the interviewer
    std::vector<std::string> attributes;  ///< canonical texts, parallel to ParticipantTable::attributes
};

struct ParticipantTable {
    std::string file;
    /// Further columns, with the type said in the header (`age:number`) or inferred from all values.
    std::vector<std::pair<std::string, model::AttributeType>> attributes;
    std::vector<ParticipantRow> rows;
};

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
    bool star = false;
    std::optional<std::int64_t> round;  ///< from 1; nothing: that in which the coder is
};

struct CodingTable {
    std::string file;
    std::vector<CodingRow> rows;
};

}  // namespace model
