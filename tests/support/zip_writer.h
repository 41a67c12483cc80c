// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zip.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "support/temporary_folder.h"

namespace support {

/// Names and contents of the files in an archive.
using Entries = std::vector<std::pair<std::string, std::string>>;

/// Writes a zip archive. A name that is there already is written all the same, as no honest program does.
inline void write_zip(const std::filesystem::path& file, const Entries& entries) {
    int code = 0;
    zip_t* zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    REQUIRE(zip != nullptr);
    std::map<std::string, std::string> renamed;
    std::vector<std::string> seen;
    for (const auto& [name, content] : entries) {
        std::string free = name;
        if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
            // libzip writes no name twice: it gets another one, which is mended in the file.
            std::fill(free.begin(), free.end(), '#');
            renamed[free] = name;
        }
        seen.push_back(name);
        zip_source_t* source = zip_source_buffer(zip, content.data(), content.size(), 0);
        REQUIRE(zip_file_add(zip, free.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    REQUIRE(zip_close(zip) == 0);
    if (renamed.empty()) return;
    std::string bytes = content_of(file);
    for (const auto& [from, to] : renamed) {
        for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + 1)) {
            bytes.replace(at, from.size(), to);
        }
    }
    std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace support
