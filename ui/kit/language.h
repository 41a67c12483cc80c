// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <string_view>

namespace ui {

/// Whether the window speaks Dutch; set_language() (ui/app.h) has put the choice into the environment.
[[nodiscard]] inline bool is_dutch() {
    const char* language = std::getenv("LANGUAGE");
    return language != nullptr && std::string_view(language).starts_with("nl");
}

}  // namespace ui
