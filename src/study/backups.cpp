// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/backups.h"

#include <sys/stat.h>

#include <set>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "db/backup.h"

namespace study {

namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::size_t kNewest = 5;
constexpr const char* kEnding = ".trialogue";

/// "2026-11-22T17-36-54Z.trialogue": a colon is no good in a file's name on other systems.
std::string name_of(std::int64_t time) {
    std::string name = base::iso_time(time);
    std::replace(name.begin(), name.end(), ':', '-');
    return name + kEnding;
}

std::int64_t time_of(const std::filesystem::path& file) {
    std::string name = file.filename().string();
    if (name.size() != 30 || !name.ends_with(kEnding)) return -1;
    name[13] = name[16] = ':';
    return base::parse_iso_time(std::string_view(name).substr(0, 20)).value_or(-1);
}

/// Keeps the newest of each period among the times that are younger than `age`.
void keep_one_a_period(const std::vector<std::int64_t>& newest_first, std::int64_t now, std::int64_t period,
                       std::int64_t age, std::set<std::int64_t>& kept) {
    std::set<std::int64_t> seen;
    for (const std::int64_t time : newest_first) {
        if (now - time <= age && seen.insert(time / period).second) kept.insert(time);
    }
}

std::vector<std::int64_t> times_of(const std::vector<std::filesystem::path>& files) {
    std::vector<std::int64_t> times;
    for (const auto& file : files) times.push_back(time_of(file));
    return times;
}

}  // namespace

std::vector<std::int64_t> superfluous(std::vector<std::int64_t> times, std::int64_t now) {
    std::sort(times.rbegin(), times.rend());
    std::set<std::int64_t> kept(times.begin(),
                                times.begin() + static_cast<std::ptrdiff_t>(std::min(kNewest, times.size())));
    keep_one_a_period(times, now, kDay, 7 * kDay, kept);
    keep_one_a_period(times, now, 7 * kDay, 31 * kDay, kept);
    std::erase_if(times, [&](std::int64_t time) { return kept.contains(time); });
    return times;
}

Backups::Backups(const std::filesystem::path& study) : study_(study), folder_(study.string() + "-backups") {}

Backups::~Backups() {
    wait();
}

std::vector<std::filesystem::path> Backups::files() const {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, none)) {
        if (time_of(entry.path()) >= 0) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void Backups::start_if_due(std::int64_t now) {
    const auto times = times_of(files());
    // Copies from a future that a wrong clock made count for nothing.
    const auto recent = [now](std::int64_t time) { return time <= now && now - time < kHour; };
    if (std::any_of(times.begin(), times.end(), recent)) return;
    wait();
    worker_ = std::jthread([this, now](const std::stop_token& stop) {
        try {
            std::filesystem::create_directory(folder_);
            ::chmod(folder_.c_str(), S_IRWXU);
            remove_torsos();
            db::back_up(study_, folder_ / name_of(now), stop);
            for (const std::int64_t time : superfluous(times_of(files()), now)) {
                std::error_code ignored;
                std::filesystem::remove(folder_ / name_of(time), ignored);
            }
        } catch (const std::exception&) {
            // A backup is a second net: where it cannot be made, the work goes on, and the next hour tries
            // again.
        }
    });
}

void Backups::remove_torsos() const {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
        // The temporary files of base::replace_file, and SQLite's journals of them.
        if (entry.path().filename().string().starts_with(".")) std::filesystem::remove(entry, ignored);
    }
}

void Backups::wait() {
    if (worker_.joinable()) worker_.join();
}

void Backups::remove_all() {
    wait();
    std::error_code failed;
    std::filesystem::remove_all(folder_, failed);
    if (failed) {
        throw base::Error(
            base::ErrorKind::io,
            base::say("The copies in {} could not be removed: {}.", folder_.string(), failed.message()),
            base::tr("Remove that folder yourself."));
    }
}

}  // namespace study
