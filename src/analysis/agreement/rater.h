// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/agreement/scope.h"
#include "analysis/agreement/set_ratings.h"
#include "analysis/agreement/unit_ratings.h"
#include "analysis/agreement/unitizing.h"

namespace analysis {

/// The value of each code of the codebook, by place: 0 for those that are not rated, 1 for a code that is on
/// or off, 1, 2, … for the codes of a dimension, where what stands below a code has its value.
using CodeValues = std::vector<int>;

/// Turns marks on sources into ratings of units, for one scope.
class Rater {
  public:
    /// The arguments must outlive it.
    Rater(const Numbered& numbered, const CodedSources& coded, const AgreementSpec& spec, const Scope& scope,
          const TextUnits& units);

    /// Ratings of one code: on or off.
    [[nodiscard]] ClusteredRatings code(Index code) const;
    /// Ratings of a dimension whose codes exclude each other, with values up to `values`. Where a coder gave
    /// a place two values it is told in `doubles`, and the ratings are of no use.
    [[nodiscard]] ClusteredRatings dimension(Index dimension, const CodeValues& values_of, int values,
                                             std::vector<DoubleCoding>& doubles) const;
    /// Ratings by all the values that a coder gave a unit.
    [[nodiscard]] SetRatings sets(const CodeValues& values_of) const;
    /// What the coders made of each source in scope; with the cluster it belongs to.
    struct ClusteredContinuum {
        std::size_t cluster = 0;
        Continuum continuum;
    };
    [[nodiscard]] std::vector<ClusteredContinuum> continua(const CodeValues& values_of) const;
    /// The passages that each coder gave the code, source by source.
    struct ClusteredPassages {
        std::size_t cluster = 0;
        std::vector<MarkedSpans> coders;                ///< only which are null matters
        std::vector<std::vector<text::Span>> passages;  ///< [coder]
    };
    [[nodiscard]] std::vector<ClusteredPassages> passages(Index code) const;

    /// The sources in scope.
    [[nodiscard]] const std::vector<ScopedSource>& sources() const { return sources_; }

    /// A participant as a unit: in which cluster, who coded one of the sources, which codes each found.
    struct Person {
        Index participant = kNowhere;
        std::size_t cluster = 0;
        model::SourceId source;                 ///< the first
        std::vector<bool> coded;                ///< [coder]
        std::vector<std::vector<Index>> found;  ///< [coder]: codes, ordered
    };
    /// The participants in scope, ordered by cluster, where they are the units; empty where they are not.
    [[nodiscard]] const std::vector<Person>& people() const { return people_; }

  private:
    using CoderSpans = std::vector<std::vector<ValuedSpan>>;

    [[nodiscard]] CoderSpans spans_of(const ScopedSource& source, const CodeValues& values_of) const;
    void rate(const ScopedSource& source, const CoderSpans* spans, ClusteredRatings& ratings) const;
    void find_participants();
    [[nodiscard]] ClusteredRatings rate_participants(Index dimension, const CodeValues& values_of, int values,
                                                     std::vector<DoubleCoding>& doubles) const;

    const Numbered& numbered_;
    const CodedSources& coded_;
    const AgreementSpec& spec_;
    const Scope& scope_;
    std::vector<ScopedSource> sources_;
    std::vector<Person> people_;
};

}  // namespace analysis
