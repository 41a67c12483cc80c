// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/agreement.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "analysis/agreement/unitizing.h"
#include "analysis/material_builder.h"
#include "base/error.h"

using namespace analysis;
using C = Coefficient;
using model::Mark;

namespace {

/// Two coders who have both coded a source of 1,000 characters.
MaterialBuilder two_coders(const std::vector<std::string>& sources = {"s"}) {
    MaterialBuilder study;
    study.participant("p", "JIM", "T1").coder("anna").coder("bram");
    for (const auto& source : sources) {
        study.source(source, {"p"}, 1000).mark(source, "anna", Mark::coded).mark(source, "bram", Mark::coded);
    }
    return study;
}

AgreementSpec spec_of(const MaterialBuilder& study,
                      std::vector<Coefficient> coefficients = {C::krippendorff_alpha_nominal, C::f1,
                                                               C::percent_agreement, C::cohen_kappa}) {
    AgreementSpec spec;
    spec.coders = {{study.coder_id("anna")}, {study.coder_id("bram")}};
    spec.coefficients = std::move(coefficients);
    return spec;
}

const AgreementRow& row_of(const AgreementReport& report, const std::string& label) {
    for (const auto& row : report.rows) {
        if (row.label == label) return row;
    }
    throw std::runtime_error("no row " + label);
}

}  // namespace

TEST_CASE("A code that nobody used is said to be unused, and never enters what is pooled") {
    MaterialBuilder study = two_coders();
    study.code("Trust").code("Fear");
    study.coding("s", "Trust", 100, 225, "anna");
    study.coding("s", "Trust", 175, 300, "bram");
    const auto report = agreement(study.material(),
                                  spec_of(study, {C::krippendorff_alpha_nominal, C::f1, C::percent_agreement,
                                                  C::cohen_kappa, C::gwet_ac1, C::brennan_prediger}));
    const auto& unused = row_of(report, "Fear");
    CHECK(unused.figures[0].value.lack == Lack::unused);
    CHECK(unused.figures[1].value.lack == Lack::unused);
    CHECK(unused.figures[2].value.value == 1);
    CHECK(unused.figures[3].value.lack == Lack::unused);
    const auto& used = row_of(report, "Trust");
    CHECK(used.figures[0].value.value == Approx(0.31462857142857137).epsilon(1e-12));
    CHECK(used.marked == std::vector<double>{125, 125});
    CHECK(used.both == 50);
    CHECK(used.neither == 800);
    CHECK(report.rows.back().figures[0].value.value == Approx(used.figures[0].value.value).epsilon(1e-12));
    for (const std::size_t figure : {3, 4, 5})
        CHECK(report.rows.back().figures[figure].value.value ==
              Approx(used.figures[figure].value.value).epsilon(1e-12));
    CHECK(report.undefined_rows == 1);
}

TEST_CASE("A code that was used but that no unit has by the rule is not called unused") {
    MaterialBuilder study = two_coders();
    study.code("Trust").code("Fear");
    study.coding("s", "Trust", 100, 225, "anna");
    auto spec = spec_of(study);
    spec.unit = Unit::source;
    spec.rule = UnitRule::majority;
    const auto report = agreement(study.material(), spec);
    const auto& row = row_of(report, "Trust");
    CHECK(row.marked == std::vector<double>{0, 0});
    CHECK(row.used == std::vector<bool>{true, false});
    for (const std::size_t figure : {0, 1, 3}) CHECK(row.figures[figure].value.lack == Lack::nowhere);
    CHECK(row_of(report, "Fear").figures[0].value.lack == Lack::unused);
    CHECK(report.rows.back().figures[0].value.lack == Lack::nowhere);
}

TEST_CASE("A code that is everywhere has an F1 but no chance-corrected agreement") {
    MaterialBuilder study = two_coders();
    study.code("All");
    study.whole("s", "All", "anna");
    study.coding("s", "All", 0, 1000, "bram");
    const auto row = row_of(agreement(study.material(), spec_of(study)), "All");
    CHECK(row.figures[0].value.lack == Lack::everywhere);
    CHECK(row.figures[1].value.value == 1);
    CHECK(row.figures[3].value.lack == Lack::everywhere);
    CHECK(sentence_of(Lack::everywhere) ==
          "all text carries the code: chance-corrected agreement is undefined");
}

