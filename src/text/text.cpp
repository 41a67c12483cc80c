// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text.h"

#include <unicode/utf8.h>

#include <algorithm>

#include "base/error.h"
#include "base/translate.h"

namespace text {

namespace {

constexpr Position kStep = 256;

bool is_continuation(char byte) {
    return U8_IS_TRAIL(byte);
}

/// The start of the code point that is `count` code points after the one that starts at `byte`.
std::size_t forward(std::string_view utf8, std::size_t byte, Position count) {
    while (count > 0 && byte < utf8.size()) {
        ++byte;
        while (byte < utf8.size() && is_continuation(utf8[byte])) ++byte;
        --count;
    }
    return byte;
}

[[noreturn]] void refuse(std::size_t byte) {
    throw base::Error(base::ErrorKind::internal, base::say("A text is not valid UTF-8 at byte {}.", byte));
}

}  // namespace

Text::Text(std::string utf8) : utf8_(std::move(utf8)) {
    // ICU's macros count bytes in 32 bits, so each gets a window of its own on the current byte.
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8_.data());
    const std::size_t length = utf8_.size();
    bytes_.reserve(length / static_cast<std::size_t>(kStep) + 1);
    std::size_t at = 0;
    while (at < length) {
        if (size_ % kStep == 0) bytes_.push_back(at);
        if (bytes[at] < 0x80) {
            ++at;
        } else {
            const auto window = static_cast<std::int32_t>(std::min<std::size_t>(length - at, 4));
            std::int32_t read = 0;
            UChar32 character = 0;
            U8_NEXT(bytes + at, read, window, character);
            if (character < 0) refuse(at);
            at += static_cast<std::size_t>(read);
        }
        ++size_;
    }
}

std::size_t Text::byte_of(Position position) const {
    if (position <= 0) return 0;
    if (position >= size_) return utf8_.size();
    return forward(utf8_, bytes_[static_cast<std::size_t>(position / kStep)], position % kStep);
}

Position Text::position_of(std::size_t byte) const {
    if (byte >= utf8_.size()) return size_;
    while (is_continuation(utf8_[byte])) --byte;
    const auto next = std::upper_bound(bytes_.begin(), bytes_.end(), byte);
    const auto index = std::distance(bytes_.begin(), next) - 1;
    const std::size_t start = bytes_[static_cast<std::size_t>(index)];
    return index * kStep + count_code_points(std::string_view(utf8_).substr(start, byte - start));
}

std::string_view Text::view(const Span& span) const {
    const std::size_t begin = byte_of(span.begin);
    const std::size_t end = byte_of(span.end);
    return begin < end ? std::string_view(utf8_).substr(begin, end - begin) : std::string_view{};
}

std::vector<Span> Text::occurrences(std::string_view needle, const Span& within) const {
    std::vector<Span> found;
    const std::string_view hay = view(within);
    if (needle.empty() || hay.size() < needle.size()) return found;
    const Position length = count_code_points(needle);
    const auto first = static_cast<std::size_t>(hay.data() - utf8_.data());
    for (std::size_t at = hay.find(needle); at != std::string_view::npos;
         at = hay.find(needle, at + needle.size())) {
        const Position begin = position_of(first + at);
        found.push_back({begin, begin + length});
    }
    return found;
}

Position count_code_points(std::string_view utf8) {
    return std::count_if(utf8.begin(), utf8.end(), [](char byte) { return !is_continuation(byte); });
}

std::string shortened(std::string_view utf8, Position length) {
    if (count_code_points(utf8) <= length) return std::string(utf8);
    // The sign of omission is one of the characters.
    return std::string(utf8.substr(0, forward(utf8, 0, std::max<Position>(0, length - 1)))) + "…";
}

}  // namespace text
