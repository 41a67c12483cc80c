// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/definitions.h"

#include <catch2/catch.hpp>

#include "study/codes.h"
#include "study/material.h"
#include "study/temporary_study.h"
#include "study/verbs/codebook.h"

using study::Edit;
using support::TemporaryStudy;

namespace {

void change(const TemporaryStudy& study, model::CodeId id, const std::function<void(model::Code&)>& how) {
    Edit edit(*study, "change_code");
    model::Code code = *study::codes::get(*study, id);
    how(code);
    study::verbs::change_code(edit, code);
    edit.commit();
}

}  // namespace

TEST_CASE("a change of what a code means is known by its revision, a new colour is none") {
    TemporaryStudy study;
    const auto steun = study.add_code("Steun"), strijd = study.add_code("Strijd");
    CHECK(study::definition_changes(*study).empty());
    change(study, steun, [](model::Code& code) { code.colour = "#112233"; });
    change(study, strijd, [](model::Code& code) { code.name = "Ruzie"; });
    CHECK(study::definition_changes(*study).empty());
    change(study, steun, [](model::Code& code) { code.when_not = "not for money"; });
    const auto changes = study::definition_changes(*study);
    REQUIRE(changes.size() == 1);
    CHECK(changes.at(steun).revision == study->revision());
}

TEST_CASE("codings that were made before their code's definition changed are counted by coder") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij, en dat weet hij ook wel.\n");
    const auto steun = study.add_code("Steun");
    study.add_coding(source, {3, 12}, steun, "Anna");
    study->database().execute("UPDATE coding SET created = created - 100");
    change(study, steun, [](model::Code& code) { code.definition = "Help, of what kind ever"; });
    study.add_coding(source, {18, 30}, steun, "Anna");
    study.add_coding(source, {3, 12}, steun, "Bram");
    const auto older = study::older_codings(*study, study::load_material(*study));
    REQUIRE(older.size() == 1);
    CHECK(older[0].code == steun);
    CHECK(older[0].older == 1);
    CHECK(older[0].all == 2);
}

TEST_CASE("what was settled is counted as the settled layer's, whoever decided it") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij, en dat weet hij ook wel.\n");
    const auto steun = study.add_code("Steun");
    study.add_coding(source, {3, 12}, steun, "Anna");
    study.add_coding(source, {18, 30}, steun, "Anna");
    study->database().execute("UPDATE coding SET created = created - 100");
    study->database().execute("UPDATE coding SET layer = 0 WHERE first = 18");
    change(study, steun, [](model::Code& code) { code.definition = "Help, of what kind ever"; });
    const auto older = study::older_codings(*study, study::load_material(*study));
    REQUIRE(older.size() == 2);
    CHECK_FALSE(older[0].coder);
    CHECK(older[1].coder);
    for (const auto& one : older) CHECK(one.all == 1);
}
