// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/search.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <rapidcheck.h>

#include "search/grouping.h"
#include "search/naive.h"
#include "search/people_study.h"
#include "study/history.h"
#include "study/sources.h"
#include "study/verbs/import.h"
#include "study/verbs/memos.h"
#include "study/verbs/people.h"

using search::KeepIndex;
using search::Search;

namespace {

std::vector<naive::Found> found_by(Search& search, const std::string& query) {
    std::vector<naive::Found> found;
    for (const auto& hit : search.hits(search.prepare(query), 0, 1'000'000))
        found.push_back({hit.source.value, hit.span});
    return found;
}

/// The words of each hit.
std::vector<std::string> words_of(Search& search, const std::string& query) {
    std::vector<std::string> words;
    for (const auto& line : search.lines(search.prepare(query), search::Order::place, 0, 1000))
        words.push_back(line.match);
    return words;
}

using Words = std::vector<std::string>;

/// Three interviews of a triad, one of another, codings and memos.
class Sample {
  public:
    Sample() {
        jongere = study.add_interview("T1", "jongere",
                                      "I: Vertrouw je haar?\n"
                                      "J: Ja, ik vertrouw haar. Op school ook, mijn vertrouwen is groot.\n"
                                      "I: En de ouders?\n"
                                      "J: Mijn pleegmoeder helpt met school 😀 en met huizen, é\u0301cht.\n");
        ouder = study.add_interview("T1", "ouder",
                                    "I: Wat doet hij?\n"
                                    "M: Hij ge-appt veel. JIM’s hulp was lief, een lieve man.\n"
                                    "M: School is goed. Dat vertrouwde ik niet, daar op die oude school.\n");
        other = study.add_interview("T2", "ouder",
                                    "I: Hoe ging het?\n"
                                    "V: Wij vertrouwen de school niet. שלום school.\n");
        rechten = study.add_code("Rechten");
        hulp = study.add_code("Hulp", rechten);
        const auto text = study::sources::text(*study, study::sources::get(*study, ouder).text);
        study.add_coding(ouder, text.occurrences("School is goed.", text.whole()).front(), hulp, "Anna");
    }

    support::PeopleStudy study;
    model::SourceId jongere, ouder, other;
    model::CodeId rechten, hulp;
};

}  // namespace

TEST_CASE("words are found in all forms, hits are exact to the character") {
    Sample sample;
    Search search(*sample.study, KeepIndex::in_memory);
    CHECK(words_of(search, "vertrouwen") ==
          Words{"Vertrouw", "vertrouw", "vertrouwen", "vertrouwde", "vertrouwen"});
    CHECK(words_of(search, "=vertrouwen") == Words{"vertrouwen", "vertrouwen"});
    CHECK(words_of(search, "huis") == Words{"huizen"});
    CHECK(words_of(search, "lief") == Words{"lief", "lieve"});
    CHECK(words_of(search, "*moeder") == Words{"pleegmoeder"});
    CHECK(words_of(search, "sch??l") == Words{"school", "school", "School", "school", "school", "school"});
    CHECK(words_of(search, "JIM's") == Words{"JIM’s"});
    CHECK(words_of(search, "jim") == Words{"JIM’s"});
    CHECK(words_of(search, "ge-appt") == Words{"ge-appt"});
    CHECK(words_of(search, "echt") == Words{"é\u0301cht"});
    CHECK(words_of(search, "\"lieve man\"") == Words{"lieve man"});
    CHECK(words_of(search, "/😀/") == Words{"😀"});
    CHECK(words_of(search, "/goed\\b/ OR שלום") == Words{"goed", "שלום"});
    CHECK(words_of(search, "vertrouwen NEAR/3 school") ==
          Words{"vertrouw haar. Op school", "school ook, mijn vertrouwen", "vertrouwen de school"});
    CHECK(words_of(search, "helpen ADJ/2 school") == Words{"helpt met school"});
    CHECK(words_of(search, "hulp AND lief") == Words{"hulp was lief"});
}

TEST_CASE("labels and times of turns are not searched, unlabelled paragraphs are") {
    support::PeopleStudy study;
    study.add_source("x", "Vooraf staat dit.\nM: Woord M.\n");
    Search search(*study, KeepIndex::in_memory);
    CHECK(words_of(search, "M") == Words{"M"});
    CHECK(search.hits(search.prepare("vooraf"), 0, 9).front().turn == 0);
    CHECK(search.hits(search.prepare("woord"), 0, 9).front().turn == 1);
}

