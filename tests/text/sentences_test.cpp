// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

std::vector<std::string> sentences_of(const std::string& utf8) {
    const text::Text whole(utf8);
    std::vector<std::string> found;
    for (const auto& span : text::sentences(whole)) found.emplace_back(whole.view(span));
    return found;
}

}  // namespace

TEST_CASE("Sentences end at their marks and at line ends, and hold no white space around them") {
    using Sentences = std::vector<std::string>;
    CHECK(sentences_of("Ja hoor. Dat klopt!  Wie zei dat?\nIk niet") ==
          Sentences{"Ja hoor.", "Dat klopt!", "Wie zei dat?", "Ik niet"});
    CHECK(sentences_of("Het kost 3.50 euro.") == Sentences{"Het kost 3.50 euro."});
    CHECK(sentences_of("Één 😀 huis. Twee…") == Sentences{"Één 😀 huis.", "Twee…"});
    CHECK(sentences_of(" \n\n ").empty());
    CHECK(sentences_of("").empty());
}
