// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "analysis/agreement/kappa.h"
#include "analysis/agreement/krippendorff.h"
#include "analysis/agreement/overlap.h"
#include "analysis/agreement/span_matching.h"
#include "analysis/agreement/unit_ratings.h"
#include "analysis/agreement/unitizing.h"
#include "analysis/agreement/vectors.h"

namespace agreement_test {

namespace {

using namespace analysis;

std::vector<text::Span> spans_of(const Json& list) {
    std::vector<text::Span> spans;
    for (const Json& one : list) spans.push_back({one[0], one[1]});
    return spans;
}

class SpanFigures {
  public:
    explicit SpanFigures(const Json& vector) : vector_(vector), coders_(vector["coders"].size()) {}

    Computed all() {
        double kappas = 0, observed = 0, chance = 0;
        std::size_t defined = 0;
        for (const Json& code : vector_["codes"]) {
            code_ = code.get<std::string>();
            const RatingSums sums = characters();
            units("tokens");
            units("sentences");
            units("turns");
            documents();
            if (coders_ != 2) continue;
            matchings();
            const Chance kappa = cohen(sums, Weights::identity(2), 0, 1);
            observed += kappa.observed;
            chance += kappa.chance;
            if (kappa.corrected().defined()) {
                kappas += kappa.corrected().value;
                ++defined;
            }
        }
        if (coders_ == 2) {
            put("char_mean_cohen_kappa",
                defined > 0 ? Figure(kappas / static_cast<double>(defined)) : Figure(Lack::unused));
            const auto codes = static_cast<double>(vector_["codes"].size());
            put("char_pooled_cohen_kappa", Chance{observed / codes, chance / codes}.corrected());
        }
        unitized();
        return computed_;
    }

  private:
    void put(const std::string& key, const Figure& figure) { agreement_test::put(computed_, key, figure); }
    void put_code(const std::string& key, const Figure& figure) { put(key + "[" + code_ + "]", figure); }

    /// What every coder marked in a document with the present code; none where the document was not coded.
    std::vector<std::optional<std::vector<text::Span>>> marked(const Json& document) const {
        std::vector<std::optional<std::vector<text::Span>>> all;
        for (const Json& coder : vector_["coders"]) {
            const Json& given = document["spans"][coder.get<std::string>()];
            if (given.is_null()) {
                all.emplace_back();
                continue;
            }
            std::vector<text::Span> spans;
            const text::Position origin = document.value("begin", 0);
            for (const Json& one : given) {
                if (one[2] == code_)
                    spans.push_back(
                        {one[0].get<text::Position>() - origin, one[1].get<text::Position>() - origin});
            }
            all.emplace_back(spans);
        }
        return all;
    }

    template <class Rate>
    RatingSums rated(const Rate& rate) const {
        ClusteredRatings ratings(static_cast<int>(coders_), 2);
        for (const Json& document : vector_["documents"]) {
            ratings.begin_cluster();
            const auto spans = marked(document);
            std::vector<std::vector<ValuedSpan>> units;
            for (const auto& one : spans) {
                auto& valued = units.emplace_back();
                if (!one) continue;
                for (const auto& span : *one) valued.push_back({span, 1});
                valued = united(valued);
            }
            std::vector<MarkedSpans> coders;
            for (std::size_t g = 0; g < coders_; ++g) coders.push_back(spans[g] ? &units[g] : nullptr);
            rate(document, coders,
                 [&](std::span<const Category> row, double count) { ratings.add(row, count); });
        }
        return sums_of(ratings.rows());
    }

