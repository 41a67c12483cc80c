// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/vectors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <set>

#include "analysis/agreement/overlap.h"
#include "analysis/agreement/set_ratings.h"

namespace agreement_test {

namespace {

std::string name_of(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// The declared categories, else those that occur, in their order.
std::vector<Json> categories_of(const Json& vector) {
    if (vector.contains("categories") && !vector["categories"].is_null()) return vector["categories"];
    std::set<Json> used;
    for (const Json& row : vector["ratings"]) {
        for (const Json& value : row) {
            if (!value.is_null()) used.insert(value);
        }
    }
    return {used.begin(), used.end()};
}

}  // namespace

const Json& vectors() {
    static const Json all = [] {
        std::ifstream file(TRIALOGUE_SOURCE_DIR "/tests/data/agreement/vectors.json");
        return Json::parse(file);
    }();
    return all;
}

RatingVector rating_vector(const Json& vector) {
    RatingVector result;
    const auto categories = categories_of(vector);
    for (const Json& category : categories) {
        result.names.push_back(name_of(category));
        if (category.is_number()) result.values.push_back(category);
    }
    const Json& rows = vector["ratings"];
    const auto coders = rows.empty() ? 0 : rows[0].size();
    result.ratings = analysis::Ratings(static_cast<int>(coders), static_cast<int>(categories.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::vector<analysis::Category> row;
        for (const Json& value : rows[i]) {
            const auto place = std::find(categories.begin(), categories.end(), value);
            row.push_back(value.is_null() ? analysis::kMissing
                                          : static_cast<analysis::Category>(place - categories.begin()));
        }
        result.ratings.add(row, vector.contains("counts") ? vector["counts"][i].get<double>() : 1);
    }
    return result;
}

Computed computed_from_sets(const Json& vector) {
    const std::set<int> a = vector["set_a"], b = vector["set_b"];
    analysis::Overlap overlap;
    overlap.first = static_cast<double>(a.size());
    overlap.second = static_cast<double>(b.size());
    for (const int one : a) overlap.both += b.contains(one) ? 1 : 0;
    Computed computed;
    put(computed, "precision", overlap.precision());
    put(computed, "recall", overlap.recall());
    put(computed, "f1", overlap.f1());
    put(computed, "dice", overlap.f1());
    put(computed, "jaccard", overlap.jaccard());
    const analysis::CodeSet first(a.begin(), a.end()), second(b.begin(), b.end());
    put(computed, "jaccard_distance", analysis::jaccard_distance(first, second));
    put(computed, "masi_distance_passonneau2006", analysis::masi_distance(first, second));
    return computed;
}

void put(Computed& computed, const std::string& key, const analysis::Figure& figure) {
    computed[key] = figure.defined() ? std::vector<double>{figure.value} : std::vector<double>{};
}

bool is_not_offered(const std::string& key) {
    // NLTK's MASI takes .67 and .33 for thirds.
    static const std::array parts{"alpha_u_2004",       "d_pos",    "d_comb",  "gamma", "disorder",
                                  "masi_distance_nltk", "_se_1960", "_se_1971"};
    return std::any_of(parts.begin(), parts.end(),
                       [&](const char* part) { return key.find(part) != std::string::npos; });
}

}  // namespace agreement_test
