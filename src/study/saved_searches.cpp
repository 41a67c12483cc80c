// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/saved_searches.h"

#include <nlohmann/json.hpp>

#include "study/settings.h"

namespace study {

std::vector<SavedSearch> read_searches(const std::string& setting) {
    std::vector<SavedSearch> searches;
    const auto list = nlohmann::json::parse(setting, nullptr, false);
    if (!list.is_array()) return searches;
    for (const auto& one : list) {
        if (one.is_array() && one.size() == 2 && one[0].is_string() && one[1].is_string())
            searches.push_back({one[0].get<std::string>(), one[1].get<std::string>()});
    }
    return searches;
}

std::string written_searches(const std::vector<SavedSearch>& searches) {
    if (searches.empty()) return {};
    auto list = nlohmann::json::array();
    for (const auto& one : searches) list.push_back({one.name, one.query});
    return list.dump();
}

std::vector<SavedSearch> saved_searches(const Study& study) {
    return read_searches(settings::get(study, settings::kSearches));
}

}  // namespace study
