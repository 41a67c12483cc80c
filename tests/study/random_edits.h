// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "study/study.h"

namespace support {

/// The kinds of things that do_something() knows.
inline constexpr int kThings = 44;
/// Replaces the whole text of a source.
inline constexpr int kNewText = 23;
/// Corrects a word of a source's text.
inline constexpr int kCorrection = 24;

/// Does one random thing that a person could do: `what` in [0, kThings) says which, `which` to what and with
/// which names. Returns the revision; nothing where a rule refused it or nothing came of it. Throws
/// Error where anything but a rule refused.
std::optional<std::int64_t> do_something(study::Study& study, int what, int which);

}  // namespace support
