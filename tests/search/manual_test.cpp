// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "search/fields.h"
#include "search/query.h"
#include "support/temporary_folder.h"

TEST_CASE("the manual's table of fields is that of the code") {
    const auto page =
        support::content_of(std::filesystem::path(TRIALOGUE_SOURCE_DIR) / "docs" / "query-language.md");
    INFO(search::fields_markdown());
    CHECK(page.find("\n" + search::fields_markdown() + "\n") != std::string::npos);
}

TEST_CASE("the example of each field is a query with that field, in English and Dutch") {
    for (const auto& field : search::kFields) {
        INFO(field.example);
        const auto node = search::parse(field.example);
        const std::string tree = search::outline(node);
        const std::string name = field.name;
        CHECK((tree.find("field " + name.substr(0, name.find("NAME"))) != std::string::npos ||
               tree.find("in " + name) != std::string::npos));
        CHECK(search::parse(search::printed(node, search::Keywords::dutch)).same_as(node));
    }
}
