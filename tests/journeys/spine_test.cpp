// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <map>

#include "db/database.h"
#include "study/changes.h"
#include "study/history.h"
#include "study/study.h"
#include "support/small_study.h"
#include "support/workbook_reader.h"

namespace {

using support::Program;

/// Every recorded table, row by row, as SQL writes its values.
std::map<std::string, std::vector<std::string>> recorded_rows(const std::filesystem::path& path) {
    const auto study = study::Study::open(path, study::Access::read);
    std::map<std::string, std::vector<std::string>> tables;
    for (const std::string table : study::kRecordedTables) {
        std::string all;
        for (const auto& column : study->database().columns(table)) {
            all += (all.empty() ? "" : "||'|'||") + std::string("quote(\"") + column + "\")";
        }
        db::Statement row =
            study->database().prepare("SELECT " + all + " FROM \"" + table + "\" ORDER BY id");
        auto& rows = tables[table];
        while (row.step()) rows.emplace_back(row.text(0));
    }
    return tables;
}

void expect_done(const support::Ran& ran) {
    CHECK(ran.error.empty());
    REQUIRE(ran.exit_code == 0);
}

std::vector<int> values(const nlohmann::json& matrix) {
    std::vector<int> values;
    for (const auto& row : matrix["cells"]) {
        for (const auto& cell : row) values.push_back(cell["value"].get<int>());
    }
    return values;
}

}  // namespace

TEST_CASE("A study goes from files to a table and to a workbook, all the way back, and forth again") {
    const Program program;
    support::put_small_files(program);
    const auto study = program.folder() / "S.trialogue";

    expect_done(program.run({"new", "S", "--language", "nl", "--codebook", "codebook.qdc"}));
    expect_done(program.run({"import", "S", "T1_moeder.txt", "T1_jongere.txt", "T1_JIM.txt"}));
    expect_done(program.run({"import", "S", "--participants", "participants.csv"}));
    expect_done(program.run({"import", "S", "--codings", "codings.csv"}));
    program.file("settled.csv",
                 "source,quote,code,coder\n"
                 "T1_moeder,Ik wist meteen wie het moest worden.,Actie/Proactief,settled\n"
                 "T1_jongere,Ik heb hem zelf gevraagd.,Actie/Proactief,settled\n"
                 "T1_JIM,Ik zei gewoon ja.,Actie/Proactief,settled\n"
                 "T1_JIM,Ik help hem met zijn huiswerk.,Plichten/Hulp,settled\n");
    expect_done(program.run({"import", "S", "--codings", "settled.csv", "--coded"}));
    expect_done(program.run({"code", "S", "--source", "T1_moeder", "--quote", "Ik ben blij", "--code", "Hulp",
                             "--coder", "Bram", "--memo", "Twijfel"}));
    expect_done(program.run({"mark", "S", "T1_moeder", "T1_JIM", "coded", "--coder", "Bram"}));

    // Columns in the order of the participants' file: ouder, jongere, JIM.
    const auto matrix = program.run({"matrix", "S", "--json"});
    expect_done(matrix);
    CHECK(values(matrix.json()) == std::vector<int>{1, 1, 1, 0, 0, 0, 0, 0, 1});
    const auto any = program.run({"matrix", "S", "--json", "--coder", "any"});
    CHECK(values(any.json()) == std::vector<int>{1, 1, 1, 0, 0, 1, 1, 1, 1});

    expect_done(program.run({"matrix", "S", "-o", "m.xlsx"}));
    const support::WorkbookReader workbook(program.folder() / "m.xlsx");
    REQUIRE(workbook.sheets().size() == 3);
    bool quoted = false;
    for (const auto& sheet : workbook.sheets()) {
        for (const auto& [place, cell] : sheet.cells) quoted |= cell.value == "Ik heb hem zelf gevraagd.";
    }
    CHECK(quoted);
    expect_done(program.run({"matrix", "S", "-o", "m.csv"}));
    CHECK(program.content("m.csv").find("Proactief") != std::string::npos);
    expect_done(program.run({"check", "S"}));

    const auto full = recorded_rows(study);
    CHECK(full.at("coding").size() == 10);
    CHECK(full.at("memo").size() == 1);
    expect_done(program.run({"undo", "S", "--all"}));
    const auto empty = recorded_rows(study);
    for (const auto& [table, rows] : empty) {
        INFO(table);
        CHECK(rows.size() == (table == "setting" ? 2 : 0));
    }
    expect_done(program.run({"redo", "S", "--all"}));
    CHECK(recorded_rows(study) == full);
    expect_done(program.run({"check", "S"}));

    // A closed study is one plain file.
    CHECK_FALSE(std::filesystem::exists(study.string() + "-wal"));
    CHECK_FALSE(std::filesystem::exists(study.string() + "-journal"));
    CHECK_FALSE(std::filesystem::exists(study.string() + ".lock"));
}

TEST_CASE("Codings and participants that were exported make the same study again") {
    const Program program;
    support::make_small_study(program);
    expect_done(program.run({"code", "S", "--source", "T1_JIM", "--whole", "--code", "Hulp", "--coder",
                             "settled", "--memo", "=een \"memo\",\nop twee regels"}));
    expect_done(program.run({"export", "S", "--what", "codings", "-o", "codings-1.csv"}));
    expect_done(program.run({"export", "S", "--what", "participants", "-o", "participants-1.csv"}));
    expect_done(program.run({"export", "S", "--what", "codebook", "-o", "codebook-1.qdc"}));

    expect_done(program.run({"new", "Again", "--codebook", "codebook-1.qdc"}));
    expect_done(program.run({"import", "Again", "T1_moeder.txt", "T1_jongere.txt", "T1_JIM.txt",
                             "--participants", "participants-1.csv", "--codings", "codings-1.csv"}));
    expect_done(program.run({"export", "Again", "--what", "codings", "-o", "codings-2.csv"}));
    expect_done(program.run({"export", "Again", "--what", "participants", "-o", "participants-2.csv"}));
    expect_done(program.run({"export", "Again", "--what", "codebook", "-o", "codebook-2.qdc"}));
    CHECK(program.content("codings-2.csv") == program.content("codings-1.csv"));
    CHECK(program.content("participants-2.csv") == program.content("participants-1.csv"));
    CHECK(program.content("codebook-2.qdc") == program.content("codebook-1.qdc"));
    CHECK(program.run({"import", "Again", "--codings", "codings-1.csv", "--json"})
              .json()["revision"]
              .is_null());
}

TEST_CASE("The same study gives the same bytes in every export, also where the decimal point is a comma") {
    const Program program;
    support::make_small_study(program);
    for (const std::string name : {"m.xlsx", "m.csv", "m.md", "m.json", "m.txt"}) {
        INFO(name);
        expect_done(program.run({"matrix", "S", "--percent", "column", "-o", name}));
        const auto first = program.content(name);
        const auto ran = program.run({"matrix", "S", "--percent", "column", "-o", name},
                                     {"LC_ALL=nl_NL.UTF-8", "LANGUAGE=en", "TZ=Asia/Tokyo"});
        expect_done(ran);
        CHECK(program.content(name) == first);
    }
}
