// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "base/error.h"
#include "base/translate.h"

namespace base {

/// How a long task tells how far it is, and learns that it shall stop. A value; pass by const reference.
struct Progress {
    std::stop_token stop;
    /// Gets the part done, 0 to 1, and what is being done. May be empty.
    std::function<void(double done, const std::string& what)> report;

    /// Reports, and throws Error(cancelled) where a stop was asked for.
    void step(double done, const std::string& what) const {
        if (stop.stop_requested()) throw Error(ErrorKind::cancelled, tr("Stopped; nothing was changed."));
        if (report) report(done, what);
    }
};

}  // namespace base
