// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/resampling.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "analysis/agreement/coefficient.h"
#include "analysis/agreement/distributions.h"
#include "analysis/agreement/vectors.h"

using namespace analysis;

namespace {

const agreement_test::Json& vector_of(const std::string& id) {
    for (const auto& vector : agreement_test::vectors()) {
        if (vector["id"] == id) return vector;
    }
    throw std::runtime_error("no vector " + id);
}

/// A table in which each unit is a cluster and each row of ratings a column.
struct Units {
    explicit Units(const std::string& id)
        : ratings(agreement_test::rating_vector(vector_of(id)).ratings),
          table(ratings.rows(), ratings.rows()) {
        for (std::size_t i = 0; i < ratings.rows(); ++i) table.row(i)[i] = ratings.count(i);
    }

    [[nodiscard]] Evaluate evaluate(std::vector<Coefficient> coefficients) const {
        return [this, coefficients, scale = Scale::of_names(ratings.categories())](
                   std::span<const double> counts, std::span<Figure> figures) {
            Ratings sample = ratings;
            sample.set_counts(counts);
            const RatingSums sums = sums_of(sample);
            for (std::size_t i = 0; i < coefficients.size(); ++i)
                figures[i] = value_of(coefficients[i], sums, scale);
        };
    }

    Ratings ratings;
    ClusterTable table;
};

constexpr auto kAlpha = Coefficient::krippendorff_alpha_nominal;

}  // namespace

TEST_CASE("All samples that there are of five units have the mean and spread of the reference") {
    const Units units("resampling-5-units");
    const auto evaluate = units.evaluate({kAlpha, Coefficient::percent_agreement});
    double alphas = 0, squares = 0, percent = 0, percent_squares = 0, defined = 0, all = 0;
    std::vector<Figure> figures(2, Figure(Lack::no_overlap));
    for (int sample = 0; sample < 5 * 5 * 5 * 5 * 5; ++sample) {
        std::vector<double> counts(5, 0);
        for (int rest = sample, i = 0; i < 5; ++i, rest /= 5) counts[static_cast<std::size_t>(rest % 5)] += 1;
        evaluate(counts, figures);
        all += 1;
        percent += figures[1].value;
        percent_squares += figures[1].value * figures[1].value;
        if (!figures[0].defined()) continue;
        defined += 1;
        alphas += figures[0].value;
        squares += figures[0].value * figures[0].value;
    }
    const auto& expected = vector_of("resampling-5-units")["expected_exact"];
    const auto spread = [](double sum, double sum_of_squares, double n) {
        return std::sqrt(sum_of_squares / n - sum / n * (sum / n));
    };
    CHECK(alphas / defined ==
          Approx(expected["bootstrap_exact_mean_alpha_nominal"].get<double>()).epsilon(1e-9));
    CHECK(spread(alphas, squares, defined) ==
          Approx(expected["bootstrap_exact_sd_alpha_nominal"].get<double>()).epsilon(1e-9));
    CHECK(spread(percent, percent_squares, all) ==
          Approx(expected["bootstrap_exact_sd_percent_agreement"].get<double>()).epsilon(1e-9));
    CHECK(1 - defined / all ==
          Approx(expected["bootstrap_exact_undefined_share"].get<double>()).epsilon(1e-9));
}

TEST_CASE("Leaving out one unit at a time gives the standard errors of the reference") {
    const Units five("resampling-5-units");
    const auto& expected = vector_of("resampling-5-units")["expected_exact"];
    CHECK(jackknife(five.table, five.evaluate({kAlpha}), 1)[0].error ==
          Approx(expected["jackknife_se_alpha_nominal"].get<double>()).epsilon(1e-9));
    // agreement.md, section 4: .146327 against .145479 by formula.
    // Its last unit has one rating and is none for alpha.
    const Units four("krippendorff2011-four-observers");
    ClusterTable pairable(11, four.table.columns());
    for (std::size_t i = 0; i < 11; ++i)
        std::copy(four.table.row(i).begin(), four.table.row(i).end(), pairable.row(i).begin());
    CHECK(jackknife(pairable, four.evaluate({kAlpha}), 1)[0].error == Approx(0.146327).margin(5e-7));
}