TEST_CASE("fields ask who says it, where, and how it is coded") {
    Sample sample;
    Search search(*sample.study, KeepIndex::in_memory);
    CHECK(words_of(search, "role:ouder vertrouwen") == Words{"vertrouwde", "vertrouwen"});
    CHECK(words_of(search, "vertrouwen NOT role:ouder") == Words{"Vertrouw", "vertrouw", "vertrouwen"});
    CHECK(words_of(search, "speaker:interviewer vertrouwen") == Words{"Vertrouw"});
    CHECK(words_of(search, "spreker:deelnemer =vertrouwen") ==
          words_of(search, "speaker:participant =vertrouwen"));
    CHECK(words_of(search, "speaker:participant =vertrouwen") == Words{"vertrouwen", "vertrouwen"});
    CHECK(words_of(search, "spreker:anders vertrouwen").empty());
    CHECK(words_of(search, "code:Hulp codeur:vastgesteld").empty());
    CHECK(words_of(search, "triad:T1 role:ouder vertrouwen") == Words{"vertrouwde"});
    CHECK(words_of(search, "participant:T2-* vertrouwen") == Words{"vertrouwen"});
    CHECK(words_of(search, "source:T1_ouder turn:3 school") == Words{"School", "school"});
    CHECK(words_of(search, "school code:Hulp") == Words{"School"});
    CHECK(words_of(search, "school code:Rechten/*") == Words{"School"});
    CHECK(words_of(search, "school dimension:Rechten") == Words{"School"});
    CHECK(words_of(search, "role:ouder school NOT code:*") == Words{"school", "school", "school"});
    CHECK(words_of(search, "source:T1_ouder school turn.code:Hulp") == Words{"School", "school"});
    CHECK(words_of(search, "code:Hulp") == Words{"School is goed."});
    CHECK(words_of(search, "code:Hulp coder:Anna") == Words{"School is goed."});
    CHECK(words_of(search, "role:jongere turn:2").front() ==
          "Ja, ik vertrouw haar. Op school ook, mijn vertrouwen is groot.");
    CHECK(words_of(search, "turn.code:Hulp") ==
          Words{"School is goed. Dat vertrouwde ik niet, daar op die oude school."});
    CHECK(words_of(search, "role:ouder lief OR code:Hulp") == Words{"lief", "lieve", "School is goed."});
}

TEST_CASE("words may be asked for in one turn or anywhere in the source") {
    Sample sample;
    Search search(*sample.study, KeepIndex::in_memory);
    CHECK(words_of(search, "lief AND goed").empty());
    CHECK(words_of(search, "lief AND goed WITHIN source") == Words{"lief", "lieve", "goed"});
    CHECK(words_of(search, "role:ouder (lief AND goed WITHIN source) AND =lief") == Words{"lief"});
    CHECK(words_of(search, "vertrouwen NOT goed WITHIN source").size() == 4);
}

TEST_CASE("memos, definitions and attributes are searched by their fields") {
    Sample sample;
    {
        study::Edit edit(*sample.study, "memo");
        model::Memo memo;
        memo.about = model::Memo::About::code;
        memo.target = sample.hulp.value;
        memo.content = "Twijfel over deze codes.";
        study::verbs::add_memo(edit, memo);
        edit.commit();
    }
    Search search(*sample.study, KeepIndex::in_memory);
    const auto hits = search.hits(search.prepare("memo:twijfel"), 0, 10);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].where == search::Where::memo);
    CHECK(hits[0].title == "Rechten/Hulp");
    CHECK(hits[0].span == text::Span{0, 7});
    CHECK(words_of(search, "memo:(over ADJ deze)") == Words{"over deze"});
    CHECK(words_of(search, "memo:twijfel code:Hulp") == Words{"Twijfel"});
    CHECK(words_of(search, "definition:hulp") == Words{"Hulp"});
    CHECK(words_of(search, "twijfel").empty());
    CHECK_THROWS_AS(search.prepare("memo:twijfel AND school"), search::QueryError);
}