TEST_CASE("A coder who has not coded a source is missing there, not one who found nothing") {
    MaterialBuilder study = two_coders({"a", "b"});
    study.code("Trust");
    study.mark("b", "bram", Mark::coding);
    study.coding("a", "Trust", 0, 10, "anna");
    study.coding("a", "Trust", 0, 10, "bram");
    study.coding("b", "Trust", 0, 500, "anna");
    const auto report = agreement(study.material(), spec_of(study));
    CHECK(row_of(report, "Trust").figures[0].value.value == 1);
    CHECK(report.sources.size() == 1);
    REQUIRE(report.missing.size() == 1);
    CHECK(report.missing[0].coders == std::vector<std::size_t>{1});
}

TEST_CASE("One coder alone, a coder twice and a stranger are refused") {
    const MaterialBuilder study = two_coders();
    auto spec = spec_of(study);
    spec.coders.pop_back();
    CHECK_THROWS_AS(agreement(study.material(), spec), base::Error);
    spec.coders.push_back(spec.coders.front());
    CHECK_THROWS_AS(agreement(study.material(), spec), base::Error);
    spec.coders.back() = {model::CoderId{424242}};
    CHECK_THROWS_AS(agreement(study.material(), spec), base::Error);
}

TEST_CASE("Passages without a character are left out and counted, and those beyond the text are cut") {
    MaterialBuilder study = two_coders();
    study.code("Trust");
    study.coding("s", "Trust", 50, 50, "anna");
    study.coding("s", "Trust", 900, 5000, "anna");
    study.coding("s", "Trust", 900, 1000, "bram");
    const auto report = agreement(study.material(), spec_of(study));
    CHECK(report.empty_passages == 1);
    CHECK(row_of(report, "Trust").figures[0].value.value == 1);
    CHECK(row_of(report, "Trust").units == 1000);
}

TEST_CASE("A dimension whose codes exclude each other is one nominal value, and is refused where it is not") {
    MaterialBuilder study = two_coders();
    study.code("Act/Pro").code("Act/Con").exclusive("Act");
    study.coding("s", "Act/Pro", 0, 100, "anna");
    study.coding("s", "Act/Con", 200, 300, "anna");
    study.coding("s", "Act/Pro", 0, 100, "bram");
    study.coding("s", "Act/Pro", 200, 300, "bram");
    auto spec = spec_of(study, {C::krippendorff_alpha_nominal, C::cu_alpha, C::bar_u_alpha});
    spec.by = AgreementBy::dimension;
    const auto row = row_of(agreement(study.material(), spec), "Act");
    CHECK(row.nominal);
    CHECK(row.both == 200);
    CHECK(row.figures[0].value.value < 1);
    CHECK(row.figures[1].value.value < 1);
    CHECK(row.figures[1].coverage->value == Approx(0.2));
    CHECK(row.figures[2].value.value == 1);

    study.coding("s", "Act/Con", 50, 60, "bram");
    const auto refused = agreement(study.material(), spec);
    for (const auto& one : row_of(refused, "Act").figures) CHECK(one.value.lack == Lack::overlapping);
    REQUIRE(refused.double_codings.size() == 1);
    CHECK(refused.double_codings[0].coder == 1);
    CHECK(refused.double_codings[0].position == 50);
}

TEST_CASE("A turn carries a code by any part of it or by more than half of it") {
    MaterialBuilder study = two_coders();
    study.code("Trust").turn("s", "p", 100).turn("s", "p", 100).turn("s", "p", 100);
    study.coding("s", "Trust", 0, 100, "anna");
    study.coding("s", "Trust", 0, 160, "bram");
    study.coding("s", "Trust", 250, 300, "bram");
    auto spec = spec_of(study, {C::percent_agreement});
    spec.unit = Unit::turn;
    CHECK(row_of(agreement(study.material(), spec), "Trust").figures[0].value.value == Approx(1.0 / 3));
    spec.rule = UnitRule::majority;
    // 60 of 100 is more than half, 50 of 100 is not.
    CHECK(row_of(agreement(study.material(), spec), "Trust").figures[0].value.value == Approx(2.0 / 3));
}

