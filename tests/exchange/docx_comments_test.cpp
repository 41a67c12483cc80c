// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/docx_comments.h"

#include <catch2/catch.hpp>

#include "exchange/docx_builder.h"
#include "exchange/in/docx.h"
#include "support/temporary_folder.h"

using exchange::Imported;
using support::DocxBuilder;
using support::paragraph;

namespace {

const std::string kBegin = R"(<w:commentRangeStart w:id="7"/>)";
const std::string kEnd = R"(<w:commentRangeEnd w:id="7"/>)";
const std::string kReference = R"(<w:r><w:commentReference w:id="7"/></w:r>)";

std::string run(const std::string& text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string comment(const std::string& content, const std::string& id = "7") {
    return "<w:comment w:id=\"" + id +
           "\" w:author=\"Levi\" w:initials=\"L\" w:date=\"2019-05-01T10:00:00Z\">" + content +
           "</w:comment>";
}

Imported imported(const DocxBuilder& docx) {
    const support::TemporaryFolder folder;
    return exchange::read_docx(docx.write(folder));
}

/// The words on which a comment stands in a document with this body.
std::string commented(const std::string& body) {
    DocxBuilder docx;
    docx.body = body;
    docx.comments = comment(paragraph("x"));
    const auto document = imported(docx);
    REQUIRE(document.comments.size() == 1);
    CHECK(document.losses.empty());
    return std::string(document.text.view(document.comments[0].span));
}

}  // namespace

TEST_CASE("a comment has its passage, author, time and paragraphs") {
    DocxBuilder docx;
    docx.body = paragraph("É😀") + "<w:p>" + run("wij ") + kBegin + run("hébben") + kEnd + kReference +
                run(" dat") + "</w:p>";
    docx.comments =
        comment("<w:p><w:r><w:annotationRef/></w:r>" + run("Mooi") + "</w:p>" + paragraph("voorbeeld"));
    const auto document = imported(docx);
    REQUIRE(document.comments.size() == 1);
    const auto& one = document.comments[0];
    CHECK(one.span == text::Span{7, 13});
    CHECK(document.text.view(one.span) == "hébben");
    CHECK(one.author == "Levi");
    CHECK(one.content == "Mooi\nvoorbeeld");
    CHECK(one.created == 1556704800);
}

TEST_CASE("a comment may go on over paragraphs and cells") {
    CHECK(commented(kBegin + paragraph("a") + paragraph("b") + kEnd + paragraph("c")) == "a\nb");
    CHECK(commented(paragraph("a") + kBegin + paragraph("b") + paragraph("c") + kEnd) == "b\nc");
    CHECK(commented("<w:tbl><w:tr><w:tc><w:p>" + run("I") + kBegin + run("K") + "</w:p></w:tc><w:tc><w:p>" +
                    run("ja") + kEnd + run("nee") + "</w:p></w:tc></w:tr></w:tbl>") == "K\tja");
}

TEST_CASE("a comment whose range never ends, ends first or has only a point still has a place") {
    CHECK(commented("<w:p>" + run("a") + kBegin + run("b") + run("c") + "</w:p>" + paragraph("d")) == "bc");
    CHECK(commented("<w:p>" + run("a") + kBegin + run("b") + kReference + run("c") + "</w:p>") == "b");
    CHECK(commented("<w:p>" + run("a") + kEnd + run("b") + kBegin + run("c") + "</w:p>") == "b");
    CHECK(commented("<w:p>" + run("a") + kReference + run("b") + "</w:p>").empty());
    CHECK(commented("<w:p>" + run("a") + "<w:del w:id=\"1\">" + kBegin + "</w:del>" + run("b") + kEnd +
                    "</w:p>") == "b");
}

TEST_CASE("a comment without a place is kept and said") {
    DocxBuilder docx;
    docx.body = paragraph("a");
    docx.comments = comment(paragraph("kwijt"));
    const auto document = imported(docx);
    REQUIRE(document.comments.size() == 1);
    CHECK(document.comments[0].span == text::Span{0, 0});
    REQUIRE(document.losses.size() == 1);
    CHECK(document.losses[0].what.find("no place") != std::string::npos);
}

TEST_CASE("a reply has the place of what it answers") {
    DocxBuilder docx;
    docx.body = "<w:p>" + run("a") + kBegin + run("b") + kEnd + "</w:p>";
    docx.comments = comment("<w:p w14:paraId=\"AA\">" + run("vraag") + "</w:p>") +
                    comment("<w:p w14:paraId=\"BB\">" + run("antwoord") + "</w:p>", "8");
    docx.comments_extended =
        "<w15:commentEx w15:paraId=\"AA\"/><w15:commentEx w15:paraId=\"BB\" w15:paraIdParent=\"AA\"/>";
    const auto document = imported(docx);
    REQUIRE(document.comments.size() == 2);
    CHECK(document.comments[1].content == "antwoord");
    CHECK(document.comments[1].span == text::Span{1, 2});
    CHECK(document.losses.empty());
}

TEST_CASE("a comment's time is read with offset, and nonsense is no time") {
    const auto time = [](const std::string& date) {
        DocxBuilder docx;
        docx.body = "<w:p>" + kReference + "</w:p>";
        docx.comments = "<w:comment w:id=\"7\" w:date=\"" + date + "\">" + paragraph("x") + "</w:comment>";
        return imported(docx).comments.at(0).created;
    };
    CHECK(time("2019-05-01T12:00:00+02:00") == 1556704800);
    CHECK(time("2019-05-01T10:00:00.123Z") == 1556704800);
    CHECK(time("2019-05-01T10:00:00") == 1556704800);
    CHECK(time("2019-13-01T10:00:00Z") == 0);
    CHECK(time("gisteren") == 0);
}
