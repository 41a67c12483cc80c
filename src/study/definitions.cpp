// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/definitions.h"

#include <algorithm>
#include <array>

#include "db/changeset.h"
#include "study/codings.h"

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

std::vector<OlderCodings> older_codings(const Study& study, const model::Material& material) {
    const auto changes = definition_changes(study);
    std::vector<model::CodingId> ids;
    std::map<std::pair<model::CodeId, model::CoderId>, OlderCodings> found;
    for (const auto& source : material.sources) {
        model::each_coding(source, [&](const model::CountedCoding& coding) {
            if (changes.contains(coding.code)) ids.push_back(coding.id);
        });
    }
    for (const auto& coding : codings::get(study, ids)) {
        const auto who = coding.layer == model::kSettledLayer ? model::CoderId{} : coding.coder;
        OlderCodings& one = found[{coding.code, who}];
        one.code = coding.code;
        one.coder = who;
        one.older += coding.created < changes.at(coding.code).at ? 1 : 0;
        ++one.all;
    }
    std::vector<OlderCodings> list;
    for (const auto& [key, one] : found) {
        if (one.older > 0) list.push_back(one);
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
