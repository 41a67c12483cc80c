// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>

#include "exchange/in/csv.h"
#include "support/program.h"
#include "support/shared_data.h"

namespace {

constexpr std::array<const char*, 3> kRoles{"jongere", "ouder", "JIM"};  ///< as in the sample study
constexpr std::array<int, 3> kInterviewed{6, 7, 6};

/// A code of the published table with how many youth, parents and JIMs have it.
struct Published {
    std::string dimension, code;
    std::array<int, 3> counts{};
};

std::vector<Published> published() {
    const auto table = exchange::read_csv(support::test_data("published-matrix.csv"));
    const auto field = [&](const exchange::CsvRow& row, const char* column) {
        return row.fields.at(table.column(column).value());
    };
    const auto count = [&](const exchange::CsvRow& row, const char* column) {
        const auto text = field(row, column);
        return text.empty() ? 0 : std::stoi(text);
    };
    std::vector<Published> codes;
    for (const auto& row : table.rows) {
        codes.push_back({field(row, "dimension_nl"),
                         field(row, "code_nl"),
                         {count(row, "youth"), count(row, "parent"), count(row, "jim")}});
    }
    return codes;
}

/// The sample study, made anew by the script that users run, and the program's answers about it.
class SampleStudy {
  public:
    SampleStudy() {
        const auto script = std::filesystem::path(TRIALOGUE_SOURCE_DIR) / "docs" / "sample-study" / "make";
        const auto command =
            "'" + script.string() + "' '" TRIALOGUE_PROGRAM "' '" + program_.folder().path().string() + "'";
        INFO(command);
        REQUIRE(std::system(command.c_str()) == 0);
    }

    [[nodiscard]] exchange::CsvTable matrix_csv(const std::string& coder, const std::string& layout) const {
        const auto ran =
            program_.run({"matrix", "JIM", "--coder", coder, "--layout", layout, "-o", "matrix.csv"});
        REQUIRE(ran.exit_code == 0);
        return exchange::read_csv(program_.folder() / "matrix.csv");
    }

    [[nodiscard]] nlohmann::json matrix_json(const std::string& coder) const {
        const auto ran = program_.run({"matrix", "JIM", "--coder", coder, "--json"});
        REQUIRE(ran.exit_code == 0);
        return ran.json();
    }

  private:
    support::Program program_;
};

/// The roles' columns, which follow the headings of the rows.
std::vector<std::string> role_cells(const exchange::CsvTable& table, const exchange::CsvRow& row) {
    std::vector<std::string> cells;
    for (const char* role : kRoles) cells.push_back(row.fields.at(table.column(role).value()));
    return cells;
}

}  // namespace

TEST_CASE("the settled layer of the sample study gives the published table, code by code") {
    const auto expected = published();
    REQUIRE(expected.size() == 19);
    const auto table = SampleStudy().matrix_csv("settled", "working");

    std::size_t at = 0;
    for (const auto& row : table.rows) {
        if (row.fields.at(1).empty()) continue;  // a dimension's own row
        REQUIRE(at < expected.size());
        const auto& code = expected[at++];
        CAPTURE(code.dimension, code.code);
        CHECK(row.fields[0] == code.dimension);
        CHECK(row.fields[1] == code.code);
        CHECK(role_cells(table, row) == std::vector<std::string>{std::to_string(code.counts[0]),
                                                                 std::to_string(code.counts[1]),
                                                                 std::to_string(code.counts[2])});
    }
    CHECK(at == expected.size());
}

TEST_CASE("the published layout of the sample study lists the codes of each cell as the article does") {
    std::vector<std::string> dimensions;
    std::map<std::string, std::vector<std::string>> cells;
    for (const auto& code : published()) {
        auto& row = cells[code.dimension];
        if (row.empty()) {
            dimensions.push_back(code.dimension);
            row.resize(kRoles.size());
        }
        for (std::size_t role = 0; role < kRoles.size(); ++role) {
            if (code.counts[role] == 0) continue;
            if (!row[role].empty()) row[role] += "\n";
            row[role] += code.code + " (" + std::to_string(code.counts[role]) + ")";
        }
    }
    const auto table = SampleStudy().matrix_csv("settled", "published");
    REQUIRE(table.rows.size() == dimensions.size());
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        CAPTURE(dimensions[i]);
        CHECK(table.rows[i].fields.at(0) == dimensions[i]);
        CHECK(role_cells(table, table.rows[i]) == cells.at(dimensions[i]));
    }
}

TEST_CASE("everybody in the sample study is coded, and every coding belongs to a participant") {
    const SampleStudy study;
    for (const std::string coder : {"settled", "Anna", "Bram"}) {
        CAPTURE(coder);
        const auto matrix = study.matrix_json(coder);
        REQUIRE(matrix["columns"].size() == kRoles.size());
        for (std::size_t role = 0; role < kRoles.size(); ++role) {
            CHECK(matrix["columns"][role]["name"] == kRoles[role]);
            CHECK(matrix["columns"][role]["n"] == kInterviewed[role]);
            CHECK(matrix["columns"][role]["coded"] == kInterviewed[role]);
        }
        CHECK(matrix["unattributed"] == 0);
        // Settling is what brings each participant to one code of each exclusive dimension.
        CHECK(matrix["warnings"].empty() == (coder == "settled"));
    }
}
