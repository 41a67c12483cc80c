// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "base/guid.h"
#include "db/changeset.h"
#include "db/transaction.h"
#include "study/study.h"

namespace study {

/// Ids of one copy; copy * 2^32 + counter stays below 2^53, which every language reads exactly.
inline constexpr std::int64_t kIdsOfACopy = std::int64_t{1} << 32;

/// The one gate: every change of a study is made between an Edit's constructor and its commit(), and gets a
/// transaction, a revision, undo and one notification from it. Not committed, it never happened. Edits do not
/// nest and are never open across an event loop.
class Edit {
  public:
    struct Options {
        std::optional<base::Guid> coder;    ///< who does it, where that is known
        std::optional<std::int64_t> joins;  ///< the revision that this continues; undone with it
    };

    /// `verb` and `args` say in the history what was done, in no language. Throws Error: internal where an
    /// edit is open already, busy, io, conflict in a study that was opened to read.
    Edit(Study& study, std::string verb, nlohmann::json args = nlohmann::json::object(),
         Options options = {});
    ~Edit();
    Edit(const Edit&) = delete;
    Edit& operator=(const Edit&) = delete;

    /// Makes the change durable and tells of it. Returns the number of its revision, or nothing where nothing
    /// was changed in the end. On an error nothing has been changed, except where a disk fails at the very
    /// end: then the change has been told and the Error says that it is there.
    std::optional<std::int64_t> commit();

    [[nodiscard]] Study& study() const { return study_; }
    [[nodiscard]] const db::Database& database() const { return study_.database(); }
    /// A number for a new row.
    [[nodiscard]] std::int64_t new_id();
    /// Whose change it is, where that was not known when it began; the first to be named stays.
    void done_by(const base::Guid& coder);
    /// What the history keeps of this change beside its verb; a verb adds what it found out.
    [[nodiscard]] nlohmann::json& args() { return args_; }
    /// Seconds since 1970: the time of the change.
    [[nodiscard]] std::int64_t now() const { return now_; }

  private:
    friend class History;
    friend class Forgetting;

    /// Of a revision that undoes or redoes revision `of`.
    Edit(Study& study, std::string kind, std::int64_t of, std::string verb, nlohmann::json args,
         Options options);

    void begin();
    void give_up(std::int64_t schema);
    std::int64_t write_revision(const db::Changeset& changes);

    Study& study_;
    std::string kind_ = "edit";
    std::optional<std::int64_t> of_;
    std::string verb_;
    nlohmann::json args_;
    Options options_;
    std::int64_t now_;
    std::int64_t next_ = 0, first_ = 0;
    std::int64_t copy_ = 0;
    std::optional<db::Transaction> transaction_;
    std::unique_ptr<db::Recorder> recorder_;
};

}  // namespace study
