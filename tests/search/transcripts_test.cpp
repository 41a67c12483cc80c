// SPDX-License-Identifier: GPL-3.0-or-later
//
// Real transcripts in nine languages: what every operator finds in them, by scan and by index, against trying
// every combination of words.
#include <catch2/catch.hpp>
#include <set>

#include "base/error.h"
#include "exchange/in/importer.h"
#include "search/naive.h"
#include "search/search.h"
#include "study/edit.h"
#include "study/sources.h"
#include "study/verbs/import.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"
#include "text/text.h"
#include "text/utf8_scan.h"

namespace fs = std::filesystem;
using search::KeepIndex;
using search::Node;
using search::Search;
using Kind = Node::Kind;

namespace {

/// A study of all files of one folder that can be imported.
struct Corpus {
    explicit Corpus(const fs::path& from) {
        const std::string language = from.filename().string().substr(0, 2);
        study = study::Study::create(folder / "study.trialogue", "Transcripts", language);
        std::vector<fs::path> paths;
        for (const auto& entry : fs::recursive_directory_iterator(from)) {
            if (entry.is_regular_file()) paths.push_back(entry.path());
        }
        std::sort(paths.begin(), paths.end());
        const auto endings = exchange::importable_endings();
        study::Edit edit(*study, "import");
        for (const auto& path : paths) {
            const auto ending = path.extension().string();
            if (std::find(endings.begin(), endings.end(), ending) == endings.end()) continue;
            try {
                study::verbs::SourceDraft draft;
                draft.name = std::to_string(files) + " " + path.stem().string();
                draft.origin = path.filename().string();
                draft.content = exchange::import_file(path);
                study::verbs::import_source(edit, draft, true);
                ++files;
            } catch (const base::Error&) {
                // Refused, or the same text as one before: other tests ask why.
            }
        }
        edit.commit();
    }

    support::TemporaryFolder folder;
    std::unique_ptr<study::Study> study;
    int files = 0;
};

Node word(Kind kind, const std::string& text) {
    Node node;
    node.kind = kind;
    node.text = text;
    return node;
}

Node joined(Kind kind, std::vector<Node> children, std::int64_t distance = 0) {
    Node node;
    node.kind = kind;
    node.distance = distance;
    node.children = std::move(children);
    return node;
}

Node field(search::FieldId id, const std::string& value) {
    Node node = word(Kind::field, value);
    node.field = id;
    return node;
}

/// Queries of every operator whose words stand in the turn from `at` on: nothing finds nothing.
std::vector<Node> queries_of(const naive::Turn& turn, std::size_t at) {
    const std::string &a = turn.terms[at], &b = turn.terms[at + 1], &c = turn.terms[at + 3];
    const text::Text letters(a);
    const auto part = [&](text::Position begin, text::Position end) {
        return std::string(letters.view({begin, end}));
    };
    const auto length = letters.size();
    std::vector<Node> queries{
        word(Kind::word, a),
        word(Kind::exact, a),
        word(Kind::phrase, a + " " + b),
        word(Kind::phrase, a + " " + b + " " + turn.terms[at + 2]),
        joined(Kind::near, {word(Kind::word, c), word(Kind::exact, a)}, 4),
        joined(Kind::near, {word(Kind::exact, c), word(Kind::phrase, a + " " + b), word(Kind::exact, b)}, 9),
        joined(Kind::adjacent, {word(Kind::exact, a), word(Kind::word, c)}, 3),
        joined(Kind::any_of, {word(Kind::exact, a), word(Kind::phrase, b + " " + turn.terms[at + 2])}),
        joined(Kind::all_of, {word(Kind::exact, a), word(Kind::exact, c)}),
        joined(Kind::all_of,
               {word(Kind::exact, a), joined(Kind::none_of, {word(Kind::exact, turn.terms.back())})}),
        joined(Kind::all_of, {word(Kind::exact, a), field(search::FieldId::source, turn.source->name)}),
        joined(Kind::all_of, {word(Kind::exact, c),
                              joined(Kind::none_of, {field(search::FieldId::turn,
                                                           std::to_string(std::max(turn.number, 1)))})}),
    };
    if (length > 2) {
        queries.push_back(word(Kind::glob, part(0, length - 1) + "*"));
        queries.push_back(word(Kind::glob, "*" + part(1, length)));
        queries.push_back(word(Kind::glob, part(0, 1) + "?" + part(2, length)));
    }
    return queries;
}

/// Whether trying every combination in it ends in time, and its words can be asked for.
bool is_fit(const naive::Turn& turn, std::size_t at, const std::map<std::string, int>& often) {
    for (std::size_t i = at; i < at + 4; ++i) {
        if (often.at(turn.terms[i]) > 400) return false;
        if (search::terms_of(turn.terms[i]) != std::vector{turn.terms[i]}) return false;
    }
    return true;
}

bool is_emoji(char32_t c) {
    return c >= 0x1F300 && c <= 0x1FAFF;
}

/// Where emoji stand in the transcripts, turn by turn.
std::vector<naive::Found> emoji_in(const study::Study& study, const naive::Texts& texts) {
    std::vector<naive::Found> found;
    for (const auto& source : study::sources::all(study)) {
        const auto content = study::sources::text(study, source.text);
        for (const auto& turn : texts.turns()) {
            if (turn.source->id != source.id.value) continue;
            const auto body = content.view(turn.body);
            text::Position position = turn.body.begin;
            for (std::size_t at = 0; at < body.size(); ++position) {
                const auto c = text::code_point_at(body, at);
                if (is_emoji(c.value)) found.push_back({source.id.value, {position, position + 1}});
                at = c.end;
            }
        }
    }
    return found;
}

/// Places in turns all over the study from which queries are made.
std::vector<std::pair<const naive::Turn*, std::size_t>> places_in(const naive::Texts& texts,
                                                                  std::size_t wanted) {
    std::map<std::string, int> often;
    for (const auto& turn : texts.turns()) {
        for (const auto& term : turn.terms) ++often[term];
    }
    std::vector<std::pair<const naive::Turn*, std::size_t>> fit, chosen;
    for (const auto& turn : texts.turns()) {
        for (std::size_t at = turn.terms.size() / 2; at + 4 <= turn.terms.size(); ++at) {
            if (!is_fit(turn, at, often)) continue;
            fit.emplace_back(&turn, at);
            break;
        }
    }
    for (std::size_t i = 0; i < wanted && !fit.empty(); ++i) chosen.push_back(fit[i * fit.size() / wanted]);
    return chosen;
}

std::vector<naive::Found> found_by(Search& search, const Node& query) {
    std::vector<naive::Found> found;
    for (const auto& hit : search.hits(search.prepare(query), 0, 10'000'000))
        found.push_back({hit.source.value, hit.span});
    return found;
}

}  // namespace

