// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <map>
#include <set>

#include "exchange/refi/codebook.h"
#include "exchange/schema.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"
#include "text/text.h"

using exchange::codebook_xml;
using exchange::read_codebook;

namespace {

std::filesystem::path shipped(const std::string& name) {
    return std::filesystem::path(TRIALOGUE_SOURCE_DIR) / "codebooks" / name;
}

std::vector<std::string> shipped_names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(shipped(""))) {
        if (entry.path().extension() == ".qdc") names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<model::Code> codes_of(const std::string& name) {
    return read_codebook(shipped(name)).codebook.codes();
}

/// How much darker black is than the colour: 1 to 21 (WCAG 2.1, contrast ratio).
double contrast_with_black(const std::string& colour) {
    const auto part = [&](std::size_t at) {
        const double value = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return (0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5) + 0.05) / 0.05;
}

/// The fields of one line of the published matrix, of which some stand in quotation marks.
std::vector<std::string> csv_fields(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            fields.emplace_back();
        } else if (c != '\r') {
            fields.back() += c;
        }
    }
    return fields;
}

using Names = std::vector<std::pair<std::string, std::string>>;  ///< dimension and code

Names published(std::size_t dimension_column, std::size_t code_column) {
    std::ifstream file(support::test_data("published-matrix.csv"));
    Names names;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const auto fields = csv_fields(line);
        names.emplace_back(fields.at(dimension_column), fields.at(code_column));
    }
    return names;
}

}  // namespace

TEST_CASE("every shipped codebook is exactly what Trialogue writes, and valid by the schema") {
    const auto names = shipped_names();
    REQUIRE(names.size() >= 2);
    for (const auto& name : names) {
        CAPTURE(name);
        const auto bytes = support::content_of(shipped(name));
        const auto read = read_codebook(shipped(name));
        CHECK(read.losses.empty());
        CHECK(name.find("." + read.language + ".") != std::string::npos);
        CHECK(codebook_xml(read.codebook, "Trialogue", read.language) == bytes);
        support::check_by_schema(bytes, "refi/Codebook.xsd");
    }
}

TEST_CASE("every shipped code has its four texts and a colour that dark text is readable on") {
    for (const auto& name : shipped_names()) {
        std::set<std::string> colours, examples;
        for (const auto& code : codes_of(name)) {
            CAPTURE(name, code.name);
            CHECK(text::count_code_points(code.definition) > 80);
            CHECK(text::count_code_points(code.when) > 30);
            CHECK(text::count_code_points(code.when_not) > 30);
            CHECK(text::count_code_points(code.example) > 30);
            CHECK(code.example.starts_with("“"));
            CHECK(examples.insert(code.example).second);
            CHECK(contrast_with_black(code.colour) > 7);
            CHECK(colours.insert(code.colour).second);
            CHECK(code.codable == static_cast<bool>(code.parent));
        }
    }
}

TEST_CASE("the Dutch and the English edition of a codebook are the same codes") {
    std::map<std::string, int> editions;
    for (const auto& name : shipped_names()) ++editions[name.substr(0, name.find('.'))];
    for (const auto& [book, count] : editions) {
        CAPTURE(book);
        REQUIRE(count == 2);
        const auto dutch = codes_of(book + ".nl.qdc");
        const auto english = codes_of(book + ".en.qdc");
        REQUIRE(dutch.size() == english.size());
        for (std::size_t i = 0; i < dutch.size(); ++i) {
            CAPTURE(dutch[i].name, english[i].name);
            CHECK(dutch[i].guid == english[i].guid);
            CHECK(dutch[i].parent == english[i].parent);
            CHECK(dutch[i].colour == english[i].colour);
            CHECK(dutch[i].exclusive == english[i].exclusive);
            CHECK(dutch[i].definition != english[i].definition);
        }
    }
}

TEST_CASE("no code of one shipped codebook has the GUID of another's") {
    std::map<base::Guid, std::string> books;
    for (const auto& name : shipped_names()) {
        const auto book = name.substr(0, name.find('.'));
        for (const auto& code : codes_of(name)) {
            CAPTURE(name, code.name);
            CHECK(books.emplace(code.guid, book).first->second == book);
        }
    }
}

TEST_CASE("the codebook of positioning theory has the names and the order of the published table") {
    for (const auto& [file, dimension_column, code_column] :
         {std::tuple{"positioning-theory.en.qdc", 0u, 2u}, {"positioning-theory.nl.qdc", 1u, 3u}}) {
        CAPTURE(file);
        const auto codebook = read_codebook(shipped(file)).codebook;
        Names names;
        std::vector<bool> exclusive;
        for (const auto& code : codebook.codes()) {
            if (code.parent) {
                names.emplace_back(codebook.dimension_of(code.id).name, code.name);
            } else {
                exclusive.push_back(code.exclusive);
            }
        }
        const auto expected = published(dimension_column, code_column);
        CHECK(expected.size() == 19);
        CHECK(names == expected);
        CHECK(exclusive == std::vector<bool>{true, false, false, true, true});
    }
}
