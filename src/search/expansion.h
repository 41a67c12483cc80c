// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "model/source.h"
#include "text/text.h"

namespace search {

/// How far a hit is widened before it is coded.
struct Expansion {
    enum class To : std::uint8_t {
        hit,       ///< as it is
        word,      ///< to whole words
        sentence,  ///< to whole sentences
        turn,      ///< to what is said in its turn, or its paragraph where there are no turns
        words,     ///< by `words` words on each side
    };
    To to = To::hit;
    int words = 0;

    bool operator==(const Expansion&) const = default;
};

/// The passage of a hit. It never leaves the turn of the hit, nor takes in the label or time before it.
[[nodiscard]] text::Span expanded(const text::Text& text, const model::Source& source, const text::Span& hit,
                                  const Expansion& expansion);

}  // namespace search
