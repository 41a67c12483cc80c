// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a Word document, so that no time is lost on checksums: the input holds, divided by form
// feeds, what stands in the body, the styles, the comments and so on, in the order of kParts. Names need no
// prefix. A part that begins with "<?" is a whole one.
#include <zip.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"
#include "fuzz/docx_check.h"
#include "fuzz/fuzz_support.h"

namespace {

struct Part {
    const char* name;
    const char* root;
    const char* kind;
};
constexpr std::array kParts{
    Part{"document", "document", "officeDocument"},
    Part{"styles", "styles", "styles"},
    Part{"comments", "comments", "comments"},
    Part{"footnotes", "footnotes", "footnotes"},
    Part{"endnotes", "endnotes", "endnotes"},
    Part{"header1", "hdr", "header"},
    Part{"commentsExtended", "commentsEx", "commentsExtended"},
};

void add(zip_t* zip, const std::string& name, const std::string& content) {
    zip_source_t* source = zip_source_buffer(zip, content.data(), content.size(), 0);
    const zip_int64_t place = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    fuzz::expect(place >= 0, "a part can be written");
    zip_set_file_compression(zip, static_cast<zip_uint64_t>(place), ZIP_CM_STORE, 0);
}

std::string part_of(const Part& part, std::string_view content) {
    if (content.starts_with("<?")) return std::string(content);
    const bool body = &part == kParts.begin();
    const std::string root = part.root;
    return "<" + root + ">" + (body ? "<body>" : "") + std::string(content) + (body ? "</body>" : "") + "</" +
           root + ">";
}

std::string relation(const Part& part) {
    return std::string("<Relationship Type=\"/") + part.kind + "\" Target=\"" + part.name + ".xml\"/>";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto contents = base::split(fuzz::bytes_of(data, size), '\f');
    const std::size_t count = std::min(contents.size(), kParts.size());
    // libzip reads the buffers when it closes the archive.
    std::array<std::string, kParts.size()> parts;
    std::string relations = "<Relationships>";
    for (std::size_t i = 0; i < count; ++i) {
        parts[i] = part_of(kParts[i], contents[i]);
        if (i > 0) relations += relation(kParts[i]);
    }
    relations += "</Relationships>";

    static const auto file = fuzz::as_file("", "parts.docx");
    zip_t* zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    fuzz::expect(zip != nullptr, "an archive can be made");
    for (std::size_t i = 0; i < count; ++i)
        add(zip, std::string("word/") + kParts[i].name + ".xml", parts[i]);
    add(zip, "word/_rels/document.xml.rels", relations);
    fuzz::expect(zip_close(zip) == 0, "the archive can be written");
    fuzz::check_docx(file);
    return 0;
}
