// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace support {

/// A file beside the checkout, ../shared/data/NAME, that a stranger's clone does not have. Tests that need
/// it say so loudly and stop: `if (!support::has_shared("x")) { WARN("skipped: no ../shared/data/x"); return;
/// }`
inline std::filesystem::path shared_data(std::string_view name) {
    return std::filesystem::path(TRIALOGUE_SOURCE_DIR) / ".." / "shared" / "data" / name;
}

inline bool has_shared(std::string_view name) {
    return std::filesystem::exists(shared_data(name));
}

/// A file of ours, tests/data/NAME.
inline std::filesystem::path test_data(std::string_view name) {
    return std::filesystem::path(TRIALOGUE_SOURCE_DIR) / "tests" / "data" / name;
}

}  // namespace support
