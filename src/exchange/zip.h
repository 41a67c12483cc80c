// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

/// The files inside a zip archive (.docx, .odt, .qdpx), read one at a time. The archive may come from
/// anybody: it is refused where it holds names that lead out of a folder, and an entry where it is
/// encrypted, there twice, damaged, or grows beyond measure when it is unpacked.
class ZipReader {
  public:
    /// What one entry may grow to, in bytes, where read() is not told otherwise.
    static constexpr std::uint64_t kLimit = 512'000'000;
    /// Beyond this size an entry may not be more than kRatio times as large as it is in the archive.
    static constexpr std::uint64_t kFreeSize = 16'000'000;
    static constexpr std::uint64_t kRatio = 1000;

    /// Throws Error that names the file: not_found, io, or bad_input where it is no archive, not a whole
    /// one, or one with an absolute name or `..` in a name.
    explicit ZipReader(const std::filesystem::path& file);
    ~ZipReader();
    ZipReader(ZipReader&&) noexcept;
    ZipReader& operator=(ZipReader&&) noexcept;

    [[nodiscard]] const std::filesystem::path& file() const;
    /// The names of the entries that are files, in the order of the archive, with `/` between folders.
    [[nodiscard]] const std::vector<std::string>& names() const;
    /// Whether read() finds an entry of this name.
    [[nodiscard]] bool contains(std::string_view name) const;
    /// The content of one entry. The case of ASCII letters in the name counts only where two entries differ
    /// in nothing else. Throws Error that names the file: not_found, or bad_input.
    [[nodiscard]] std::string read(std::string_view name, std::uint64_t limit = kLimit) const;

  private:
    struct Archive;
    std::unique_ptr<Archive> archive_;
};

}  // namespace exchange
