// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/agreement.h"

#include <algorithm>
#include <utility>

#include "analysis/agreement/coded_sources.h"
#include "analysis/agreement/rater.h"
#include "analysis/agreement/report_lines.h"
#include "analysis/selection.h"
#include "base/error.h"
#include "base/translate.h"

namespace analysis {

namespace {

using base::Error;
using base::ErrorKind;
using base::tr;

void refuse_wrong_interval(const AgreementSpec& spec) {
    if (spec.analytic && (spec.unit == Unit::character || spec.unit == Unit::word)) {
        throw Error(
            ErrorKind::bad_input,
            tr("An interval by formula needs units that are independent of each other, which characters "
               "and words within a passage are not."),
            tr("Choose sentences, turns, sources or participants, or an interval by samples."));
    }
}

bool needs(const AgreementSpec& spec, Basis basis) {
    return std::any_of(spec.coefficients.begin(), spec.coefficients.end(),
                       [&](Coefficient one) { return info(one).basis == basis; });
}

/// Makes the lines of the report from what the coders marked.
class Maker {
  public:
    Maker(const Numbered& numbered, const AgreementSpec& spec, const TextUnits& units,
          AgreementReport& report)
        : numbered_(numbered),
          spec_(spec),
          units_(units),
          report_(report),
          coded_(coded_sources(numbered, spec, units)),
          selection_(selected(numbered, spec)),
          lines_(spec, coded_.clusters) {
        for (Index code = 0; code < numbered.codes(); ++code) {
            if (selection_.codes[code] && is_listed(code)) codes_.push_back(code);
        }
    }

    void make() {
        tell_material();
        switch (spec_.by) {
            case AgreementBy::code:
                by_code();
                break;
            case AgreementBy::dimension:
                by_dimension();
                break;
            case AgreementBy::all:
                pool({}, base_scope());
                break;
            case AgreementBy::source:
                by_source();
                break;
            default:
                by_people();
        }
        report_.rows = lines_.rows();
        report_.undefined_rows = static_cast<std::size_t>(
            std::count_if(report_.rows.begin(), report_.rows.end(), [](const AgreementRow& row) {
                return !row.figures.empty() && !row.figures.front().value.defined();
            }));
        if (spec_.coders.size() > 2 && (spec_.by == AgreementBy::code || spec_.by == AgreementBy::all))
            among();
    }

  private:
    static Selection selected(const Numbered& numbered, const AgreementSpec& spec) {
        CrosstabSpec filters;
        filters.codes = spec.codes;
        filters.where = spec.where;
        return selection(numbered, filters);
    }

    [[nodiscard]] const model::Material& material() const { return numbered_.material(); }
    [[nodiscard]] const model::Code& code(Index place) const { return material().codebook.codes()[place]; }

    /// A heading that nobody can put on a passage, and nobody did, is no row.
    [[nodiscard]] bool is_listed(Index place) const { return code(place).codable || is_used(place); }
    [[nodiscard]] bool is_used(Index place) const {
        return std::any_of(coded_.sources.begin(), coded_.sources.end(),
                           [&](const CodedSource& source) { return source.of(place) != nullptr; });
    }

    /// Tells who put the code on a source at all, whatever the units make of it.
    void add_users(AgreementRow& row, Index place) const {
        row.used.resize(spec_.coders.size());
        for (const CodedSource& source : coded_.sources) {
            const CodeMarks* marks = source.of(place);
            for (std::size_t g = 0; marks != nullptr && g < row.used.size(); ++g)
                row.used[g] = row.used[g] || !marks->spans[g].empty();
        }
    }

    [[nodiscard]] Scope base_scope() const {
        Scope scope;
        if (!spec_.where.empty()) scope.people = selection_.participants;
        return scope;
    }

    void tell_material() {
        for (const CodedSource& coded : coded_.sources) {
            report_.sources.push_back(material().sources[coded.source].id);
            report_.characters += material().sources[coded.source].length;
        }
        report_.missing = coded_.missing;
        report_.clusters = coded_.clusters;
        report_.passages = coded_.passages;
        report_.empty_passages = coded_.empty_passages;
    }

