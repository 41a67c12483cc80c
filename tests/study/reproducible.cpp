// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/reproducible.h"

#include <sys/random.h>

#include <atomic>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <random>

namespace {

std::atomic<std::int64_t> clock_now = 0;  // 0: the clock of the machine
/// Of this thread alone: a backup that is made beside it takes a name for its file when it comes to it.
thread_local std::optional<std::mt19937_64> drawn;

}  // namespace

// These stand before the functions of the same names in the C library and libsodium.
extern "C" {

time_t time(time_t* seconds) {
    std::int64_t now = clock_now;
    if (now == 0) {
        timespec real{};
        clock_gettime(CLOCK_REALTIME, &real);
        now = real.tv_sec;
    }
    if (seconds != nullptr) *seconds = now;
    return now;
}

void randombytes_buf(void* bytes, std::size_t size) {
    auto* at = static_cast<std::uint8_t*>(bytes);
    if (drawn) {
        for (std::size_t i = 0; i < size; ++i) at[i] = static_cast<std::uint8_t>((*drawn)());
    } else if (getrandom(bytes, size, 0) != static_cast<ssize_t>(size)) {
        std::abort();
    }
}
}

namespace support {

Reproducible::Reproducible(std::uint64_t seed) {
    drawn.emplace(seed);
    set_clock(1'800'000'000);
}

Reproducible::~Reproducible() {
    drawn.reset();
    clock_now = 0;
}

void Reproducible::set_clock(std::int64_t now) {
    clock_now = now;
}

}  // namespace support
