// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "study/merging/versions.h"

namespace study::merging {

/// The rows of one copy that stand on a source, and moving them to another text.
class Passages {
  public:
    Passages(Replica& side, const Same& same) : side_(side), same_(same) {}

    /// Returns how many codings lost their passage.
    std::int64_t move(const base::Guid& source, const std::string& from, const std::string& to,
                      const Versions& versions);
    /// Codings that were deleted stand on the text as it was then.
    void move_deleted(const base::Guid& source, const std::string& to, const Versions& versions);
    /// Leaves out everything on a source; the guids of those rows go into `rows`.
    void leave_out(const base::Guid& source, std::set<base::Guid>& rows);

  private:
    /// Whether a row is that source, or refers to it or to one of `rows`.
    [[nodiscard]] bool is_on(int table, const Record& record, const base::Guid& source,
                             const std::set<base::Guid>& rows) const;
    [[nodiscard]] bool stands_on(const Value& value, const base::Guid& source) const;

    Replica& side_;
    const Same& same_;
};

}  // namespace study::merging
