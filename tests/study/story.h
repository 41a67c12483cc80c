// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "study/merging/plan.h"
#include "study/random_edits.h"
#include "study/reproducible.h"
#include "study/study.h"
#include "study/temporary_study.h"

namespace support {

/// Beside what do_something() knows: undo, redo, taking in the next copy or the one after that, and
/// forgetting the history.
enum : int {
    kUndo = kThings,
    kRedo,
    kEdits,  ///< all before this
    kMergeNext = kEdits,
    kMergeAfterNext,
    kEditsAndMerges,  ///< likewise
    kForget = kEditsAndMerges,
    kHappenings
};

/// What happens to copies of a study, one after the other: in which of them, what, and to which of its
/// things.
using Story = std::vector<std::tuple<int, int, int>>;

/// Copies of one small study, each with a clock that is wrong in its own way. A story with a seed always
/// gives the same copies, guids and times included. One at a time.
class Copies {
  public:
    Copies(int count, const Story& story, std::uint64_t seed);

    /// What they are copies of.
    [[nodiscard]] const study::Study& origin() const { return *origin_; }
    [[nodiscard]] study::Study& at(int copy) const { return *copies_.at(static_cast<std::size_t>(copy)); }
    /// One more copy of that one, as it is now. Returns its number.
    int add_copy_of(int copy);
    /// Merges one into another and looks whether that one is whole. What it refused is in refused().
    study::merging::MergeReport merge(int into, int from);
    /// The sources that were refused since forget_refused().
    [[nodiscard]] const std::set<base::Guid>& refused() const { return refused_; }
    void forget_refused() { refused_.clear(); }
    /// What a copy holds and must be the same in all that were told the same: all but the ways by which texts
    /// became what they are, which depend on the order of merges. Of sources that were refused
    /// nothing is; then codes and people may differ too, which stay where they are used on such a source.
    [[nodiscard]] std::vector<std::string> told_of(int copy) const;

  private:
    void happen(int who, int what, int which);

    Reproducible world_;
    std::int64_t now_;
    TemporaryStudy origin_;
    std::vector<std::unique_ptr<study::Study>> copies_;
    std::set<base::Guid> refused_;
};

}  // namespace support
