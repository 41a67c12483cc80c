// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/index_keeper.h"

#include <chrono>
#include <utility>

#include "base/error.h"
#include "search/search.h"
#include "study/study.h"

namespace ui {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPause{300};     ///< several edits come one after the other
constexpr milliseconds kStep{700};      ///< after which what is there can be used, and stopping is noticed
constexpr milliseconds kStuck{10'000};  ///< another program holds the index, or the disk refuses
constexpr milliseconds kForEver{std::chrono::hours(24)};

}  // namespace

IndexKeeper::IndexKeeper(std::filesystem::path study)
    : study_(std::move(study)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void IndexKeeper::wake() {
    {
        const std::lock_guard lock(mutex_);
        wake_ = true;
    }
    working_ = true;
    woken_.notify_one();
}

bool IndexKeeper::wait(const std::stop_token& stop, milliseconds longest) {
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, stop, longest, [this] { return wake_; });
    wake_ = false;
    return !stop.stop_requested();
}

void IndexKeeper::run(const std::stop_token& stop) {
    base::Progress progress;
    progress.stop = stop;
    try {
        std::unique_ptr<study::Study> study;
        std::unique_ptr<search::Search> search;
        for (auto longest = kForEver; wait(stop, longest);) {
            // Nothing wakes it from this pause: what comes meanwhile is taken up with the rest.
            std::unique_lock lock(mutex_);
            woken_.wait_for(lock, stop, kPause, [] { return false; });
            lock.unlock();
            if (stop.stop_requested()) return;
            if (!study) {
                study = study::Study::open(study_, study::Access::read);
                search = std::make_unique<search::Search>(*study, search::KeepIndex::on_disk);
            }
            study->catch_up();
            bool current = false;
            for (std::int64_t left = -1; !current; ++written_) {
                current = search->update_index(kStep, progress);
                // Where nothing becomes less it is tried again in a while.
                if (search->scanned_sources() == left) break;
                left = search->scanned_sources();
            }
            longest = current ? kForEver : kStuck;
            const std::lock_guard again(mutex_);
            working_ = wake_ || !current;
        }
    } catch (const std::exception&) {
        // Stopped, or a study that cannot be read now: texts are read without an index.
    }
    working_ = false;
}

}  // namespace ui
