// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "text/span.h"
#include "text/text.h"

namespace text {

/// The characters `from` of an earlier text became `length` characters.
struct Replacement {
    Span from;
    Position length = 0;

    bool operator==(const Replacement&) const = default;
};

/// How one text became the next, from left to right; replacements neither meet nor touch.
using EditList = std::vector<Replacement>;

/// A short list of replacements that turns one text into the other: by lines, and within changed lines by
/// words (Wu, Manber, Myers & Miller 1990, by the library dtl).
[[nodiscard]] EditList difference(const Text& from, const Text& to);

/// Where a passage of the earlier text is in the later one. An end within replaced characters stays as far
/// into the replacement as it was into them. Nothing where the whole passage is gone.
[[nodiscard]] std::optional<Span> moved(const Span& span, const EditList& edits);

}  // namespace text
