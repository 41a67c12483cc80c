// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/codebook.h"

#include <catch2/catch.hpp>

#include "base/error.h"

using model::Code;
using model::Codebook;
using model::CodeId;

namespace {

Code code(std::int64_t id, std::int64_t parent, std::string name) {
    Code made;
    made.id = CodeId{id};
    made.parent = CodeId{parent};
    made.name = std::move(name);
    made.guid.bytes.back() = static_cast<std::uint8_t>(id);
    return made;
}

/// Rechten (1) with Contact (2) and Afspraken (3, with Nazorg 6); Plichten (4) with Contact (5).
Codebook sample() {
    return Codebook({code(5, 4, "Contact"), code(6, 3, "Nazorg"), code(1, 0, "Rechten"),
                     code(4, 0, "Plichten"), code(2, 1, "Contact"), code(3, 1, "Afspraken")});
}

std::vector<std::int64_t> ids(const std::vector<Code>& codes) {
    std::vector<std::int64_t> result;
    for (const auto& each : codes) result.push_back(each.id.value);
    return result;
}

/// The error of resolve(), for its kind and its sentences.
base::Error refusal(const Codebook& codebook, std::string_view text) {
    try {
        const auto& found = codebook.resolve(text);
        FAIL("resolved to " << found.name);
    } catch (const base::Error& error) {
        return error;
    }
    throw std::logic_error("unreachable");
}

}  // namespace

TEST_CASE("codes stand in reading order, whatever order they came in") {
    const auto codebook = sample();
    CHECK(ids(codebook.codes()) == std::vector<std::int64_t>{1, 2, 3, 6, 4, 5});
    CHECK(codebook.children(CodeId{}) == std::vector<CodeId>{CodeId{1}, CodeId{4}});
    CHECK(codebook.children(CodeId{1}) == std::vector<CodeId>{CodeId{2}, CodeId{3}});
    CHECK(codebook.children(CodeId{6}).empty());
    CHECK(codebook.children(CodeId{99}).empty());
}

TEST_CASE("an empty codebook has nothing and finds nothing") {
    const Codebook codebook;
    CHECK(codebook.empty());
    CHECK(codebook.find(CodeId{1}) == nullptr);
    CHECK(codebook.children(CodeId{}).empty());
    CHECK(refusal(codebook, "Rechten").kind() == base::ErrorKind::not_found);
}

TEST_CASE("a code knows its dimension and what it stands below") {
    const auto codebook = sample();
    CHECK(codebook.find(CodeId{3})->name == "Afspraken");
    CHECK(codebook.find(CodeId{}) == nullptr);
    CHECK(codebook.dimension_of(CodeId{6}).id == CodeId{1});
    CHECK(codebook.dimension_of(CodeId{4}).id == CodeId{4});
    CHECK(codebook.is_within(CodeId{6}, CodeId{1}));
    CHECK(codebook.is_within(CodeId{3}, CodeId{3}));
    CHECK_FALSE(codebook.is_within(CodeId{5}, CodeId{1}));
    CHECK_FALSE(codebook.is_within(CodeId{1}, CodeId{6}));
    CHECK_FALSE(codebook.is_within(CodeId{1}, CodeId{}));
    CHECK_FALSE(codebook.is_within(CodeId{99}, CodeId{1}));
}

TEST_CASE("a code whose parent is missing becomes a dimension") {
    const Codebook codebook({code(2, 77, "Wees"), code(3, 2, "Kind")});
    CHECK_FALSE(codebook.find(CodeId{2})->parent);
    CHECK(codebook.path(CodeId{3}) == "Wees/Kind");
}

TEST_CASE("a cycle is refused by the name of a code on it, not of one that hangs below it") {
    const std::vector<Code> cycle{code(9, 1, "Onder"), code(1, 2, "Eén"), code(2, 1, "Twee")};
    CHECK_THROWS_WITH(Codebook(cycle), Catch::Contains("“Eén”") || Catch::Contains("“Twee”"));
    const std::vector<Code> self{code(1, 1, "Zelf")};
    CHECK_THROWS_WITH(Codebook(self), Catch::Contains("“Zelf”"));
}

TEST_CASE("an id that is nobody's or used twice is a bug, not a codebook") {
    const std::vector<Code> twice{code(1, 0, "A"), code(1, 0, "B")};
    CHECK_THROWS_AS(Codebook(twice), base::Error);
    const std::vector<Code> nobody{code(0, 0, "A")};
    CHECK_THROWS_AS(Codebook(nobody), base::Error);
}

TEST_CASE("a chain of ten thousand codes is a codebook like any other") {
    constexpr std::int64_t kDepth = 10'000;
    std::vector<Code> chain;
    for (std::int64_t i = kDepth; i >= 1; --i) chain.push_back(code(i, i - 1, "n"));
    const Codebook codebook(std::move(chain));
    CHECK(codebook.codes().front().id == CodeId{1});
    CHECK(codebook.codes().back().id == CodeId{kDepth});
    CHECK(codebook.dimension_of(CodeId{kDepth}).id == CodeId{1});
    CHECK(codebook.is_within(CodeId{kDepth}, CodeId{1}));
    CHECK(codebook.path(CodeId{kDepth}).size() == 2 * kDepth - 1);
}

