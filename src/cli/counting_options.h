// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "analysis/crosstab.h"
#include "report/passages/passages.h"
#include "study/study.h"

namespace cli {

/// The options that choose codings, in tables and in exports alike.
struct CountingOptions {
    std::optional<std::string> coder;
    std::optional<std::string> attribution;
    std::vector<std::string> where;
    std::vector<std::string> codes;
};

void add_counting_options(CLI::App& command, CountingOptions& options);
[[nodiscard]] bool is_given(const CountingOptions& options);

/// What --coder says; without it report::default_whose().
[[nodiscard]] analysis::Whose whose(const CountingOptions& options, const study::Study& study,
                                    const model::Material& material);
[[nodiscard]] analysis::Attribution attribution_of(const CountingOptions& options);
[[nodiscard]] std::vector<analysis::Where> where_of(const CountingOptions& options);
[[nodiscard]] std::vector<model::CodeId> codes_of(const CountingOptions& options,
                                                  const model::Codebook& codebook);

/// The choice for a list of codings: without --coder those of everybody.
[[nodiscard]] report::CodingFilter coding_filter(const CountingOptions& options, const study::Study& study);

}  // namespace cli
