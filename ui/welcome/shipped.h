// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ui {

/// A codebook that comes with the program.
struct ShippedCodebook {
    std::filesystem::path file;
    std::string title;     ///< translated
    std::string language;  ///< nl or en
};

/// The codebooks beside the program, the one of the reference study first; empty where they are not there.
[[nodiscard]] std::vector<ShippedCodebook> shipped_codebooks();

/// The folder of the sample study's transcripts and tables; empty where it is not there.
[[nodiscard]] std::filesystem::path sample_material();
/// Where the sample study of this user is, or will be.
[[nodiscard]] std::filesystem::path sample_study_file();

/// Where new studies of this user go: the folder for documents.
[[nodiscard]] std::filesystem::path studies_folder();

}  // namespace ui
