// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/rules.h"

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"

namespace study::verbs {

std::string clean_name(std::string_view name, const std::string& what) {
    std::string clean(base::trimmed(name));
    for (char& c : clean) {
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    }
    if (clean.empty()) {
        throw base::Error(base::ErrorKind::bad_input, base::say("{} needs a name.", what));
    }
    return clean;
}

}  // namespace study::verbs
