// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/docx_builder.h"

#include <algorithm>

namespace support {

namespace {

const std::string kDeclaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                 "\n";
const std::string kNamespaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
    R"( xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture")"
    R"( xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart")"
    R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")"
    R"( xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml")"
    R"( xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office")";

std::string part(const std::string& root, const std::string& content) {
    return kDeclaration + "<w:" + root + kNamespaces + ">" + content + "</w:" + root + ">";
}

const std::string kContentTypes =
    kDeclaration +
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/></Types>)";
const std::string kRelations =
    kDeclaration +
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Target="word/document.xml")"
    R"( Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>)"
    R"(</Relationships>)";

}  // namespace

Entries DocxBuilder::entries() const {
    Entries all{{"[Content_Types].xml", kContentTypes},
                {"_rels/.rels", kRelations},
                {"word/document.xml", part("document", "<w:body>" + body + "<w:sectPr/></w:body>")}};
    std::string relations;
    const auto add = [&](const std::string& name, const std::string& type, const std::string& root,
                         const std::string& content) {
        if (content.empty()) return;
        all.emplace_back("word/" + name + ".xml", part(root, content));
        relations += "<Relationship Id=\"" + name + "\" Target=\"" + name +
                     ".xml\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
                     type + "\"/>";
    };
    add("styles", "styles", "styles", styles);
    add("comments", "comments", "comments", comments);
    if (!comments_extended.empty()) {
        all.emplace_back("word/commentsExtended.xml", kDeclaration + "<w15:commentsEx" + kNamespaces + ">" +
                                                          comments_extended + "</w15:commentsEx>");
        relations += R"(<Relationship Id="ex" Target="commentsExtended.xml" )"
                     R"(Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended"/>)";
    }
    add("footnotes", "footnotes", "footnotes", footnotes);
    add("endnotes", "endnotes", "endnotes", endnotes);
    add("header1", "header", "hdr", header);
    add("footer1", "footer", "ftr", footer);
    all.emplace_back(
        "word/_rels/document.xml.rels",
        kDeclaration +
            R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
            relations + "</Relationships>");
    for (const auto& [name, content] : more) {
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.first == name; });
        if (found == all.end()) {
            all.emplace_back(name, content);
        } else {
            found->second = content;
        }
    }
    return all;
}

std::filesystem::path DocxBuilder::write(const TemporaryFolder& folder, const std::string& name) const {
    const auto file = folder / name;
    write_zip(file, entries());
    return file;
}

std::string paragraph(const std::string& text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}

}  // namespace support
