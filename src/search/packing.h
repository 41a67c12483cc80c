// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace search {

/// Writes numbers in as few bytes as they need (LEB128).
class Packer {
  public:
    void add(std::uint64_t number) {
        while (number >= 0x80) {
            bytes_ += static_cast<char>(number | 0x80U);
            number >>= 7U;
        }
        bytes_ += static_cast<char>(number);
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Reads them again. Throws std::runtime_error where the bytes are not whole.
class Unpacker {
  public:
    explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t next() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (at_ == bytes_.size()) throw std::runtime_error("packed numbers end too early");
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) return number;
        }
        throw std::runtime_error("a packed number is too long");
    }
    /// A number below `limit`.
    template <class Number>
    Number next(Number limit) {
        const std::uint64_t number = next();
        if (number >= static_cast<std::uint64_t>(limit))
            throw std::runtime_error("a packed number is too large");
        return static_cast<Number>(number);
    }
    [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

/// The distance of a word from the end of the one before it, and its length: in one byte where a blank stands
/// between them, as mostly.
inline void add_word(Packer& packer, std::uint64_t gap, std::uint64_t length) {
    packer.add(2 * length + (gap == 1 ? 0 : 1));
    if (gap != 1) packer.add(gap);
}

struct PackedWord {
    std::int64_t gap = 0, length = 0;
};
inline PackedWord next_word(Unpacker& unpacker) {
    constexpr std::uint64_t kTooFar = std::uint64_t{1} << 32U;
    const auto first = unpacker.next(kTooFar);
    const std::uint64_t gap = (first & 1U) == 0 ? 1 : unpacker.next(kTooFar);
    return {static_cast<std::int64_t>(gap), static_cast<std::int64_t>(first / 2)};
}

}  // namespace search
