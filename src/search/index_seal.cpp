// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/index_seal.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/files.h"

namespace search {

namespace fs = std::filesystem;

namespace {

constexpr const char* kName = "seal";

/// Digests of the files in the order of their names; nothing where they are too large together.
std::optional<std::string> digests(const fs::path& folder) {
    std::vector<fs::path> files;
    std::uintmax_t size = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        // The lock's file says nothing of the content.
        if (entry.path().filename() == kName || entry.path().filename() == "flintlock") continue;
        files.push_back(entry.path());
        size += entry.file_size();
    }
    if (size > kLargestSealed) return std::nullopt;
    std::sort(files.begin(), files.end());
    std::string all;
    for (const auto& file : files) {
        const auto digest = base::digest_of(base::read_file(file, kLargestSealed));
        all += file.filename().string() + " ";
        for (const auto byte : digest) all += fmt::format("{:02x}", byte);
        all += "\n";
    }
    return all;
}

}  // namespace

void seal(const fs::path& folder) noexcept {
    try {
        if (const auto all = digests(folder)) base::write_file(folder / kName, *all);
    } catch (const std::exception&) {
        unseal(folder);
    }
}

void unseal(const fs::path& folder) noexcept {
    std::error_code ignored;
    fs::remove(folder / kName, ignored);
}

bool is_sound(const fs::path& folder) noexcept {
    try {
        const auto all = digests(folder);
        return !all || base::read_file(folder / kName, kLargestSealed) == *all;
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace search