    RatingSums characters() {
        std::size_t runs = 0;
        const RatingSums sums = rated([&](const Json& document, const auto& coders, const RowSink& sink) {
            runs += rate_characters(coders, document["length"], sink);
        });
        const Weights weights = Weights::identity(2);
        put_code("char_units", sums.units);
        put_code("char_runs", static_cast<double>(runs));
        put_code("char_percent_agreement", percent_agreement(sums, weights));
        put_code("char_krippendorff_alpha", krippendorff(sums, Level::nominal, {}).alpha());
        put_code("char_fleiss_kappa", fleiss(sums, weights).corrected());
        put_code("char_gwet_ac1", gwet(sums, weights).corrected());
        put_code("char_brennan_prediger", brennan_prediger(sums, weights).corrected());
        if (coders_ > 2) put_code("char_conger_kappa", conger(sums, weights).corrected());
        if (coders_ != 2) return sums;
        put_code("char_cohen_kappa", cohen(sums, weights, 0, 1).corrected());
        const Overlap overlap = overlap_of(sums);
        put_code("char_a", overlap.first);
        put_code("char_b", overlap.second);
        put_code("char_both", overlap.both);
        put_code("char_precision", overlap.precision());
        put_code("char_recall", overlap.recall());
        put_code("char_f1", overlap.f1());
        put_code("char_dice", overlap.f1());
        put_code("char_jaccard", overlap.jaccard());
        return sums;
    }

    void put_unit(const std::string& unit, const RatingSums& sums) {
        put_code(unit + "_percent_agreement", percent_agreement(sums, Weights::identity(2)));
        put_code(unit + "_krippendorff_alpha", krippendorff(sums, Level::nominal, {}).alpha());
        if (coders_ == 2)
            put_code(unit + "_cohen_kappa", cohen(sums, Weights::identity(2), 0, 1).corrected());
    }

    void units(const std::string& unit) {
        if (!vector_["documents"][0].contains(unit)) return;
        for (const auto& [name, rule] : {std::pair{"any", UnitRule::any}, {"majority", UnitRule::majority}}) {
            put_unit(unit + "_" + name,
                     rated([&, rule = rule](const Json& document, const auto& coders, const RowSink& sink) {
                         rate_units(coders, spans_of(document[unit]), rule, sink);
                     }));
        }
    }

    void documents() {
        put_unit("document", rated([&](const Json& document, const auto& coders, const RowSink& sink) {
                     const std::array<text::Span, 1> whole{{{0, document["length"].get<text::Position>()}}};
                     rate_units(coders, whole, UnitRule::any, sink);
                 }));
    }

    void matchings() {
        for (const auto& [name, least] :
             {std::pair{"exact", 1.0}, {"iou90", 0.9}, {"iou50", 0.5}, {"any", 0.0}}) {
            SpanMatching sum;
            for (const Json& document : vector_["documents"]) {
                const auto spans = marked(document);
                if (spans[0] && spans[1]) sum += match_spans(*spans[0], *spans[1], {least});
            }
            put_code(fmt::format("span_{}_tp", name), static_cast<double>(sum.matched));
            put_code(fmt::format("span_{}_f1", name), sum.f1());
        }
    }

    void unitized() {
        const std::vector<std::string> codes = vector_["codes"];
        const auto values = static_cast<int>(codes.size());
        std::vector<double> columns(unitizing_columns(values));
        bool partition = true;
        for (const Json& document : vector_["documents"]) {
            Continuum continuum;
            continuum.length = document["length"];
            for (const Json& coder : vector_["coders"]) {
                auto& units = continuum.observers.emplace_back();
                for (const Json& one : document["spans"][coder.get<std::string>()]) {
                    const auto value =
                        std::find(codes.begin(), codes.end(), one[2].get<std::string>()) - codes.begin();
                    units.push_back({{one[0], one[1]}, static_cast<int>(value) + 1});
                }
                std::sort(units.begin(), units.end(),
                          [](const auto& a, const auto& b) { return a.span < b.span; });
            }
            partition = add_continuum(continuum, values, columns) && partition;
        }
        const Unitizing figures =
            partition ? unitizing(columns, values) : no_unitizing(Lack::overlapping, values);
        put("u_alpha", figures.u);
        put("bar_u_alpha", figures.relevance);
        put("cu_alpha", figures.coding.value);
        put("cu_coverage", figures.coding.coverage);
        for (std::size_t c = 0; c < codes.size(); ++c) {
            put("ku_alpha[" + codes[c] + "]", figures.by_value[c].value);
            put("ku_coverage[" + codes[c] + "]", figures.by_value[c].coverage);
        }
    }

    const Json& vector_;
    std::size_t coders_;
    std::string code_;
    Computed computed_;
};

}  // namespace

Computed computed_from_spans(const Json& vector) {
    return SpanFigures(vector).all();
}

}  // namespace agreement_test
