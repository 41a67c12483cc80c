// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/matrix/table.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "report/passages/passage.h"

using analysis::CrosstabSpec;
using model::CellState;
using report::Layout;
using report::matrix_table;

namespace {

/// Two dimensions; three roles: two youths of whom one is coded, a parent who is not coded yet, a JIM
/// without interview.
model::Material four_people() {
    model::Material material;
    material.roles = {{{1}, {}, "jongere", {}}, {{2}, {}, "ouder", {}}, {{3}, {}, "JIM", {}}};
    material.coders = {{{1}, {}, "Anna"}};
    std::vector<model::Code> codes(5);
    const char* names[] = {"Actie", "Proactief", "Behoedzaam", "Rechten", "Afspraken"};
    for (std::int64_t i = 0; i < 5; ++i) {
        codes[i].id = {i + 1};
        codes[i].name = names[i];
        codes[i].codable = i != 0 && i != 3;
        codes[i].parent = {codes[i].codable ? (i < 3 ? 1 : 4) : 0};
    }
    codes[0].exclusive = true;
    material.codebook = model::Codebook(codes);
    const std::int64_t roles[] = {1, 1, 2, 3};
    for (std::int64_t i = 1; i <= 4; ++i) {
        model::Participant one;
        one.id = {i};
        one.name = fmt::format("P{}", i);
        one.role = {roles[i - 1]};
        material.participants.push_back(one);
        if (i == 4) continue;
        model::CountedSource source;
        source.id = {i};
        source.name = one.name;
        source.length = 100;
        source.participants = {one.id};
        source.marks[{1}] = i == 1 ? model::Mark::coded : model::Mark::to_do;
        material.sources.push_back(source);
    }
    material.sources[0].codings = {{{1}, {2}, {1}, {0, 10}}, {{2}, {3}, {1}, {5, 20}}};
    return material;
}

model::Table table_of(const model::Material& material, Layout layout, const CrosstabSpec& spec = {}) {
    return matrix_table(analysis::crosstab(material, spec), material, layout);
}

bool has_note(const model::Table& table, const std::string& part) {
    return std::any_of(table.notes.begin(), table.notes.end(),
                       [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("The working layout has a row per code below a row of its dimension with its own number") {
    const auto table = table_of(four_people(), Layout::working);
    REQUIRE(table.rows.size() == 5);
    CHECK(table.rows[0].label == "Actie");
    CHECK(table.rows[0].is_group);
    CHECK(table.rows[1].label == "Proactief");
    CHECK(table.rows[1].level == 1);
    CHECK_FALSE(table.rows[1].is_group);
    CHECK(table.rows[3].label == "Rechten");
    // One participant with two codes counts once.
    CHECK(table.cells[0][0].number == 1);
    CHECK(table.cells[1][0].number == 1);
    CHECK(table.cells[2][0].number == 1);
}

TEST_CASE("Column headings say n, and how many of them are coded where not all are") {
    const auto material = four_people();
    const auto table = table_of(material, Layout::working);
    REQUIRE(table.columns.size() == 3);
    CHECK(table.columns[0].note == "n = 2 (1 coded)");
    CHECK(table.columns[1].note == "n = 1 (0 coded)");
    CrosstabSpec spec;
    spec.where = {{"participant", "P1"}};
    CHECK(table_of(material, Layout::working, spec).columns.at(0).note == "n = 1");
}

TEST_CASE("The three zeros are told apart") {
    for (const Layout layout : {Layout::working, Layout::published}) {
        const auto table = table_of(four_people(), layout);
        const auto& rights = table.cells.back();
        CHECK(rights[0].state == (layout == Layout::working ? CellState::number : CellState::text));
        CHECK(rights[0].number == 0);
        CHECK(rights[1].state == CellState::uncoded);
        CHECK(rights[2].state == CellState::absent);
    }
}

TEST_CASE("The published layout lists the codes that occur, in the order of the codebook") {
    const auto table = table_of(four_people(), Layout::published);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].label == "Actie");
    CHECK(table.cells[0][0].state == CellState::text);
    CHECK(table.cells[0][0].text == "Proactief (1)\nBehoedzaam (1)");
    CHECK(table.cells[1][0].text == "–");
}

TEST_CASE("Every cell leads back to the cell of the crosstab that it shows") {
    const auto material = four_people();
    const auto crosstab = analysis::crosstab(material, {});
    const auto working = matrix_table(crosstab, material, Layout::working);
    CHECK(report::cell_of(crosstab, working.cells[0][0].trace) == &crosstab.dimension_cells[0][0]);
    CHECK(report::cell_of(crosstab, working.cells[2][1].trace) == &crosstab.cells[1][1]);
    const auto published = matrix_table(crosstab, material, Layout::published);
    CHECK(report::cell_of(crosstab, published.cells[1][2].trace) == &crosstab.dimension_cells[1][2]);
}

TEST_CASE("Notes say what was counted, whose, by which filter, and what the table does not hold") {
    auto material = four_people();
    model::CountedSource lost;
    lost.id = {9};
    lost.codings = {{{50}, {2}, {1}, {0, 5}}};
    material.sources.push_back(lost);
    CrosstabSpec spec;
    spec.whose = {analysis::Whose::Kind::one, {1}};
    spec.attribution = analysis::Attribution::each;
    spec.where = {{"role", "jongere"}};
    spec.percent = analysis::Percent::n;
    const auto table = table_of(material, Layout::working, spec);
    CHECK(has_note(table, "participants"));
    CHECK(has_note(table, "Anna"));
    CHECK(has_note(table, "every participant whose words"));
    CHECK(has_note(table, "role = jongere"));
    CHECK(has_note(table, "1 coding belongs to no participant"));
    CHECK(has_note(table, "per cent of coded participants"));
    CHECK(table.unit == "%");
    CHECK(table.cells[0][0].number == 100);
    CHECK_FALSE(has_note(table_of(four_people(), Layout::working), "no participant"));
}

TEST_CASE("Exclusivity warnings are sentences, at most ten") {
    auto material = four_people();
    CHECK(has_note(table_of(material, Layout::working), "P1 has 2 codes of “Actie”"));
    for (std::int64_t i = 10; i < 24; ++i) {
        model::Participant one;
        one.id = {i};
        one.name = fmt::format("P{}", i);
        material.participants.push_back(one);
        material.sources[0].participants.push_back(one.id);
    }
    const auto table = table_of(material, Layout::working);
    CHECK(has_note(table, "P10 has no code of “Actie”"));
    const auto sentences = std::count_if(table.notes.begin(), table.notes.end(), [](const std::string& note) {
        return note.find("of which everybody") != std::string::npos;
    });
    CHECK(sentences == 10);
    CHECK(has_note(table, "And 5 more warnings"));
}

TEST_CASE("Other rows make a flat table with n in their headings, in either layout") {
    CrosstabSpec spec;
    spec.rows = {analysis::Axis::Kind::role, {}, {}};
    spec.columns = {analysis::Axis::Kind::codes, {}, {}};
    const auto table = table_of(four_people(), Layout::published, spec);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].note == "n = 2 (1 coded)");
    CHECK(table.columns[0].label == "Proactief");
    CHECK(table.columns[0].note.empty());
    CHECK(table.cells[0][0].number == 1);
    CHECK(table.cells[2][0].state == CellState::absent);
}

TEST_CASE("Codes without a dimension above them are plain rows, deeper ones are named by their path") {
    auto material = four_people();
    std::vector<model::Code> codes(4);
    const char* names[] = {"Los", "Rechten", "Informatie", "Praktisch"};
    const std::int64_t parents[] = {0, 0, 2, 3};
    for (std::int64_t i = 0; i < 4; ++i) {
        codes[i].id = {i + 1};
        codes[i].name = names[i];
        codes[i].parent = {parents[i]};
    }
    material.codebook = model::Codebook(codes);
    material.sources[0].codings = {{{1}, {2}, {1}, {0, 10}}, {{2}, {4}, {1}, {5, 20}}};
    const auto table = table_of(material, Layout::working);
    std::vector<std::string> labels;
    for (const auto& row : table.rows) labels.push_back(row.label);
    CHECK(labels == std::vector<std::string>{"Los", "Rechten", "Rechten (itself)", "Informatie",
                                             "Informatie / Praktisch"});
    CHECK_FALSE(table.rows[0].is_group);
    CHECK(table.rows[1].is_group);
}
