// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/disagreements.h"

#include <catch2/catch.hpp>

#include "analysis/material_builder.h"

using namespace analysis;
using Kind = DisagreementKind;

TEST_CASE("Each disagreement is told once, with its kind, and the longest first") {
    MaterialBuilder study;
    study.participant("p").coder("anna").coder("bram").source("s", {"p"}, 1000);
    study.code("Act/Pro").code("Act/Con").code("Duty/Help");
    study.mark("s", "anna", model::Mark::coded).mark("s", "bram", model::Mark::coded);
    study.coding("s", "Act/Pro", 0, 100, "anna");
    study.coding("s", "Act/Pro", 10, 130, "bram");
    study.coding("s", "Act/Pro", 200, 260, "anna");
    study.coding("s", "Act/Con", 200, 260, "bram");
    study.coding("s", "Duty/Help", 300, 305, "bram");
    study.coding("s", "Duty/Help", 400, 420, "anna");
    study.coding("s", "Duty/Help", 400, 420, "bram");
    study.coding("s", "Act/Con", 400, 403, "anna");
    AgreementSpec spec;
    spec.coders = {{study.coder_id("anna")}, {study.coder_id("bram")}};
    const auto found = disagreements(study.material(), spec);
    REQUIRE(found.size() == 6);
    std::vector<Kind> kinds;
    std::vector<text::Span> spans;
    for (const auto& one : found) {
        kinds.push_back(one.kind);
        spans.push_back(one.span);
    }
    CHECK(kinds == std::vector<Kind>{Kind::other_code, Kind::other_code, Kind::boundary, Kind::boundary,
                                     Kind::missed, Kind::extra});
    CHECK(spans ==
          std::vector<text::Span>{{200, 260}, {200, 260}, {100, 130}, {0, 10}, {300, 305}, {400, 403}});
    CHECK(found[2].coded_by == 1);
    CHECK(found[5].other_codes == std::vector<model::CodeId>{study.code_id("Duty/Help")});

    study.mark("s", "bram", model::Mark::coding);
    CHECK(disagreements(study.material(), spec).empty());
}
