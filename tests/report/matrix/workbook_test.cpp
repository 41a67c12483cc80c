// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/matrix/workbook.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <set>

#include "exchange/out/workbook.h"
#include "support/temporary_folder.h"
#include "support/workbook_reader.h"

namespace {

using model::CellState;
using model::CodingId;
using support::ReadSheet;
using support::WorkbookReader;

/// Rights with two codes by three roles; the dimension's own row counts who has any of them.
analysis::Crosstab sample_crosstab() {
    analysis::Crosstab crosstab;
    const auto item = [](const char* label) {
        analysis::AxisItem axis_item;
        axis_item.label = label;
        return axis_item;
    };
    const auto cell = [](const std::vector<std::int64_t>& codings) {
        analysis::CrossCell cross_cell;
        cross_cell.value = static_cast<std::int64_t>(codings.size());
        for (const auto id : codings) cross_cell.codings.push_back(CodingId{id});
        return cross_cell;
    };
    crosstab.columns = {item("Jongere"), item("Ouder"), item("JIM")};
    crosstab.rows = {item("Afspraken"), item("Niets")};
    crosstab.cells = {{cell({1, 2}), cell({}), cell({3})}, {cell({}), cell({4, 5, 6}), cell({})}};
    crosstab.dimensions = {item("Rechten")};
    crosstab.dimension_cells = {{cell({1, 2}), cell({4, 5, 6}), cell({3})}};
    crosstab.unattributed = 1;
    crosstab.unattributed_codings = {CodingId{7}};
    return crosstab;
}

model::Heading heading(const std::string& label, int level = 0, bool is_group = false,
                       const std::string& note = {}) {
    return {label, level, is_group, note};
}

model::TableCell number(double value, std::int64_t trace) {
    return {CellState::number, value, {}, trace};
}

model::Table working_layout(const analysis::Crosstab& crosstab) {
    model::Table table;
    table.title = "Codes by role";
    table.corner = "Code";
    table.columns = {heading("Jongere", 0, false, "n = 6 (4 coded)"), heading("Ouder", 0, false, "n = 7"),
                     heading("JIM", 0, false, "n = 6")};
    table.rows = {heading("Rechten", 0, true), heading("Afspraken", 1), heading("Niets", 1)};
    const auto at = [&](std::size_t row, std::size_t column) {
        return report::trace_of(crosstab, row, column);
    };
    const auto of = [&](std::size_t column) { return report::trace_of_dimension(crosstab, 0, column); };
    table.cells = {{number(2, of(0)), number(3, of(1)), number(1, of(2))},
                   {number(2, at(0, 0)), number(0, at(0, 1)), number(1, at(0, 2))},
                   {number(0, at(1, 0)), number(3, at(1, 1)), {CellState::uncoded, 0, {}, at(1, 2)}}};
    table.notes = {"Participants are counted once a cell."};
    return table;
}

report::Passage passage(CodingId coding) {
    report::Passage result;
    result.coding = coding;
    result.participant = "T1-JIM";
    result.role = "JIM";
    result.triad = "T1";
    result.source = "Gezin Bruijn";
    result.coder = "Ada";
    result.code_path = "Rechten/Afspraken";
    result.dimension = "Rechten";
    result.quotation = "passage " + std::to_string(coding.value);
    result.turn = coding.value == 7 ? 0 : 12;
    result.begin = 100 + coding.value;
    result.end = 200 + coding.value;
    result.whole_source = coding.value == 6;
    result.created = 1'700'000'000;
    return result;
}

report::About sample_about() {
    return {"JIM",   "Positionering",
            12,      1'700'000'000,
            "0.1.0", {{"Unit", "participants"}, {"Coder", "settled layer"}, {"Filters", "=none"}}};
}

class Written {
  public:
    explicit Written(const model::Table& table) {
        exchange::write_xlsx(report::matrix_workbook(sample_crosstab(), table, passage, sample_about()),
                             folder_ / "matrix.xlsx");
        reader_ = std::make_unique<WorkbookReader>(folder_ / "matrix.xlsx");
    }
    const ReadSheet& sheet(const std::string& name) { return reader_->sheet(name); }

