// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "study/study.h"

namespace study {

/// A query that was kept under a name, for everybody who works in the study.
struct SavedSearch {
    std::string name;
    std::string query;  ///< as it was typed (docs/query-language.md)

    bool operator==(const SavedSearch&) const = default;
};

/// The searches of the study in the order in which they were saved; they stand in its settings.
[[nodiscard]] std::vector<SavedSearch> saved_searches(const Study& study);

/// As they stand in the setting: a JSON list of [name, query]. What is not of that form is passed over.
[[nodiscard]] std::vector<SavedSearch> read_searches(const std::string& setting);
[[nodiscard]] std::string written_searches(const std::vector<SavedSearch>& searches);

}  // namespace study
