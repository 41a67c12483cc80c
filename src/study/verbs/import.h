// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/imported.h"
#include "study/edit.h"

namespace study::verbs {

/// One file on its way into the study.
struct SourceDraft {
    std::string name;    ///< of the source: the file's name without extension
    std::string origin;  ///< the file's name
    model::Imported content;
    /// What the user said of all files of one command; participants.csv is applied after.
    std::optional<std::string> participant, role, triad;
};

/// What became of one file.
struct ImportedSource {
    model::SourceId source;
    std::string name;
    std::int64_t turns = 0;
    bool updated = false;               ///< a newer text of a source that was there
    std::vector<std::string> speakers;  ///< its labels, in order
    std::vector<std::string> notes;     ///< what was assumed or lost, a sentence each
};

/// Adds a transcript with its speakers as detected; comments become memos on their passage. With one
/// participant said and two labels, the label that asks is proposed as interviewer and the other becomes the
/// participant. A source of the same name, or the same text under another, is refused with Error(conflict);
/// with `update` a source of the same name gets the new text: its codings move along with their passages, and
/// those whose passage is gone are removed and told.
ImportedSource import_source(Edit& edit, const SourceDraft& draft, bool update);

/// Says who is who by the rows of participants.csv: makes participants, roles, triads and attributes that are
/// not there yet, sets role, triad and attributes of those that are, and ties labels to them. Throws
/// Error(bad_input), naming file and line, for a file or label that is not in the study and for rows that
/// contradict each other. Returns notes, a sentence each.
std::vector<std::string> apply_participants(Edit& edit, const model::ParticipantTable& table);

/// What became of a table of codings.
struct ImportedCodings {
    std::int64_t codings = 0;
    std::int64_t present = 0;  ///< that were there already
    std::vector<std::string> notes;
};

/// Adds the codings of a table, anchored by position or by quotation. The coder column wins over
/// `default_coder`; "settled" is the settled layer. New coders are made. With `mark_coded` the sources that
/// occur are marked as coded by the coders that coded them there. Throws Error(bad_input), naming file and
/// line, for an unknown source or code, a code that cannot be put on passages, a position outside the text, a
/// quotation that is not there, not at its place, or there more than once.
ImportedCodings import_codings(Edit& edit, const model::CodingTable& table,
                               const std::optional<std::string>& default_coder, bool mark_coded);

}  // namespace study::verbs
