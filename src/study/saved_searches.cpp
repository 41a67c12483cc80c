// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/saved_searches.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "study/settings.h"
#include "text/tokens.h"

namespace study {

namespace {

void read(const nlohmann::json& one, std::vector<SavedSearch>& searches) {
    if (one.is_array() && one.size() == 2 && one[0].is_string() && one[1].is_string())
        searches.push_back({one[0].get<std::string>(), one[1].get<std::string>()});
}

}  // namespace

std::vector<SavedSearch> saved_searches(const Study& study) {
    std::vector<SavedSearch> searches;
    // Until they had a setting each, all stood in one.
    const auto list = nlohmann::json::parse(settings::get(study, settings::kSearches), nullptr, false);
    if (list.is_array()) {
        for (const auto& one : list) read(one, searches);
    }
    db::Statement row =
        study.database().prepare("SELECT value FROM setting WHERE name LIKE 'search/%' ORDER BY id");
    while (row.step()) read(nlohmann::json::parse(row.text(0), nullptr, false), searches);
    return searches;
}

std::string setting_of_search(std::string_view name) {
    constexpr std::size_t kBytes = 8;
    const auto digest = base::digest_of(text::folded(name));
    std::string setting = "search/";
    for (std::size_t i = 0; i < kBytes; ++i) setting += fmt::format("{:02x}", digest[i]);
    return setting;
}

std::string written_search(const SavedSearch& search) {
    return nlohmann::json::array({search.name, search.query}).dump();
}

}  // namespace study
