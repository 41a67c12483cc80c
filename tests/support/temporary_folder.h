// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace support {

/// A new empty folder that is removed with all that is in it.
class TemporaryFolder {
  public:
    TemporaryFolder();
    /// In a folder of the caller's choice: on a disk, say, where syncing costs what it costs.
    explicit TemporaryFolder(const std::filesystem::path& parent);
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    /// Writes a file in it and returns its path.
    std::filesystem::path file(std::string_view name, std::string_view content) const;

  private:
    std::filesystem::path path_;
};

/// The bytes of a file; fails the test where it cannot be read.
std::string content_of(const std::filesystem::path& path);

}  // namespace support
