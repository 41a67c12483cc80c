// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <string>

namespace base {

/// The user's language for `msgid` (gettext), or `msgid` itself. xgettext extracts the argument, so it is
/// always a literal.
[[nodiscard]] const char* tr(const char* msgid);

/// A literal that is translated later, where it is used: marks it for xgettext.
[[nodiscard]] constexpr const char* msg(const char* msgid) {
    return msgid;
}

/// The form of the user's language for `n` things.
[[nodiscard]] const char* tr_n(const char* singular, const char* plural, std::size_t n);

/// A translated sentence with values in it: `say("{} is not a study.", name)`.
template <class... Args>
[[nodiscard]] std::string say(const char* msgid, const Args&... args) {
    return fmt::vformat(tr(msgid), fmt::make_format_args(args...));
}

/// As say(), in the form for `n`; `n` is the first value of the sentence.
template <class... Args>
[[nodiscard]] std::string say_n(const char* singular, const char* plural, std::size_t n,
                                const Args&... args) {
    return fmt::vformat(tr_n(singular, plural, n), fmt::make_format_args(n, args...));
}

/// Chooses the catalogue by the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), without touching the
/// decimal point of the process: numbers in files are always written in the C locale.
/// Works where the locale itself is not installed. Called once, by main.
void use_language_of_environment();

}  // namespace base
