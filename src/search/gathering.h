// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <set>
#include <vector>

#include "search/search.h"

namespace search {

/// Runs a query a little at a time, for those who must not wait: hits and totals grow with each step. A
/// change of the study makes it void: begin another one.
class Gathering {
  public:
    /// Keeps the first `keep` hits by place; counts all.
    Gathering(Search& search, Prepared query, std::size_t keep);
    ~Gathering();
    Gathering(const Gathering&) = delete;
    Gathering& operator=(const Gathering&) = delete;

    /// Goes on for about that time, at least one step; true where everything was looked at. A step is one
    /// text that is not in the index, or some hundred kilobytes of those that are.
    bool work(std::chrono::milliseconds budget = std::chrono::hours(24));
    [[nodiscard]] bool is_complete() const { return complete_; }

    [[nodiscard]] const Prepared& query() const { return query_; }
    [[nodiscard]] const std::vector<HitPlace>& hits() const { return hits_; }
    /// Of what was looked at so far.
    [[nodiscard]] Totals totals() const;

  private:
    void begin();
    bool take(const Search::Found& found);

    Search& search_;
    Prepared query_;
    std::size_t keep_;
    std::unique_ptr<Search::Run> run_;
    std::size_t step_ = 0;  ///< documents that may be looked up in one step
    int begun_ = 0;
    bool complete_ = false;
    std::vector<HitPlace> hits_;
    std::int64_t count_ = 0, turns_ = 0;
    std::set<model::SourceId> sources_;
    std::set<model::ParticipantId> voices_;
};

}  // namespace search
