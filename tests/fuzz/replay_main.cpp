// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one target on the files of a folder, so that every build, whatever its compiler, tries what fuzzing
// found and what it started from.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <vector>

#include "fuzz/fuzz_support.h"
#include "support/temporary_folder.h"

namespace {

/// Seconds of the processor for one input; sanitizers and debug builds included.
constexpr double kLongest = 2;

/// False, with a word on it, where the input takes too long.
bool replay(const std::filesystem::path& file) {
    // Printed before, because a target that fails ends the program.
    std::printf("%s\n", file.filename().c_str());
    std::fflush(stdout);
    const std::string content = support::content_of(file);
    const std::clock_t begin = std::clock();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(content.data()), content.size());
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    if (seconds <= kLongest) return true;
    std::printf("%s took %.1f s; %.0f s are allowed\n", file.filename().c_str(), seconds, kLongest);
    return false;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: %s FOLDER\n", arguments[0]);
        return 2;
    }
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.empty()) {
        std::fprintf(stderr, "%s holds no files\n", arguments[1]);
        return 1;
    }
    LLVMFuzzerTestOneInput(nullptr, 0);
    bool good = true;
    for (const auto& file : files) good = replay(file) && good;
    return good ? 0 : 1;
}
