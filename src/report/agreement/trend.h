// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/agreement/trend.h"
#include "model/material.h"
#include "report/listing.h"
#include "study/study.h"

namespace report {

/// The sources that at least two coders of the spec have finished, and when the second of them had
/// (study/marking_times.h).
[[nodiscard]] std::vector<analysis::FinishedSource> finished_sources(const study::Study& study,
                                                                     const model::Material& material,
                                                                     const analysis::AgreementSpec& spec);

/// For people: from, to, sources (how many), here, so_far.
[[nodiscard]] Listing trend_listing(const std::vector<analysis::TrendStep>& steps);
/// [{"from","to","sources":[…],"coefficient","value","low","high","undefined","so_far":{"value","low","high",
/// "undefined"}}…]
[[nodiscard]] nlohmann::ordered_json trend_json(const std::vector<analysis::TrendStep>& steps,
                                                const model::Material& material);

}  // namespace report
