// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// A 128-bit identity that stays the same in every copy of a study (REFI-QDA GUIDType).
struct Guid {
    std::array<std::uint8_t, 16> bytes{};

    /// A new random one (version 4, RFC 4122).
    static Guid random();
    /// Reads 8-4-4-4-12 hexadecimal digits of either case, bare or in braces; nothing for other text.
    static std::optional<Guid> parse(std::string_view text);

    /// Upper case without braces: the form that every program of the field reads.
    [[nodiscard]] std::string to_string() const;
    [[nodiscard]] bool is_nil() const { return *this == Guid{}; }

    auto operator<=>(const Guid&) const = default;
};

}  // namespace base

template <>
struct std::hash<base::Guid> {
    std::size_t operator()(const base::Guid& guid) const noexcept {
        std::size_t value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i) value = (value << 8) | guid.bytes[i];
        return value;
    }
};