TEST_CASE("The same seed gives the same interval, another seed nearly the same") {
    const Units units("krippendorff2011-four-observers");
    const auto evaluate = units.evaluate({kAlpha});
    const std::array<std::size_t, 1> telling{12};
    for (const auto method : {IntervalMethod::expanded, IntervalMethod::percentile, IntervalMethod::bca,
                              IntervalMethod::jackknife}) {
        IntervalSpec spec;
        spec.method = method;
        const auto first = intervals(units.table, evaluate, telling, spec)[0];
        const auto again = intervals(units.table, evaluate, telling, spec)[0];
        spec.seed = 2;
        const auto other = intervals(units.table, evaluate, telling, spec)[0];
        CHECK(first.lack == Lack::none);
        CHECK(first.low == again.low);
        CHECK(first.high == again.high);
        CHECK(first.low == Approx(other.low).margin(0.06));
        CHECK(first.low < 0.7434);
        CHECK(first.high > 0.7434);
        CHECK(first.missing[0] <= first.missing[1]);
    }
}

TEST_CASE("Samples are the same on every machine") {
    Dice dice(1);
    std::vector<std::uint64_t> numbers;
    for (int i = 0; i < 8; ++i) numbers.push_back(dice.below(10));
    // By the standard's mt19937_64 with seed 1, last digits of its first numbers.
    std::mt19937_64 engine(1);
    for (const auto number : numbers) CHECK(number == engine() % 10);
    std::mt19937_64 default_seeded;
    default_seeded.discard(9999);
    CHECK(default_seeded() == 9981545732273789042ULL);
    std::set<std::uint64_t> all;
    for (int i = 0; i < 1000; ++i) all.insert(dice.below(7));
    CHECK(all == std::set<std::uint64_t>{0, 1, 2, 3, 4, 5, 6});
}

TEST_CASE("An interval is refused where it would only look like one") {
    const Units units("krippendorff2011-four-observers");
    const auto evaluate = units.evaluate({kAlpha});
    const auto refusal = [&](std::size_t telling) {
        return intervals(units.table, evaluate, std::array{telling}, IntervalSpec{})[0].lack;
    };
    CHECK(refusal(4) == Lack::too_few);
    CHECK(refusal(5) == Lack::none);
    const Units perfect("edge-perfect-two-categories");
    IntervalSpec spec;
    spec.least_clusters = 2;
    CHECK(intervals(perfect.table, perfect.evaluate({kAlpha}), std::array<std::size_t, 1>{4}, spec)[0].lack ==
          Lack::no_difference);
    const Units one("edge-one-category");
    CHECK(intervals(one.table, one.evaluate({kAlpha}), std::array<std::size_t, 1>{5}, spec)[0].lack ==
          Lack::no_variation);
}

TEST_CASE("Quantiles of the normal and of Student's distribution are those of the tables") {
    CHECK(normal_quantile(0.975) == Approx(1.959963984540054).epsilon(1e-12));
    CHECK(normal_quantile(0.001) == Approx(-3.090232306167813).epsilon(1e-12));
    CHECK(normal_below(1.959963984540054) == Approx(0.975).epsilon(1e-12));
    CHECK(t_quantile(0.975, 1) == Approx(12.706204736174698).epsilon(1e-10));
    CHECK(t_quantile(0.975, 10) == Approx(2.228138851986274).epsilon(1e-10));
    CHECK(t_quantile(0.05, 149) == Approx(-1.655144534).epsilon(1e-8));
    CHECK(t_quantile(0.975, 1e6) == Approx(1.959966).margin(1e-5));
}