TEST_CASE("totals are exact, groups and contrasts count people") {
    Sample sample;
    Search search(*sample.study, KeepIndex::in_memory);
    const auto query = search.prepare("vertrouwen NOT speaker:interviewer");
    CHECK(search.totals(query) == search::Totals{4, 3, 3, 3, 2});
    const auto roles = search.groups(query, search::GroupBy::role);
    REQUIRE(roles.size() == 2);
    CHECK(roles[0].label == "jongere");
    CHECK(roles[0].hits == 2);
    CHECK(roles[0].turns == 1);
    CHECK(roles[1].hits == 2);
    CHECK(roles[1].participants.size() == 2);
    const auto codes = search.groups(search.prepare("school"), search::GroupBy::code);
    REQUIRE(codes.size() == 2);
    CHECK(codes[0].label == "Rechten/Hulp");
    CHECK(codes[0].hits == 1);
    CHECK(codes[1].hits == 5);
    const auto contrast = search::contrast(search, search.prepare("pleegmoeder"),
                                           search::role_named(search.contents(), "Jongere"),
                                           search::role_named(search.contents(), "ouder"));
    REQUIRE(contrast.rows.size() == 2);
    CHECK(contrast.rows[0].finding == search::Contrast::Finding::first_only);
    CHECK(contrast.rows[1].finding == search::Contrast::Finding::incomplete);
}

TEST_CASE("lines of a concordance are put in order by what stands beside the hit") {
    Sample sample;
    Search search(*sample.study, KeepIndex::in_memory);
    const auto query = search.prepare("school");
    const auto by_right = search.lines(query, search::Order::right, 0, 100, 20);
    REQUIRE(by_right.size() == 6);
    CHECK(by_right[0].right == ".");
    CHECK(std::is_sorted(by_right.begin(), by_right.end(), [](const auto& a, const auto& b) {
        return search::terms_of(a.right) < search::terms_of(b.right);
    }));
    const auto by_left = search.lines(query, search::Order::left, 1, 2, 20);
    REQUIRE(by_left.size() == 2);
}

TEST_CASE("a name that the study does not know is refused at its place with proposals") {
    Sample sample;
    Search search(*sample.study, KeepIndex::in_memory);
    for (const auto* query : {"x role:ouders", "x triad:T9", "x participant:Jan", "x source:Z", "x speaker:Q",
                              "x coder:Bram", "x attribute.leeftijd:3", "x code:Plichten", "x dimension:Hulp",
                              "x turn:a", "x time:5", "x date:mei"}) {
        INFO(query);
        try {
            static_cast<void>(search.prepare(query));
            FAIL("was accepted");
        } catch (const search::QueryError& error) {
            CHECK(error.place().begin >= 2);
            CHECK(!std::string(error.what()).empty());
        }
    }
    try {
        static_cast<void>(search.prepare("role:ouders"));
    } catch (const search::QueryError& error) {
        CHECK(error.hint().find("ouder,") != std::string::npos);
    }
}

TEST_CASE("a word that stands nowhere is answered by near ones") {
    Sample sample;
    for (const auto keep : {KeepIndex::in_memory, KeepIndex::on_disk}) {
        Search search(*sample.study, keep, sample.study.folder() / "cache");
        search.update_index();
        CHECK(search.proposals(search.prepare("pleegmoedr")) == Words{"pleegmoeder"});
        CHECK(search.proposals(search.prepare("school")).empty());
    }
}

