// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/people.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/coders.h"
#include "study/history.h"
#include "study/participants.h"
#include "study/settings.h"
#include "study/temporary_study.h"
#include "study/verbs/coders.h"
#include "study/verbs/coding.h"
#include "study/verbs/settings.h"

using Catch::Contains;
using study::Edit;
using support::TemporaryStudy;

namespace {

template <class Verb>
auto in_one_edit(const TemporaryStudy& study, Verb verb) {
    Edit edit(*study, "people");
    if constexpr (std::is_void_v<decltype(verb(edit))>) {
        verb(edit);
        return edit.commit();
    } else {
        const auto result = verb(edit);
        edit.commit();
        return result;
    }
}

model::ParticipantId add_participant(const TemporaryStudy& study, const std::string& name) {
    return in_one_edit(
        study, [&](Edit& edit) { return study::verbs::ensure_participant(edit, name, "ouder", "T1"); });
}

model::Participant only_participant(const TemporaryStudy& study) {
    return study::participants::all(*study).at(0);
}

}  // namespace

TEST_CASE("role and triad of a participant are changed, made where they are new, and taken away") {
    TemporaryStudy study;
    const auto mother = add_participant(study, "T1-moeder");
    const auto before = support::rows_of(*study);
    const auto role = only_participant(study).role;
    in_one_edit(study, [&](Edit& edit) {
        study::verbs::set_role(edit, mother, "JIM");
        study::verbs::set_triad(edit, mother, "T2");
    });
    CHECK(only_participant(study).role != role);
    CHECK(study::participants::roles(*study).size() == 2);
    CHECK(study::participants::triads(*study).size() == 2);
    in_one_edit(study, [&](Edit& edit) { study::verbs::set_role(edit, mother, "OUDER"); });
    CHECK(only_participant(study).role == role);
    in_one_edit(study, [&](Edit& edit) {
        study::verbs::set_role(edit, mother, "");
        study::verbs::set_triad(edit, mother, "");
    });
    CHECK_FALSE(only_participant(study).role);
    CHECK_FALSE(only_participant(study).triad);
    for (int i = 0; i < 3; ++i) study::History(*study).undo();
    CHECK(support::rows_of(*study) == before);
    Edit edit(*study, "set_role");
    CHECK_THROWS_WITH(study::verbs::set_role(edit, {77}, "JIM"), Contains("no longer"));
    CHECK_THROWS_WITH(study::verbs::set_triad(edit, {77}, "T1"), Contains("no longer"));
    CHECK_THROWS_WITH(study::verbs::set_role(edit, mother, " \t"), Contains("needs a name"));
}

TEST_CASE("what is known of a participant is kept in its attribute's form or refused") {
    TemporaryStudy study;
    const auto mother = add_participant(study, "T1-moeder");
    const auto age = in_one_edit(study, [&](Edit& edit) {
        return study::verbs::ensure_attribute(edit, "leeftijd", model::AttributeType::number);
    });
    CHECK(in_one_edit(study, [&](Edit& edit) {
              return study::verbs::ensure_attribute(edit, "Leeftijd", model::AttributeType::text);
          }) == age);
    in_one_edit(study, [&](Edit& edit) { study::verbs::set_attribute(edit, mother, age, " 44,5 "); });
    CHECK(only_participant(study).attributes.at(age) == "44.5");
    {
        Edit edit(*study, "set_attribute");
        CHECK_THROWS_WITH(study::verbs::set_attribute(edit, mother, age, "oud"),
                          Contains("leeftijd") && Contains("“oud”"));
        CHECK_THROWS_WITH(study::verbs::set_attribute(edit, {77}, age, "4"), Contains("participant"));
        CHECK_THROWS_WITH(study::verbs::set_attribute(edit, mother, {77}, "4"), Contains("attribute"));
    }
    in_one_edit(study, [&](Edit& edit) { study::verbs::set_attribute(edit, mother, age, ""); });
    CHECK(only_participant(study).attributes.empty());
}

