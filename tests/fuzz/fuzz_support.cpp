// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz_support.h"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "support/temporary_folder.h"

namespace fuzz {

void expect(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "This must hold and does not: %s\n", what);
    std::abort();
}

std::filesystem::path as_file(std::string_view content, const char* name) {
    static const support::TemporaryFolder folder;
    return folder.file(name, content);
}

void expect_sound(const text::DetectedTurns& detected, const text::Text& text) {
    text::Position end = 0;
    std::vector<std::int64_t> turns(detected.speakers.size());
    for (const auto& turn : detected.turns) {
        expect(turn.span.begin >= end, "turns are in order and disjoint");
        expect(!turn.span.empty() && turn.span.end <= text.size(), "a turn is a span of the text");
        expect(turn.span.begin <= turn.body && turn.body <= turn.span.end, "the body is within its turn");
        expect(turn.speaker < detected.speakers.size(), "a turn has a speaker");
        ++turns[turn.speaker];
        end = turn.span.end;
    }
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const auto& speaker = detected.speakers[i];
        expect(!speaker.label.empty(), "a speaker has a label");
        expect(speaker.turns == turns[i] && turns[i] > 0, "a speaker has the turns that are counted");
        expect(0 <= speaker.questions && speaker.questions <= speaker.turns,
               "questions are some of the turns");
    }
    text::Position before = 0;
    for (const auto& time : detected.times) {
        expect(before <= time.position && time.position <= text.size(), "times are in the order of the text");
        expect(time.milliseconds >= 0, "no time is before the beginning");
        before = time.position;
    }
}

}  // namespace fuzz
