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

auto place_of(std::vector<SavedSearch>& searches, const std::string& name) {
    return std::find_if(searches.begin(), searches.end(),
                        [&](const SavedSearch& one) { return text::folded(one.name) == text::folded(name); });
}

}  // namespace

void save_search(Edit& edit, const std::string& name, const std::string& query) {
    const std::string kept = clean_name(name, base::tr("A search"));
    const std::string asked = clean_name(query, base::tr("A query"));
    auto searches = saved_searches(edit.study());
    const auto place = place_of(searches, kept);
    if (place == searches.end()) {
        searches.push_back({kept, asked});
    } else {
        *place = {kept, asked};
    }
    settings::set(edit, settings::kSearches, written_searches(searches));
    edit.args()["label"] = kept;
}

void remove_search(Edit& edit, const std::string& name) {
    auto searches = saved_searches(edit.study());
    const auto place = place_of(searches, name);
    if (place == searches.end()) {
        throw base::Error(base::ErrorKind::not_found, base::say("No search is called “{}”.", name));
    }
    edit.args()["label"] = place->name;
    searches.erase(place);
    settings::set(edit, settings::kSearches, written_searches(searches));
}

}  // namespace study::verbs
