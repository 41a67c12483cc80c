// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/material.h"
#include "model/table.h"
#include "search/query.h"
#include "search/search.h"
#include "study/study.h"

/// How the hits of the window's search are counted. Knows of no window, so that it can be done beside it.
namespace ui {

/// What is to be counted.
struct CountRequest {
    enum class Show : std::uint8_t {
        groups,    ///< the hits of the query by one heading
        table,     ///< the query, and the saved ones, by an axis
        contrast,  ///< two roles in each triad
    };
    Show show = Show::groups;
    search::Node query;
    model::SourceId only;  ///< hits of this source alone, but for the table; nobody: all
    std::string axis;      ///< in the words of analysis::Axis
    model::RoleId first, second;
    bool with_saved = false;
};

/// A table, and the query behind each of its rows.
struct Counted {
    model::Table table;
    std::vector<std::string> row_queries;
};

/// The headings by which hits can be counted one by one: axis and label.
struct CountHeading {
    const char* axis;
    const char* label;
};
[[nodiscard]] const std::vector<CountHeading>& count_headings();

/// Throws base::Error.
[[nodiscard]] Counted counted(search::Search& search, const study::Study& study,
                              const model::Material& material, const CountRequest& request);

}  // namespace ui
