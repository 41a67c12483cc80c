// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/forgetting.h"

#include <catch2/catch.hpp>

#include "model/personal.h"
#include "study/history.h"
#include "study/sources.h"
#include "study/temporary_study.h"
#include "study/verbs/people.h"

using study::Edit;
using support::TemporaryStudy;

namespace {

/// The files of a folder, those of its folders too, in which these bytes stand.
std::vector<std::string> files_with(const std::filesystem::path& folder, const std::string& bytes) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        if (support::content_of(entry.path()).find(bytes) != std::string::npos)
            found.push_back(entry.path().string());
    }
    return found;
}

}  // namespace

TEST_CASE("what was removed and forgotten stands in no file any more; before that it does") {
    TemporaryStudy study;
    const auto keep = study.add_source("T1_blijft", "M: dit blijft staan\n");
    const auto source = study.add_source("T2_Zwaantje", "M: Zwaantje Geheim zei dat.\n");
    {
        Edit edit(*study, "participants", {{"note", "Zwaantje"}});
        study::verbs::ensure_participant(edit, "Zwaantje", "jongere", "T2");
        edit.commit();
    }
    study.reopen();
    {
        Edit edit(*study, "remove");
        study::verbs::remove_source(edit, source);
        study::verbs::remove_participant(edit, study::verbs::ensure_participant(edit, "Zwaantje", {}, {}));
        edit.commit();
    }
    // Otherwise this test could not fail: the name is in the study's history and in its backup.
    CHECK(files_with(study.folder().path(), "Zwaantje").size() >= 2);

    const auto forgotten = study::forget(*study);
    CHECK(forgotten.revisions == 4);
    CHECK(forgotten.texts == 1);
    CHECK(forgotten.backups == 1);
    CHECK(files_with(study.folder().path(), "Zwaantje").empty());
    CHECK(study::sources::all(*study).size() == 1);
    CHECK(study::sources::text(*study, study::sources::get(*study, keep).text).utf8() ==
          "M: dit blijft staan\n");
    study.close();
    CHECK(files_with(study.folder().path(), "Zwaantje").empty());
}

TEST_CASE("undo does not cross what was forgotten, and the history still tells who did what") {
    TemporaryStudy study;
    study.add_code("een");
    study.add_code("twee");
    study::forget(*study);
    study::History history(*study);
    CHECK_FALSE(history.undoable());
    const auto revisions = history.newest(10);
    REQUIRE(revisions.size() == 3);
    CHECK(revisions[0].kind == "forget");
    CHECK(revisions[1].verb == "add_code");
    CHECK(revisions[1].forgotten);
    CHECK(revisions[1].args.empty());
    study.add_code("drie");
    CHECK_NOTHROW(history.undo());
    CHECK(study->database().integrity_errors().empty());
}

TEST_CASE("the list of columns with persons' words names every column that can hold text, or says why not") {
    // Words of the program's own, numbers in text form, or identities.
    const std::vector<std::string> ours{"identity.program",      "recorded_schema.tables",
                                        "revision.kind",         "revision.verb",
                                        "setting.name",          "role.colour",
                                        "attribute.type",        "source.kind",
                                        "source.encoding",       "source.turns",
                                        "source.anchors",        "speaker.kind",
                                        "code.colour",           "mark.mark",
                                        "settlement.decision",   "memo.about",
                                        "text_edit.edits",       "text.hash",
                                        "known_change.row",      "known_change.what",
                                        "known_change.revision", "merged_revision.verb",
                                        "package.fingerprint"};
    const TemporaryStudy study;
    auto row = study->database().prepare(
        "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
        " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.type IN ('TEXT', 'BLOB')"
        " AND c.name NOT IN ('guid', 'coder', 'session')");
    std::size_t listed = 0;
    while (row.step()) {
        const std::string table(row.text(0));
        const std::string column(row.text(1));
        const bool is_personal =
            std::any_of(model::kPersonalColumns.begin(), model::kPersonalColumns.end(),
                        [&](const auto& one) { return one.table == table && one.column == column; });
        const bool is_ours = std::find(ours.begin(), ours.end(), table + "." + column) != ours.end();
        CAPTURE(table, column);
        CHECK(is_personal != is_ours);
        listed += is_personal ? 1 : 0;
    }
    CHECK(listed == model::kPersonalColumns.size());
}
