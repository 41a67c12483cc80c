// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace text {

/// An immutable text: UTF-8 with LF line ends, no byte order mark and no NUL, addressed by code points.
/// Conversions between code points and bytes cost a look into a table and a scan of at most 256 characters.
class Text {
  public:
    Text() = default;
    /// Takes valid UTF-8 as decode() or normalised() give it. Throws Error(internal) where it is not.
    explicit Text(std::string utf8);

    /// The number of code points.
    [[nodiscard]] Position size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const std::string& utf8() const { return utf8_; }

    /// The byte at which the code point starts; the end of the text for size(). Positions outside the text
    /// are moved to its nearest end.
    [[nodiscard]] std::size_t byte_of(Position position) const;
    /// The code points before a byte; a byte inside a character counts as its start.
    [[nodiscard]] Position position_of(std::size_t byte) const;

    /// The characters of a span as UTF-8; the view lives as long as the text.
    [[nodiscard]] std::string_view view(const Span& span) const;
    [[nodiscard]] Span whole() const { return {0, size_}; }

    /// Where `needle` (not empty) occurs within `within`, from left to right, without overlaps.
    [[nodiscard]] std::vector<Span> occurrences(std::string_view needle, const Span& within) const;

  private:
    std::string utf8_;
    Position size_ = 0;
    /// The byte of every 256th code point.
    std::vector<std::size_t> bytes_;
};

/// The number of code points in valid UTF-8.
[[nodiscard]] Position count_code_points(std::string_view utf8);

/// At most `length` code points, with "…" for what was cut.
[[nodiscard]] std::string shortened(std::string_view utf8, Position length);

}  // namespace text
