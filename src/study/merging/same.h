// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "study/merging/replica.h"

namespace study::merging {

/// What to do with codes that were added in both copies under the same path.
enum class SameCodes {
    ask,    ///< they are one where nothing but their making differs; else the plan asks
    join,   ///< they are one code
    apart,  ///< they stay two codes
};

/// A code that was added in both copies, and what differs between the two.
struct CodeDifference {
    std::string path;
    std::string field;  ///< the column: definition, when, colour, …
    std::string here, there;
};

/// Which rows of two copies are one thing under different guids; the smallest guid stands for all of them.
class Same {
  public:
    /// Begins with what both copies know from earlier merges.
    Same(const Replica& here, const Replica& there);

    [[nodiscard]] base::Guid standing(const base::Guid& guid) const;
    /// All guids of the thing, itself included.
    [[nodiscard]] std::vector<base::Guid> members(const base::Guid& guid) const;
    void join(const base::Guid& a, const base::Guid& b);
    /// Every guid that another one stands for.
    [[nodiscard]] const std::unordered_map<base::Guid, base::Guid>& pairs() const { return leads_; }

    /// When, of either copy's knowledge, the thing was changed last.
    [[nodiscard]] Stamp when(const base::Guid& guid, std::string_view what) const;
    /// When, as that copy knows it.
    [[nodiscard]] Stamp when(const Past& past, const base::Guid& guid, std::string_view what) const;
    /// Whether the thing was deleted and nothing was done with it later.
    [[nodiscard]] bool gone(const base::Guid& guid) const;

    /// Rewrites what rows of a table of both copies refer to.
    void rewrite(int table, Replica& here, Replica& there) const;
    /// Finds rows that are one thing: sources by their texts, codes by their paths, others by their keys.
    void discover(int table, Replica& here, Replica& there, SameCodes codes);
    [[nodiscard]] const std::vector<CodeDifference>& differences() const { return differences_; }

  private:
    void discover_keys(int table, const Replica& here, const Replica& there);
    void discover_sources(const Replica& here, const Replica& there);
    void discover_codes(Replica& here, Replica& there, SameCodes codes);
    void discover_codings(const Replica& here, const Replica& there);
    void compare(const Replica& here, const Record& a, const Record& b);
    /// The rows of `side` that the other copy never had.
    [[nodiscard]] std::vector<const Record*> only_in(int table, const Replica& side,
                                                     const Replica& other) const;

    const Past& here_;
    const Past& there_;
    std::unordered_map<base::Guid, base::Guid> leads_;
    std::unordered_map<base::Guid, std::vector<base::Guid>> members_;
    std::vector<CodeDifference> differences_;
};

}  // namespace study::merging
