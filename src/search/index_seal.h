// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

/// Xapian's files carry no checksums: a byte that the disk lost could make a hit vanish without a word. So an
/// index is sealed when it is closed, by a digest of its files, and one whose seal is missing or broken is
/// built anew. Indexes above kLargestSealed are not digested: reading them at each start would cost more than
/// it saves.
namespace search {

inline constexpr std::uintmax_t kLargestSealed = 64 << 20;

/// Writes the seal of a closed index. Does nothing where it cannot.
void seal(const std::filesystem::path& folder) noexcept;
/// Takes it off, before the index is changed.
void unseal(const std::filesystem::path& folder) noexcept;
/// Whether the files are those that were sealed, or too large for a seal.
[[nodiscard]] bool is_sound(const std::filesystem::path& folder) noexcept;

}  // namespace search
