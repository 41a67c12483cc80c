// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <map>
#include <string>

#include "exchange/in/docx.h"
#include "support/shared_data.h"

namespace {

using Counts = std::map<std::string, std::int64_t>;

}  // namespace

// Counted without the detector: the paragraphs of each file were taken from the XML with another reader, and
// those that open with one of the legend's labels (after a time with two parts and "=") and a colon were
// counted by label; every other paragraph that is not empty, a time or wholly in brackets was then read, and
// added where it is speech with another mark, less the lines of the legend. By colon, and added by reading:
//   01: I1 245, I2 161, M 249, K 318, less one legend line each; added I1 9, I2 3, M 4, K 10
//       (times with three parts, semicolons, full stops, one label without a mark)
//   03: I1 200 less the legend line, I2 87, I 4, X 281; added X 4 (full stops, a remark beside the label)
//   11: I 245, X 134, Y 228; added X 2 (lower case, full stop), unknown speaker 2
//   15: I 216, O 69, X 267; added X 2 (full stops), XX, SØN and an unknown speaker once each
//   25: I 357, X 298, Y 319, X og Y 3; added I 1 (a doubtful one), X 1 (full stop)
TEST_CASE("the turns of interviews in Word files are exact, with all their slips of punctuation") {
    const std::map<std::string, Counts> counted{
        {"Interview_01", {{"I1", 253}, {"I2", 163}, {"M", 252}, {"K", 327}}},
        {"Interview_03", {{"I1", 199}, {"I2", 87}, {"I", 4}, {"X", 285}}},
        {"Interview_11", {{"I", 245}, {"X", 136}, {"Y", 228}, {"?", 2}}},
        {"Interview_15", {{"I", 216}, {"O", 69}, {"X", 269}, {"XX", 1}, {"SØN", 1}, {"?", 1}}},
        {"Interview_25", {{"I", 358}, {"X", 299}, {"Y", 319}, {"X og Y", 3}}},
    };
    if (!support::has_shared("transcripts/da_ecape")) {
        WARN("skipped: no ../shared/data/transcripts/da_ecape");
        return;
    }
    for (const auto& [name, expected] : counted) {
        INFO(name);
        const auto imported =
            exchange::read_docx(support::shared_data("transcripts/da_ecape/" + name + ".docx"));
        Counts found;
        for (const auto& speaker : imported.turns.speakers) found[speaker.label] = speaker.turns;
        CHECK(found == expected);
    }
}

TEST_CASE("the legend at the head of an interview says who asks and who answers") {
    if (!support::has_shared("transcripts/da_ecape")) {
        WARN("skipped: no ../shared/data/transcripts/da_ecape");
        return;
    }
    const std::map<std::string, std::map<std::string, text::SpeakerKind>> known{
        {"Interview_01",
         {{"I1", text::SpeakerKind::interviewer},
          {"I2", text::SpeakerKind::interviewer},
          {"M", text::SpeakerKind::participant},
          {"K", text::SpeakerKind::participant}}},
        {"Interview_15",
         {{"I", text::SpeakerKind::interviewer},
          {"O", text::SpeakerKind::interviewer},
          {"X", text::SpeakerKind::participant}}},
        {"Interview_25",
         {{"I", text::SpeakerKind::interviewer},
          {"X", text::SpeakerKind::participant},
          {"Y", text::SpeakerKind::participant}}},
    };
    for (const auto& [name, kinds] : known) {
        INFO(name);
        const auto imported =
            exchange::read_docx(support::shared_data("transcripts/da_ecape/" + name + ".docx"));
        std::size_t seen = 0;
        for (const auto& speaker : imported.turns.speakers) {
            const auto kind = kinds.find(speaker.label);
            if (kind == kinds.end()) continue;
            ++seen;
            INFO(speaker.label << " = " << speaker.legend);
            CHECK(speaker.kind == kind->second);
            CHECK_FALSE(speaker.legend.empty());
        }
        CHECK(seen == kinds.size());
    }
}
