// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/crosstab.h"

#include <catch2/catch.hpp>

#include "analysis/material_builder.h"
#include "base/error.h"

using analysis::Axis;
using analysis::Count;
using analysis::CrossCell;
using analysis::Crosstab;
using analysis::crosstab;
using analysis::CrosstabSpec;
using analysis::Percent;
using analysis::Whose;
using model::Mark;

namespace {

/// The cell of a code's path (or a row's label) and a column's label.
CrossCell at(const Crosstab& table, const std::string& row, const std::string& column) {
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        for (std::size_t k = 0; k < table.columns.size(); ++k) {
            const auto& item = table.rows[i];
            if ((item.path.empty() ? item.label : item.path) == row && table.columns[k].label == column) {
                return table.cells[i][k];
            }
        }
    }
    FAIL("the table has no cell " << row << ", " << column);
    return {};
}

std::int64_t value(const MaterialBuilder& builder, const CrosstabSpec& spec, const std::string& row,
                   const std::string& column) {
    return at(crosstab(builder.material(), spec), row, column).value;
}

CrosstabSpec counting(Count count) {
    CrosstabSpec spec;
    spec.count = count;
    return spec;
}

CrosstabSpec by(Whose::Kind kind, model::CoderId coder = {}) {
    CrosstabSpec spec;
    spec.whose = {kind, coder};
    return spec;
}

/// A triad in a joint interview (Job 0–20, Els 20–40, together 40–60) and another JIM alone in two
/// interviews.
MaterialBuilder study() {
    MaterialBuilder builder;
    builder.code("Rechten/Afspraken").code("Rechten/Informatie").code("Plichten/Steun");
    builder.participant("Job", "JIM", "T1").participant("Els", "ouder", "T1").participant("Bas", "JIM", "T2");
    builder.source("samen", {"Job", "Els"}).turn("samen", "Job", 20).turn("samen", "Els", 20);
    builder.turn("samen", "Els+Job", 20).turn("samen", "", 20);
    builder.source("bas1", {"Bas"}).turn("bas1", "", 10).turn("bas1", "Bas", 30);
    builder.source("bas2", {"Bas"}, 200);
    return builder;
}

}  // namespace

TEST_CASE("A participant who says a thing five times counts once") {
    MaterialBuilder builder = study();
    for (int i = 0; i < 5; ++i) builder.coding("bas1", "Rechten/Afspraken", 12 + i, 20 + i);
    builder.coding("bas2", "Rechten/Afspraken", 0, 5);
    CHECK(value(builder, counting(Count::participants), "Rechten/Afspraken", "JIM") == 1);
    CHECK(value(builder, counting(Count::codings), "Rechten/Afspraken", "JIM") == 6);
    CHECK(value(builder, counting(Count::sources), "Rechten/Afspraken", "JIM") == 2);
    CHECK(value(builder, counting(Count::triads), "Rechten/Afspraken", "JIM") == 1);
}

TEST_CASE("A dimension counts participants with any code below it, not the sum") {
    MaterialBuilder builder = study();
    builder.coding("bas1", "Rechten/Afspraken", 12, 20);
    builder.coding("bas1", "Rechten/Informatie", 12, 20);
    builder.coding("samen", "Rechten/Informatie", 2, 8);
    const auto table = crosstab(builder.material(), {});
    REQUIRE(table.dimensions.size() == 2);
    CHECK(table.dimensions[0].label == "Rechten");
    CHECK(table.dimension_cells[0][0].value == 2);
    CHECK(table.dimension_cells[0][0].codings.size() == 3);
    CHECK(table.dimension_cells[1][0].value == 0);
}

TEST_CASE("By 'each' a coding counts in each participant's column once") {
    MaterialBuilder builder = study();
    builder.coding("samen", "Plichten/Steun", 15, 25);
    CrosstabSpec spec = counting(Count::codings);
    CHECK(value(builder, spec, "Plichten/Steun", "ouder") == 0);
    spec.attribution = analysis::Attribution::each;
    CHECK(value(builder, spec, "Plichten/Steun", "JIM") == 1);
    CHECK(value(builder, spec, "Plichten/Steun", "ouder") == 1);
    spec.columns = {Axis::Kind::triad, {}, {}};
    CHECK(value(builder, spec, "Plichten/Steun", "T1") == 1);
}

