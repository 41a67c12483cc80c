// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "study/study.h"

namespace study {

/// A query that was kept under a name, for everybody who works in the study.
struct SavedSearch {
    std::string name;
    std::string query;  ///< as it was typed (docs/query-language.md)

    bool operator==(const SavedSearch&) const = default;
};

/// The searches of the study in the order in which they were saved. Each is a setting of its own, so that
/// copies in which searches were saved hold those of both when they are merged.
[[nodiscard]] std::vector<SavedSearch> saved_searches(const Study& study);

/// The name of the setting that keeps the search of that name. It holds no word of the name, but the same
/// name gives the same setting in every copy.
[[nodiscard]] std::string setting_of_search(std::string_view name);
[[nodiscard]] std::string written_search(const SavedSearch& search);

}  // namespace study
