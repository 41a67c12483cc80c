// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/importer.h"

#include <array>
#include <fstream>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "exchange/in/docx.h"
#include "exchange/in/plain_text.h"
#include "exchange/zip.h"

namespace exchange {

namespace {

/// What a file is, by its content; `text` where nothing at its head says more.
enum class Format { text, docx, odt, xlsx, other_zip, rtf, old_word, pdf };

/// The first bytes of a file; nothing where it cannot be read, which its reader will say better.
std::string head_of(const std::filesystem::path& path) {
    std::array<char, 16> bytes{};
    std::ifstream in(path, std::ios::binary);
    in.read(bytes.data(), bytes.size());
    return {bytes.data(), static_cast<std::size_t>(in.gcount())};
}

Format format_of_zip(const std::filesystem::path& path) {
    const ZipReader zip(path);
    if (zip.contains("word/document.xml")) return Format::docx;
    if (zip.contains("xl/workbook.xml")) return Format::xlsx;
    if (zip.contains("mimetype") &&
        zip.read("mimetype", 1000).starts_with("application/vnd.oasis.opendocument.text")) {
        return Format::odt;
    }
    // Some programs give the main part another name; the reader of .docx finds it or says what is wrong.
    return base::ascii_lower(path.extension().string()) == ".docx" ? Format::docx : Format::other_zip;
}

Format format_of(const std::filesystem::path& path) {
    const std::string head = head_of(path);
    if (head.starts_with("PK\x03\x04")) return format_of_zip(path);
    if (head.starts_with("{\\rtf")) return Format::rtf;
    if (head.starts_with("\xD0\xCF\x11\xE0")) return Format::old_word;
    if (head.starts_with("%PDF-")) return Format::pdf;
    return Format::text;
}

[[noreturn]] void refuse(const std::string& sentence, const std::string& hint) {
    throw base::Error(base::ErrorKind::bad_input, sentence, hint);
}

/// Files of text that are no transcripts: their marks and columns would become part of what was said.
void refuse_other_text(const std::filesystem::path& path) {
    const std::string ending = base::ascii_lower(path.extension().string());
    if (ending == ".html" || ending == ".htm") {
        refuse(base::say("{} is a web page, which is not read yet.", path.string()),
               base::tr("Open it in a word processor and save it as .docx."));
    }
    if (ending == ".csv" || ending == ".tsv") {
        refuse(
            base::say("{} is a table, not a transcript.", path.string()),
            base::tr("Tables of participants and codings are imported with --participants and --codings."));
    }
}

}  // namespace

Imported import_file(const std::filesystem::path& path, const ImportOptions& options,
                     const base::Progress& progress) {
    const std::string word_hint = base::tr("Open it in a word processor and save it as .docx.");
    switch (format_of(path)) {
        case Format::text:
            break;
        case Format::docx:
            return read_docx(path, progress);
        case Format::odt:
            refuse(base::say("{} is an OpenDocument text, which is not read yet.", path.string()), word_hint);
        case Format::rtf:
            refuse(base::say("{} is a document in RTF, which is not read yet.", path.string()), word_hint);
        case Format::old_word:
            refuse(base::say("{} is an old Word file (.doc).", path.string()), word_hint);
        case Format::pdf:
            refuse(base::say("{} is a PDF, which is not read yet.", path.string()),
                   base::tr("Import the document that it was made from, or copy its text into a .docx."));
        case Format::xlsx:
            refuse(base::say("{} is a spreadsheet, not a transcript.", path.string()),
                   base::tr("Save it as CSV; tables of participants and codings are imported with "
                            "--participants and --codings."));
        case Format::other_zip:
            refuse(base::say("{} is an archive, not a transcript.", path.string()),
                   base::tr("Unpack it and import the documents that are in it."));
    }
    refuse_other_text(path);
    return read_plain_text(path, options.encoding, progress);
}

std::vector<std::string> importable_endings() {
    return {".docx", ".docm", ".txt", ".md"};
}

}  // namespace exchange
