// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/docx_hints.h"

#include <catch2/catch.hpp>

#include "exchange/docx_builder.h"
#include "exchange/in/docx.h"
#include "exchange/in/docx_body.h"
#include "exchange/in/docx_package.h"
#include "exchange/xml.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"

using support::DocxBuilder;
using support::paragraph;

namespace {

using Labels = std::vector<std::string>;

/// What the formatting of the file proposes as labels.
Labels labels_in(const std::filesystem::path& file) {
    const exchange::DocxPackage package(file);
    const auto document = package.document();
    const auto xml = package.part("styles");
    const auto styles = xml ? exchange::DocxStyles(xml->root()) : exchange::DocxStyles();
    exchange::DocxBody body(styles);
    body.read(exchange::child(document.root(), "body"));
    const text::Text text(body.content().utf8);
    Labels labels;
    text::Position last = -1;
    for (const auto& hint : exchange::label_hints(text, body.content())) {
        CHECK(hint.span.begin > last);
        last = hint.span.begin;
        labels.emplace_back(text.view(hint.span));
    }
    return labels;
}

Labels labels(const std::string& body, const std::string& styles = {}) {
    const support::TemporaryFolder folder;
    DocxBuilder docx;
    docx.body = body;
    docx.styles = styles;
    return labels_in(docx.write(folder));
}

std::string run(const std::string& text, const std::string& properties = {}) {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string bold(const std::string& text) {
    return run(text, "<w:b/>");
}

std::string in_paragraph(const std::string& runs, const std::string& style = {}) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + runs + "</w:p>";
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
    std::string xml = "<w:tbl>";
    for (const auto& row : rows) {
        xml += "<w:tr>";
        for (const auto& cell : row) xml += "<w:tc>" + paragraph(cell) + "</w:tc>";
        xml += "</w:tr>";
    }
    return xml + "</w:tbl>";
}

const std::string kTab = "<w:r><w:tab/></w:r>";

}  // namespace

TEST_CASE("bold words that open a paragraph and end as a label does are labels") {
    CHECK(labels(in_paragraph(bold("É 1:") + run(" hallo"))) == Labels{"É 1:"});
    CHECK(labels(in_paragraph(bold("Int") + bold("erviewer") + run(": hallo"))) == Labels{"Interviewer"});
    CHECK(labels(in_paragraph(bold("JIM 2") + kTab + run("hallo"))) == Labels{"JIM 2"});
    CHECK(labels(in_paragraph(bold("I: ") + bold("Hoe gaat het?"))) == Labels{"I:"});
    CHECK(labels(in_paragraph(bold("[00:10] MOEDER:") + run(" ja"))) == Labels{"[00:10] MOEDER:"});
}

TEST_CASE("a bold line without a mark is a label where it comes again") {
    const auto line = [](const std::string& text) { return in_paragraph(bold(text)); };
    CHECK(labels(line("Jongere") + paragraph("ja") + line("Inleiding") + line("Jongere") +
                 paragraph("nee")) == Labels{"Jongere", "Jongere"});
    CHECK(labels(line("Goed.") + line("Goed.") + line("00:10") + line("00:10")).empty());
}

TEST_CASE("bold that is emphasis is no label") {
    CHECK(labels(in_paragraph(bold("Nooit") + run(" zei hij"))).empty());
    CHECK(labels(in_paragraph(run("Wij ") + bold("nooit:") + run(" zei hij"))).empty());
    CHECK(labels(in_paragraph(bold(std::string(150, 'x') + ":") + run(" y"))).empty());
    CHECK(labels(in_paragraph(run("I: ", "<w:b w:val=\"0\"/>") + run("ja"))).empty());
}

TEST_CASE("bold may come from a style, and two styles annul each other") {
    const std::string styles =
        "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:rPr><w:b/></w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Loud\"><w:rPr><w:b/></w:rPr></w:style>";
    const std::string strong = "<w:rStyle w:val=\"Strong\"/>";
    CHECK(labels(in_paragraph(run("Vader:", strong) + run(" ja")), styles) == Labels{"Vader:"});
    CHECK(labels(in_paragraph(run("Vader", strong) + run(": ja", strong), "Loud"), styles).empty());
    CHECK(labels(in_paragraph(run("Vader") + run(" ja", strong), "Loud"), styles).empty());
}

