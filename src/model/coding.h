// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "base/guid.h"
#include "model/ids.h"
#include "text/span.h"

namespace model {

/// A person who codes.
struct Coder {
    CoderId id;
    base::Guid guid;
    std::string name;
    bool supervisor = false;  ///< sees others' work in blind coding
};

/// The reserved names that stand for no single coder.
inline constexpr const char* kSettled = "settled";
inline constexpr const char* kAnyCoder = "any";
inline constexpr const char* kAllCoders = "all";

/// Where a coding stands: in the settled layer, or in the n-th round of its coder (1, 2, …).
using Layer = std::int32_t;
inline constexpr Layer kSettledLayer = 0;
inline constexpr Layer kFirstRound = 1;
/// In the place of a layer: the round of the coder that stands on each source.
inline constexpr Layer kStandingRound = -1;

/// A code on a passage of a source, or on the source as a whole.
struct Coding {
    CodingId id;
    base::Guid guid;
    SourceId source;
    TextId text;  ///< the version of the text on which it was made
    CodeId code;
    CoderId coder;  ///< nobody for a settled coding that came without a name
    Layer layer = kFirstRound;
    std::optional<text::Span> span;  ///< absent: a judgement of the whole source
    std::int64_t created = 0;        ///< seconds since 1970, UTC
    bool starred = false;            ///< somebody wants to find it again, for a paper
};

/// How far a coder is with a source. Agreement compares only what both marked as coded.
enum class Mark { to_do, coding, coded };

/// Where a coder is with a source: in which round, and how far in it. The rounds before are finished. A mark
/// alone is one of the first round.
struct Progress {
    Mark mark = Mark::to_do;
    Layer round = kFirstRound;

    Progress() = default;
    Progress(Mark how_far, Layer in = kFirstRound) : mark(how_far), round(in) {}

    [[nodiscard]] bool is_finished(Layer wanted) const {
        return wanted < round || (wanted == round && mark == Mark::coded);
    }
    /// Whether at least one round is finished.
    [[nodiscard]] bool is_coded() const { return is_finished(kFirstRound); }
    /// The round whose codings count: the last finished one, or the first.
    [[nodiscard]] Layer standing() const {
        return is_finished(round) ? round : std::max(round - 1, kFirstRound);
    }

    bool operator==(const Progress&) const = default;
};

/// By coder; the settled layer's under nobody. Who is not in it has not begun.
using Marks = std::map<CoderId, Progress>;

/// The round of a coder whose codings count on a source with these marks.
[[nodiscard]] inline Layer standing_round(const Marks& marks, CoderId coder) {
    const auto progress = marks.find(coder);
    return progress == marks.end() ? kFirstRound : progress->second.standing();
}

}  // namespace model
