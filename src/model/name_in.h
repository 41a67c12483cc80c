// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace model {

/// The name of the thing of that id in a list: of codes, coders, roles, sources, …; `otherwise` where it is
/// not there.
template <class Things, class Id>
[[nodiscard]] std::string name_in(const Things& things, Id id, const char* otherwise = "?") {
    for (const auto& one : things) {
        if (one.id == id) return one.name;
    }
    return otherwise;
}

}  // namespace model
