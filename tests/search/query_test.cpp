// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/query.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <rapidcheck.h>

using search::parse;
using search::printed;

namespace {

/// A query, how its tree prints in outline (levels as "(…)"), and how it prints as a query.
struct Row {
    const char* query;
    const char* tree;
    const char* print;
};

/// The outline on one line: children in parentheses.
std::string tree_of(const search::Node& node) {
    std::string line = search::outline(
        {node.kind, node.text, node.field, node.attribute, node.distance, node.scope, {}, {}});
    line.pop_back();
    if (node.children.empty()) return line;
    line += " (";
    for (const auto& child : node.children) {
        if (&child != &node.children.front()) line += ", ";
        line += tree_of(child);
    }
    return line + ")";
}

search::QueryError error_of(const std::string& query) {
    try {
        const auto node = parse(query);
        FAIL("was read: " + printed(node));
    } catch (const search::QueryError& error) {
        return error;
    }
    throw std::logic_error("not reached");
}

/// The characters to which the error points.
std::string place_of(const std::string& query) {
    const auto place = error_of(query).place();
    return query.substr(static_cast<std::size_t>(place.begin), static_cast<std::size_t>(place.length()));
}

}  // namespace

TEST_CASE("a query is read as a tree and printed as a query") {
    const Row rows[] = {
        {"vertrouwen", "word vertrouwen", "vertrouwen"},
        {"  Vertrouwen ", "word vertrouwen", "vertrouwen"},
        {"één", "word een", "een"},
        {"=Vertrouwen", "exact vertrouwen", "=vertrouwen"},
        {"\"vertrouwen\"", "exact vertrouwen", "=vertrouwen"},
        {"\"Ik wist, meteen!\"", "phrase ik wist meteen", "\"ik wist meteen\""},
        {"„ik wist”", "phrase ik wist", "\"ik wist\""},
        {"=\"ik wist\"", "phrase ik wist", "\"ik wist\""},
        {"JIM’s", "word jim's", "jim's"},
        {"ge-appt", "phrase ge appt", "\"ge appt\""},
        {"12,5", "word 12,5", "12,5"},
        {"10:30", "phrase 10 30", "\"10 30\""},
        {"en/of", "phrase en of", "\"en of\""},
        {"EN/OF", "phrase en of", "\"en of\""},
        {"vertrouw*", "glob vertrouw*", "vertrouw*"},
        {"仕組*", "glob 仕組*", "仕組*"},
        {"*Moeder", "glob *moeder", "*moeder"},
        {"w?rd", "glob w?rd", "w?rd"},
        {"a b", "all (word a, word b)", "a AND b"},
        {"a AND b EN c", "all (word a, word b, word c)", "a AND b AND c"},
        {"(a b) c", "all (word a, word b, word c)", "a AND b AND c"},
        {"a OR b OF c", "any (word a, word b, word c)", "a OR b OR c"},
        {"a b OR c", "any (all (word a, word b), word c)", "(a AND b) OR c"},
        {"a (b OR c)", "all (word a, any (word b, word c))", "a AND (b OR c)"},
        {"a NOT b", "all (word a, not (word b))", "a AND NOT b"},
        {"a -b", "all (word a, not (word b))", "a AND NOT b"},
        {"-b", "not (word b)", "NOT b"},
        {"a NIET (b c)", "all (word a, not (all (word b, word c)))", "a AND NOT (b AND c)"},
        {"NOT NOT a", "word a", "a"},
        {"a NEAR b", "near 10 (word a, word b)", "a NEAR/10 b"},
        {"a NABIJ/5 b NEAR/5 c", "near 5 (word a, word b, word c)", "a NEAR/5 b NEAR/5 c"},
        {"a NEAR/5 b NEAR/3 c", "near 3 (near 5 (word a, word b), word c)", "(a NEAR/5 b) NEAR/3 c"},
        {"a ADJ b NAAST/2 c", "adjacent 2 (adjacent 1 (word a, word b), word c)", "(a ADJ/1 b) ADJ/2 c"},
        {"(a NEAR/5 b) NEAR/5 c", "near 5 (near 5 (word a, word b), word c)", "(a NEAR/5 b) NEAR/5 c"},
        {"a NEAR/2 \"b c\" d", "all (near 2 (word a, phrase b c), word d)", "a NEAR/2 \"b c\" AND d"},
        {"(a OR b) ADJ c", "adjacent 1 (any (word a, word b), word c)", "(a OR b) ADJ/1 c"},
        {"a b WITHIN source", "within source (all (word a, word b))", "a AND b WITHIN source"},
        {"(a b BINNEN bron) OR c", "any (within source (all (word a, word b)), word c)",
         "(a AND b WITHIN source) OR c"},
        {"a WITHIN turn", "within turn (word a)", "a WITHIN turn"},
        {"/vertrouw\\w+/", "regex vertrouw\\w+", "/vertrouw\\w+/"},
        {"/a\\/b\\\\/", "regex a/b\\\\", "/a\\/b\\\\/"},
        {"role:ouder", "field role ouder", "role:ouder"},
        {"Rol:Ouder", "field role Ouder", "role:Ouder"},
        {"role:ouder vertrouwen", "all (field role ouder, word vertrouwen)", "role:ouder AND vertrouwen"},
        {"rol:(ouder OF jongere)", "any (field role ouder, field role jongere)",
         "role:ouder OR role:jongere"},
        {"-role:JIM", "not (field role JIM)", "NOT role:JIM"},
        {"code:Rechten/*", "field code Rechten/*", "code:Rechten/*"},
        {"code:\"Persoonlijke steun\"", "field code Persoonlijke steun", "code:\"Persoonlijke steun\""},
        {"code:\"a \\\"b\\\" c\"", "field code a \"b\" c", "code:\"a \\\"b\\\" c\""},
        {"turn.code:*", "field turn.code *", "turn.code:*"},
        {"beurt.code:*", "field turn.code *", "turn.code:*"},
        {"attribute.leeftijd:12-15", "field attribute.leeftijd 12-15", "attribute.leeftijd:12-15"},
        {"kenmerk.\"plaats van wonen\":x", "field attribute.plaats van wonen x",
         "attribute.\"plaats van wonen\":x"},
        {"time:0:10:00-0:20:00", "field time 0:10:00-0:20:00", "time:0:10:00-0:20:00"},
        {"source:a:b", "field source a:b", "source:a:b"},
        {"role:OR", "field role OR", "role:OR"},
        {"memo:twijfel", "in memo (word twijfel)", "memo:twijfel"},
        {"memo:(a OR \"b c\")", "in memo (any (word a, phrase b c))", "memo:(a OR \"b c\")"},
        {"kenmerk:vrouw", "in attribute (word vrouw)", "attribute:vrouw"},
        {"role:ouder NOT code:* vertrouwen NEAR/5 school",
         "all (field role ouder, not (field code *), near 5 (word vertrouwen, word school))",
         "role:ouder AND NOT code:* AND vertrouwen NEAR/5 school"},
    };
    for (const Row& row : rows) {
        INFO(row.query);
        const auto node = parse(row.query);
        CHECK(tree_of(node) == row.tree);
        CHECK(printed(node) == row.print);
        CHECK(parse(printed(node)).same_as(node));
        CHECK(parse(printed(node, search::Keywords::dutch)).same_as(node));
    }
}