    /// Ratings and passages of codes that stand together; the line is theirs pooled.
    void set_codes(ReportLine& line, const Rater& rater, const std::vector<Index>& codes) {
        line.first_ratings = lines_.ratings();
        line.first_matching = lines_.matchings();
        for (const Index one : codes) {
            lines_.add_ratings(rater.code(one));
            add_users(line.row, one);
            if (needs(spec_, Basis::matching)) lines_.add_matching(rater.passages(one));
        }
        line.past_ratings = lines_.ratings();
        line.past_matching = lines_.matchings();
    }

    void by_code() {
        const Scope scope = base_scope();
        const Rater rater(numbered_, coded_, spec_, scope, units_);
        ReportLine all;
        all.row.by = AgreementBy::all;
        all.past_ratings = codes_.size();
        for (const Index one : codes_) {
            add_users(all.row, one);
            ReportLine line;
            line.row = {AgreementBy::code, material().codebook.path(code(one).id), code(one).id.value};
            set_codes(line, rater, {one});
            all.past_matching = line.past_matching;
            if (needs(spec_, Basis::unitizing)) set_unitizing_of_code(line, rater, one);
            lines_.add_line(std::move(line));
        }
        lines_.add_line(std::move(all));
    }

    /// The values of a dimension's codes: its children from 1, with what stands below them; a dimension that
    /// can be put on passages itself is the last.
    struct Values {
        CodeValues of_code;
        int count = 0;
    };
    [[nodiscard]] Values values_of(const model::Code& dimension) const {
        Values values{CodeValues(static_cast<std::size_t>(numbered_.codes()), 0), 0};
        const auto& codebook = material().codebook;
        const auto children = codebook.children(dimension.id);
        for (const auto child : children) {
            ++values.count;
            for (Index place = 0; place < numbered_.codes(); ++place) {
                if (codebook.is_within(code(place).id, child)) values.of_code[place] = values.count;
            }
        }
        const Index own = numbered_.code(dimension.id);
        if (is_listed(own)) values.of_code[own] = ++values.count;
        return values;
    }

    /// (k)u is about the code among those of its dimension.
    void set_unitizing_of_code(ReportLine& line, const Rater& rater, Index place) {
        const model::Code& dimension = material().codebook.dimension_of(code(place).id);
        const Values values = values_of(dimension);
        if (unitizing_dimension_ != dimension.id) {
            unitizing_ = lines_.add_unitizing(rater.continua(values.of_code), values.count);
            unitizing_dimension_ = dimension.id;
        }
        line.unitizing = unitizing_;
        line.has_unitizing = true;
        line.unitizing_value = values.of_code[place];
    }

    void by_dimension() {
        const Scope scope = base_scope();
        const Rater rater(numbered_, coded_, spec_, scope, units_);
        for (const model::Code& dimension : material().codebook.codes()) {
            if (dimension.parent) continue;
            std::vector<Index> codes;
            for (const Index one : codes_) {
                if (material().codebook.is_within(code(one).id, dimension.id)) codes.push_back(one);
            }
            if (codes.empty()) continue;
            ReportLine line;
            line.row = {AgreementBy::dimension, material().codebook.path(dimension.id), dimension.id.value};
            const Values values = values_of(dimension);
            set_codes(line, rater, codes);
            if (dimension.exclusive) set_nominal(line, rater, dimension, values);
            if (needs(spec_, Basis::sets) || line.refused != Lack::none)
                line.sets = lines_.add_sets(rater.sets(values.of_code));
            if (needs(spec_, Basis::unitizing)) {
                line.unitizing = lines_.add_unitizing(rater.continua(values.of_code), values.count);
                line.has_unitizing = true;
            }
            lines_.add_line(std::move(line));
        }
    }

    void set_nominal(ReportLine& line, const Rater& rater, const model::Code& dimension,
                     const Values& values) {
        const std::size_t before = report_.double_codings.size();
        ClusteredRatings ratings = rater.dimension(numbered_.code(dimension.id), values.of_code, values.count,
                                                   report_.double_codings);
        line.row.nominal = true;
        line.scale = Scale::of_names(values.count + 1);
        if (report_.double_codings.size() > before) line.refused = Lack::overlapping;
        line.first_ratings = lines_.add_ratings(std::move(ratings));
        line.past_ratings = line.first_ratings + 1;
    }

