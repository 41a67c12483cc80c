// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

#include "search/conditions.h"
#include "search/search.h"
#include "text/pattern.h"

namespace search {

/// The matches of one text.
struct Search::Found {
    const model::Source* source = nullptr;  ///< nothing where it is in no transcript
    const SideText* side = nullptr;
    std::size_t part = 0;  ///< which of the side texts
    const std::vector<Unit>* units = nullptr;
    std::vector<Match> matches;
    std::function<text::Span(const Stretch&)> span_of;
};

/// One run of a query over the texts of the study, transcripts in their order first. A change of the study
/// makes it void.
class Search::Run {
  public:
    /// Returns false to stop.
    using Visit = std::function<bool(const Found&)>;

    /// At most `largest_batch` documents are looked up in one step.
    Run(Search& search, const Prepared& query, Visit visit, std::size_t largest_batch = kLargestBatch);

    /// Looks at some more texts and visits those with matches; false where there are no more, or the visitor
    /// wants no more. Throws IndexGone.
    bool step();
    /// Looks up more documents in one step from now on.
    void widen(std::size_t largest_batch) { largest_batch_ = std::max(largest_batch_, largest_batch); }

    static constexpr std::size_t kLargestBatch = 8192;

  private:
    bool over_transcripts();
    [[nodiscard]] bool is_covered(const model::Source& source) const;
    bool indexed(const std::vector<const model::Source*>& batch);
    bool scanned(const model::Source& source);
    template <class Places>
    bool evaluate(const model::Source& source, const std::vector<Unit>& units, std::vector<Stretches> terms,
                  Places& places);
    bool over_side_texts(Where where);

    Search& search_;
    const Prepared& query_;
    const Plan& plan_;
    Visit visit_;
    Conditions conditions_;
    std::vector<text::Pattern> patterns_;
    std::vector<std::vector<std::string>> forms_;
    std::size_t largest_batch_, batch_;
    std::size_t source_ = 0;  ///< the next one
    std::size_t past_ = 0;    ///< the last one's successor
    std::size_t place_ = 0;   ///< of the plan's places, those that are no transcripts: the next one
};

}  // namespace search
