// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace house {

/// A heading, picture, table with its numbers, or block of code: what a page has in common with its
/// translation.
struct Part {
    std::string what;   ///< "a heading of level 2", "a table of 5 rows"
    std::string below;  ///< the heading that it stands below, or is
};

/// A page of Markdown, as far as a test can judge it.
struct ManualPage {
    std::vector<Part> parts;
    std::vector<std::string> links;  ///< those that do not lead out of the repository
    std::set<std::string> anchors;   ///< of its headings, as GitHub makes them
};

/// Reads it as the help window does.
[[nodiscard]] ManualPage parse_manual_page(std::string_view markdown);

/// Where a translation first has another part than the page; empty where it has the same ones.
[[nodiscard]] std::string first_difference(const ManualPage& page, const ManualPage& translation);

}  // namespace house
