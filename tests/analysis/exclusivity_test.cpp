// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/exclusivity.h"

#include <catch2/catch.hpp>

#include "analysis/crosstab.h"
#include "analysis/material_builder.h"

using analysis::crosstab;
using analysis::CrosstabSpec;
using model::Mark;

namespace {

/// Actie is exclusive. One has one code of it, two has two, none has none and another code; waiting is not
/// coded yet, absent has no interview.
MaterialBuilder five_people() {
    MaterialBuilder builder;
    builder.exclusive("Actie").code("Actie/Proactief").code("Actie/Behoedzaam").code("Rechten/Afspraken");
    for (const char* name : {"one", "two", "none", "waiting"}) {
        builder.participant(name, "JIM").source(name, {name}).mark(name, "anna", Mark::coded);
    }
    builder.participant("absent", "JIM").mark("waiting", "anna", Mark::coding);
    builder.coding("one", "Actie/Proactief", 0, 5);
    builder.coding("one", "Actie/Proactief", 8, 9);
    builder.coding("two", "Actie/Proactief", 0, 5);
    builder.coding("two", "Actie/Behoedzaam", 0, 5);
    builder.coding("none", "Rechten/Afspraken", 0, 5);
    builder.coding("none", "Rechten/Informatie", 0, 5);
    return builder;
}

}  // namespace

TEST_CASE("Coded participants with none or two codes of an exclusive dimension are warned of") {
    const MaterialBuilder builder = five_people();
    const auto table = crosstab(builder.material(), {});
    REQUIRE(table.warnings.size() == 2);
    CHECK(table.warnings[0].dimension == builder.code_id("Actie"));
    CHECK(table.warnings[0].participant == builder.participant_id("two"));
    CHECK(table.warnings[0].codes == std::vector<model::CodeId>{builder.code_id("Actie/Proactief"),
                                                                builder.code_id("Actie/Behoedzaam")});
    CHECK(table.warnings[1].participant == builder.participant_id("none"));
    CHECK(table.warnings[1].codes.empty());
}

TEST_CASE("Participants whom the filter leaves out are not warned of") {
    CrosstabSpec spec;
    spec.where = {{"participant", "two"}};
    CHECK(crosstab(five_people().material(), spec).warnings.size() == 1);
}

TEST_CASE("A dimension that the filter shows in part is not warned of") {
    const MaterialBuilder builder = five_people();
    CrosstabSpec spec;
    spec.codes = {builder.code_id("Actie/Proactief")};
    CHECK(crosstab(builder.material(), spec).warnings.empty());
    spec.codes = {builder.code_id("Actie/Proactief"), builder.code_id("Actie/Behoedzaam")};
    CHECK(crosstab(builder.material(), spec).warnings.size() == 2);
    spec.codes = {builder.code_id("Actie")};
    CHECK(crosstab(builder.material(), spec).warnings.size() == 2);
    spec.codes = {builder.code_id("Rechten")};
    CHECK(crosstab(builder.material(), spec).warnings.empty());
}

TEST_CASE("Warnings are about the codings that the table counts") {
    MaterialBuilder builder = five_people();
    builder.coding("two", "Actie/Behoedzaam", 0, 5, "bert");
    CrosstabSpec spec;
    spec.whose = {analysis::Whose::Kind::one, builder.coder_id("bert")};
    CHECK(crosstab(builder.material(), spec).warnings.empty());
    spec.whose = {analysis::Whose::Kind::settled, {}};
    CHECK(crosstab(builder.material(), spec).warnings.empty());
}

TEST_CASE(
    "An exclusive heading within a dimension is watched; an exclusive code without codes below is not") {
    MaterialBuilder builder;
    builder.participant("A").source("s", {"A"});
    builder.exclusive("Rechten/Toon").code("Rechten/Toon/Scherp").code("Rechten/Toon/Mild");
    builder.exclusive("Los").coding("s", "Rechten/Afspraken", 0, 5);
    const auto table = crosstab(builder.material(), {});
    REQUIRE(table.warnings.size() == 1);
    CHECK(table.warnings[0].dimension == builder.code_id("Rechten/Toon"));
}
