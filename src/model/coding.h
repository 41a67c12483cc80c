// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
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

}  // namespace model
