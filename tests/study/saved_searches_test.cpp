// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/saved_searches.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/settings.h"
#include "study/temporary_study.h"
#include "study/verbs/searches.h"

using study::Edit;
using study::SavedSearch;
using support::TemporaryStudy;
using Searches = std::vector<SavedSearch>;

namespace {

template <class Do>
void in_one_edit(TemporaryStudy& study, const Do& what) {
    Edit edit(*study, "test");
    what(edit);
    edit.commit();
}

}  // namespace

TEST_CASE("searches are kept in the order in which they were saved, by names that differ in more than case") {
    TemporaryStudy study;
    in_one_edit(study, [](Edit& edit) {
        study::verbs::save_search(edit, "Vertrouwen", "vertrouwen");
        study::verbs::save_search(edit, "Hulp", "hulp");
        study::verbs::save_search(edit, " vertrouwen ", "vertrouw*");
    });
    CHECK(study::saved_searches(*study) == Searches{{"vertrouwen", "vertrouw*"}, {"Hulp", "hulp"}});
    in_one_edit(study, [](Edit& edit) { study::verbs::remove_search(edit, "VERTROUWEN"); });
    CHECK(study::saved_searches(*study) == Searches{{"Hulp", "hulp"}});
    Edit edit(*study, "test");
    CHECK_THROWS_WITH(study::verbs::remove_search(edit, "vertrouwen"),
                      Catch::Contains("No search is called"));
}

TEST_CASE("searches that an earlier Trialogue kept in one list are read, changed and removed as ever") {
    TemporaryStudy study;
    in_one_edit(study, [](Edit& edit) {
        study::settings::set(edit, study::settings::kSearches,
                             R"([["Oud","oud"],["Steun","steun"],["half"]])");
    });
    CHECK(study::saved_searches(*study) == Searches{{"Oud", "oud"}, {"Steun", "steun"}});
    in_one_edit(study, [](Edit& edit) { study::verbs::save_search(edit, "Nieuw", "nieuw"); });
    CHECK(study::saved_searches(*study) == Searches{{"Oud", "oud"}, {"Steun", "steun"}, {"Nieuw", "nieuw"}});
    in_one_edit(study, [](Edit& edit) { study::verbs::remove_search(edit, "oud"); });
    CHECK(study::saved_searches(*study) == Searches{{"Steun", "steun"}, {"Nieuw", "nieuw"}});
}

TEST_CASE("the setting of a search holds no word of its name") {
    CHECK(study::setting_of_search("Moeder Zwaantje").find("waantje") == std::string::npos);
    CHECK(study::setting_of_search("Zwaantje") == study::setting_of_search("zwaantje"));
}