TEST_CASE("slashes and backslashes in names survive the way through a path") {
    for (const char* name : {"n/a", "a\\b", "\\", "/", "a\\/b", "", "é/ë\\\\"}) {
        CAPTURE(name);
        CHECK(model::path_parts(model::escaped_path_part(name)) == std::vector<std::string>{name});
    }
    CHECK(model::path_parts("a/b\\/c/d\\\\") == std::vector<std::string>{"a", "b/c", "d\\"});
    CHECK(model::path_parts("a\\b\\") == std::vector<std::string>{"a\\b\\"});

    const Codebook codebook({code(1, 0, "Zorg/school"), code(2, 1, "wel\\niet")});
    CHECK(codebook.path(CodeId{2}) == "Zorg\\/school/wel\\\\niet");
    CHECK(codebook.resolve(codebook.path(CodeId{2})).id == CodeId{2});
    CHECK(codebook.resolve("Zorg/school").id == CodeId{1});
    CHECK(codebook.resolve("wel\\niet").id == CodeId{2});
}

TEST_CASE("a code is found by guid, by path, and by a name that occurs once") {
    const auto codebook = sample();
    CHECK(codebook.resolve("{00000000-0000-0000-0000-000000000005}").id == CodeId{5});
    CHECK(codebook.resolve("Rechten/Contact").id == CodeId{2});
    CHECK(codebook.resolve("Plichten/Contact").id == CodeId{5});
    CHECK(codebook.resolve("Afspraken").id == CodeId{3});
    CHECK(codebook.resolve("Rechten/Afspraken/Nazorg").id == CodeId{6});
}

TEST_CASE("capitals, accents and blanks at the ends do not matter where nothing matches exactly") {
    const Codebook codebook(
        {code(1, 0, "Categorieën"), code(2, 1, "steun"), code(3, 1, "Steun"), code(4, 1, "Advies")});
    CHECK(codebook.resolve("categorieen").id == CodeId{1});
    CHECK(codebook.resolve("CATEGORIEËN / adviés").id == CodeId{4});
    CHECK(codebook.resolve("Categorieën/Steun").id == CodeId{3});
    CHECK(codebook.resolve("steun").id == CodeId{2});
    CHECK(refusal(codebook, "STEUN").kind() == base::ErrorKind::bad_input);
}

TEST_CASE("the names above the last one of a path may be cut after a word, where one code is meant") {
    const Codebook codebook({code(1, 0, "Rechten om te vervullen"), code(2, 1, "Afspraken maken"),
                             code(3, 0, "Rechten, anders"), code(4, 3, "Contact")});
    CHECK(codebook.resolve("rechten/Afspraken maken").id == CodeId{2});
    CHECK(codebook.resolve("Rechten/Contact").id == CodeId{4});
    CHECK_THROWS_AS(codebook.resolve("Rechten/Afspraken"), base::Error);
    CHECK_THROWS_AS(codebook.resolve("Recht/Contact"), base::Error);
    CHECK(refusal(codebook, "Rechten").kind() == base::ErrorKind::bad_input);
    CHECK(codebook.resolve("rechten om").id == CodeId{1});
    CHECK_THROWS_AS(codebook.resolve("Afspraken"), base::Error);
    const Codebook twice({code(1, 0, "Rechten van A"), code(2, 1, "Contact"), code(3, 0, "Rechten van B"),
                          code(4, 3, "Contact")});
    CHECK(refusal(twice, "Rechten/Contact").kind() == base::ErrorKind::bad_input);
}

TEST_CASE("a path goes before a name, so that a dimension can always be named") {
    const Codebook codebook({code(1, 0, "Contact"), code(2, 0, "Rechten"), code(3, 2, "Contact")});
    CHECK(codebook.resolve("Contact").id == CodeId{1});
}

TEST_CASE("a name of several codes is refused with the paths to choose from") {
    const auto error = refusal(sample(), "Contact");
    CHECK(error.kind() == base::ErrorKind::bad_input);
    CHECK_THAT(error.hint(), Catch::Contains("Rechten/Contact") && Catch::Contains("Plichten/Contact"));
}

TEST_CASE("brothers of one name can only be told apart by guid") {
    const Codebook codebook({code(1, 0, "A"), code(2, 1, "B"), code(3, 1, "B")});
    const auto error = refusal(codebook, "A/B");
    CHECK(error.kind() == base::ErrorKind::bad_input);
    CHECK_THAT(error.hint(), Catch::Contains("00000000-0000-0000-0000-000000000003"));
    CHECK(codebook.resolve("00000000-0000-0000-0000-000000000003").id == CodeId{3});
}

TEST_CASE("an unknown code is refused with near ones, nearest first") {
    const auto codebook = sample();
    CHECK(refusal(codebook, "Afsprakn").kind() == base::ErrorKind::not_found);
    CHECK_THAT(refusal(codebook, "Afsprakn").hint(), Catch::Contains("“Rechten/Afspraken”"));
    CHECK_THAT(refusal(codebook, "Plicht/Contct").hint(), Catch::Contains("“Plichten/Contact”"));
    CHECK_THAT(refusal(codebook, "Rechte").hint(), Catch::Contains("“Rechten”"));
    CHECK(refusal(codebook, "xyzzy").hint().empty());
    CHECK(refusal(codebook, "").hint().empty());
    CHECK(refusal(codebook, std::string(100'000, 'x')).hint().empty());
}

TEST_CASE("a code may move where it makes no cycle and no second name") {
    const auto codebook = sample();
    CHECK_FALSE(codebook.why_not_move(CodeId{3}, CodeId{4}));
    CHECK_FALSE(codebook.why_not_move(CodeId{3}, CodeId{}));
    CHECK_FALSE(codebook.why_not_move(CodeId{2}, CodeId{1}));
    CHECK(codebook.why_not_move(CodeId{1}, CodeId{1}));
    CHECK(codebook.why_not_move(CodeId{1}, CodeId{6}));
    CHECK_THAT(codebook.why_not_move(CodeId{2}, CodeId{4}).value_or(""), Catch::Contains("“Plichten”"));
    CHECK(codebook.why_not_move(CodeId{99}, CodeId{1}));
    CHECK(codebook.why_not_move(CodeId{1}, CodeId{99}));
}
