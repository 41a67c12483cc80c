// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <string>

#include "base/translate.h"

namespace support {

/// Speaks a language for as long as it is there; then English, as tests do.
class Speaks {
  public:
    explicit Speaks(const std::string& language) { speak(language); }
    ~Speaks() { speak("en"); }
    Speaks(const Speaks&) = delete;
    Speaks& operator=(const Speaks&) = delete;

  private:
    static void speak(const std::string& language) {
        ::setenv("LANGUAGE", language.c_str(), 1);
        base::use_language_of_environment();
    }
};

}  // namespace support