  private:
    support::TemporaryFolder folder_;
    std::unique_ptr<WorkbookReader> reader_;
};

/// The quotations in the rows to which a cell of the matrix leads.
std::vector<std::string> quotations(const ReadSheet& matrix, const ReadSheet& passages,
                                    const std::string& cell) {
    const auto& link = matrix.links.at(cell);
    const auto mark = link.find("!A");
    const auto colon = link.find(":M");
    REQUIRE(link.substr(0, mark) == "'Passages'");
    REQUIRE(colon != std::string::npos);
    std::vector<std::string> found;
    for (int row = std::stoi(link.substr(mark + 2)); row <= std::stoi(link.substr(colon + 2)); ++row) {
        found.push_back(passages.cells.at("J" + std::to_string(row)).value);
    }
    return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Each number of a matrix leads to the passages behind it") {
    Written book(working_layout(sample_crosstab()));
    const auto& matrix = book.sheet("Matrix");
    const auto& passages = book.sheet("Passages");
    CHECK(matrix.cells.at("A1").value == "Codes by role");
    CHECK(matrix.cells.at("A4").value == "Code");
    CHECK(matrix.cells.at("B4").value == "Jongere");
    CHECK(matrix.cells.at("B5").value == "n = 6 (4 coded)");
    CHECK(matrix.cells.at("A6").value == "Rechten");
    CHECK(matrix.cells.at("B7").value == "2");
    CHECK(matrix.cells.at("B7").type.empty());
    CHECK(matrix.cells.at("C7").value == "0");
    CHECK(matrix.cells.at("D8").value == "·");

    CHECK(quotations(matrix, passages, "B6") == Texts{"passage 1", "passage 2"});
    CHECK(quotations(matrix, passages, "C6") == Texts{"passage 4", "passage 5", "(the whole source)"});
    CHECK(quotations(matrix, passages, "B7") == Texts{"passage 1", "passage 2"});
    CHECK(quotations(matrix, passages, "D7") == Texts{"passage 3"});
    CHECK(quotations(matrix, passages, "C8") == Texts{"passage 4", "passage 5", "(the whole source)"});
    // Zeros lead nowhere.
    CHECK(matrix.links.count("C7") == 0);
    CHECK(matrix.links.count("B8") == 0);
    CHECK(matrix.links.count("D8") == 0);
}

TEST_CASE("The headings of a matrix are merged and stay in view") {
    Written book(working_layout(sample_crosstab()));
    const auto& matrix = book.sheet("Matrix");
    CHECK(matrix.frozen == "B6");
    const std::set<std::string> merged(matrix.merged.begin(), matrix.merged.end());
    CHECK(merged.count("A1:D1") == 1);
    CHECK(merged.count("A4:A5") == 1);
}

TEST_CASE("Columns below a common heading stand under one merged cell") {
    auto table = working_layout(sample_crosstab());
    table.columns = {heading("Gezin", 0, true), heading("Jongere", 1), heading("Ouder", 1), heading("JIM")};
    for (auto& row : table.cells) row.insert(row.begin(), model::TableCell{});
    Written book(table);
    const auto& matrix = book.sheet("Matrix");
    CHECK(matrix.cells.at("B4").value == "Gezin");
    CHECK(matrix.cells.at("B5").value == "Jongere");
    CHECK(matrix.cells.at("C5").value == "Ouder");
    CHECK(std::count(matrix.merged.begin(), matrix.merged.end(), "B4:C4") == 1);
    CHECK(matrix.cells.at("B7").value == "2");
    CHECK(matrix.cells.at("D5").value == "JIM");
}

TEST_CASE("A heading with figures of its own has a column below itself") {
    auto table = working_layout(sample_crosstab());
    table.columns = {heading("Gezin", 0, true), heading("Ouder", 1), heading("JIM", 1)};
    Written book(table);
    const auto& matrix = book.sheet("Matrix");
    CHECK(matrix.cells.at("B4").value == "Gezin");
    CHECK(matrix.cells.at("B5").value == "all");
    CHECK(matrix.cells.at("C5").value == "Ouder");
    CHECK(matrix.cells.at("D5").value == "JIM");
    CHECK(std::count(matrix.merged.begin(), matrix.merged.end(), "B4:D4") == 1);
}

TEST_CASE("The passages can be filtered: each row says to which number it belongs") {
    Written book(working_layout(sample_crosstab()));
    const auto& passages = book.sheet("Passages");
    CHECK(passages.frozen == "C2");
    // 6 behind the dimension, 6 behind its codes, 1 of nobody, and the headings.
    CHECK(passages.filter == "A1:M14");
    CHECK(passages.cells.at("A8").value == "Rechten / Afspraken");
    CHECK(passages.cells.at("B8").value == "Jongere");
    CHECK(passages.cells.at("A9").value == "Rechten / Afspraken");
    CHECK(passages.cells.at("C8").value == "T1-JIM");
    CHECK(passages.cells.at("D8").value == "JIM");
    CHECK(passages.cells.at("E8").value == "T1");
    CHECK(passages.cells.at("F8").value == "Gezin Bruijn");
    CHECK(passages.cells.at("G8").value == "12");
    CHECK(passages.cells.at("H8").value == "101");
    CHECK(passages.cells.at("I8").value == "201");
    CHECK(passages.cells.at("J8").value == "passage 1");
    CHECK(passages.cells.at("K8").value == "Rechten/Afspraken");
    CHECK(passages.cells.at("L8").value == "Ada");
    CHECK(std::stod(passages.cells.at("M8").value) == Approx(45244.925926));
    // A judgement of the whole source has no place in the text.
    CHECK(passages.cells.at("J13").value == "(the whole source)");
    CHECK(passages.cells.at("H13").value.empty());
}

TEST_CASE("Codings of nobody are counted below the matrix and lead to their passages") {
    Written book(working_layout(sample_crosstab()));
    const auto& matrix = book.sheet("Matrix");
    CHECK(matrix.cells.at("A10").value == "Codings that belong to no participant");
    CHECK(matrix.cells.at("B10").value == "1");
    CHECK(quotations(matrix, book.sheet("Passages"), "B10") == Texts{"passage 7"});
    CHECK(book.sheet("Passages").cells.at("G14").value.empty());
}

TEST_CASE("The published layout links its texts, and percentages are percentages to Excel") {
    const auto crosstab = sample_crosstab();
    model::Table table;
    table.corner = "Dimensie";
    table.columns = {heading("Jongere"), heading("Ouder"), heading("JIM")};
    table.rows = {heading("Rechten")};
    table.cells = {{{CellState::text, 0, "Afspraken 2", report::trace_of_dimension(crosstab, 0, 0)},
                    {CellState::absent, 0, {}, 999},
                    number(66.7, -1)}};
    table.unit = "%";
    table.decimals = 1;
    Written book(table);
    const auto& matrix = book.sheet("Matrix");
    CHECK(matrix.cells.at("B5").value == "Afspraken 2");
    CHECK(quotations(matrix, book.sheet("Passages"), "B5") == Texts{"passage 1", "passage 2"});
    CHECK(matrix.cells.at("C5").value == "–");
    CHECK(matrix.links.count("C5") == 0);
    CHECK(std::stod(matrix.cells.at("D5").value) == Approx(0.667));
}

TEST_CASE("A workbook says what was counted") {
    Written book(working_layout(sample_crosstab()));
    std::map<std::string, std::string> said;
    const auto& cells = book.sheet("What was counted").cells;
    for (const auto& [place, cell] : cells) {
        const auto value = cells.find("B" + place.substr(1));
        if (place[0] == 'A' && value != cells.end()) said[cell.value] = value->second.value;
    }
    CHECK(said.at("Unit") == "participants");
    CHECK(said.at("Coder") == "settled layer");
    CHECK(said.at("Filters") == "=none");
    CHECK(said.at("Study") == "JIM");
    CHECK(said.at("Codebook") == "Positionering");
    CHECK(said.at("Revision of the study") == "12");
    CHECK(std::stod(said.at("Date of the revision (UTC)")) == Approx(45244.925926));
    CHECK(said.at("Program") == "Trialogue 0.1.0");
}

TEST_CASE("An empty matrix is still a workbook") {
    const support::TemporaryFolder folder;
    exchange::write_xlsx(report::matrix_workbook({}, {}, passage, {}), folder / "empty.xlsx");
    CHECK(WorkbookReader(folder / "empty.xlsx").sheets().size() == 3);
}

TEST_CASE("Each line of the published layout is a linked cell of its own below one label") {
    const auto crosstab = sample_crosstab();
    model::Table table;
    table.columns = {heading("Jongere"), heading("Ouder"), heading("JIM")};
    table.rows = {heading("Rechten")};
    table.cells = {{{CellState::text, 0, "Afspraken 2\nNiets 1", report::trace_of_dimension(crosstab, 0, 0)},
                    {CellState::text, 0, "Niets 3", report::trace_of_dimension(crosstab, 0, 1)},
                    {CellState::uncoded, 0, {}, -1}}};
    Written book(table);
    const auto& matrix = book.sheet("Matrix");
    CHECK(std::count(matrix.merged.begin(), matrix.merged.end(), "A5:A6") == 1);
    CHECK(matrix.cells.at("B5").value == "Afspraken 2");
    CHECK(matrix.cells.at("B6").value == "Niets 1");
    CHECK(matrix.links.at("B5") == matrix.links.at("B6"));
    CHECK(matrix.cells.at("C5").value == "Niets 3");
    CHECK(matrix.cells.at("C6").value.empty());
    CHECK(matrix.links.count("C6") == 0);
    CHECK(matrix.cells.at("D5").value == "·");
}
