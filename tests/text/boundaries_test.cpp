// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/boundaries.h"

#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <chrono>

#include "text/tokens.h"

using text::Edge;
using text::Position;
using text::Span;
using text::Text;

namespace {

std::string at(const Text& text, const Span& span) {
    return std::string(text.view(span));
}

/// A text with every place of "|" taken out of it, and those places.
struct Marked {
    Text text;
    std::vector<Position> marks;
};

Marked marked(const std::string& with_marks) {
    Marked result;
    std::string plain;
    for (const char c : with_marks) {
        if (c == '|') {
            result.marks.push_back(text::count_code_points(plain));
        } else {
            plain += c;
        }
    }
    result.text = Text(plain);
    return result;
}

std::string repeated(const std::string& words, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += words;
    return all;
}

/// Milliseconds of one call.
template <class Call>
double took(Call call) {
    const auto start = std::chrono::steady_clock::now();
    (void)call();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("the word at a place is the one around it, or the one that ends there") {
    const auto [text, marks] = marked("|Zo’n| c|afé, |  ja|.|");
    std::vector<std::string> words;
    for (const auto mark : marks) words.push_back(at(text, text::word_at(text, mark)));
    CHECK(words == std::vector<std::string>{"Zo’n", "Zo’n", "café", "", "ja", ""});
    CHECK(text::word_at(text, marks[3]) == Span{marks[3], marks[3]});
    CHECK(text::word_at(text, -5) == Span{0, 4});
    CHECK(text::word_at(text, 99).empty());
    CHECK(text::word_at(Text(""), 0) == Span{0, 0});
}

TEST_CASE("the sentence at a place has no white space at its ends, and no line end in it") {
    const auto [text, marks] = marked("  |Ja, h|oor.  |Echt? |Nee\n|\nE|n toen 3.5 keer|\n");
    std::vector<std::string> sentences;
    for (const auto mark : marks) sentences.push_back(at(text, text::sentence_at(text, mark)));
    CHECK(sentences == std::vector<std::string>{"Ja, hoor.", "Ja, hoor.", "Echt?", "Nee", "",
                                                "En toen 3.5 keer", "En toen 3.5 keer"});
    CHECK(at(text, text::sentence_at(text, marks[2] - 1)) == "Ja, hoor.");
    CHECK(at(text, text::sentence_at(text, text.size())) == "En toen 3.5 keer");
    CHECK(text::sentence_at(Text(""), 0) == Span{0, 0});
}

TEST_CASE("the sentence of a turn does not begin with the label, nor end in the next turn") {
    const Text text("M: Ja hoor I: mooi");
    CHECK(at(text, text::sentence_at(text, 5, {3, 11})) == "Ja hoor");
    CHECK(at(text, text::sentence_at(text, 0, {3, 11})) == "Ja hoor");
    CHECK(at(text, text::sentence_at(text, 99, {3, 11})) == "Ja hoor");
    CHECK(text::sentence_at(text, 5, {7, 7}) == Span{7, 7});
}

TEST_CASE("a selection never cuts what a reader sees as one character") {
    // e with a combining acute; a family of three; two flags; a plain a.
    const Text text(
        "e\u0301|\U0001F468\u200D\U0001F469\u200D\U0001F467|\U0001F1F3\U0001F1F1\U0001F1E7\U0001F1EA|a");
    CHECK(text::snapped(text, {0, 1}) == Span{0, 2});
    CHECK(text::snapped(text, {1, 2}) == Span{0, 2});
    CHECK(text::snapped(text, {4, 6}) == Span{3, 8});
    CHECK(text::snapped(text, {10, 12}) == Span{9, 13});
    CHECK(text::snapped(text, {11, 13}) == Span{11, 13});
    CHECK(text::snapped(text, {14, 15}) == Span{14, 15});
    CHECK(text::snapped(text, {1, 1}) == Span{0, 0});
    CHECK(text::snapped(text, {-4, 99}) == text.whole());
    CHECK(text::snapped(Text(""), {0, 3}) == Span{0, 0});
}

TEST_CASE("a selection is extended by words") {
    const Text text("Ja, hij helpt.\nMij.");
    std::vector<Position> ends, begins;
    for (Position p = 0; p < text.size(); p = text::next_word_boundary(text, p)) ends.push_back(p);
    CHECK(ends == std::vector<Position>{0, 2, 7, 13, 18});
    for (Position p = text.size(); p > 0; p = text::previous_word_boundary(text, p)) begins.push_back(p);
    CHECK(begins == std::vector<Position>{19, 15, 8, 4});
    CHECK(text::next_word_boundary(text, 0, Edge::begin) == 4);
    CHECK(text::next_word_boundary(text, 18, Edge::begin) == 19);
    CHECK(text::previous_word_boundary(text, 7, Edge::end) == 2);
    CHECK(text::previous_word_boundary(text, 2, Edge::end) == 0);
}

TEST_CASE("a selection is extended by sentences") {
    const Text text("Ja hoor.  Echt?\n\nNee.\n");
    CHECK(text::next_sentence_boundary(text, 0) == 8);
    CHECK(text::next_sentence_boundary(text, 8) == 15);
    CHECK(text::next_sentence_boundary(text, 15) == 21);
    CHECK(text::next_sentence_boundary(text, 21) == 22);
    CHECK(text::next_sentence_boundary(text, 0, Edge::begin) == 10);
    CHECK(text::previous_sentence_boundary(text, 22) == 17);
    CHECK(text::previous_sentence_boundary(text, 17) == 10);
    CHECK(text::previous_sentence_boundary(text, 17, Edge::end) == 15);
    CHECK(text::previous_sentence_boundary(text, 0) == 0);
}

TEST_CASE("words around every place of a long text are those that counting finds") {
    const Text text(repeated("Zo’n café: “ja”, 3.500 keer; hij/zij — é\u0301n \U0001F1F3\U0001F1F1 คน ", 40) +
                    std::string(900, 'x') + repeated(" ", 700) + "eind");
    const auto words = text::words(text);
    for (std::size_t i = 0; i < words.size(); i += 7) {
        const auto middle = words[i].begin + words[i].length() / 2;
        CAPTURE(middle);
        CHECK(text::word_at(text, middle) == words[i]);
        if (i + 1 < words.size()) {
            CHECK(text::next_word_boundary(text, words[i].end) == words[i + 1].end);
            CHECK(text::previous_word_boundary(text, words[i + 1].begin) == words[i].begin);
        }
    }
    CHECK(text::word_at(text, text.size() - 2).length() == 4);
}

TEST_CASE("sentences longer than what is read first are found whole") {
    const std::string sentence = "En toen " + repeated("zei hij dat het goed was en ", 200) + "klaar.";
    const Text text("Ja. " + sentence + " Nee.");
    for (const Position place : {Position{5}, text.size() / 2, text.size() - 8}) {
        CHECK(at(text, text::sentence_at(text, place)) == sentence);
    }
}

TEST_CASE("one line of a million characters is as quick as a short one") {
    const Text sentences(repeated("Hij zei dat het goed was. ", 40'000));
    const Text endless(repeated("ja en ", 170'000));
    const Text blank(std::string(1'000'000, ' '));
    double slowest = 0;
    for (const Text* text : {&sentences, &endless, &blank}) {
        for (const Position place : {Position{0}, text->size() / 2, text->size()}) {
            slowest = std::max(slowest, took([&] { return text::word_at(*text, place); }));
            slowest = std::max(slowest, took([&] { return text::sentence_at(*text, place); }));
            slowest = std::max(slowest, took([&] { return text::next_word_boundary(*text, place); }));
            slowest = std::max(slowest, took([&] { return text::previous_sentence_boundary(*text, place); }));
            slowest = std::max(slowest, took([&] { return text::snapped(*text, {place, place + 5}); }));
        }
    }
    CHECK(at(sentences, text::sentence_at(sentences, 500'003)) == "Hij zei dat het goed was.");
    // What is longer than what is read is cut.
    CHECK(text::sentence_at(endless, 500'000).length() == 2 * 32'768);
    CHECK(slowest < 100);
    WARN("slowest: " << slowest << " ms");
}

TEST_CASE("scripts that run from right to left are noticed, in the span only") {
    const Text text("“Één” zei hij: שלום, مرحبا — дом");
    CHECK(text::has_right_to_left(text, text.whole()));
    CHECK_FALSE(text::has_right_to_left(text, {0, 15}));
    CHECK(text::has_right_to_left(text, {15, 16}));
    CHECK(text::has_right_to_left(text, {21, 23}));
    CHECK_FALSE(text::has_right_to_left(text, {27, text.size()}));
    CHECK(text::has_right_to_left(Text("ja\u202Enee"), {0, 6}));
    CHECK_FALSE(text::has_right_to_left(text, {15, 15}));
}
