// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "exchange/out/table_text.h"
#include "exchange/sample_table.h"

using exchange::table_markdown;

TEST_CASE("A table as Markdown has a heading rule that says how columns are aligned") {
    CHECK(table_markdown(sample_table()) ==
          "**Codes by role**\n"
          "\n"
          "| Code | Jongere<br>n = 6 (4 coded) | Ouder<br>n = 7 | JIM<br>n = 6 |\n"
          "| :--- | ---: | ---: | ---: |\n"
          "| **Rechten** |  |  |  |\n"
          "| &emsp;Afspraken | 0 | 3 | · |\n"
          "| &emsp;Niets, het is goed | 3 | 4 | – |\n"
          "| **Plichten** | **5** | **7** | **6** |\n"
          "| &emsp;=Hulp | 4 | -1 | 3 |\n"
          "\n"
          "· interviewed, not coded yet\n"
          "\n"
          "– nobody interviewed\n"
          "\n"
          "Participants are counted once a cell.\n");
}

TEST_CASE("Texts in Markdown stay what they are") {
    model::Table table;
    table.corner = "a|b";
    table.columns = {heading("*ster* _lijn_")};
    table.rows = {heading("<b>vet</b> [x](y) `c` \\ & co")};
    table.cells = {{text_cell("een\n\ntwee | drie")}};
    CHECK(table_markdown(table) ==
          "| a\\|b | \\*ster\\* \\_lijn\\_ |\n"
          "| :--- | :--- |\n"
          "| \\<b\\>vet\\</b\\> \\[x\\](y) \\`c\\` \\\\ \\& co | een<br><br>twee \\| drie |\n");
}

TEST_CASE("A legend stands below a table only where its mark occurs") {
    auto table = sample_table();
    table.cells[1][2] = number_cell(0);
    const auto markdown = table_markdown(table);
    CHECK(markdown.find("not coded yet") == std::string::npos);
    CHECK(markdown.find("nobody interviewed") != std::string::npos);
}
