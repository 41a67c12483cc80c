// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/marking_times.h"

#include <unordered_map>

#include "db/changeset.h"
#include "study/row.h"

namespace study {

namespace {

constexpr int kMarkColumn = 4;  // of the table mark; columns are only appended

struct Told {
    MarkingTime time;
    bool merged = false;  ///< it came with a copy, so that the time is that of the merge
};

/// When the rows of `mark` were changed here, by their ids.
std::unordered_map<std::int64_t, Told> told_by_history(const Study& study) {
    std::unordered_map<std::int64_t, Told> told;
    // Only these verbs, and taking them back, touch marks; the many others need not be read.
    db::Statement row = study.database().prepare(
        "SELECT n, at, verb, changes FROM revision WHERE changes IS NOT NULL AND (kind IN ('undo', 'redo') OR"
        " verb IN ('mark', 'again', 'back', 'import', 'import_codings', 'package', 'merge')) ORDER BY n");
    while (row.step()) {
        const Told now{{row.integer(1), row.integer(0)}, row.text(2) == "merge"};
        db::visit(row.blob(3), [&](const db::VisitedRow& change) {
            if (change.table() != "mark" || change.kind() == db::RowChange::Kind::deleted) return;
            if (change.kind() == db::RowChange::Kind::inserted || change.changed(kMarkColumn))
                told[change.id()] = now;
        });
    }
    return told;
}

}  // namespace

std::map<std::pair<model::SourceId, model::CoderId>, MarkingTime> marking_times(const Study& study) {
    std::map<std::pair<model::SourceId, model::CoderId>, MarkingTime> times;
    auto told = told_by_history(study);
    const bool knows_copies = study.version() >= 3;
    db::Statement row = study.database().prepare(
        knows_copies
            ? "SELECT mark.id, source, coder, known_change.at, known_change.step FROM mark"
              " LEFT JOIN known_change ON known_change.\"row\" = mark.guid AND known_change.what = 'mark'"
            : "SELECT id, source, coder, NULL, NULL FROM mark");
    while (row.step()) {
        const auto known = told.find(row.integer(0));
        auto& time = times[{{row.integer(1)}, {row.integer(2)}}];
        if (known != told.end()) time = known->second.time;
        const bool from_elsewhere = known == told.end() || known->second.merged;
        if (from_elsewhere && !row.is_null(3)) time = {row.integer(3), row.integer(4)};
    }
    return times;
}

}  // namespace study
