// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/vectors.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <catch2/catch.hpp>

using agreement_test::Computed;
using agreement_test::Json;

namespace {

struct Checked {
    int values = 0;
    std::set<std::string> not_offered;
    std::vector<std::string> wrong;
};

std::vector<double> numbers_of(const Json& value) {
    if (value.is_null()) return {};
    if (value.is_number()) return {value.get<double>()};
    std::vector<double> numbers;
    for (const Json& one : value) numbers.push_back(one.is_null() ? NAN : one.get<double>());
    return numbers;
}

bool near(const std::vector<double>& a, const std::vector<double>& b, double tolerance, bool relative) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        // The square root of the rounding of a variance that is 0.
        if (std::isnan(b[i]) || (std::abs(a[i]) < 1e-7 && std::abs(b[i]) < 1e-7)) continue;
        const double scale = relative ? std::max(1.0, std::abs(b[i])) : 1;
        if (!(std::abs(a[i] - b[i]) <= tolerance * scale + 1e-12)) return false;
    }
    return true;
}

std::string shown(const std::vector<double>& numbers) {
    return numbers.empty() ? "undefined" : fmt::format("{:.15g}", fmt::join(numbers, " to "));
}

/// With the divisor n a single unit has a standard error of 0; with n - 1, which is offered, it has none.
bool is_of_one_unit(const Json& vector, const std::string& key) {
    return vector["id"] == "edge-single-unit-disagree" && key.ends_with("_table_se");
}

/// interval_test.cpp meets these.
bool is_resampled(const std::string& key) {
    return key.starts_with("bootstrap_exact_") || key.starts_with("jackknife_se_");
}

/// A null z where the reference divides 0 by the rounding of 0; here it is undefined.
bool has_no_error(const Json& vector, const std::string& key) {
    return vector["id"] == "dkpro-missing-variance" && key == "cohen_kappa_z0";
}

void check(const Json& vector, const std::string& kind, const Computed& computed, Checked& checked) {
    for (const auto& [key, value] : vector[kind].items()) {
        if (is_of_one_unit(vector, key) || is_resampled(key) || has_no_error(vector, key)) continue;
        if (agreement_test::is_not_offered(key)) {
            checked.not_offered.insert(key.substr(0, key.find('[')));
            continue;
        }
        const auto found = computed.find(key);
        const auto expected = numbers_of(value);
        double tolerance = 1e-9;
        if (kind == "expected") {
            tolerance = vector["tolerance"];
            if (vector.contains("tolerance_by_key"))
                tolerance = vector["tolerance_by_key"].value(key, tolerance);
        }
        ++checked.values;
        if (found == computed.end()) {
            // A figure that was never asked of the coefficients is undefined only where the vector says so
            // too.
            if (!expected.empty())
                checked.wrong.push_back(fmt::format("{} {}: not computed", vector["id"].dump(), key));
        } else if (!near(found->second, expected, tolerance, kind == "expected_exact")) {
            checked.wrong.push_back(fmt::format("{} {} {}: {} instead of {}", vector["id"].dump(), kind, key,
                                                shown(found->second), shown(expected)));
        }
    }
}

}  // namespace

TEST_CASE("every published and every full-precision value of the reference vectors is met") {
    Checked checked;
    std::set<std::string> left_out;
    for (const Json& vector : agreement_test::vectors()) {
        const std::string kind = vector["kind"];
        if (kind == "gamma") {
            left_out.insert(vector["id"]);
            continue;
        }
        const Computed computed = kind == "ratings" ? agreement_test::computed_from_ratings(vector)
                                  : kind == "spans" ? agreement_test::computed_from_spans(vector)
                                                    : agreement_test::computed_from_sets(vector);
        check(vector, "expected", computed, checked);
        check(vector, "expected_exact", computed, checked);
    }
    WARN(fmt::format("{} reference values checked; keys not offered: {}; vectors not offered: {}",
                     checked.values, fmt::join(checked.not_offered, ", "), fmt::join(left_out, ", ")));
    INFO(fmt::format("{}", fmt::join(checked.wrong, "\n")));
    CHECK(checked.wrong.empty());
    CHECK(checked.values > 6000);
}
