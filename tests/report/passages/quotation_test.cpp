// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/passages/quotation.h"

#include <catch2/catch.hpp>

#include "study/material.h"
#include "study/participants.h"
#include "study/sources.h"
#include "study/verbs/import.h"
#include "study/verbs/people.h"
#include "study/verbs/settings.h"
#include "support/temporary_folder.h"

using report::quotation;

namespace {

constexpr const char* kTalk = "I: Hoe gaat het?\nM: Dat helpt mij.\nI: En thuis?\nV: Ook {wel}, hoor.\n";

/// A study in which M is a mother of 44 in T1, and V a father of whom nothing else is known.
class Talk {
  public:
    Talk() : study_(study::Study::create(folder_ / "S.trialogue", "S", "nl")) {
        study::Edit edit(*study_, "import");
        study::verbs::SourceDraft draft;
        draft.name = "T1_thuis";
        draft.content.text = text::Text(kTalk);
        draft.content.turns = text::detect_turns(draft.content.text);
        source_ = study::verbs::import_source(edit, draft, false).source;
        const auto mother = study::verbs::ensure_participant(edit, "T1-moeder", "moeder", "T1");
        const auto age = study::verbs::ensure_attribute(edit, "leeftijd", model::AttributeType::number);
        const auto place = study::verbs::ensure_attribute(edit, "Woonplaats", model::AttributeType::text);
        study::verbs::set_attribute(edit, mother, age, "44");
        study::verbs::set_attribute(edit, mother, place, "Amersfoort");
        const auto father = study::verbs::ensure_participant(edit, "T1-vader", {}, {});
        study::verbs::set_speaker(edit, source_, "M", {text::SpeakerKind::participant, {mother}});
        study::verbs::set_speaker(edit, source_, "V", {text::SpeakerKind::participant, {father}});
        study::verbs::set_speaker(edit, source_, "I", {text::SpeakerKind::interviewer, {}});
        edit.commit();
    }

    /// From the first of some words to the last of others.
    [[nodiscard]] static text::Span passage(const std::string& from, const std::string& to) {
        const text::Text text(kTalk);
        return {text.occurrences(from, text.whole()).at(0).begin,
                text.occurrences(to, text.whole()).at(0).end};
    }
    [[nodiscard]] std::string with(std::string_view pattern, const text::Span& span) const {
        const auto source = study::sources::get(*study_, source_);
        return quotation(study::load_material(*study_), source, text::Text(kTalk), span, pattern);
    }
    [[nodiscard]] std::string by_the_study(const text::Span& span) const {
        const auto source = study::sources::get(*study_, source_);
        return quotation(*study_, study::load_material(*study_), source, text::Text(kTalk), span);
    }
    void set(const std::string& name, const std::string& value) {
        study::Edit edit(*study_, "set_setting");
        study::verbs::set_setting(edit, name, value);
        edit.commit();
    }

  private:
    support::TemporaryFolder folder_;
    std::unique_ptr<study::Study> study_;
    model::SourceId source_;
};

}  // namespace

TEST_CASE("A quotation is copied with who says it, in the form of the study's language or of its own") {
    Talk talk;
    const auto help = Talk::passage("Dat helpt", "mij.");
    CHECK(talk.by_the_study(help) == "“Dat helpt mij.” (moeder, 44 jaar)");
    talk.set("language", "en");
    CHECK(talk.by_the_study(help) == "“Dat helpt mij.” (moeder, 44)");
    talk.set("quotation_template", "{participant}: ‘{quote}’");
    CHECK(talk.by_the_study(help) == "T1-moeder: ‘Dat helpt mij.’");
}

TEST_CASE("Every placeholder has its value, attributes by their names") {
    const Talk talk;
    const auto help = Talk::passage("helpt", "helpt");
    CHECK(talk.with("{quote}|{participant}|{role}|{triad}|{source}|{turn}", help) ==
          "helpt|T1-moeder|moeder|T1|T1_thuis|2");
    CHECK(talk.with("{age} {leeftijd} {woonplaats} { Woonplaats }", help) == "44 44 Amersfoort Amersfoort");
    CHECK(talk.with("", help).empty());
    CHECK(talk.with("{quote", help) == "{quote");
    CHECK(talk.with("{quote} (niet dicht", help) == "helpt (niet dicht");
}

TEST_CASE("What is not known is left out with its words, its comma and brackets that would be empty") {
    const Talk talk;
    const auto also = Talk::passage("Ook", "hoor.");
    CHECK(talk.with("“{quote}” ({role}, {age} jaar)", also) == "“Ook {wel}, hoor.”");
    CHECK(talk.with("“{quote}” ({role}, {participant}, {age} jaar), {source}", also) ==
          "“Ook {wel}, hoor.” (T1-vader), T1_thuis");
    CHECK(talk.with("“{quote}” ({participant}, {role}) [{triad}].", also) ==
          "“Ook {wel}, hoor.” (T1-vader).");
    CHECK(talk.with("{role}, {participant}: {quote}", also) == "T1-vader: Ook {wel}, hoor.");
    // The words themselves are never left out.
    CHECK(talk.with("({role}: {quote})", also) == "(: Ook {wel}, hoor.)");
    CHECK(talk.with("{quote} ({nergens})", also) == "Ook {wel}, hoor.");
}

TEST_CASE("Labels of turns are no part of the words, wherever the passage begins and ends") {
    const Talk talk;
    CHECK(talk.with("{quote} ({participant})", Talk::passage("M: Dat", "thuis?")) ==
          "Dat helpt mij.\nEn thuis? (T1-moeder)");
    CHECK(talk.with("{quote}", Talk::passage(": Dat", "mij.\nI:")) == "Dat helpt mij.");
    CHECK(talk.with("{quote}", Talk::passage("V: Ook", "hoor.\n")) == "Ook {wel}, hoor.");
}

TEST_CASE("A passage of nobody's is copied without a name") {
    const Talk talk;
    CHECK(talk.with("{quote} ({participant}, beurt {turn})", Talk::passage("En thuis", "thuis?")) ==
          "En thuis? (beurt 3)");
}