TEST_CASE("a query is printed with Dutch words as well") {
    CHECK(printed(parse("role:ouder (vertrouwen NEAR/5 school OR hulp ADJ x) -code:* WITHIN source"),
                  search::Keywords::dutch) ==
          "rol:ouder EN (vertrouwen NABIJ/5 school OF hulp NAAST/1 x) EN NIET code:* BINNEN bron");
    CHECK(printed(parse("attribute.x:y turn.code:z"), search::Keywords::dutch) ==
          "kenmerk.x:y EN beurt.code:z");
}

TEST_CASE("an operator in small letters or quotation marks is a word") {
    CHECK(printed(parse("and")) == "and");
    CHECK(printed(parse("\"OF\"")) == "=of");
    CHECK(printed(parse("jij of ik")) == "jij AND of AND ik");
}

TEST_CASE("an error points at its place and proposes") {
    const std::pair<const char*, const char*> rows[] = {
        {"a rolle:ouder", "rolle"},
        {"(a", "("},
        {"a)", ")"},
        {"a OR", "OR"},
        {"AND a", "AND"},
        {"a NEAR/0 b", "NEAR/0"},
        {"a NEAR/x b", "NEAR/x"},
        {"a \"b", "\""},
        {"/a", "/"},
        {"//", "//"},
        {"a ()", "()"},
        {"role: ouder", "role:"},
        {"a WITHIN zin", "zin"},
        {"*", "*"},
        {"a !!! b", "!!!"},
        {"role:ouder NEAR/3 x", "role:ouder"},
        {"role:(code:x)", "code:"},
        {"a NEAR b NEAR c NEAR d NEAR e NEAR f NEAR g", "NEAR"},
        {"role:/x/", "/x/"},
        {"ge-app*", "ge-app*"},
        {"a - b", "-"},
    };
    for (const auto& [query, place] : rows) {
        INFO(query);
        CHECK(place_of(query) == place);
    }
    CHECK(error_of("rolle:ouder").hint().find("role:, rol:") != std::string::npos);
    CHECK(error_of("codr:Anna").hint().find("coder:") != std::string::npos);
    CHECK(search::pointed_at("a rolle:b", {2, 7}) == "a rolle:b\n  ^^^^^");
    CHECK(search::pointed_at("a (", {3, 3}) == "a (\n   ^");
}