TEST_CASE("Characters are the union of passages within the participant's own turns") {
    MaterialBuilder builder = study();
    builder.coding("samen", "Plichten/Steun", 0, 10);
    builder.coding("samen", "Plichten/Steun", 5, 22);  // 2 characters are hers
    builder.coding("bas1", "Plichten/Steun", 0, 15);   // 10 are the interviewer's
    builder.coding("bas2", "Plichten/Steun", 50, 60);  // a source without turns
    builder.whole("bas1", "Plichten/Steun");
    CHECK(value(builder, counting(Count::characters), "Plichten/Steun", "JIM") == 20 + 5 + 10);
    CHECK(value(builder, counting(Count::characters), "Plichten/Steun", "ouder") == 0);
}

TEST_CASE("A dimension's characters are the union over its codes") {
    MaterialBuilder builder = study();
    builder.coding("bas1", "Rechten/Afspraken", 12, 20);
    builder.coding("bas1", "Rechten/Informatie", 15, 25);
    const auto table = crosstab(builder.material(), counting(Count::characters));
    CHECK(at(table, "Rechten/Afspraken", "JIM").value == 8);
    CHECK(at(table, "Rechten/Informatie", "JIM").value == 10);
    CHECK(table.dimension_cells[0][0].value == 13);
}

TEST_CASE("Words are asked of the texts, for the same passages as characters") {
    MaterialBuilder builder = study();
    builder.coding("bas1", "Rechten/Afspraken", 5, 15);
    builder.coding("bas1", "Rechten/Afspraken", 30, 35);
    std::vector<text::Span> asked;
    CrosstabSpec spec = counting(Count::words);
    spec.rows = {Axis::Kind::dimensions, {}, {}};
    const auto table = crosstab(builder.material(), spec, [&](model::SourceId, const auto& spans) {
        asked = spans;
        return 7;
    });
    CHECK(asked == std::vector<text::Span>{{10, 15}, {30, 35}});
    CHECK(at(table, "Rechten", "JIM").value == 7);
    CHECK_THROWS_AS(crosstab(builder.material(), spec), base::Error);
}

TEST_CASE("The layers of coders and the settled layer are told apart") {
    MaterialBuilder builder = study();
    builder.coding("bas1", "Rechten/Afspraken", 12, 20, "anna");
    builder.coding("bas1", "Rechten/Informatie", 12, 20, "bert");
    builder.coding("bas1", "Plichten/Steun", 12, 20, "");
    const std::string paths[] = {"Rechten/Afspraken", "Rechten/Informatie", "Plichten/Steun"};
    const auto values = [&](const CrosstabSpec& spec) {
        std::vector<std::int64_t> found;
        for (const auto& path : paths) found.push_back(value(builder, spec, path, "JIM"));
        return found;
    };
    CHECK(values(by(Whose::Kind::any)) == std::vector<std::int64_t>{1, 1, 1});
    CHECK(values(by(Whose::Kind::one, builder.coder_id("bert"))) == std::vector<std::int64_t>{0, 1, 0});
    CHECK(values(by(Whose::Kind::settled)) == std::vector<std::int64_t>{0, 0, 1});
}

TEST_CASE("By 'all' counts what each coder who marked the source as coded found for the participant") {
    MaterialBuilder builder = study();
    builder.coding("samen", "Rechten/Afspraken", 2, 5, "anna");
    builder.coding("samen", "Rechten/Afspraken", 12, 18, "bert");
    builder.coding("samen", "Rechten/Informatie", 2, 5, "anna");
    builder.coding("samen", "Rechten/Informatie", 22, 28, "bert");
    builder.coding("samen", "Rechten/Informatie", 2, 5, "carl");
    CHECK(value(builder, by(Whose::Kind::all), "Rechten/Afspraken", "JIM") == 0);
    builder.mark("samen", "anna", Mark::coded).mark("samen", "bert", Mark::coded);
    builder.mark("samen", "carl", Mark::coding);
    const auto table = crosstab(builder.material(), by(Whose::Kind::all));
    CHECK(at(table, "Rechten/Afspraken", "JIM").value == 1);
    CHECK(at(table, "Rechten/Afspraken", "JIM").codings.size() == 2);
    CHECK(at(table, "Rechten/Informatie", "JIM").value == 0);
    CHECK(at(table, "Rechten/Informatie", "ouder").value == 0);
    CHECK(table.columns[0].coded == 1);
}

