// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/context/settings.h"

#include <wx/fileconf.h>
#include <wx/log.h>
#include <wx/stdpaths.h>

#include <algorithm>

#include "ui/kit/words.h"

namespace ui {

namespace {

constexpr std::size_t kRecent = 10;

std::filesystem::path file_of_user() {
    const char* folder = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    std::filesystem::path config = folder != nullptr && *folder != '\0' ? std::filesystem::path(folder)
                                   : home != nullptr ? std::filesystem::path(home) / ".config"
                                                     : std::filesystem::temp_directory_path();
    return config / "trialogue" / "window.conf";
}

}  // namespace

Settings::Settings() : Settings(file_of_user()) {}

Settings::Settings(const std::filesystem::path& file) {
    const wxLogNull quiet;
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    file_ =
        std::make_unique<wxFileConfig>("", "", wx(file.string()), "", wxCONFIG_USE_LOCAL_FILE, wxConvUTF8);
    file_->SetExpandEnvVars(false);
    file_->SetUmask(0077);
}

Settings::~Settings() {
    save();
}

std::vector<std::filesystem::path> Settings::recent() const {
    std::vector<std::filesystem::path> studies;
    for (std::size_t i = 0; i < kRecent; ++i) {
        const std::filesystem::path study = text(fmt::format("recent/{}", i));
        std::error_code ignored;
        if (!study.empty() && std::filesystem::exists(study, ignored)) studies.push_back(study);
    }
    return studies;
}

void Settings::add_recent(const std::filesystem::path& study) {
    const auto absolute = std::filesystem::absolute(study);
    auto studies = recent();
    std::erase(studies, absolute);
    studies.insert(studies.begin(), absolute);
    for (std::size_t i = 0; i < kRecent; ++i) {
        set(fmt::format("recent/{}", i), i < studies.size() ? studies[i].string() : "");
    }
    save();
}

std::string Settings::text(const std::string& key, const std::string& otherwise) const {
    return utf8(file_->Read(wx(key), wx(otherwise)));
}

long Settings::number(const std::string& key, long otherwise) const {
    return file_->ReadLong(wx(key), otherwise);
}

void Settings::set(const std::string& key, const std::string& value) {
    file_->Write(wx(key), wx(value));
}

void Settings::set(const std::string& key, long value) {
    file_->Write(wx(key), value);
}

void Settings::save() {
    const wxLogNull quiet;
    file_->Flush();
}

}  // namespace ui
