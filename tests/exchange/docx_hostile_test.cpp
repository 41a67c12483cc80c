// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <ctime>
#include <random>

#include "base/error.h"
#include "exchange/docx_builder.h"
#include "exchange/in/docx.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"

using support::DocxBuilder;
using support::paragraph;
using support::TemporaryFolder;

namespace {

/// With what the file is refused; fails the test where it is read.
std::string refusal(const std::filesystem::path& file) {
    try {
        static_cast<void>(exchange::read_docx(file));
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::bad_input);
        CHECK_FALSE(error.hint().empty());
        CHECK(std::string(error.what()).find(file.filename().string()) != std::string::npos);
        return error.what();
    }
    FAIL("was read: " << file);
    return {};
}

/// The refusal of a document whose entry NAME holds this.
std::string refusal(const std::string& name, const std::string& content) {
    const TemporaryFolder folder;
    DocxBuilder docx;
    docx.body = paragraph("ja");
    docx.comments = "<w:comment w:id=\"1\"/>";
    docx.more = {{name, content}};
    return refusal(docx.write(folder));
}

bool holds(const std::string& text, const std::string& part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

const std::string kDocument = "word/document.xml";

}  // namespace

TEST_CASE("docx: a file that was cut off anywhere is refused") {
    const TemporaryFolder folder;
    DocxBuilder docx;
    for (int i = 0; i < 200; ++i) docx.body += paragraph(fmt::format("Zin {}.", i * 7919));
    const auto bytes = support::content_of(docx.write(folder));
    for (std::size_t part = 1; part < 20; ++part) {
        refusal(folder.file("cut.docx", bytes.substr(0, bytes.size() * part / 20)));
    }
}

TEST_CASE("docx: what is no Word document is refused with what to do") {
    const TemporaryFolder folder;
    CHECK(holds(refusal(folder.file("a.docx", "Interviewer: hoi")), "damaged"));
    refusal(folder.file("b.docx", ""));
    CHECK(holds(refusal(folder.file("c.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more")), "before 2007"));
    support::write_zip(folder / "d.docx", {{"content.xml", "<a/>"}});
    CHECK(holds(refusal(folder / "d.docx"), "is not a Word document"));
    CHECK(holds(refusal(kDocument, "<workbook/>"), "is not a Word document"));
    CHECK(holds(refusal(kDocument, "<w:document xmlns:w=\"u\"/>"), "is not a Word document"));
    CHECK_THROWS_AS(exchange::read_docx(folder / "missing.docx"), base::Error);
}

TEST_CASE("docx: damage is told with part and line") {
    CHECK(holds(refusal(kDocument, "no xml"), "word/document.xml"));
    CHECK(holds(refusal(kDocument, "<w:document>\n<w:body>\n</w:document>"), "line 3"));
    CHECK(holds(refusal("word/comments.xml", "<w:comments>"), "word/comments.xml"));
    CHECK(holds(refusal("_rels/.rels", "<"), "_rels/.rels"));
    refusal(kDocument, std::string("<w:document><w:body>\0</w:body></w:document>", 43));
}

