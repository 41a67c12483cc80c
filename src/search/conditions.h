// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "search/meaning.h"
#include "search/words.h"

namespace search {

/// What the conditions of a plan ask, looked up in the study: names become the rows that they mean. Codes,
/// coders, roles and attributes are taken from the study at the time of the search and are in no index.
class Conditions {
  public:
    /// Throws QueryError at the place of a name that the study does not know, with proposals.
    Conditions(const Plan& plan, const Contents& contents, const study::Study& study);

    /// Whether a condition holds for characters of a unit of a source.
    [[nodiscard]] bool holds(int condition, const model::Source& source, const Unit& unit,
                             const text::Span& span) const;
    /// The answer for all characters of a unit alike; nothing where it hangs on which they are.
    [[nodiscard]] std::optional<bool> holds(int condition, const model::Source& source,
                                            const Unit& unit) const;
    /// False where nothing in the source can fulfil the plan, whatever its words.
    [[nodiscard]] bool may_fulfil(const model::Source& source) const;
    /// Whether it holds for a text that is no transcript.
    [[nodiscard]] bool holds(int condition, const SideText& text) const;

    /// The coded passages within a unit that the plan asks for, for steps that are of_passages.
    [[nodiscard]] std::vector<text::Span> passages(const model::Source& source, const Unit& unit) const;

  private:
    /// Codings of one source that a condition means, for quick questions.
    struct Passages {
        std::vector<text::Span> spans;         ///< by begin
        std::vector<text::Position> farthest;  ///< the largest end of the spans up to each
        /// Whether one of them holds, or touches, all of the span.
        [[nodiscard]] bool hold(const text::Span& span) const;
        [[nodiscard]] bool meet(const text::Span& span) const;
    };
    struct Asked : Meaning {
        mutable std::map<model::SourceId, Passages> passages;
    };

    [[nodiscard]] const Asked& asked(int condition) const {
        return asked_[static_cast<std::size_t>(condition)];
    }
    [[nodiscard]] bool means(const Condition& condition, const Asked& asked,
                             const model::Coding& coding) const;
    [[nodiscard]] const Passages& passages_of(int condition, model::SourceId source) const;
    [[nodiscard]] bool may_fulfil(const Step& step, const model::Source& source) const;
    [[nodiscard]] bool may_hold(int condition, const model::Source& source) const;
    [[nodiscard]] static bool is_at(const Asked& asked, const model::Source& source, const text::Span& span);

    const Plan& plan_;
    const Contents& contents_;
    const study::Study& study_;
    std::vector<Asked> asked_;
};

}  // namespace search
