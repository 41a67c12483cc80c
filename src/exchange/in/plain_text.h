// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/progress.h"
#include "model/imported.h"

namespace exchange {

/// The largest text file that is read, in bytes.
inline constexpr std::uintmax_t kLargestText = 1'000'000'000;

/// Reads a text file in any encoding (text::decode; `encoding` where the user says it). Characters stay as
/// found, the marks of Markdown included; line ends become LF. Losses tell of NULs, of bytes that are no
/// characters, and of text that looks as if it had been read in a wrong encoding before. Throws Error that
/// names the file: not_found, io, or bad_input where it is too large, no text, or holds nothing but blanks.
[[nodiscard]] model::Imported read_plain_text(const std::filesystem::path& path,
                                              const std::optional<std::string>& encoding = {},
                                              const base::Progress& progress = {});

}  // namespace exchange
