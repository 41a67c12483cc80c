// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/material.h"

#include <catch2/catch.hpp>

#include "study/history.h"
#include "study/sources.h"
#include "study/temporary_study.h"
#include "study/verbs/coding.h"
#include "study/verbs/marking.h"
#include "study/verbs/people.h"

using model::Material;
using support::TemporaryStudy;

namespace {

/// Everything in a material that could differ, as text.
std::string told(const Material& material) {
    std::string text;
    for (const auto& role : material.roles) text += role.name + ";";
    for (const auto& participant : material.participants) {
        text +=
            fmt::format("{} {} {};", participant.name, participant.role.value, participant.attributes.size());
    }
    for (const auto& coder : material.coders) text += coder.name + ";";
    for (const auto& code : material.codebook.codes()) text += code.name + ";";
    for (const auto& source : material.sources) {
        text += fmt::format("\n{} {} {} {}:", source.name, source.length, source.turns.size(),
                            source.participants.size());
        for (const auto& [speaker, people] : source.speakers)
            text += fmt::format("{}={} ", speaker.value, people.size());
        for (const auto& coding : source.codings) {
            text += fmt::format("{}/{}/{}-{} ", coding.id.value, coding.code.value, coding.span.begin,
                                coding.span.end);
        }
        text += "aside ";
        for (const auto& coding : source.aside) text += fmt::format("{}/{} ", coding.id.value, coding.layer);
        for (const auto& [coder, progress] : source.marks)
            text += fmt::format("m{}{}{} ", coder.value, static_cast<int>(progress.mark), progress.round);
    }
    return text;
}

}  // namespace

TEST_CASE("a material that was refreshed by each change equals one that is loaded anew") {
    TemporaryStudy study;
    auto material = study::load_material(*study);
    int checked = 0;
    const auto connection = study->on_changed([&](const study::Changes& changes) {
        study::refresh(material, *study, changes);
        CHECK(told(material) == told(study::load_material(*study)));
        ++checked;
    });
    const auto first = study.add_source("T2", "I: Hoe?\nM: Zo.\n");
    study.add_source("T1", "I: Wat?\nM: Dat.\n");
    const auto code = study.add_code("Afspraken");
    const auto coding = study.add_coding(first, {3, 6}, code, "Anna");
    {
        study::Edit edit(*study, "speakers");
        const auto id = study::verbs::ensure_participant(edit, "T2-moeder", "ouder", "T2");
        study::verbs::set_speaker(edit, first, "M", {text::SpeakerKind::participant, {id}});
        study::verbs::mark(edit, first, study::verbs::hand(edit, "Anna"), model::Mark::coded);
        edit.commit();
    }
    CHECK(material.sources.at(0).name == "T1");
    CHECK(material.sources.at(1).codings.at(0).id == coding);
    {
        study::Edit edit(*study, "remove");
        study::verbs::remove_source(edit, first);
        edit.commit();
    }
    CHECK(material.sources.size() == 1);
    study::History history(*study);
    while (history.undoable()) history.undo();
    while (history.redoable()) history.redo();
    CHECK(checked >= 18);
}

TEST_CASE("words are counted within spans, each word once where it begins") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "M: een twee drie\n");
    const auto other = study.add_source("T2", "M: vier\n");
    study::WordCounter words(*study);
    CHECK(words.count(source, {{3, 11}}) == 2);
    CHECK(words.count(source, {{3, 6}, {12, 16}}) == 2);
    CHECK(words.count(other, {{0, 8}}) == 2);
    CHECK(words.count(source, {{4, 6}}) == 0);
}