TEST_CASE("White space and punctuation at the ends of passages can be left out") {
    MaterialBuilder study = two_coders();
    study.code("Trust");
    study.coding("s", "Trust", 10, 20, "anna");
    study.coding("s", "Trust", 9, 21, "bram");
    auto spec = spec_of(study, {C::f1});
    const auto words = [](model::SourceId, Unit) {
        return std::vector<text::Span>{{2, 8}, {10, 14}, {15, 20}, {22, 30}};
    };
    CHECK(row_of(agreement(study.material(), spec, words), "Trust").figures[0].value.value < 1);
    spec.trim = true;
    CHECK(row_of(agreement(study.material(), spec, words), "Trust").figures[0].value.value == 1);
}

TEST_CASE("People's rows hold their own turns only, and three coders are compared in pairs too") {
    MaterialBuilder study;
    study.participant("mother", "parent", "T1").participant("son", "youth", "T1");
    study.coder("anna").coder("bram").coder("carla").code("Trust");
    study.source("joint", {"mother", "son"}, 200).turn("joint", "mother", 100).turn("joint", "son", 100);
    for (const std::string coder : {"anna", "bram", "carla"}) study.mark("joint", coder, Mark::coded);
    study.coding("joint", "Trust", 0, 50, "anna");
    study.coding("joint", "Trust", 0, 50, "bram");
    study.coding("joint", "Trust", 100, 150, "anna");
    study.coding("joint", "Trust", 150, 200, "bram");
    auto spec = spec_of(study, {C::krippendorff_alpha_nominal, C::percent_agreement});
    spec.by = AgreementBy::role;
    const auto report = agreement(study.material(), spec);
    CHECK(row_of(report, "parent").figures[0].value.value == 1);
    CHECK(row_of(report, "parent").units == 100);
    CHECK(row_of(report, "youth").figures[1].value.value == 0);

    spec.by = AgreementBy::code;
    spec.coders.push_back({study.coder_id("carla")});
    const auto three = agreement(study.material(), spec);
    REQUIRE(three.pairs.size() == 3);
    CHECK(three.pairs[0].coders == std::vector<std::size_t>{0, 1});
    CHECK(three.pairs[0].figures[1].value == Approx(0.5));
    REQUIRE(three.left_out.size() == 3);
    CHECK(three.left_out[2].coders == std::vector<std::size_t>{0, 1});
    CHECK(three.left_out[2].figures[1].value == Approx(0.5));
}

TEST_CASE(
    "Ten million characters and a hundred thousand passages are counted exactly, without a loop over "
    "characters") {
    MaterialBuilder study = two_coders({"x"});
    study.code("Trust");
    auto material = study.material();
    auto& source = material.sources.front();
    source.length = 10'000'000'000;
    const auto code = study.code_id("Trust");
    for (std::int64_t i = 0; i < 50'000; ++i) {
        source.codings.push_back(
            {{i + 1}, code, study.coder_id("anna"), {i * 200'000, i * 200'000 + 100'000}});
        source.codings.push_back(
            {{i + 100'000}, code, study.coder_id("bram"), {i * 200'000 + 1, i * 200'000 + 100'001}});
    }
    const auto begin = std::chrono::steady_clock::now();
    auto spec = spec_of(study, {C::krippendorff_alpha_nominal, C::u_alpha, C::span_iou90_f1, C::ku_alpha});
    const auto row = row_of(agreement(material, spec), "Trust");
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    CHECK(row.units == 1e10);
    CHECK(row.marked == std::vector<double>{5e9, 5e9});
    CHECK(row.both == 50'000.0 * 99'999);
    const double off = 2.0 * 50'000, all = 2e10;
    CHECK(row.figures[0].value.value == Approx(1 - (all - 1) * 2 * off / (2 * 1e10 * 1e10)).epsilon(1e-12));
    CHECK(row.figures[2].value.value == 1);
}

TEST_CASE("What cannot be a unitizing is not called one") {
    Continuum overlapping{100, {{{{0, 50}, 1}, {{40, 60}, 2}}, {{{0, 50}, 1}}}};
    std::vector<double> columns(unitizing_columns(2));
    CHECK_FALSE(add_continuum(overlapping, 2, columns));
    CHECK(columns == std::vector<double>(unitizing_columns(2)));
    CHECK(unitizing(columns, 2).u.lack == Lack::no_overlap);
    Continuum full{100, {{{{0, 100}, 1}}, {{{0, 100}, 1}}}};
    CHECK(add_continuum(full, 2, columns));
    CHECK(unitizing(columns, 2).relevance.lack == Lack::no_variation);
}