TEST_CASE("docx: entities, deep nesting and zip bombs are refused") {
    CHECK(holds(refusal(kDocument,
                        "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><d><body>&b;</body></d>"),
                "document type"));
    std::string deep = "<w:document xmlns:w=\"u\"><w:body>";
    for (int i = 0; i < 10'000; ++i) deep += "<w:sdt>";
    for (int i = 0; i < 10'000; ++i) deep += "</w:sdt>";
    CHECK(holds(refusal(kDocument, deep + "</w:body></w:document>"), "too deep"));
    CHECK(holds(refusal(kDocument, "<w:document>" + std::string(40'000'000, ' ') + "</w:document>"),
                "grows beyond"));
}

TEST_CASE("docx: nesting just within the limit is read without overflow of the stack") {
    for (const std::string element : {"sdt", "tbl", "p", "r", "unknown", "ins", "del", "drawing"}) {
        std::string deep;
        for (int i = 0; i < 990; ++i) deep += "<w:" + element + ">";
        deep += "<w:p><w:r><w:t>x</w:t></w:r></w:p>";
        for (int i = 0; i < 990; ++i) deep += "</w:" + element + ">";
        DocxBuilder docx;
        docx.body = deep;
        const TemporaryFolder folder;
        CHECK_NOTHROW(exchange::read_docx(docx.write(folder)));
    }
}

TEST_CASE("docx: names that lead out and parts that are there twice are refused") {
    const TemporaryFolder folder;
    DocxBuilder docx;
    docx.body = paragraph("ja");
    auto entries = docx.entries();
    entries.emplace_back("../../.bashrc", "x");
    support::write_zip(folder / "out.docx", entries);
    CHECK(holds(refusal(folder / "out.docx"), "leads out"));
    entries.back() = entries[2];
    support::write_zip(folder / "twice.docx", entries);
    CHECK(holds(refusal(folder / "twice.docx"), "2 times"));
}

TEST_CASE("docx: relations that name no part or lead out are not followed") {
    const TemporaryFolder folder;
    DocxBuilder docx;
    docx.body = paragraph("ja");
    docx.more = {
        {"word/_rels/document.xml.rels",
         "<Relationships><Relationship Type=\"x/styles\" Target=\"../../../etc/passwd\"/>"
         "<Relationship Type=\"x/comments\" Target=\"http://example.org/c.xml\" TargetMode=\"External\"/>"
         "<Relationship Type=\"x/footnotes\" Target=\"gone.xml\"/><Relationship/></Relationships>"}};
    CHECK(exchange::read_docx(docx.write(folder)).text.utf8() == "ja");
}

TEST_CASE("docx: a part that many relations name is read once") {
    const TemporaryFolder folder;
    DocxBuilder docx;
    docx.body = paragraph("ja");
    std::string relations;
    for (int i = 0; i < 2000; ++i) relations += "<Relationship Type=\"x/header\" Target=\"header1.xml\"/>";
    docx.header = paragraph("Kop");
    for (int i = 0; i < 20000; ++i) docx.header += "<w:p/>";
    docx.more = {{"word/_rels/document.xml.rels", "<Relationships>" + relations + "</Relationships>"}};
    const auto file = docx.write(folder);
    const auto begin = std::clock();
    const auto document = exchange::read_docx(file);
    REQUIRE(document.losses.size() == 1);
    CHECK(document.losses[0].count == 1);
    // Read two thousand times it takes minutes, and all memory.
    CHECK(std::clock() - begin < 10 * CLOCKS_PER_SEC);
}

TEST_CASE("docx: words outside paragraphs are not lost and crash nothing") {
    const TemporaryFolder folder;
    DocxBuilder docx;
    docx.body = "<w:r><w:t>los</w:t></w:r><w:tr><w:tc><w:p/></w:tc></w:tr><w:tc>" + paragraph("cel") +
                "</w:tc><w:p><w:p><w:r><w:t>diep</w:t></w:r></w:p></w:p><w:tbl>" + paragraph("rij") +
                "</w:tbl>";
    CHECK(exchange::read_docx(docx.write(folder)).text.utf8() == "los\n\ncel\n\ndiep\nrij");
}

TEST_CASE("docx: a document with elements removed, doubled or renamed is read or refused, never worse") {
    const TemporaryFolder folder;
    DocxBuilder docx;
    docx.comments = "<w:comment w:id=\"1\">" + paragraph("x") + "</w:comment>";
    docx.footnotes = "<w:footnote w:id=\"1\">" + paragraph("noot") + "</w:footnote>";
    const std::string body =
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>I:</w:t></w:r></w:p></w:tc><w:tc><w:p>"
        "<w:commentRangeStart w:id=\"1\"/><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>é</w:t>"
        "<w:fldChar w:fldCharType=\"separate\"/><w:footnoteReference w:id=\"1\"/></w:r><w:r>"
        "<w:fldChar w:fldCharType=\"end\"/></w:r><w:del><w:r><w:delText>d</w:delText></w:r></w:del>"
        "<w:commentRangeEnd w:id=\"1\"/></w:p><w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>"
        "<w:txbxContent><w:p><w:r><w:t>doos</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:sym "
        "w:char=\"F04A\"/></w:r></w:p>";
    std::vector<std::string> names{"w:p",   "w:r",   "w:t",       "w:tc",         "w:tr",
                                   "w:tbl", "w:del", "w:drawing", "w:txbxContent"};
    std::mt19937 random(20261122);
    int read = 0, refused = 0;
    for (int i = 0; i < 400; ++i) {
        docx.body = body;
        for (int change = 0; change < 3; ++change) {
            const auto name = names[random() % names.size()];
            const auto other = names[random() % names.size()];
            const auto at = docx.body.find("<" + name, random() % docx.body.size());
            if (random() % 4 == 0 || at == std::string::npos) {
                // One tag goes, which breaks the XML.
                const auto tag = docx.body.find('<', random() % docx.body.size());
                if (random() % 8 == 0 && tag != std::string::npos)
                    docx.body.erase(tag, docx.body.find('>', tag) - tag + 1);
                continue;
            }
            // An element is renamed throughout: any may then stand within any.
            for (const std::string head : {"<", "</"}) {
                for (auto place = docx.body.find(head + name + ">"); place != std::string::npos;
                     place = docx.body.find(head + name + ">", place + 1)) {
                    docx.body.replace(place + head.size(), name.size(), other);
                }
            }
        }
        try {
            const auto document = exchange::read_docx(docx.write(folder));
            ++read;
            REQUIRE(document.comments.size() == 1);
            CHECK(document.comments[0].span.begin <= document.comments[0].span.end);
            CHECK(document.comments[0].span.end <= document.text.size());
        } catch (const base::Error& error) {
            ++refused;
            CHECK(error.kind() == base::ErrorKind::bad_input);
        }
    }
    CHECK(read > 50);
    CHECK(refused > 10);
}

TEST_CASE("docx: real transcripts are read without loss") {
    struct Expected {
        const char* file;
        std::size_t characters;  ///< other than blanks and soft hyphens, in all w:t
        std::size_t line_ends;   ///< between paragraphs and of w:br
    };
    // Counted with another program, from the XML alone.
    const std::vector<Expected> all{
        {"ca_parlament_docx/PCAT-2802-04042019.docx", 327448, 1327},
        {"da_ecape/Interview_25.docx", 70703, 1997},
        {"nl_tweedekamer_pdf/fbbdb407-23c8-4d04-a3b2-b3368b81457c.docx", 6711, 116}};
    for (const auto& expected : all) {
        const auto file = std::string("transcripts/") + expected.file;
        if (!support::has_shared(file)) {
            WARN("skipped: no ../shared/data/" << file);
            continue;
        }
        const auto document = exchange::read_docx(support::shared_data(file));
        std::size_t characters = 0, line_ends = 0;
        const auto& text = document.text;
        for (text::Position i = 0; i < text.size(); ++i) {
            const auto character = text.view({i, i + 1});
            if (character == "\n") ++line_ends;
            const bool blank =
                character == " " || character == "\n" || character == "\t" || character == "\u00A0";
            if (!blank && character != "\u00AD") ++characters;
        }
        INFO(file);
        CHECK(characters == expected.characters);
        CHECK(line_ends == expected.line_ends);
    }
}
