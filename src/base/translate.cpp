// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translate.h"

#include <libintl.h>

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace base {

namespace {

constexpr const char* kDomain = "trialogue";

std::filesystem::path folder_of_program() {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

/// The build folder has locale/ beside the program, an installation has share/locale beside bin/.
std::filesystem::path catalogue_folder() {
    const auto program = folder_of_program();
    for (const auto& candidate : {program / "locale", program / "../locale", program / "../share/locale"}) {
        std::error_code ignored;
        if (std::filesystem::exists(candidate / "nl/LC_MESSAGES/trialogue.mo", ignored)) return candidate;
    }
    return "/usr/share/locale";
}

std::string_view wished_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') return value;
    }
    return {};
}

}  // namespace

const char* tr(const char* msgid) {
    return dgettext(kDomain, msgid);
}

const char* tr_n(const char* singular, const char* plural, std::size_t n) {
    return dngettext(kDomain, singular, plural, n);
}

void use_language_of_environment() {
    const std::string_view wished = wished_locale();
    std::setlocale(LC_CTYPE, "C.UTF-8");
    if (std::setlocale(LC_MESSAGES, "") == nullptr || wished.starts_with("nl")) {
        // glibc reads LANGUAGE only outside the C locale, and nl_NL is seldom installed.
        std::setlocale(LC_MESSAGES, "C.UTF-8");
        if (std::getenv("LANGUAGE") == nullptr && wished.size() >= 2) {
            ::setenv("LANGUAGE", std::string(wished.substr(0, wished.find('.'))).c_str(), 1);
        }
    }
    std::setlocale(LC_NUMERIC, "C");
    bindtextdomain(kDomain, catalogue_folder().c_str());
    bind_textdomain_codeset(kDomain, "UTF-8");
}

}  // namespace base