namespace {

const Words kWords{"school", "School",      "vertrouwen", "vertrouwt", "huis",   "huizen",  "é\u0301én",
                   "een",    "JIM’s",       "jim",        "😀",         "שלום",   "ge-appt", "ga",
                   "12,5",   "pleegmoeder", "moeder",     "ß",         "Straße", "日本語"};

std::string some_text(int lines) {
    std::string text = *rc::gen::element<std::string>("", "", "Vooraf school.\n");
    for (int i = 0; i < lines; ++i) {
        text += *rc::gen::element<std::string>("I: ", "M: ", "M: ");
        for (int words = *rc::gen::inRange(1, 9); words > 0; --words) {
            text += *rc::gen::elementOf(kWords);
            text += *rc::gen::element<std::string>(" ", ", ", ". ", "…", "\u00a0");
        }
        text += "\n";
    }
    return text;
}

search::Node some_query(int depth) {
    using Kind = search::Node::Kind;
    search::Node node;
    const int pick = *rc::gen::inRange(0, depth == 0 ? 4 : 9);
    const auto leaf = [&] {
        const auto word = *rc::gen::element<std::string>("school", "vertrouwen", "huis", "een", "jim", "ga",
                                                         "moeder", "strasse");
        node.kind = *rc::gen::element(Kind::word, Kind::exact);
        node.text = word;
    };
    switch (pick) {
        case 2:
            node.kind = Kind::phrase;
            node.text = *rc::gen::element<std::string>("ge appt", "school school", "een huis");
            break;
        case 3:
            node.kind = Kind::glob;
            node.text = *rc::gen::element<std::string>("*moeder", "h*", "sch??l", "*e*");
            break;
        case 4:
        case 5:
            node.kind = pick == 4 ? Kind::near : Kind::adjacent;
            node.distance = *rc::gen::inRange(1, 6);
            for (int i = *rc::gen::inRange(2, 4); i > 0; --i) node.children.push_back(some_query(0));
            break;
        case 6:
            node.kind = Kind::any_of;
            for (int i = 0; i < 2; ++i) node.children.push_back(some_query(depth - 1));
            break;
        case 7:
        case 8: {
            node.kind = Kind::all_of;
            for (int i = *rc::gen::inRange(1, 3); i > 0; --i) node.children.push_back(some_query(depth - 1));
            search::Node condition;
            condition.kind = Kind::field;
            const int which = *rc::gen::inRange(0, 5);
            if (which == 0) condition.field = search::FieldId::role, condition.text = "ouder";
            if (which == 1) condition.field = search::FieldId::turn, condition.text = "2";
            if (which == 2) condition.field = search::FieldId::code, condition.text = "*";
            if (which == 3) condition = some_query(0);
            if (which < 4) {
                const bool negate = which == 3 || *rc::gen::arbitrary<bool>();
                if (!negate) {
                    node.children.push_back(condition);
                } else {
                    search::Node negation;
                    negation.kind = Kind::none_of;
                    negation.children.push_back(condition);
                    node.children.push_back(negation);
                }
            }
            break;
        }
        default:
            leaf();
    }
    return node;
}

}  // namespace

TEST_CASE("scan and index give exactly the hits that trying every combination gives") {
    rc::prop("for any texts and queries", [] {
        support::PeopleStudy study;
        const auto code = study.add_code("Rechten");
        for (const auto* role : {"ouder", "jongere"}) {
            // A study takes one text once: each ends with words of its own.
            const auto source = study.add_interview(
                "T1", role, some_text(*rc::gen::inRange(1, 7)) + "I: Dank, " + role + ".\n");
            const auto length = study::sources::get(*study, source).length;
            for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
                const auto begin = *rc::gen::inRange<std::int64_t>(0, length - 1);
                study.add_coding(source, {begin, *rc::gen::inRange<std::int64_t>(begin + 1, length + 1)},
                                 code, "Anna");
            }
        }
        Search scan(*study, KeepIndex::in_memory);
        Search index(*study, KeepIndex::on_disk, study.folder() / "cache");
        RC_ASSERT(index.update_index());
        RC_ASSERT(index.scanned_sources() == 0);
        for (int i = 0; i < 12; ++i) {
            const auto node = search::parse(search::printed(some_query(2)));
            const auto query = search::printed(node);
            RC_LOG() << query << "\n";
            const auto expected = naive::hits(*study, node);
            RC_ASSERT(found_by(scan, query) == expected);
            RC_ASSERT(found_by(index, query) == expected);
            RC_ASSERT(scan.totals(scan.prepare(query)) == index.totals(index.prepare(query)));
            RC_ASSERT(index.totals(index.prepare(query)).hits == static_cast<std::int64_t>(expected.size()));
        }
    });
}

TEST_CASE("regular expressions find the same by scan and by index") {
    Sample sample;
    Search scan(*sample.study, KeepIndex::in_memory);
    Search index(*sample.study, KeepIndex::on_disk, sample.study.folder() / "cache");
    REQUIRE(index.update_index());
    for (const auto* query :
         {"/vertrouw\\w*/", "/😀/ NEAR/2 school", "/d[oe]+/ AND NOT role:ouder", "/\\p{Hebrew}+/ ADJ school",
          "role:ouder lief OR code:Hulp", "code:*", "NOT code:* role:jongere", "/goed/ code:Hulp"}) {
        INFO(query);
        CHECK(found_by(scan, query) == found_by(index, query));
        CHECK(!found_by(scan, query).empty());
    }
}
