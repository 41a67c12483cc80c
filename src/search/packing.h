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

}  // namespace search
