// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/guid.h"
#include "model/ids.h"
#include "text/span.h"

namespace model {

/// How coders' differing codings of a passage became the settled ones.
enum class Decision {
    accept,        ///< one coder's as they are
    both,          ///< everything that either coded; overlapping passages of one code become one
    anew,          ///< drawn anew by those who settled
    drop,          ///< nothing
    later,         ///< put off: to be discussed
    united,        ///< by a rule: ends that differ little, all that either coded
    intersection,  ///< by a rule: ends that differ little, what both coded
    agreed,        ///< both coded the same, which was taken over
};

/// A decision about codings, and the settled codings that came of it. The codings themselves stay as they
/// are; one that is removed or changed leaves the decision, which then no longer holds for what is there.
struct Settlement {
    SettlementId id;
    base::Guid guid;
    SourceId source;
    CodeId code;      ///< the first of those that it is about
    text::Span span;  ///< all the text that it is about; begin -1: the source as a whole
    Decision decision = Decision::later;
    CoderId accepted;  ///< for Decision::accept
    std::string reason;
    CoderId coder;  ///< who decided; nobody where that was not said
    std::int64_t created = 0;
    std::int64_t codings = 0;        ///< how many originals it was about
    std::vector<CodingId> settles;   ///< those of them that are still as they were, ordered
    std::vector<CodingId> outcomes;  ///< codings of the settled layer that came of it, ordered

    /// Nothing that it was about has been changed or removed since.
    [[nodiscard]] bool holds() const { return static_cast<std::int64_t>(settles.size()) == codings; }
};

}  // namespace model