TEST_CASE("scan and index give the naive hits of every operator in real transcripts of nine languages") {
    if (!support::has_shared("transcripts")) {
        WARN("skipped: no ../shared/data/transcripts");
        return;
    }
    int files = 0;
    std::size_t with_emoji = 0;
    std::set<std::string> languages;
    for (const auto& entry : fs::directory_iterator(support::shared_data("transcripts"))) {
        if (!entry.is_directory()) continue;
        const Corpus corpus(entry.path());
        if (corpus.files == 0) continue;
        const std::string name = entry.path().filename().string();
        files += corpus.files;
        languages.insert(name.substr(0, 2));
        Search scan(*corpus.study, KeepIndex::in_memory);
        Search index(*corpus.study, KeepIndex::on_disk, corpus.folder / "cache");
        REQUIRE(index.update_index());
        REQUIRE(index.scanned_sources() == 0);
        const naive::Texts texts(*corpus.study);
        const auto emoji = emoji_in(*corpus.study, texts);
        with_emoji += emoji.size();
        CHECK(found_by(index, word(Kind::regex, "[\\x{1F300}-\\x{1FAFF}]")) == emoji);
        for (const auto& [turn, at] : places_in(texts, 5)) {
            for (const auto& query : queries_of(*turn, at)) {
                INFO(name << ": " << search::printed(query));
                const auto expected = texts.hits(query);
                CHECK(found_by(scan, query) == expected);
                CHECK(found_by(index, query) == expected);
                const auto totals = index.totals(index.prepare(query));
                CHECK(totals == scan.totals(scan.prepare(query)));
                CHECK(totals.hits == static_cast<std::int64_t>(expected.size()));
                // The query as it is printed asks the same.
                CHECK(search::parse(search::printed(query)).same_as(query));
            }
        }
    }
    CHECK(files > 200);
    CHECK(with_emoji > 10);
    for (const auto* language : {"nl", "en", "zh", "ja", "he", "da", "ca"})
        CHECK(languages.contains(language));
}
