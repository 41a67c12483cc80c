// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class wxFileConfig;

namespace ui {

/// What the program keeps of this user between two starts: recent studies, windows, views. It holds places
/// and choices, never a word of a study. One file, ~/.config/trialogue/window.conf (XDG_CONFIG_HOME).
class Settings {
  public:
    /// Reads the file of this user, or another one. A file that cannot be read counts as empty.
    Settings();
    explicit Settings(const std::filesystem::path& file);
    ~Settings();

    /// Studies that were opened, the newest first, at most ten, only those that are still there.
    [[nodiscard]] std::vector<std::filesystem::path> recent() const;
    void add_recent(const std::filesystem::path& study);

    /// Values by a path like "window/width". Written to the disk by save().
    [[nodiscard]] std::string text(const std::string& key, const std::string& otherwise = {}) const;
    [[nodiscard]] long number(const std::string& key, long otherwise) const;
    void set(const std::string& key, const std::string& value);
    void set(const std::string& key, long value);
    /// A disk that refuses is passed over: only comfort is lost.
    void save();

  private:
    std::unique_ptr<wxFileConfig> file_;
};

}  // namespace ui
