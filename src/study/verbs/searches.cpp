// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/searches.h"

#include <algorithm>

#include "base/error.h"
#include "base/translate.h"
#include "study/saved_searches.h"
#include "study/settings.h"
#include "study/verbs/rules.h"
#include "text/tokens.h"

namespace study::verbs {

namespace {

/// Gives each search of a study that keeps them in one list a setting of its own.
void part_list(Edit& edit) {
    if (settings::get(edit.study(), settings::kSearches).empty()) return;
    const auto searches = saved_searches(edit.study());
    settings::set(edit, settings::kSearches, {});
    for (const auto& one : searches) settings::set(edit, setting_of_search(one.name), written_search(one));
}

}  // namespace

void save_search(Edit& edit, const std::string& name, const std::string& query) {
    const std::string kept = clean_name(name, base::tr("A search"));
    const std::string asked = clean_name(query, base::tr("A query"));
    part_list(edit);
    settings::set(edit, setting_of_search(kept), written_search({kept, asked}));
    edit.args()["label"] = kept;
}

void remove_search(Edit& edit, const std::string& name) {
    const auto searches = saved_searches(edit.study());
    const auto found = std::find_if(searches.begin(), searches.end(), [&](const SavedSearch& one) {
        return text::folded(one.name) == text::folded(name);
    });
    if (found == searches.end()) {
        throw base::Error(base::ErrorKind::not_found, base::say("No search is called “{}”.", name));
    }
    edit.args()["label"] = found->name;
    part_list(edit);
    settings::set(edit, setting_of_search(name), {});
}

}  // namespace study::verbs
