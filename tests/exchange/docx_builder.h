// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "support/temporary_folder.h"
#include "support/zip_writer.h"

namespace support {

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
