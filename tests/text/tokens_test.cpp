// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokens.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "support/shared_data.h"
#include "support/temporary_folder.h"
#include "text/encoding.h"
#include "text/word_scan.h"

namespace {

using text::Span;
using text::Text;

std::vector<std::string> words_of(const std::string& utf8) {
    const Text text(utf8);
    std::vector<std::string> found;
    for (const Span& span : text::words(text)) found.emplace_back(text.view(span));
    return found;
}

using Bytes = std::vector<std::pair<std::size_t, std::size_t>>;

Bytes scanned(const std::string& utf8) {
    Bytes found;
    text::scan_words(utf8, [&](std::size_t begin, std::size_t end) { found.emplace_back(begin, end); });
    return found;
}

Bytes scanned_by_icu(const std::string& utf8) {
    Bytes found;
    text::scan_words_with_icu(utf8,
                              [&](std::size_t begin, std::size_t end) { found.emplace_back(begin, end); });
    return found;
}

void append_utf8(std::string& utf8, char32_t character) {
    if (character < 0x80) {
        utf8 += static_cast<char>(character);
    } else if (character < 0x800) {
        utf8 += static_cast<char>(0xC0 | character >> 6);
        utf8 += static_cast<char>(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        utf8 += static_cast<char>(0xE0 | character >> 12);
        utf8 += static_cast<char>(0x80 | (character >> 6 & 0x3F));
        utf8 += static_cast<char>(0x80 | (character & 0x3F));
    } else {
        utf8 += static_cast<char>(0xF0 | character >> 18);
        utf8 += static_cast<char>(0x80 | (character >> 12 & 0x3F));
        utf8 += static_cast<char>(0x80 | (character >> 6 & 0x3F));
        utf8 += static_cast<char>(0x80 | (character & 0x3F));
    }
}

/// A text in which each character comes with the same chance from the first list, the second one, ….
std::string random_text(const std::vector<rc::Gen<char32_t>>& kinds) {
    const auto picks =
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kinds.size()));
    std::string utf8;
    for (const std::size_t pick : picks) append_utf8(utf8, *kinds[pick]);
    return utf8;
}

}  // namespace

TEST_CASE("A text without letters and digits has no words") {
    CHECK(words_of("").empty());
    CHECK(words_of(" \n\t– … “” ! 😀 _ __ -").empty());
    CHECK(text::count_words(Text("?!")) == 0);
}

TEST_CASE("Words are cut where a Dutch reader cuts them") {
    CHECK(words_of("Zo’n één keer per week.") ==
          std::vector<std::string>{"Zo’n", "één", "keer", "per", "week"});
    CHECK(words_of("foto's, 's avonds") == std::vector<std::string>{"foto's", "s", "avonds"});
    CHECK(words_of("€ 1.250,50 of 3,5") == std::vector<std::string>{"1.250,50", "of", "3,5"});
    CHECK(words_of("JIM-vraag T1_jongere I:ja") ==
          std::vector<std::string>{"JIM", "vraag", "T1_jongere", "I", "ja"});
    CHECK(words_of("d.w.z. a.b") == std::vector<std::string>{"d.w.z", "a.b"});
}

TEST_CASE("Letters with combining marks and words beside emoji stay whole") {
    CHECK(words_of("re\u0301e\u0308el 😀goed👍🏽") ==
          std::vector<std::string>{"re\u0301e\u0308el", "goed"});
    CHECK(words_of("coo\u0308rdi\u00ADnator") == std::vector<std::string>{"coo\u0308rdi\u00ADnator"});
}

TEST_CASE("Words of text without blanks are found by dictionary") {
    const auto found = words_of("私は毎週彼に会っていました。");
    CHECK(found.size() > 3);
    CHECK(found.front() == "私");
}

TEST_CASE("Spans of words are in code points") {
    CHECK(text::words(Text("😀 één\n漢 b")) == std::vector<Span>{{2, 5}, {6, 7}, {8, 9}});
}

TEST_CASE("Every character by itself and between others is cut as ICU cuts it") {
    for (char32_t character = 1; character < 0x3100; ++character) {
        if (character >= 0xD800 && character < 0xE000) continue;
        std::string one;
        append_utf8(one, character);
        for (const std::string& utf8 :
             {one, "a" + one + "b", "1" + one + "2", "a" + one + "1", "_" + one + "_", "a" + one + one + "b",
              "a." + one + "b", " " + one + "a", "a" + one + " b", one + "\n" + one}) {
            CAPTURE(static_cast<std::uint32_t>(character), utf8);
            if (scanned(utf8) != scanned_by_icu(utf8)) FAIL_CHECK("cut differently");
        }
    }
}

