// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two questions for which the search was made, asked of the sample study on the command line and answered
// a second time from the texts as `show` prints them: by splitting at what is no letter, and comparing
// beginnings.
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <tuple>

#include "support/sample_study.h"

namespace {

using Place = std::tuple<std::string, std::int64_t, std::int64_t>;  // source, begin, end
using Places = std::set<Place>;
using support::Program;

std::u32string code_points(const std::string& utf8) {
    std::u32string made;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t one = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k)
            one = (one << 6U) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
        made += one;
        i += length;
    }
    return made;
}

bool is_letter(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= U'À' && c <= U'ÿ');
}

struct Word {
    std::u32string lower;
    std::int64_t begin = 0, end = 0;
    [[nodiscard]] bool begins(std::u32string_view with) const { return lower.starts_with(with); }
};

/// Words of a turn; an apostrophe between two letters is one of them.
std::vector<Word> words_of(const std::u32string& text, std::int64_t from) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_letter(text[i])) continue;
        Word word{{}, from + static_cast<std::int64_t>(i), 0};
        const auto joins = [&] {
            return (text[i] == U'\'' || text[i] == U'’') && i + 1 < text.size() && is_letter(text[i + 1]);
        };
        for (; i < text.size() && (is_letter(text[i]) || joins()); ++i)
            word.lower += text[i] >= U'A' && text[i] <= U'Z' ? text[i] + 32 : text[i];
        word.end = from + static_cast<std::int64_t>(i);
        words.push_back(std::move(word));
    }
    return words;
}

struct Turn {
    std::string source;
    std::vector<std::string> participants;
    std::vector<std::string> roles;
    std::vector<Word> words;
    std::vector<std::pair<std::int64_t, std::int64_t>> coded;  ///< all passages of its source
};

struct Person {
    std::string role, triad;
};

/// The sample study as the program shows it.
struct Sample {
    Sample() {
        support::make_sample_study(program);
        const auto participants = run({"participants", "JIM", "--json"});
        for (const auto& one : participants["participants"])
            people[one["name"]] = {one["role"], one["triad"]};
        const auto sources = run({"sources", "JIM", "--json"});
        for (const auto& one : sources["sources"]) read(one["name"]);
    }

    nlohmann::json run(std::vector<std::string> arguments) const {
        const auto ran = program.run(arguments, {"XDG_CACHE_HOME=" + (program.folder() / "cache").string()});
        INFO(ran.error);
        REQUIRE(ran.exit_code == 0);
        return ran.json();
    }
    /// The places of all hits, which are as many as the totals say.
    [[nodiscard]] Places found(const std::string& query) const {
        const auto answer = run({"search", "JIM", query, "--limit", "0", "--json"});
        Places places;
        for (const auto& hit : answer["hits"]) places.emplace(hit["source"], hit["begin"], hit["end"]);
        CHECK(answer["total"] == places.size());
        return places;
    }

    Program program;
    std::map<std::string, Person> people;
    std::vector<Turn> turns;

  private:
    void read(const std::string& name) {
        const auto shown = run({"show", "JIM", name, "--json"});
        std::vector<std::pair<std::int64_t, std::int64_t>> coded;
        for (const auto& one : shown["codings"]) {
            if (!one["begin"].is_null()) coded.emplace_back(one["begin"], one["end"]);
        }
        for (const auto& turn : shown["turns"]) {
            turns.push_back({name, turn["participants"], turn["roles"],
                             words_of(code_points(turn["text"]), turn["body"]), coded});
        }
    }
};

bool says(const Turn& turn, const std::string& role) {
    return std::find(turn.roles.begin(), turn.roles.end(), role) != turn.roles.end();
}

/// Every smallest stretch of the turn with a word of each kind, at most ten words apart.
std::vector<std::pair<std::int64_t, std::int64_t>> near(const Turn& turn, std::u32string_view first,
                                                        std::u32string_view second) {
    std::vector<std::pair<std::int64_t, std::int64_t>> all;
    const Word* last = nullptr;
    std::size_t last_at = 0;
    for (std::size_t i = 0; i < turn.words.size(); ++i) {
        const Word& word = turn.words[i];
        if (!word.begins(first) && !word.begins(second)) continue;
        const bool other = last != nullptr && last->begins(first) != word.begins(first);
        if (other && i - last_at <= 10) all.emplace_back(last->begin, word.end);
        last = &word;
        last_at = i;
    }
    return all;
}

}  // namespace

