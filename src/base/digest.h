// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace base {

/// 256 bits by which two texts are known to be the same.
using Digest = std::array<std::uint8_t, 32>;

/// BLAKE2b-256 of the bytes (RFC 7693, libsodium's crypto_generichash).
[[nodiscard]] Digest digest_of(std::string_view bytes);

}  // namespace base