TEST_CASE("a role has a colour or none") {
    TemporaryStudy study;
    add_participant(study, "T1-moeder");
    const auto role = study::participants::roles(*study).at(0).id;
    in_one_edit(study, [&](Edit& edit) { study::verbs::set_role_colour(edit, role, "#Aa0011"); });
    CHECK(study::participants::roles(*study).at(0).colour == "#aa0011");
    {
        Edit edit(*study, "set_role_colour");
        for (const char* colour : {"rood", "#12345", "#1234567", "#12345g"}) {
            CHECK_THROWS_WITH(study::verbs::set_role_colour(edit, role, colour), Contains("no colour"));
        }
        CHECK_THROWS_WITH(study::verbs::set_role_colour(edit, {77}, ""), Contains("no longer"));
    }
    in_one_edit(study, [&](Edit& edit) { study::verbs::set_role_colour(edit, role, ""); });
    CHECK(study::participants::roles(*study).at(0).colour.empty());
}

TEST_CASE("a coder is made once and keeps the work under another name") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: Dat helpt mij.\n");
    study.add_coding(source, {3, 12}, study.add_code("Steun"), "Anna");
    const auto anna = study::coders::resolve(*study, "Anna");
    const auto bram = in_one_edit(study, [](Edit& edit) { return study::verbs::ensure_coder(edit, "Bram"); });
    CHECK(in_one_edit(study, [](Edit& edit) { return study::verbs::ensure_coder(edit, "anna"); }) == anna.id);
    in_one_edit(study, [&](Edit& edit) { study::verbs::rename_coder(edit, anna.id, "ANNA"); });
    in_one_edit(study, [&](Edit& edit) { study::verbs::rename_coder(edit, anna.id, " Anneke "); });
    CHECK(study::coders::get(*study, anna.id)->name == "Anneke");
    CHECK(study::coders::get(*study, anna.id)->guid == anna.guid);
    CHECK(study::coders::all(*study).size() == 2);
    Edit edit(*study, "rename_coder");
    CHECK_THROWS_WITH(study::verbs::rename_coder(edit, bram, "anneke"), Contains("already"));
    CHECK_THROWS_WITH(study::verbs::rename_coder(edit, {77}, "Cora"), Contains("no longer"));
    for (const char* name : {"settled", "any", "all", " "}) {
        CAPTURE(name);
        CHECK_THROWS_AS(study::verbs::rename_coder(edit, bram, name), base::Error);
        CHECK_THROWS_AS(study::verbs::ensure_coder(edit, name), base::Error);
    }
    CHECK_FALSE(edit.commit());
}

TEST_CASE("settings are kept in the study, changed and taken away") {
    TemporaryStudy study;
    const auto set = [&](const std::string& name, const std::string& value) {
        return in_one_edit(study, [&](Edit& edit) { study::verbs::set_setting(edit, name, value); });
    };
    const auto before = support::rows_of(*study);
    CHECK(study::settings::get(*study, study::settings::kQuotationTemplate).empty());
    CHECK(set(study::settings::kQuotationTemplate, "{quote}"));
    CHECK_FALSE(set(study::settings::kQuotationTemplate, "{quote}"));
    CHECK(set(study::settings::kQuotationTemplate, "‘{quote}’"));
    CHECK(study::settings::get(*study, study::settings::kQuotationTemplate) == "‘{quote}’");
    CHECK(set(study::settings::kQuotationTemplate, ""));
    CHECK(support::rows_of(*study) == before);
    CHECK(set(study::settings::kName, " Ander \n onderzoek "));
    CHECK(study->name() == "Ander   onderzoek");
    CHECK(set(study::settings::kLanguage, "en"));
    CHECK(study->language() == "en");
    CHECK_THROWS_WITH(set(study::settings::kQuotationTemplate, "({role})"), Contains("{quote}"));
    CHECK_THROWS_WITH(set(study::settings::kName, " "), Contains("needs a name"));
    for (const char* language : {"", "Nederlands", "NL", "n"}) {
        CHECK_THROWS_WITH(set(study::settings::kLanguage, language), Contains("no language"));
    }
    for (int i = 0; i < 5; ++i) study::History(*study).undo();
    CHECK(support::rows_of(*study) == before);
}
