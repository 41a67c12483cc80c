// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace support {

/// While one lives, guids are drawn from its seed and the clock is what the test says: what a property found
/// once, it finds again. One at a time.
class Reproducible {
  public:
    explicit Reproducible(std::uint64_t seed);
    ~Reproducible();
    Reproducible(const Reproducible&) = delete;
    Reproducible& operator=(const Reproducible&) = delete;

    /// Seconds since 1970; it stands still.
    void set_clock(std::int64_t now);
};

}  // namespace support