TEST_CASE("a column with few short texts holds labels, also behind times and under a heading") {
    CHECK(labels(table({{"I", "Hoe?"}, {"J", "Goed."}, {"I", "Mooi."}, {"", "Ja."}})) ==
          Labels{"I", "J", "I"});
    CHECK(labels(table({{"Tijd", "Wie", "Wat"},
                        {"0:01", "I", "Hoe?"},
                        {"0:05", "J", "Goed."},
                        {"0:09", "I", "En?"},
                        {"0:12", "J", "Ook."}})) == Labels{"I", "J", "I", "J"});
    CHECK(labels(table({{"I", "0:01", "Hoe?"}, {"J", "0:05", "Goed."}, {"I", "0:09", "En?"}})) ==
          Labels{"I", "J", "I"});
    CHECK(
        labels(table({{"1", "0:01", "I", "Hoe?"}, {"2", "0:05", "J", "Goed."}, {"3", "0:09", "I", "En?"}})) ==
        Labels{"I", "J", "I"});
}

TEST_CASE("other tables hold no labels") {
    CHECK(labels(table({{"Naam", "Jan"}, {"Leeftijd", "16"}, {"Woonplaats", "Utrecht"}})).empty());
    CHECK(labels(table({{"I"}, {"J"}, {"I"}, {"J"}})).empty());
    CHECK(labels(table({{"1", "2"}, {"1", "2"}, {"1", "2"}})).empty());
    CHECK(labels(table({{std::string(120, 'x'), "a"}, {"b", "c"}, {"b", "d"}, {"b", "d"}})).empty());
    CHECK(labels("<w:tbl/>").empty());
}

TEST_CASE("a style that recurs with names and is followed by another holds labels, headings do not") {
    std::string body;
    for (const std::string name :
         {"De voorzitter", "Mevrouw Celtik (F)", "De voorzitter", "Mevrouw Celtik (F)"}) {
        body += in_paragraph(run(name), "Spreker") + in_paragraph(run("Tekst van " + name), "Tekst");
    }
    CHECK(labels(body) ==
          Labels{"De voorzitter", "Mevrouw Celtik (F)", "De voorzitter", "Mevrouw Celtik (F)"});
    std::string headings;
    for (const std::string name : {"Inleiding", "Methode", "Resultaten", "Discussie"}) {
        headings += in_paragraph(run(name), "Kop1") + in_paragraph(run("Tekst onder " + name), "Tekst");
    }
    CHECK(labels(headings).empty());
    std::string events;
    for (int i = 0; i < 4; ++i) {
        events += in_paragraph(run("(Applaus.)"), "Gebeurtenis") + in_paragraph(run("Dank u."), "Tekst");
    }
    CHECK(labels(events).empty());
}

TEST_CASE("the speakers of a real parliament are known by their style") {
    const std::string file = "transcripts/ca_parlament_docx/PCAT-2802-04042019.docx";
    if (!support::has_shared(file)) {
        WARN("skipped: no ../shared/data/" << file);
        return;
    }
    const auto found = labels_in(support::shared_data(file));
    // 270 paragraphs have the style, 4 of them by mistake: they are long speech.
    CHECK(std::count(found.begin(), found.end(), "El president") == 69);
    CHECK(std::count(found.begin(), found.end(), "Esperanza García González") == 17);
    CHECK(found.size() >= 260);
    CHECK(found.size() <= 266);
}

TEST_CASE("a table of speakers gives turns, and notes at the end are nobody's words") {
    const support::TemporaryFolder folder;
    DocxBuilder docx;
    docx.body = table({{"Tijd", "Wie", "Wat"},
                       {"00:01", "Int", "Hoe gaat het?"},
                       {"00:05", "Sam", "Goed wel."},
                       {"00:09", "Int", "En met je oom?"},
                       {"00:12", "Sam", "Ook."}}) +
                in_paragraph("<w:r><w:footnoteReference w:id=\"1\"/></w:r>");
    docx.footnotes = "<w:footnote w:id=\"1\">" + paragraph("Sam: lacht.") + "</w:footnote>";
    const auto document = exchange::read_docx(docx.write(folder));
    REQUIRE(document.turns.speakers.size() == 2);
    CHECK(document.turns.speakers[0].label == "Int");
    CHECK(document.turns.speakers[1].label == "Sam");
    REQUIRE(document.turns.turns.size() == 4);
    const auto& last = document.turns.turns[3];
    CHECK(document.text.view({last.body, last.span.end}).substr(0, 4) == "Ook.");
    CHECK(last.span.end < document.text.size());
    REQUIRE(document.anchors.size() == 4);
    CHECK(document.anchors[3].value == 12'000);
}
