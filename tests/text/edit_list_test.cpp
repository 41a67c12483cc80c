// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/edit_list.h"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

using text::Span;
using text::Text;

namespace {

/// The later text, made from the earlier one by the list; the inserted characters are taken from `to`.
std::string applied(const Text& from, const text::EditList& edits, const Text& to) {
    std::string result;
    text::Position at = 0;
    text::Position there = 0;
    for (const auto& edit : edits) {
        result += from.view({at, edit.from.begin});
        there += edit.from.begin - at;
        result += to.view({there, there + edit.length});
        there += edit.length;
        at = edit.from.end;
    }
    return result + std::string(from.view({at, from.size()}));
}

std::string passage_after(const std::string& before, const std::string& after, const std::string& passage) {
    const Text from(before);
    const Text to(after);
    const auto place = from.occurrences(passage, from.whole()).at(0);
    const auto there = text::moved(place, text::difference(from, to));
    return there ? std::string(to.view(*there)) : "gone";
}

}  // namespace

TEST_CASE("the same text has no differences") {
    CHECK(text::difference(Text("I: hoi\nM: dag\n"), Text("I: hoi\nM: dag\n")).empty());
}

TEST_CASE("a passage keeps its words when others change around it") {
    CHECK(passage_after("Ik ken hem al lang.\n", "Nou, ik ken hem al heel lang.\n", "ken hem") == "ken hem");
    CHECK(passage_after("een\ntwee\ndrie\n", "nul\neen\ntwee en\ndrie\n", "drie") == "drie");
}

TEST_CASE("a passage whose name became a pseudonym takes the pseudonym in") {
    CHECK(passage_after("Dat zei Jan tegen mij.", "Dat zei [naam] tegen mij.", "Jan") == "[naam]");
    CHECK(passage_after("Dat zei Jan tegen mij.", "Dat zei [naam] tegen mij.", "zei Jan tegen") ==
          "zei [naam] tegen");
}

TEST_CASE("words put in at the edge of a passage stay outside") {
    CHECK(passage_after("Ik kom morgen.", "Ik kom pas morgen.", "morgen") == "morgen");
}

TEST_CASE("a passage that was deleted is gone") {
    CHECK(passage_after("een\ntwee\ndrie\n", "een\ndrie\n", "twee") == "gone");
}

TEST_CASE("positions count characters beside emoji") {
    CHECK(passage_after("😀😀 dag\nslot 😀 eind\n", "😀 dag\nslot 😀 eind\n", "eind") == "eind");
}

TEST_CASE("the list turns one text into the other, whatever they are") {
    rc::prop("applied(difference(a, b)) == b", [] {
        const auto text = rc::gen::container<std::string>(rc::gen::element('a', 'b', ' ', '\n'));
        const Text from(*text);
        const Text to(*text);
        const auto edits = text::difference(from, to);
        RC_ASSERT(applied(from, edits, to) == to.utf8());
        text::Position last = -1;
        for (const auto& edit : edits) {
            RC_ASSERT(edit.from.begin > last);
            last = edit.from.end;
        }
    });
}