TEST_CASE("A source is coded by its mark, or without a mark by a coding") {
    MaterialBuilder builder = study();
    builder.participant("Cas", "JIM");
    CHECK(at(crosstab(builder.material(), {}), "Rechten/Afspraken", "JIM").coded == 0);
    builder.coding("bas1", "Rechten/Afspraken", 12, 20, "anna");
    CrossCell cell = at(crosstab(builder.material(), {}), "Rechten/Afspraken", "JIM");
    CHECK(cell.of == 3);
    CHECK(cell.coded == 1);
    CHECK(cell.uncoded == 1);
    CHECK(cell.absent == 1);
    builder.mark("bas1", "anna", Mark::coding);
    CHECK(at(crosstab(builder.material(), {}), "Rechten/Afspraken", "JIM").coded == 0);
    builder.mark("bas1", "anna", Mark::to_do).mark("samen", "bert", Mark::coded);
    cell = at(crosstab(builder.material(), {}), "Rechten/Afspraken", "JIM");
    CHECK(cell.coded == 1);
    // What a coder put there counts all the same.
    CHECK(cell.value == 1);
    CHECK(at(crosstab(builder.material(), by(Whose::Kind::one, builder.coder_id("anna"))),
             "Rechten/Afspraken", "JIM")
              .coded == 0);
    CHECK(at(crosstab(builder.material(), by(Whose::Kind::settled)), "Rechten/Afspraken", "JIM").coded == 0);
    builder.mark("bas2", "", Mark::coded);
    CHECK(at(crosstab(builder.material(), by(Whose::Kind::settled)), "Rechten/Afspraken", "JIM").coded == 1);
}

TEST_CASE("Per cent of n is of the coded participants, and of participants only") {
    MaterialBuilder builder = study();
    builder.coding("bas1", "Rechten/Afspraken", 12, 20);
    CrosstabSpec spec;
    spec.percent = Percent::n;
    const auto table = crosstab(builder.material(), spec);
    CHECK(at(table, "Rechten/Afspraken", "JIM").percent == 100.0);
    CHECK(at(table, "Rechten/Informatie", "JIM").percent == 0.0);
    CHECK_FALSE(at(table, "Rechten/Afspraken", "ouder").percent.has_value());
    spec.count = Count::codings;
    try {
        (void)crosstab(builder.material(), spec);
        FAIL("per cent of n was given for codings");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::usage);
    }
}

TEST_CASE("Per cent of column and of row are shares of the total of what is counted") {
    MaterialBuilder builder = study();
    for (int i = 0; i < 3; ++i) builder.coding("bas1", "Rechten/Afspraken", 12, 20);
    builder.coding("bas1", "Plichten/Steun", 12, 20);
    builder.coding("samen", "Plichten/Steun", 22, 30);
    CrosstabSpec spec = counting(Count::codings);
    spec.percent = Percent::column;
    CHECK(at(crosstab(builder.material(), spec), "Rechten/Afspraken", "JIM").percent == 75.0);
    spec.percent = Percent::row;
    CHECK(at(crosstab(builder.material(), spec), "Plichten/Steun", "ouder").percent == 50.0);
    CHECK_FALSE(at(crosstab(builder.material(), spec), "Rechten/Informatie", "JIM").percent.has_value());
}

TEST_CASE("Filtered participants vanish from n, and values are compared without case and as numbers") {
    MaterialBuilder builder = study();
    builder.attribute("leeftijd", model::AttributeType::number).value("Job", "leeftijd", "30");
    builder.value("Bas", "leeftijd", "45.5").coding("bas1", "Rechten/Afspraken", 12, 20);
    const auto n = [&](std::vector<analysis::Where> where) {
        CrosstabSpec spec;
        spec.where = std::move(where);
        const auto table = crosstab(builder.material(), spec);
        return table.columns.empty() ? 0 : table.columns.front().n;
    };
    CHECK(n({{"role", "jim"}}) == 2);
    CHECK(n({{"Leeftijd", "30.0"}}) == 1);
    CHECK(n({{"leeftijd", "45,5"}}) == 1);
    CHECK(n({{"leeftijd", "30"}, {"leeftijd", "45.5"}}) == 2);
    CHECK(n({{"leeftijd", "30"}, {"triad", "T2"}}) == 0);
    CHECK(n({{"leeftijd", ""}}) == 1);
}

