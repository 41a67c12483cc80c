// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/backups.h"

#include <sys/stat.h>
#include <catch2/catch.hpp>

#include "study/temporary_study.h"

using study::Backups;
using support::TemporaryStudy;

namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kNow = 20'000 * kDay + 12 * kHour;

std::vector<std::int64_t> kept_of(const std::vector<std::int64_t>& times, std::int64_t now) {
    auto kept = times;
    for (const auto gone : study::superfluous(times, now)) std::erase(kept, gone);
    return kept;
}

}  // namespace

TEST_CASE("the five newest copies stay, whatever their age") {
    const std::vector<std::int64_t> old{kNow - 90 * kDay, kNow - 80 * kDay, kNow - 70 * kDay,
                                        kNow - 60 * kDay, kNow - 50 * kDay};
    CHECK(study::superfluous(old, kNow).empty());
}

TEST_CASE("of a month of hourly copies stay five, one a day for a week, one a week for a month") {
    std::vector<std::int64_t> hourly;
    for (std::int64_t hour = 0; hour < 31 * 24; ++hour) hourly.push_back(kNow - hour * kHour);
    const auto kept = kept_of(hourly, kNow);
    const auto younger = [&](std::int64_t age) {
        return std::count_if(kept.begin(), kept.end(), [&](std::int64_t time) { return kNow - time <= age; });
    };
    CHECK(younger(4 * kHour) == 5);
    CHECK(younger(7 * kDay) >= 5 + 6);
    CHECK(younger(7 * kDay) <= 5 + 8);
    CHECK(kept.size() <= 5 + 8 + 5);
    CHECK(kNow - kept.back() > 23 * kDay);
}

TEST_CASE("a study that is opened to be changed is copied first, into a folder for its owner alone") {
    TemporaryStudy study;
    study.add_code("een");
    CHECK(study->backups().files().empty());
    study.reopen();
    study.add_code("twee");
    study.close();
    const Backups backups(study.path());
    REQUIRE(backups.files().size() == 1);
    struct stat status {};
    REQUIRE(::stat(backups.folder().c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0700);
    REQUIRE(::stat(backups.files().at(0).c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    const auto copy = study::Study::open(backups.files().at(0), study::Access::read);
    CHECK(support::rows_of(*copy).at("code").size() >= 1);
}

TEST_CASE("copies are made hourly at most, and also where the clock was set back") {
    TemporaryStudy study;
    study.add_code("een");
    study.close();
    Backups backups(study.path());
    const auto copies_after = [&](std::int64_t now) {
        backups.start_if_due(now);
        backups.wait();
        return backups.files().size();
    };
    CHECK(copies_after(kNow) == 1);
    CHECK(copies_after(kNow + kHour - 1) == 1);
    CHECK(copies_after(kNow + kHour) == 2);
    CHECK(copies_after(kNow - kDay) == 3);
}

TEST_CASE("a copy that cannot be made leaves nothing behind and harms nothing") {
    const support::TemporaryFolder folder;
    Backups backups(folder / "none.trialogue");
    backups.start_if_due(kNow);
    backups.wait();
    CHECK(backups.files().empty());
    CHECK(std::filesystem::is_empty(backups.folder()));
}
