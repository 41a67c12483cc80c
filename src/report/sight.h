// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "analysis/blind.h"
#include "model/memo.h"
#include "search/contents.h"
#include "study/history.h"
#include "study/study.h"

namespace report {

/// What one person may see of a study (analysis/blind.h): everything where it is not coded blind and for a
/// supervisor, else what is not others' work on sources that not both have finished. Made for
/// one look: it keeps what it has read of the study, which must outlive it.
class Sight {
  public:
    /// `viewer` nobody: somebody who has not said who she is.
    Sight(const study::Study& study, model::CoderId viewer);

    [[nodiscard]] bool sees_all() const { return viewer_.sees_all; }
    [[nodiscard]] const analysis::Viewer& viewer() const { return viewer_; }

    /// The study's material without what is hidden.
    [[nodiscard]] model::Material material() const;
    [[nodiscard]] bool sees(const model::Coding& coding) const;
    /// A remark on a source or a coding is its writer's work there; one on a code, a person or the study is
    /// everybody's.
    [[nodiscard]] bool sees(const model::Memo& memo) const;
    /// A step of the history that is a coder's work on sources; every other is everybody's.
    [[nodiscard]] bool sees(const study::Revision& revision) const;
    /// Whether the viewer did it.
    [[nodiscard]] bool is_own(const study::Revision& revision) const;

  private:
    [[nodiscard]] const model::Marks& marks(model::SourceId source) const;
    [[nodiscard]] model::CoderId writer_of(const model::Memo& memo) const;
    [[nodiscard]] model::CoderId coder_of(const study::Revision& revision) const;

    const study::Study& study_;
    analysis::Viewer viewer_;
    std::vector<model::Coder> coders_;
    // Read when they are first asked for.
    mutable std::unordered_map<model::SourceId, model::Marks> marks_;
    mutable std::unordered_map<base::Guid, model::SourceId> sources_;
};

/// Hides the same from a search. Looks anew each time, for a search outlives many changes; the study must
/// outlive it.
[[nodiscard]] search::Contents::Filter search_filter(const study::Study& study, model::CoderId viewer);

/// Throws Error(conflict) where something is hidden from the viewer: of what holds everything, as a whole
/// copy.
void refuse_hidden(const Sight& sight);

}  // namespace report
