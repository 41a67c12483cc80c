// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/definitions.h"

#include <algorithm>
#include <array>

#include "db/changeset.h"

namespace study {

namespace {

/// The columns of `code` that say what it means: definition, when, when_not. Columns are only appended.
constexpr std::array kMeaning{8, 9, 10};

bool changes_meaning(const db::VisitedRow& row) {
    return row.table() == "code" &&
           std::any_of(kMeaning.begin(), kMeaning.end(), [&](int column) { return row.changed(column); });
}

}  // namespace

std::map<model::CodeId, DefinitionChange> definition_changes(const Study& study) {
    std::map<model::CodeId, DefinitionChange> last;
    // Only these verbs, and taking them back, touch codes; the many others need not be read.
    db::Statement row = study.database().prepare(
        "SELECT n, at, changes FROM revision WHERE changes IS NOT NULL AND (kind IN ('undo', 'redo') OR"
        " verb IN ('change_code', 'import_codebook', 'merge')) ORDER BY n");
    while (row.step()) {
        db::visit(row.blob(2), [&](const db::VisitedRow& change) {
            if (changes_meaning(change)) last[{change.id()}] = {row.integer(0), row.integer(1)};
        });
    }
    return last;
}

std::vector<OlderCodings> older_codings(const Study& study) {
    std::vector<OlderCodings> list;
    for (const auto& [code, change] : definition_changes(study)) {
        db::Statement row = study.database().prepare(
            "SELECT CASE WHEN layer = 0 THEN 0 ELSE coder END AS who, sum(created < ?2), count(*) FROM "
            "coding "
            "WHERE code = ?1 GROUP BY who ORDER BY who");
        row.bind(code.value, change.at);
        while (row.step()) {
            if (row.integer(1) > 0) list.push_back({code, {row.integer(0)}, row.integer(1), row.integer(2)});
        }
    }
    return list;
}

std::map<model::SourceId, std::int64_t> text_changes(const Study& study) {
    std::map<model::SourceId, std::int64_t> changes;
    db::Statement row = study.database().prepare("SELECT source, count(*) FROM text_edit GROUP BY source");
    while (row.step()) changes[{row.integer(0)}] = row.integer(1);
    return changes;
}

}  // namespace study