TEST_CASE("hostile queries are refused at once, in a sentence") {
    CHECK_THROWS_AS(parse(std::string(10'000, '(')), search::QueryError);
    CHECK_THROWS_AS(parse(std::string(1'000'000, 'a')), search::QueryError);
    CHECK_THROWS_AS(parse(std::string(9'000, '-') + "a"), search::QueryError);
    std::string nots;
    for (int i = 0; i < 2'000; ++i) nots += "NOT ";
    CHECK_THROWS_AS(parse(nots + "a"), search::QueryError);
    std::string words;
    for (int i = 0; i < 2'000; ++i) words += "a ";
    CHECK_THROWS_AS(parse(words), search::QueryError);
    std::string scopes = "a";
    for (int i = 0; i < 500; ++i) scopes += " WITHIN source";
    CHECK_THROWS_AS(parse(scopes), search::QueryError);
    CHECK_THROWS_AS(parse(std::string("a\0b", 3)), search::QueryError);
    CHECK_THROWS_AS(parse("a\xED\xA0\x80"), search::QueryError);  // a lone surrogate
    CHECK_THROWS_AS(parse("\xFF"), search::QueryError);
    CHECK_THROWS_AS(parse("\xC3"), search::QueryError);
    CHECK_THROWS_AS(parse("\xC0\x80"), search::QueryError);
    CHECK_THROWS_AS(parse(""), search::QueryError);
    CHECK_THROWS_AS(parse(" \t "), search::QueryError);
}

namespace {

/// Any tree of the kinds and texts that a query can have.
rc::Gen<search::Node> tree_gen(int depth) {
    using Kind = search::Node::Kind;
    return rc::gen::exec([depth] {
        search::Node node;
        const int pick = depth == 0 ? *rc::gen::inRange(0, 5) : *rc::gen::inRange(0, 10);
        const auto children = [&](int least, int most) {
            const int count = *rc::gen::inRange(least, most + 1);
            for (int i = 0; i < count; ++i) node.children.push_back(*tree_gen(depth - 1));
        };
        const auto word = [] { return *rc::gen::element<std::string>("a", "school", "jim's", "and", "een"); };
        switch (pick) {
            case 0:
                node.kind = Kind::word;
                node.text = word();
                break;
            case 1:
                node.kind = Kind::exact;
                node.text = word();
                break;
            case 2:
                node.kind = Kind::phrase;
                node.text = word() + " " + word();
                break;
            case 3:
                node.kind = Kind::regex;
                node.text = *rc::gen::element<std::string>("a+", "a/b", "\\d\\/", "\\\\", "[/]\"");
                break;
            case 4:
                node.kind = Kind::field;
                node.field = *rc::gen::element(search::FieldId::role, search::FieldId::code,
                                               search::FieldId::turn, search::FieldId::attribute);
                if (node.field == search::FieldId::attribute)
                    node.attribute = *rc::gen::element<std::string>("leeftijd", "a b", "x\"y\\");
                node.text = *rc::gen::element<std::string>("ouder", "T1*", "a b", "x\\y", "„a”", "(x)", "a:b",
                                                           "-b", "OR", "=x", "/x");
                break;
            case 5:
                node.kind = Kind::all_of;
                children(2, 3);
                break;
            case 6:
                node.kind = Kind::any_of;
                children(2, 3);
                break;
            case 7:
                node.kind = Kind::none_of;
                children(1, 1);
                break;
            case 8:
                node.kind = Kind::within;
                node.scope = *rc::gen::element(search::Scope::turn, search::Scope::source);
                children(1, 1);
                break;
            default:
                node.kind = *rc::gen::element(Kind::near, Kind::adjacent);
                node.distance = *rc::gen::inRange(1, 1001);
                for (int i = 0; i < 2; ++i) {
                    node.children.push_back({});
                    node.children.back().kind = Kind::word;
                    node.children.back().text = word();
                }
        }
        return node;
    });
}

}  // namespace

TEST_CASE("whatever is printed is read as the same tree") {
    rc::prop("parse(printed(parse(printed(tree)))) is parse(printed(tree))", [] {
        const auto tree = *tree_gen(4);
        for (const auto keywords : {search::Keywords::english, search::Keywords::dutch}) {
            // The first reading joins what associates: a AND (b AND c).
            const auto read = parse(printed(tree, keywords));
            RC_ASSERT(printed(parse(printed(read, keywords))) == printed(read));
            RC_ASSERT(parse(printed(read, keywords)).same_as(read));
        }
    });
}

TEST_CASE("no run of signs does more than throw a sentence") {
    rc::prop("parse() reads it or throws QueryError", [] {
        const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "a", " ", "(", ")", "\"", "/", "-", "=", "*", "?", "AND", "OF", "NEAR/3", "WITHIN", " source",
            "role:", "code:", "memo:", "\\", ":", ".", "„", "😀", "é", "\xFF", "kenmerk.", "\n"));
        std::string query;
        for (const auto& part : parts) query += part;
        try {
            const auto node = parse(query);
            RC_ASSERT(parse(printed(node)).same_as(node));
        } catch (const search::QueryError& error) {
            RC_ASSERT(!std::string(error.what()).empty());
            static_cast<void>(search::pointed_at(query, error.place()));
        }
    });
}
