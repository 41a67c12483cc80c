// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/agreement/coefficient.h"
#include "analysis/agreement/resampling.h"
#include "analysis/agreement/unit_ratings.h"
#include "analysis/crosstab.h"
#include "model/material.h"

namespace analysis {

/// What is compared: what each coder says of one unit is one rating.
enum class Unit { character, word, sentence, turn, source, participant };

/// What the rows of the report are. Rows of people and places pool all codes; a row of a dimension is nominal
/// where its codes exclude each other, and pools them where not. Categories are rows of tables of ratings
/// alone.
enum class AgreementBy { code, dimension, role, triad, participant, source, all, category };

/// What is drawn when samples are drawn.
enum class ClusterBy { source, triad };

/// Whose codings: what stands of a coder's, one of a coder's rounds, or the settled layer.
struct Observer {
    model::CoderId coder;
    model::Layer layer = model::kStandingRound;

    bool operator==(const Observer&) const = default;
};

struct AgreementSpec {
    std::vector<Observer> coders;  ///< two or more, each once
    Unit unit = Unit::character;
    UnitRule rule = UnitRule::any;  ///< for words, sentences, turns and sources
    bool trim = false;              ///< white space and punctuation at the ends of passages do not count
    AgreementBy by = AgreementBy::code;
    std::vector<Coefficient> coefficients{Coefficient::krippendorff_alpha_nominal, Coefficient::f1,
                                          Coefficient::percent_agreement};
    std::vector<model::CodeId> codes;  ///< only these and what stands below them; empty: all
    std::vector<Where> where;          ///< only what these participants said
    ClusterBy cluster = ClusterBy::source;
    IntervalSpec interval;
    /// By formula, units being independent of each other, instead of by samples; where there is a formula.
    bool analytic = false;
};

struct AgreementFigure {
    Coefficient coefficient = Coefficient::krippendorff_alpha_nominal;
    Figure value = Lack::no_overlap;
    Interval interval;
    std::optional<Figure> coverage;  ///< of cu and (k)u: the share of the text on which it stands
};

/// The figures of a code, a dimension, … and the counts they came from.
struct AgreementRow {
    AgreementBy by = AgreementBy::code;
    std::string label;             ///< the code's path, or a name; empty for all codes together
    std::int64_t id = 0;           ///< of the code, role, …
    bool nominal = false;          ///< a dimension whose codes exclude each other
    double units = 0;              ///< rated by at least two coders
    std::vector<double> marked{};  ///< [coder]: units with the code, or any of a dimension; summed over codes
    std::vector<bool> used{};      ///< [coder]: put one of the codes on a compared source; empty: unknown
    double both = 0;               ///< marked by both of a pair of coders, summed over pairs (and codes)
    double neither = 0;
    std::size_t telling = 0;                 ///< clusters in which anybody used the code
    std::vector<AgreementFigure> figures{};  ///< as the spec lists them
};

/// The figures of all codes together for a pair of coders, or for all but one.
struct AgreementAmong {
    std::vector<std::size_t> coders;  ///< places in the spec
    std::vector<Figure> figures;      ///< as the spec lists them
};

/// A source that not all coders marked as coded; it is compared where two did.
struct MissingCoders {
    model::SourceId source;
    std::vector<std::size_t> coders;  ///< who did not: places in the spec
};

/// A place where a coder gave two codes of a dimension whose codes exclude each other.
struct DoubleCoding {
    model::CodeId dimension;
    std::size_t coder = 0;
    model::SourceId source;
    text::Position position = -1;  ///< -1: of a participant
};

struct AgreementReport {
    AgreementSpec spec;
    std::vector<AgreementRow> rows;               ///< by code a last row pools them
    std::vector<AgreementAmong> pairs, left_out;  ///< for more than two coders
    std::vector<model::SourceId> sources;         ///< that at least two marked as coded
    std::vector<MissingCoders> missing;
    std::vector<DoubleCoding> double_codings;
    std::size_t clusters = 0;
    std::size_t passages = 0;        ///< codings of these coders on the sources
    std::size_t empty_passages = 0;  ///< without a character; left out
    std::int64_t characters = 0;     ///< of the sources
    std::size_t undefined_rows = 0;  ///< whose first coefficient has no value
};

/// Throws Error(bad_input) for fewer than two coders, a coder twice, and what stands of a coder beside one of
/// the rounds of which that is; Error(not_found) for one that is not there.
void refuse_wrong_coders(const model::Material& material, const AgreementSpec& spec);

/// The words or sentences of a source, ordered and disjoint. Called for Unit::word (also for trimming) and
/// Unit::sentence.
using TextUnits = std::function<std::vector<text::Span>(model::SourceId, Unit)>;

/// How far coders agree. Only sources count that at least two of them marked as coded; in these a coder who
/// did not is missing. Pure; costs grow with the codings, not with the texts (but for units that need them).
/// Throws Error(bad_input) for fewer than two coders, a coder twice, or what the spec names and the material
/// has not.
[[nodiscard]] AgreementReport agreement(const model::Material& material, const AgreementSpec& spec,
                                        const TextUnits& units = {});

}  // namespace analysis
