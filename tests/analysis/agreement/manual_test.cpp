// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "analysis/agreement/resampling.h"
#include "support/temporary_folder.h"

TEST_CASE("what reports say of simulated studies is what the manual's table says") {
    const auto page =
        support::content_of(std::filesystem::path(TRIALOGUE_SOURCE_DIR) / "docs" / "agreement.md");
    for (const auto& one : analysis::kCoverage) {
        for (const auto& [code, held] : {std::pair{"common", one.common}, std::pair{"rare", one.rare}}) {
            const auto row = fmt::format("\n| {} | {} | {} (", code, one.clusters, held);
            INFO(row);
            CHECK(page.find(row) != std::string::npos);
        }
    }
}
