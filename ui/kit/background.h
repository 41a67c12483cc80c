// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/app.h>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "base/error.h"
#include "base/progress.h"

namespace ui {

/// What a task on another thread came to: a value or an error.
template <class Value>
struct Outcome {
    std::optional<Value> value;
    std::optional<base::Error> error;
};

/// Something long that is done on a thread of its own while the window goes on working. It must not touch
/// the window's study. One at a time; whoever owns this owns the task: when it goes, the task is asked to
/// stop, waited for, and its outcome forgotten.
class Background {
  public:
    Background() = default;
    ~Background() { stop(); }
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    [[nodiscard]] bool running() const { return alive_ != nullptr; }

    /// Runs `work` there, and then `done` here; meanwhile `report` here with what `work` reports. What runs
    /// already is stopped first.
    template <class Value>
    void start(std::function<Value(const base::Progress&)> work,
               std::function<void(const Outcome<Value>&)> done,
               std::function<void(double, const std::string&)> report = {}) {
        stop();
        const auto alive = alive_ = std::make_shared<bool>(true);
        thread_ = std::jthread([this, alive, work = std::move(work), done = std::move(done),
                                report = std::move(report)](const std::stop_token& stop) {
            base::Progress progress;
            progress.stop = stop;
            if (report) {
                progress.report = [alive, report](double part, const std::string& what) {
                    wxTheApp->CallAfter([alive, report, part, what] {
                        if (*alive) report(part, what);
                    });
                };
            }
            const auto outcome = std::make_shared<Outcome<Value>>(outcome_of<Value>(work, progress));
            // `alive` is read and written on the window's thread alone.
            wxTheApp->CallAfter([this, alive, done, outcome] {
                if (!*alive) return;
                alive_.reset();
                done(*outcome);
            });
        });
    }

    /// Asks the task to stop; its outcome still comes, an Error(cancelled) as a rule.
    void ask_to_stop() { thread_.request_stop(); }
    /// Stops the task and waits for that; nothing is told of it any more.
    void stop() {
        if (alive_) *alive_ = false;
        alive_.reset();
        if (!thread_.joinable()) return;
        thread_.request_stop();
        thread_.join();
    }

  private:
    template <class Value>
    static Outcome<Value> outcome_of(const std::function<Value(const base::Progress&)>& work,
                                     const base::Progress& progress) {
        try {
            return {work(progress), std::nullopt};
        } catch (const base::Error& error) {
            return {std::nullopt, error};
        } catch (const std::bad_alloc&) {
            return {std::nullopt,
                    base::Error(base::ErrorKind::io, base::tr("There is not enough memory for this."))};
        } catch (const std::exception& error) {
            return {std::nullopt, base::Error(base::ErrorKind::internal, error.what())};
        }
    }

    std::shared_ptr<bool> alive_;
    std::jthread thread_;
};

}  // namespace ui