TEST_CASE("An unknown attribute or a value that nobody has is refused with what there is") {
    MaterialBuilder builder = study();
    builder.attribute("leeftijd", model::AttributeType::number).value("Job", "leeftijd", "30");
    for (const analysis::Where& where :
         {analysis::Where{"age", "30"}, {"leeftijd", "31"}, {"role", "JIMM"}}) {
        CrosstabSpec spec;
        spec.where = {where};
        try {
            (void)crosstab(builder.material(), spec);
            FAIL(where.attribute << " = " << where.value << " was taken");
        } catch (const base::Error& error) {
            CHECK(error.kind() == base::ErrorKind::not_found);
            CHECK_FALSE(error.hint().empty());
        }
    }
}

TEST_CASE("Codings of nobody are counted apart, and a filter makes nobody's of nothing") {
    MaterialBuilder builder = study();
    const auto lost = builder.coding("samen", "Rechten/Afspraken", 62, 70);
    builder.coding("samen", "Rechten/Afspraken", 2, 8);
    CrosstabSpec spec;
    spec.where = {{"role", "ouder"}};
    const auto table = crosstab(builder.material(), spec);
    CHECK(table.unattributed == 1);
    CHECK(table.unattributed_codings == std::vector<model::CodingId>{lost});
    spec.codes = {builder.code_id("Plichten")};
    CHECK(crosstab(builder.material(), spec).unattributed == 0);
    CHECK(crosstab(builder.material(), by(Whose::Kind::settled)).unattributed == 0);
}

TEST_CASE(
    "Rows by codes list every codable code within the filter, and a heading only if it stands on passages") {
    MaterialBuilder builder = study();
    CHECK(crosstab(builder.material(), {}).rows.size() == 3);
    CrosstabSpec spec;
    spec.codes = {builder.code_id("Rechten")};
    const auto table = crosstab(builder.material(), spec);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[1].path == "Rechten/Informatie");
    CHECK(table.rows[1].dimension == "Rechten");
    builder.coding("bas1", "Rechten", 12, 20);
    CHECK(crosstab(builder.material(), spec).rows.size() == 3);
}

TEST_CASE("Codes by codes counts participants who have both, and characters under both") {
    MaterialBuilder builder = study();
    builder.coding("bas1", "Rechten/Afspraken", 12, 20);
    builder.coding("bas2", "Plichten/Steun", 0, 10);
    builder.coding("bas1", "Plichten/Steun", 15, 25);
    builder.coding("samen", "Plichten/Steun", 2, 8);
    CrosstabSpec spec;
    spec.columns = {Axis::Kind::codes, {}, {}};
    CHECK(value(builder, spec, "Rechten/Afspraken", "Steun") == 1);
    CHECK(value(builder, spec, "Plichten/Steun", "Steun") == 2);
    spec.count = Count::characters;
    CHECK(value(builder, spec, "Rechten/Afspraken", "Steun") == 5);
    spec.count = Count::codings;
    CHECK(value(builder, spec, "Rechten/Afspraken", "Steun") == 0);
    CHECK(value(builder, spec, "Plichten/Steun", "Steun") == 3);
}

TEST_CASE("In a column of a source or a coder, coded means in that source or by that coder") {
    MaterialBuilder builder = study();
    builder.coding("bas1", "Rechten/Afspraken", 12, 20, "anna");
    builder.coder("bert");
    CrosstabSpec spec;
    spec.columns = {Axis::Kind::source, {}, {}};
    CHECK(at(crosstab(builder.material(), spec), "Rechten/Afspraken", "bas1").coded == 1);
    CHECK(at(crosstab(builder.material(), spec), "Rechten/Afspraken", "bas2").uncoded == 1);
    spec.columns = {Axis::Kind::coder, {}, {}};
    CHECK(at(crosstab(builder.material(), spec), "Rechten/Afspraken", "anna").coded == 1);
    CHECK(at(crosstab(builder.material(), spec), "Rechten/Afspraken", "bert").coded == 0);
    CHECK(crosstab(builder.material(), spec).columns.size() == 2);
    builder.coding("bas1", "Rechten/Afspraken", 12, 20, "");
    CHECK(crosstab(builder.material(), spec).columns.back().label == "(settled)");
}

TEST_CASE("An empty study gives an empty table") {
    const auto table = crosstab({}, {});
    CHECK(table.rows.empty());
    CHECK(table.columns.empty());
    CHECK(table.unattributed == 0);
}
