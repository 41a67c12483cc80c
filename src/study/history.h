// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/guid.h"
#include "study/study.h"

namespace study {

/// One row of the history.
struct Revision {
    std::int64_t n = 0;
    base::Guid guid;
    std::int64_t at = 0;  ///< seconds since 1970, UTC
    std::optional<base::Guid> coder;
    base::Guid session;
    std::string kind;  ///< edit, undo, redo, barrier, forget
    std::optional<std::int64_t> of, joins;
    std::string verb;
    nlohmann::json args;
    bool forgotten = false;  ///< Forget has cleared what it changed
};

/// What one undo takes back or one redo does again: an edit and those that continue it.
struct Step {
    std::vector<std::int64_t> revisions;  ///< ascending
    std::optional<base::Guid> coder;
    base::Guid session;
    std::string verb;

    [[nodiscard]] std::int64_t number() const { return revisions.back(); }
};

/// The history of a study: what was done, and going back and forth in it.
class History {
  public:
    explicit History(Study& study) : study_(study) {}

    /// From the newest, at most `limit`.
    [[nodiscard]] std::vector<Revision> newest(std::int64_t limit) const;
    /// The seconds since 1970 of the newest revision, or of the study's making.
    [[nodiscard]] std::int64_t changed_at() const;

    /// What undo() would take back; nothing at the beginning or behind a barrier.
    [[nodiscard]] std::optional<Step> undoable() const;
    [[nodiscard]] std::optional<Step> redoable() const;

    /// Takes the newest step back, as a new revision. `coder`: who asks; a step of another coder is refused.
    /// Without `coder` anybody's is taken back. Throws Error(conflict) where there is nothing to undo, where
    /// it is another's, or where it no longer fits; then nothing has been changed.
    std::int64_t undo(const std::optional<base::Guid>& coder = {});
    /// Does the step that was undone last again, likewise.
    std::int64_t redo(const std::optional<base::Guid>& coder = {});

  private:
    struct Stacks {
        std::vector<Step> done, undone;
    };
    [[nodiscard]] Stacks stacks() const;
    std::int64_t apply(const Step& step, bool backwards, const std::optional<base::Guid>& coder);

    Study& study_;
};

}  // namespace study
