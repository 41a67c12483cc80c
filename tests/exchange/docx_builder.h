// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "support/temporary_folder.h"

namespace support {

/// Names and contents of the files in an archive.
using Entries = std::vector<std::pair<std::string, std::string>>;

/// Writes a zip archive. A name that is there already is written all the same, as no honest program does.
void write_zip(const std::filesystem::path& file, const Entries& entries);

/// A Word document in parts, for tests: say what is in it, then write it.
struct DocxBuilder {
    std::string body;    ///< what stands in w:body
    std::string styles;  ///< what stands in w:styles; the other parts likewise, left out where empty
    std::string comments;
    std::string footnotes;
    std::string endnotes;
    std::string header;  ///< of header1.xml
    std::string footer;  ///< of footer1.xml
    std::string comments_extended;
    Entries more;  ///< further entries, or ones that replace those above

    /// The archive's entries, each with the declarations that Word writes.
    [[nodiscard]] Entries entries() const;
    /// Writes NAME in the folder and returns its path.
    std::filesystem::path write(const TemporaryFolder& folder,
                                const std::string& name = "interview.docx") const;
};

/// A paragraph with one run.
[[nodiscard]] std::string paragraph(const std::string& text);

}  // namespace support
