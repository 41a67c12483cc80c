// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/strings.h"
#include "support/shared_data.h"
#include "text/encoding.h"
#include "text/turns.h"

namespace {

using Counts = std::map<std::string, std::int64_t>;

struct GoldRow {
    std::string file;
    std::int64_t turns = 0;
    std::int64_t speakers = 0;
    Counts per_speaker;  ///< of the twelve most frequent
};

constexpr std::uintmax_t kLimit = 100'000'000;

std::vector<GoldRow> gold_rows(const std::string& table) {
    std::vector<GoldRow> rows;
    for (const std::string_view line : base::split(table, '\n')) {
        const auto cells = base::split(line, '\t');
        const bool text = cells[0].ends_with(".txt") || cells[0].ends_with(".md");
        if (cells.size() < 4 || !text) continue;
        GoldRow row{
            std::string(cells[0]), std::stoll(std::string(cells[1])), std::stoll(std::string(cells[2])), {}};
        for (const std::string_view part : base::split(cells[3], ';')) {
            const std::size_t equals = part.rfind('=');
            row.per_speaker[std::string(base::trimmed(part.substr(0, equals)))] =
                std::stoll(std::string(part.substr(equals + 1)));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

text::DetectedTurns detected(const std::string& file) {
    // Nothing in an EUC-JP file says what it is; its name does.
    std::optional<std::string> encoding;
    if (file.find("euc_jp") != std::string::npos) encoding = "EUC-JP";
    const std::string bytes = base::read_file(support::shared_data("transcripts/" + file), kLimit);
    return text::detect_turns(text::Text(text::decode(bytes, encoding).utf8));
}

std::string difference(const GoldRow& row, const text::DetectedTurns& found) {
    if (static_cast<std::int64_t>(found.turns.size()) != row.turns) {
        return fmt::format("{} turns instead of {}", found.turns.size(), row.turns);
    }
    if (static_cast<std::int64_t>(found.speakers.size()) != row.speakers) {
        return fmt::format("{} speakers instead of {}", found.speakers.size(), row.speakers);
    }
    Counts counts;
    for (const auto& speaker : found.speakers) counts[speaker.label] = speaker.turns;
    for (const auto& [label, turns] : row.per_speaker) {
        if (counts[label] != turns)
            return fmt::format("{} turns of {} instead of {}", counts[label], label, turns);
    }
    return {};
}

}  // namespace

TEST_CASE("turns and speakers of published transcripts are exact") {
    if (!support::has_shared("transcripts/GOLD_TURNS.tsv")) {
        WARN("skipped: no ../shared/data/transcripts");
        return;
    }
    const auto rows = gold_rows(base::read_file(support::shared_data("transcripts/GOLD_TURNS.tsv"), kLimit));
    REQUIRE(rows.size() >= 60);
    std::size_t exact = 0;
    for (const GoldRow& row : rows) {
        const std::string wrong = difference(row, detected(row.file));
        if (wrong.empty()) {
            ++exact;
        } else {
            WARN(row.file << ": " << wrong);
        }
    }
    CHECK(exact * 100 >= rows.size() * 95);
    CHECK(exact == rows.size());
}

TEST_CASE("reports without speakers give no turns") {
    const std::string folder = "transcripts/nl_gebruikersonderzoek_md";
    if (!support::has_shared(folder)) {
        WARN("skipped: no ../shared/data/" << folder);
        return;
    }
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(support::shared_data(folder))) {
        if (entry.path().extension() != ".md") continue;
        ++files;
        const text::Text text(text::decode(base::read_file(entry.path(), kLimit)).utf8);
        INFO(entry.path().filename().string());
        CHECK(text::detect_turns(text).turns.empty());
    }
    CHECK(files == 20);
}

TEST_CASE("parliament, podcasts and machine transcripts give the speakers that a reader finds") {
    if (!support::has_shared("transcripts")) {
        WARN("skipped: no ../shared/data/transcripts");
        return;
    }
    // Counted with grep by the form of each file: lines with a colon last, bold names, names with two blanks.
    const std::map<std::string, std::pair<std::size_t, std::size_t>> known{
        {"nl_tweedekamer_xml/derived/h-tk-20172018-70-2.repaired.txt", {1, 1}},
        {"nl_tweedekamer_xml/derived/h-tk-20172018-70-4.repaired.txt", {20, 7}},
        {"en_hitsave/2020/Lantana Games/Interview with Danny Silvers of Lantana Games - 2020-11-19.md",
         {59, 2}},
        {"en_hitsave/2023/Artemio Urbina/interview-with-artemio-urbina.md", {0, 0}},
        {"en_hitsave/2023/Goodboy Galaxy/Goodboy Galaxy - Rik Nicol.txt", {0, 0}},
        {"en_changelog_md/jsparty/js-party-311.md", {103, 3}},
        {"en_chat_cabnc_scose/scose/jason-clone.cha", {21, 2}},
        {"es_zh_pt_bitcoin/bitcoin-explained__taproot-activation-speedy-trial.md", {119, 2}},
        {"es_zh_pt_bitcoin/misc__2020-08-20-bitcoin-core-gui.md", {0, 0}},
        {"en_mtsdialog/derived/multi_informant_19.txt", {2, 2}},
    };
    for (const auto& [file, numbers] : known) {
        INFO(file);
        const text::DetectedTurns found = detected(file);
        CHECK(found.turns.size() == numbers.first);
        CHECK(found.speakers.size() == numbers.second);
    }
}