    /// A line for all codes within a scope.
    void pool(AgreementRow row, const Scope& scope) {
        const Rater rater(numbered_, coded_, spec_, scope, units_);
        if (rater.sources().empty() && spec_.by != AgreementBy::all) return;
        ReportLine line;
        row.by = spec_.by;
        line.row = std::move(row);
        set_codes(line, rater, codes_);
        lines_.add_line(std::move(line));
    }

    void by_source() {
        for (const auto& id : report_.sources) {
            for (Index i = 0; i < numbered_.sources(); ++i) {
                const auto& source = material().sources[i];
                if (source.id != id) continue;
                Scope scope = base_scope();
                scope.source = i;
                pool({AgreementBy::source, source.name, id.value}, scope);
            }
        }
    }

    template <class Things, class Belongs>
    void by_group(const Things& things, const Belongs& belongs) {
        for (const auto& thing : things) {
            Scope scope;
            scope.people = selection_.participants;
            for (std::size_t i = 0; i < scope.people->size(); ++i) {
                if (!belongs(material().participants[i], thing)) (*scope.people)[i] = false;
            }
            pool({spec_.by, thing.name, thing.id.value}, scope);
        }
    }

    void by_people() {
        using model::Participant;
        if (spec_.by == AgreementBy::role) {
            by_group(material().roles,
                     [](const Participant& one, const model::Role& role) { return one.role == role.id; });
        } else if (spec_.by == AgreementBy::triad) {
            by_group(material().triads,
                     [](const Participant& one, const model::Triad& triad) { return one.triad == triad.id; });
        } else {
            by_group(material().participants,
                     [](const Participant& one, const Participant& other) { return one.id == other.id; });
        }
    }

    void among() {
        const std::size_t coders = spec_.coders.size();
        for (std::size_t g = 0; g < coders; ++g) {
            for (std::size_t h = g + 1; h < coders; ++h) report_.pairs.push_back(lines_.among({g, h}));
            std::vector<std::size_t> others;
            for (std::size_t h = 0; h < coders; ++h) {
                if (h != g) others.push_back(h);
            }
            report_.left_out.push_back(lines_.among(std::move(others)));
        }
    }

    const Numbered& numbered_;
    const AgreementSpec& spec_;
    const TextUnits& units_;
    AgreementReport& report_;
    CodedSources coded_;
    Selection selection_;
    std::vector<Index> codes_;
    ReportLines lines_;
    model::CodeId unitizing_dimension_;  ///< the one whose continua were added last
    std::size_t unitizing_ = 0;
};

}  // namespace

void refuse_wrong_coders(const model::Material& material, const AgreementSpec& spec) {
    if (spec.coders.size() < 2) {
        throw Error(ErrorKind::bad_input, tr("Agreement needs two coders or more."));
    }
    for (auto one = spec.coders.begin(); one != spec.coders.end(); ++one) {
        if (std::find(spec.coders.begin(), one, *one) != one) {
            throw Error(ErrorKind::bad_input, tr("A coder was named twice; agreement needs different ones."));
        }
        const bool overlaps = std::any_of(spec.coders.begin(), one, [&](const Observer& other) {
            const bool both_settle =
                one->layer == model::kSettledLayer || other.layer == model::kSettledLayer;
            return !both_settle && other.coder == one->coder &&
                   (one->layer == model::kStandingRound || other.layer == model::kStandingRound);
        });
        if (overlaps) {
            throw Error(ErrorKind::bad_input, tr("A coder was named both with a round and without."),
                        tr("Name both rounds, or leave the round out."));
        }
        const bool known = one->layer == model::kSettledLayer ||
                           std::any_of(material.coders.begin(), material.coders.end(),
                                       [&](const model::Coder& coder) { return coder.id == one->coder; });
        if (!known) throw Error(ErrorKind::not_found, tr("There is no such coder."));
    }
}

AgreementReport agreement(const model::Material& material, const AgreementSpec& spec,
                          const TextUnits& units) {
    refuse_wrong_coders(material, spec);
    refuse_wrong_interval(spec);
    AgreementReport report;
    report.spec = spec;
    const Observed observed(material, spec);
    const Numbered numbered(observed.material());
    Maker(numbered, report.spec, units, report).make();
    return report;
}

}  // namespace analysis