TEST_CASE("where parents say anything of vertrouwen near school, outside what is coded") {
    const Sample sample;
    Places outside, inside, by_others;
    for (const auto& turn : sample.turns) {
        for (const auto& [begin, end] : near(turn, U"vertrouw", U"school")) {
            const bool coded = std::any_of(turn.coded.begin(), turn.coded.end(), [&](const auto& one) {
                return one.first <= begin && end <= one.second;
            });
            auto& places = !says(turn, "ouder") ? by_others : coded ? inside : outside;
            places.emplace(turn.source, begin, end);
        }
    }
    // There are several, and such as each part of the question leaves out.
    REQUIRE(outside.size() >= 2);
    REQUIRE(!inside.empty());
    REQUIRE(!by_others.empty());
    CHECK(sample.found("role:ouder vertrouwen NEAR/10 school NOT code:*") == outside);
    CHECK(sample.found("rol:ouder vertrouwen NABIJ school NIET code:*") == outside);
    CHECK(sample.found("role:ouder vertrouwen NEAR/10 school code:*") == inside);
    CHECK(sample.found("vertrouwen NEAR/10 school NOT role:ouder") == by_others);
    // The same without an index.
    const auto scanned = sample.run({"search", "JIM", "role:ouder vertrouwen NEAR/10 school NOT code:*",
                                     "--limit", "0", "--no-index", "--json"});
    CHECK(scanned["hits"].size() == outside.size());
}

TEST_CASE("in which triads the youth speaks of vertrouwen and the parent does not") {
    const Sample sample;
    std::map<std::string, std::map<std::string, int>> said;  // triad, role
    std::map<std::string, std::set<std::string>> sayers;     // triad
    for (const auto& turn : sample.turns) {
        for (const auto& word : turn.words) {
            if (!word.begins(U"vertrouw")) continue;
            for (const auto& name : turn.participants) {
                const Person& person = sample.people.at(name);
                ++said[person.triad][person.role];
                if (person.role != "JIM") sayers[person.triad].insert(name);
            }
        }
    }
    const auto answer = sample.run({"search", "JIM", "vertrouwen", "--contrast", "jongere,ouder", "--json"});
    REQUIRE(answer["triads"].size() == 6);
    std::set<std::string> findings, youth_alone;
    for (const auto& row : answer["triads"]) {
        auto& here = said[row["triad"]];
        INFO(row.dump());
        CHECK(row["first_hits"] == here["jongere"]);
        CHECK(row["second_hits"] == here["ouder"]);
        const bool youth = here["jongere"] > 0, parent = here["ouder"] > 0;
        const std::string finding = row["finding"];
        CHECK((finding == "jongere yes, ouder no") == (youth && !parent));
        CHECK((finding == "jongere no, ouder yes") == (parent && !youth));
        findings.insert(finding);
        if (youth && !parent) youth_alone.insert(row["triad"]);
        for (const auto& name : sayers[row["triad"]])
            CHECK(row["say"].get<std::string>().find(name) != std::string::npos);
    }
    // Triads of all four kinds, and more than one in answer to the question.
    CHECK(findings.size() == 4);
    CHECK(youth_alone.size() >= 2);
}

TEST_CASE("words, roles and codes of the sample study are counted as the texts have them") {
    const Sample sample;
    for (const std::string word : {"school", "niet", "ik", "brommer"}) {
        std::map<std::string, std::int64_t> by_role;
        Places places;
        for (const auto& turn : sample.turns) {
            for (const auto& one : turn.words) {
                if (one.lower != code_points(word)) continue;
                places.emplace(turn.source, one.begin, one.end);
                const std::set<std::string> roles(turn.roles.begin(), turn.roles.end());
                for (const auto& role : roles) ++by_role[role];
                if (roles.empty()) ++by_role["(none)"];
            }
        }
        // Notes above the first turn are searched too, and no turns.
        const std::string query = "=" + word + " speaker:*";
        INFO(query);
        REQUIRE(!places.empty());
        CHECK(sample.found(query) == places);
        const auto groups = sample.run({"search", "JIM", query, "--by", "role", "--json"});
        CHECK(groups["groups"].size() == by_role.size());
        for (const auto& group : groups["groups"]) CHECK(group["hits"] == by_role[group["name"]]);
    }
}
