// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace text {

/// A regular expression in ICU's syntax (PCRE-like, Unicode properties, look-around), without regard to case
/// unless it says (?-i). Bounded: one that takes too long is given up with a sentence, whatever the text.
class Pattern {
  public:
    /// Throws Error(bad_input) that says what is wrong and at which character. `budget`: the time that all
    /// calls of matches() may take together.
    explicit Pattern(std::string_view expression,
                     std::chrono::milliseconds budget = std::chrono::milliseconds(5000));
    ~Pattern();
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;

    /// Where it matches in valid UTF-8, from left to right, without overlaps and without matches of nothing;
    /// positions count from the begin of `utf8`. Throws Error(bad_input) where it takes too long.
    [[nodiscard]] std::vector<Span> matches(std::string_view utf8);

  private:
    struct Machine;
    std::unique_ptr<Machine> machine_;
};

}  // namespace text