TEST_CASE("The quick scanner finds the words that ICU finds") {
    const auto from = [](std::u32string characters) { return rc::gen::elementOf(std::move(characters)); };
    const std::vector<rc::Gen<char32_t>> transcript{
        from(U"abcdeZ"),
        from(U"0159"),
        from(U"éëïÉœłβд"),
        from(U" \n\t "),
        from(U".,;:'\"_-()[]!?/@#&*+="),
        from(U"’‘“”„–—…€·°©½²\u00A0\u00AD\u0301\u0308\u2027\u2024")};
    auto all = transcript;
    all.push_back(
        from(U"漢ひカ\u0E01\u0E32אب😀🇳🇱👍\U0001F3FD\u200D\u200B\u2028\r\uFF0E\u3031Ⓜ✂ﬁ\u05F3\"\uFE0F"));
    all.push_back(rc::gen::map(rc::gen::inRange<std::uint32_t>(1, 0x2FFF),
                               [](std::uint32_t value) { return static_cast<char32_t>(value); }));
    CHECK(rc::check([&] {
        const std::string utf8 = random_text(transcript);
        RC_ASSERT(scanned(utf8) == scanned_by_icu(utf8));
    }));
    CHECK(rc::check([&] {
        const std::string utf8 = random_text(all);
        RC_ASSERT(scanned(utf8) == scanned_by_icu(utf8));
    }));
}

TEST_CASE("Words are counted as they are listed, and their spans are ordered words of the text") {
    const auto any = rc::gen::elementOf(std::u32string(U"ab1é’.,_ \n漢😀\u0301-"));
    CHECK(rc::check([&] {
        const Text text(random_text({any}));
        const auto found = text::words(text);
        RC_ASSERT(text::count_words(text) == static_cast<std::int64_t>(found.size()));
        const auto bytes = scanned(text.utf8());
        RC_ASSERT(bytes.size() == found.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            RC_ASSERT(text.byte_of(found[i].begin) == bytes[i].first);
            RC_ASSERT(text.byte_of(found[i].end) == bytes[i].second);
        }
    }));
}

TEST_CASE("Real transcripts of many languages are cut as ICU cuts them") {
    if (!support::has_shared("transcripts")) {
        WARN("skipped: no ../shared/data/transcripts");
        return;
    }
    int files = 0;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(support::shared_data("transcripts"))) {
        const auto ending = entry.path().extension();
        if ((ending != ".txt" && ending != ".md") || entry.file_size() > 400'000) continue;
        const auto decoded = text::decode(support::content_of(entry.path()));
        CAPTURE(entry.path().string());
        if (scanned(decoded.utf8) != scanned_by_icu(decoded.utf8)) FAIL_CHECK("cut differently");
        ++files;
    }
    CHECK(files > 50);
}

TEST_CASE("Threads cut words at the same time") {
    const Text text("漢字 één 😀 woord\n私は毎週\n");
    const auto expected = text::words(text);
    std::vector<int> same(4, 0);
    std::vector<std::thread> threads;
    for (auto& count : same) {
        threads.emplace_back([&text, &expected, &count] {
            for (int i = 0; i < 200; ++i) count += text::words(text) == expected ? 1 : 0;
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(same == std::vector<int>(4, 200));
}

TEST_CASE("Folding takes off case and accents, composed or not") {
    CHECK(text::folded("Reëel") == "reeel");
    CHECK(text::folded("ree\u0308el") == "reeel");
    CHECK(text::folded("ÉÉN") == "een");
    CHECK(text::folded("JIM T1") == "jim t1");
    CHECK(text::folded("Straße") == "strasse");
    CHECK(text::folded("İstanbul") == "istanbul");
    CHECK(text::folded("ΣΊΣΥΦΟΣ") == text::folded("σίσυφος"));
    CHECK(text::folded("") == "");
    CHECK(text::folded("漢 😀") == "漢 😀");
}

TEST_CASE("Folding what is folded changes nothing") {
    CHECK(rc::check([] {
        const std::string utf8 =
            random_text({rc::gen::map(rc::gen::inRange<std::uint32_t>(1, 0x2FFF),
                                      [](std::uint32_t value) { return static_cast<char32_t>(value); })});
        RC_ASSERT(text::folded(text::folded(utf8)) == text::folded(utf8));
    }));
}

TEST_CASE("Names are ordered with their numbers by value and accents after case of letters") {
    std::vector<std::string> names{"T10", "t2",      "Zoë",   "Émile", "T2",
                                   "Eva", "ouder 1", "Ouder", "T1",    "Fenna"};
    std::sort(names.begin(), names.end(), text::name_less);
    CHECK(names == std::vector<std::string>{"Émile", "Eva", "Fenna", "Ouder", "ouder 1", "T1", "t2", "T2",
                                            "T10", "Zoë"});
}

TEST_CASE("Names that read alike still have one order") {
    CHECK(text::name_less("e\u0301", "é") != text::name_less("é", "e\u0301"));
    CHECK_FALSE(text::name_less("JIM", "JIM"));
}
