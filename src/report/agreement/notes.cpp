// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/notes.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"
#include "report/agreement/dispute_words.h"
#include "report/agreement/figure_text.h"
#include "report/agreement/names.h"

namespace report {

namespace {

using analysis::AgreementBy;
using analysis::AgreementReport;
using analysis::AgreementRow;
using analysis::AgreementSpec;
using analysis::Lack;
using analysis::Unit;
using base::say;
using base::say_n;
using base::tr;

/// Longer lists end with how many more there are.
constexpr std::size_t kMostNames = 8;
/// From so few sources intervals are hardly to be trusted (docs/agreement.md, "How sure").
constexpr std::size_t kFewClusters = 10;

std::string unit_sentence(const AgreementSpec& spec) {
    std::string sentence;
    switch (spec.unit) {
        case Unit::character:
            sentence = tr("Unit: the character; for each code it is marked or not.");
            break;
        case Unit::word:
            sentence = tr("Unit: the word.");
            break;
        case Unit::sentence:
            sentence = tr("Unit: the sentence.");
            break;
        case Unit::turn:
            sentence = tr("Unit: the turn.");
            break;
        case Unit::source:
            sentence = tr("Unit: the source.");
            break;
        case Unit::participant:
            sentence = tr("Unit: the participant: whether both find the code for this person.");
            break;
    }
    if (spec.unit != Unit::character && spec.unit != Unit::participant) {
        sentence += " ";
        sentence += spec.rule == analysis::UnitRule::any
                        ? tr("It has a code that stands on a part of it.")
                        : tr("It has a code that stands on more than half of it.");
    }
    if (spec.trim) {
        sentence += " ";
        sentence += tr("White space and punctuation at the ends of passages were left out.");
    }
    return sentence;
}

/// What a report is only about; empty: everything.
std::vector<std::string> limits_of(const AgreementSpec& spec, const model::Material& material) {
    std::vector<std::string> limits;
    for (const auto& where : spec.where) {
        const std::string attribute = where.attribute == "role"    ? tr("Role")
                                      : where.attribute == "triad" ? tr("Triad")
                                                                   : where.attribute;
        limits.push_back(attribute + " = " + where.value);
    }
    for (const auto code : spec.codes) {
        if (material.codebook.find(code) != nullptr) limits.push_back(material.codebook.path(code));
    }
    return limits;
}

void tell_sources(const AgreementReport& report, const model::Material& material,
                  const std::vector<std::string>& coders, std::vector<std::string>& notes) {
    notes.push_back(
        say_n("Compared: {} source that at least two of {} marked as coded, {} characters, {} codings.",
              "Compared: {} sources that at least two of {} marked as coded, {} characters, {} codings.",
              report.sources.size(), base::join(coders, ", "), report.characters, report.passages));
    std::vector<std::string> missing;
    for (const auto& one : report.missing) {
        std::vector<std::string> who;
        for (const std::size_t coder : one.coders) who.push_back(coders[coder]);
        missing.push_back(
            say("{} (not {})", model::name_in(material.sources, one.source), base::join(who, ", ")));
    }
    if (!missing.empty()) {
        notes.push_back(say("Not marked as coded: {}.", shortened_list(missing)));
    }
    if (report.empty_passages > 0) {
        notes.push_back(say_n("{} coding without a character was left out.",
                              "{} codings without a character were left out.", report.empty_passages));
    }
}

/// Who never used a code that the other did.
void tell_unused(const AgreementReport& report, const std::vector<std::string>& coders,
                 std::vector<std::string>& notes) {
    std::vector<std::vector<std::string>> never(coders.size());
    for (const auto& row : report.rows) {
        const bool used = std::find(row.used.begin(), row.used.end(), true) != row.used.end();
        for (std::size_t g = 0; used && row.by == AgreementBy::code && g < coders.size(); ++g) {
            if (!row.used[g]) never[g].push_back(row.label);
        }
    }
    for (std::size_t g = 0; g < coders.size(); ++g) {
        if (!never[g].empty())
            notes.push_back(say("{} never used: {}.", coders[g], shortened_list(never[g])));
    }
}

void tell_double_codings(const AgreementReport& report, const model::Material& material,
                         const std::vector<std::string>& coders, std::vector<std::string>& notes) {
    std::vector<std::string> places;
    for (const auto& one : report.double_codings) {
        const std::string source = model::name_in(material.sources, one.source);
        const std::string where = one.position < 0 ? source : fmt::format("{} {}", source, one.position);
        places.push_back(
            say("{}: {} at {}", material.codebook.path(one.dimension), coders[one.coder], where));
    }
    if (places.empty()) return;
    notes.push_back(
        say("Two codes of a dimension whose codes exclude each other: {}. For it there is agreement by code, "
            "and α "
            "of sets.",
            shortened_list(places)));
}

/// "Krippendorff's α 0.63, F1 –": of some of the coders.
std::string among_text(const analysis::AgreementAmong& among, const AgreementSpec& spec) {
    std::vector<std::string> figures;
    for (std::size_t i = 0; i < among.figures.size(); ++i) {
        const auto& figure = among.figures[i];
        figures.push_back(std::string(analysis::shown_name(spec.coefficients[i])) + " " +
                          (figure.defined() ? coefficient_text(figure.value) : std::string("–")));
    }
    return base::join(figures, ", ");
}

/// Of more than two coders: all pairs, and all but one.
void tell_among(const AgreementReport& report, const std::vector<std::string>& coders,
                std::vector<std::string>& notes) {
    for (const auto& pair : report.pairs) {
        notes.push_back(say("All codes together, {} and {} alone: {}.", coders[pair.coders.front()],
                            coders[pair.coders.back()], among_text(pair, report.spec)));
    }
    for (const auto& rest : report.left_out) {
        for (std::size_t g = 0; g < coders.size(); ++g) {
            if (std::find(rest.coders.begin(), rest.coders.end(), g) == rest.coders.end())
                notes.push_back(
                    say("All codes together, without {}: {}.", coders[g], among_text(rest, report.spec)));
        }
    }
}

std::string coverage_sentence(std::size_t clusters) {
    const auto& coverage = analysis::coverage_near(clusters);
    return say(
        "In simulated studies with {} clusters such an interval, asked for 95 in 100, held the true value {} "
        "times in 100 for a common code, and {} for a rare one where it had an interval.",
        coverage.clusters, coverage.common, coverage.rare);
}

/// Why rows have a figure and no interval, other than that their codes occur too seldom.
void tell_no_interval(const AgreementReport& report, std::vector<std::string>& notes) {
    for (const Lack lack : {Lack::no_difference, Lack::no_interval, Lack::no_formula}) {
        const auto rows = std::count_if(report.rows.begin(), report.rows.end(), [&](const AgreementRow& row) {
            return !row.figures.empty() && row.figures.front().value.defined() &&
                   row.figures.front().interval.lack == lack;
        });
        if (rows > 0) {
            notes.push_back(say_n("{} row has no interval: {}.", "{} rows have no interval: {}.",
                                  static_cast<std::size_t>(rows), analysis::sentence_of(lack)));
        }
    }
}

std::string formula_sentence(double level) {
    return say("Intervals: {:.4g}%, by formula, which takes the units to be independent of each other.",
               level);
}

void tell_intervals(const AgreementReport& report, std::vector<std::string>& notes) {
    const auto& spec = report.spec;
    const double level = 100 * spec.interval.level;
    if (spec.analytic) {
        notes.push_back(formula_sentence(level));
        return;
    }
    const bool by_triad = spec.cluster == analysis::ClusterBy::triad;
    const std::string clusters = by_triad ? say_n("{} triad", "{} triads", report.clusters)
                                          : say_n("{} source", "{} sources", report.clusters);
    if (spec.interval.method == analysis::IntervalMethod::jackknife) {
        notes.push_back(say("Intervals: {:.4g}%, by leaving out one of {} at a time.", level, clusters));
    } else {
        notes.push_back(say("Intervals: {:.4g}%, {} samples of {} (seed {}), method {}.", level,
                            spec.interval.replicates, clusters, spec.interval.seed,
                            word_of(kMethods, spec.interval.method)));
    }
    std::size_t few = 0;
    for (const auto& row : report.rows) {
        few += !row.figures.empty() && row.figures.front().interval.lack == Lack::too_few ? 1U : 0U;
    }
    if (few > 0) {
        notes.push_back(say_n("{} row has no interval: its codes occur in fewer than {} clusters.",
                              "{} rows have no interval: their codes occur in fewer than {} clusters.", few,
                              spec.interval.least_clusters));
    }
    if (report.clusters < kFewClusters) {
        notes.emplace_back(
            tr("Fewer than 10 clusters: an interval from so few says little, and no method mends that."));
    }
    if (spec.interval.method == analysis::IntervalMethod::expanded)
        notes.push_back(coverage_sentence(report.clusters));
}

}  // namespace

std::string shortened_list(std::vector<std::string> names) {
    const std::size_t all = names.size();
    if (all > kMostNames) {
        names.resize(kMostNames);
        return base::join(names, ", ") + " " + say("and {} more", all - kMostNames);
    }
    return base::join(names, ", ");
}

void tell_undefined(const std::vector<AgreementRow>& rows, std::vector<std::string>& notes) {
    struct Group {
        std::string coefficients, why;
        std::vector<std::string> labels;
    };
    std::vector<Group> groups;
    for (const auto& row : rows) {
        std::vector<std::pair<Lack, std::vector<std::string>>> reasons;
        for (const auto& figure : row.figures) {
            if (figure.value.defined()) continue;
            auto known = std::find_if(reasons.begin(), reasons.end(),
                                      [&](const auto& one) { return one.first == figure.value.lack; });
            if (known == reasons.end()) known = reasons.insert(known, {figure.value.lack, {}});
            known->second.emplace_back(analysis::shown_name(figure.coefficient));
        }
        for (const auto& [lack, names] : reasons) {
            const std::string coefficients =
                names.size() == row.figures.size() ? std::string() : base::join(names, ", ");
            const std::string why = analysis::sentence_of(lack);
            auto known = std::find_if(groups.begin(), groups.end(), [&](const Group& one) {
                return one.coefficients == coefficients && one.why == why;
            });
            if (known == groups.end()) known = groups.insert(known, {coefficients, why, {}});
            known->labels.push_back(row.label.empty() ? std::string(tr("All together")) : row.label);
        }
    }
    for (const Group& one : groups) {
        if (rows.size() == 1) {
            std::vector<std::string> names;
            for (const auto& figure : rows.front().figures)
                names.emplace_back(analysis::shown_name(figure.coefficient));
            notes.push_back(say("Undefined: {}: {}.",
                                one.coefficients.empty() ? base::join(names, ", ") : one.coefficients,
                                one.why));
            continue;
        }
        notes.push_back(
            one.coefficients.empty()
                ? say("Undefined: {}: {}.", shortened_list(one.labels), one.why)
                : say("Undefined: {} of {}: {}.", one.coefficients, shortened_list(one.labels), one.why));
    }
}

std::vector<std::string> trend_notes(const AgreementSpec& spec, const model::Material& material,
                                     const std::vector<std::string>& coders) {
    std::vector<std::string> notes{say("All codes together, coded by {}.", base::join(coders, ", ")),
                                   unit_sentence(spec)};
    const auto limits = limits_of(spec, material);
    if (!limits.empty()) notes.push_back(say("Only: {}.", base::join(limits, "; ")));
    const double level = 100 * spec.interval.level;
    if (spec.analytic) {
        notes.push_back(formula_sentence(level));
    } else if (spec.interval.method == analysis::IntervalMethod::jackknife) {
        notes.push_back(
            say("Intervals: {:.4g}%, of each step by leaving out one of its clusters at a time.", level));
    } else {
        notes.push_back(say(
            "Intervals: {:.4g}%, of each step by {} samples of its clusters (seed {}), "
            "method {}.",
            level, spec.interval.replicates, spec.interval.seed, word_of(kMethods, spec.interval.method)));
    }
    notes.push_back(tr("A step of few sources has a wide interval or none: read the trend, not a step."));
    return notes;
}

AgreementNotes agreement_notes(const AgreementReport& report, const model::Material& material,
                               const std::vector<std::string>& coders) {
    const auto& spec = report.spec;
    AgreementNotes result;
    auto& notes = result.sentences;
    notes.push_back(unit_sentence(spec));
    const auto limits = limits_of(spec, material);
    if (spec.by == AgreementBy::dimension) {
        notes.emplace_back(
            tr("A dimension whose codes exclude each other has one value at each place; the codes of "
               "others are pooled."));
    }
    if (!limits.empty()) notes.push_back(say("Only: {}.", base::join(limits, "; ")));
    tell_sources(report, material, coders, notes);
    result.for_figure = notes.size() + 1;
    tell_intervals(report, notes);
    tell_no_interval(report, notes);
    tell_among(report, coders, notes);
    tell_undefined(report.rows, notes);
    tell_unused(report, coders, notes);
    tell_double_codings(report, material, coders, notes);
    notes.push_back(
        tr("The lower limit of α on Krippendorff's scale: from .800 rely on it, from .667 tentative "
           "conclusions only, below discard. Bands are conventions."));
    notes.push_back(tr(
        "α and κ fall with rare codes even where coders rarely disagree; look at F1 and AC1 beside them."));
    notes.push_back(tr("Agreement is not validity."));
    return result;
}

}  // namespace report
