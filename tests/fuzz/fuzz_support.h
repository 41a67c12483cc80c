// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"
#include "text/text.h"
#include "text/turns.h"

/// libFuzzer's entry, which each target defines; replay_main.cpp calls it with the committed corpus.
/// Bad input may throw base::Error inside a target and nowhere else; everything else that goes wrong
/// ends the process, which is how both callers learn of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

/// Prints what does not hold and aborts.
void expect(bool holds, const char* what);

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Calls `read` and takes a refusal for an answer, but not the word that the fault is ours.
template <class Read>
void may_refuse(const Read& read) {
    try {
        read();
    } catch (const base::Error& error) {
        expect(error.kind() != base::ErrorKind::internal, error.what());
        expect(*error.what() != '\0', "a refusal says why");
    }
}

/// A file that each call overwrites, for readers that take a path.
[[nodiscard]] std::filesystem::path as_file(std::string_view content, const char* name);

/// Turns are in order, disjoint and within the text; bodies, speakers, counts and times fit them.
void expect_sound(const text::DetectedTurns& detected, const text::Text& text);

}  // namespace fuzz
