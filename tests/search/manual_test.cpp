// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "search/fields.h"
#include "search/query.h"
#include "support/language.h"
#include "support/temporary_folder.h"

using search::Keywords;

TEST_CASE("the manual's table of fields is that of the code, in each language") {
    const auto [language, keywords, name] = GENERATE(table<std::string, Keywords, std::string>(
        {{"en", Keywords::english, "query-language.md"}, {"nl", Keywords::dutch, "query-language.nl.md"}}));
    const support::Speaks speaks(language);
    const auto page = support::content_of(std::filesystem::path(TRIALOGUE_SOURCE_DIR) / "docs" / name);
    const auto rows = search::fields_markdown(keywords);
    INFO(rows);
    CHECK(page.find("|---|\n" + rows + "\n") != std::string::npos);
}

TEST_CASE("the examples of each field are one query with that field, in English and Dutch") {
    for (const auto& field : search::kFields) {
        INFO(field.example);
        const auto node = search::parse(field.example);
        const std::string tree = search::outline(node);
        const std::string name(search::without_attribute(field.name));
        CHECK((tree.find("field " + name) != std::string::npos ||
               tree.find("in " + name) != std::string::npos));
        CHECK(search::parse(field.dutch_example).same_as(node));
        CHECK(search::parse(search::printed(node, Keywords::dutch)).same_as(node));
    }
}
