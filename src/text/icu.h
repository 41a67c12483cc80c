// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unicode/utypes.h>

#include "base/error.h"
#include "base/translate.h"

namespace text {

/// Throws Error(internal) where ICU reports a failure.
inline void require(UErrorCode status) {
    if (U_FAILURE(status)) {
        throw base::Error(base::ErrorKind::internal,
                          base::say("The language library refused: {}.", u_errorName(status)));
    }
}

}  // namespace text
