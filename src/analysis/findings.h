// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/crosstab.h"
#include "analysis/numbered.h"
#include "analysis/selection.h"
#include "analysis/voices.h"

namespace analysis {

/// A coding that counts for a participant, both within the filters.
struct Finding {
    Index coding = 0;       ///< in CountedSource::codings
    Index own = 0;          ///< the participant in CountedSource::participants
    Index participant = 0;  ///< in the material
    Index code = 0;
    Index hand = 0;  ///< see Numbered::hand_of
};

/// Reads source after source what counts in it, by whose codings they are, to whom they belong, and the
/// filters. Everything that is counted is counted from findings.
class Findings {
  public:
    /// The arguments must outlive it.
    Findings(const Numbered& numbered, const Selection& selection, const CrosstabSpec& spec);

    /// Reads one source; each source once, in their order.
    void read(Index source);

    [[nodiscard]] Index source() const { return source_; }
    /// Of the source, in the order of its codings; those of one coding stand together.
    [[nodiscard]] const std::vector<Finding>& list() const { return list_; }
    /// Who speaks where in the source.
    [[nodiscard]] Voices& voices() { return voices_; }
    [[nodiscard]] const model::CountedCoding& coding(const Finding& finding) const {
        return codings()[finding.coding];
    }

    /// Codings so far that count and belong to nobody.
    [[nodiscard]] const std::vector<model::CodingId>& unattributed() const { return unattributed_; }

  private:
    [[nodiscard]] const std::vector<model::CountedCoding>& codings() const {
        return numbered_.material().sources[source_].codings;
    }
    [[nodiscard]] bool counts(const model::CountedCoding& coding) const;
    void find_judges();
    void add(Index coding, Index code);
    void keep_what_all_found();
    void keep_what_all_found(std::size_t begin, std::size_t end);

    const Numbered& numbered_;
    const Selection& selection_;
    const CrosstabSpec& spec_;
    Index source_ = 0;
    Voices voices_;
    std::vector<Finding> list_;
    std::vector<model::CodingId> unattributed_;
    std::vector<Index> owners_;
    /// The coders who marked the source as coded; used for Whose::all only.
    std::vector<model::CoderId> judges_;
    std::vector<std::uint64_t> heard_;  ///< [participant · hands + hand]: the run of a code it was found in
    std::vector<std::size_t> agreed_;   ///< [participant]: judges who found the code of this run
    std::uint64_t run_ = 0;
};

}  // namespace analysis
