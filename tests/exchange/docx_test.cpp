// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/docx.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "base/error.h"
#include "exchange/docx_builder.h"
#include "support/temporary_folder.h"

using exchange::Imported;
using exchange::read_docx;
using support::DocxBuilder;
using support::paragraph;
using support::TemporaryFolder;

namespace {

Imported imported(const DocxBuilder& docx) {
    const TemporaryFolder folder;
    return read_docx(docx.write(folder));
}

/// The text of a document with this body.
std::string text_of(const std::string& body) {
    DocxBuilder docx;
    docx.body = body;
    return imported(docx).text.utf8();
}

std::string run(const std::string& content, const std::string& properties = {}) {
    return "<w:r><w:rPr>" + properties + "</w:rPr>" + content + "</w:r>";
}

std::string words(const std::string& text) {
    return "<w:t xml:space=\"preserve\">" + text + "</w:t>";
}

std::string in_paragraph(const std::string& content) {
    return "<w:p>" + content + "</w:p>";
}

std::string cell(const std::string& paragraphs) {
    return "<w:tc><w:tcPr/>" + paragraphs + "</w:tc>";
}

std::string row(const std::string& cells) {
    return "<w:tr>" + cells + "</w:tr>";
}

std::string table(const std::string& rows) {
    return "<w:tbl><w:tblPr/>" + rows + "</w:tbl>";
}

/// How often the loss is counted whose sentence holds these words; 0 where there is none.
std::int64_t lost(const Imported& document, const std::string& part_of_sentence) {
    std::int64_t count = 0;
    for (const auto& loss : document.losses) {
        if (loss.what.find(part_of_sentence) != std::string::npos) count += loss.count;
    }
    return count;
}

}  // namespace

TEST_CASE("docx: paragraphs become lines and empty ones stay") {
    CHECK(text_of(paragraph("Eén.") + "<w:p/>" + paragraph("Twee 😀.") + "<w:p><w:pPr/></w:p>") ==
          "Eén.\n\nTwee 😀.\n");
    CHECK(text_of("").empty());
}

TEST_CASE("docx: the runs of a paragraph are joined as they are") {
    CHECK(text_of(in_paragraph(run(words("vraag ")) + run(words("ge")) + run(words("steld")))) ==
          "vraag gesteld");
}

TEST_CASE("docx: white space outside w:t is layout of the XML, within it counts where it is preserved") {
    CHECK(text_of("\n  <w:p>\n    <w:r>\n      <w:t>\n  een\n  twee </w:t>\n    </w:r>\n    <w:r>\n"
                  "      <w:t xml:space=\"preserve\"> drie</w:t>\n    </w:r>\n  </w:p>\n") ==
          "een   twee drie");
    CHECK(text_of(in_paragraph(run(words(" ")) + run("<w:t> </w:t>") + run(words("a")))) == " a");
}

TEST_CASE("docx: line ends inside w:t never make lines") {
    CHECK(text_of(in_paragraph(run(words("a\nb&#13;c&#10;d")))) == "a b c d");
}

TEST_CASE("docx: breaks, tabs, hyphens and marks") {
    CHECK(text_of(in_paragraph(run("<w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:br w:type=\"page\"/>"
                                   "<w:t>d</w:t><w:tab/><w:t>e</w:t><w:ptab/><w:t>f</w:t><w:noBreakHyphen/>"
                                   "<w:t>g</w:t><w:softHyphen/><w:t>h</w:t>"))) ==
          "a\nb\nc\nd\te\tf\u2011g\u00ADh");
    CHECK(text_of("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>" + run(words("x")) +
                  "</w:p>") == "x");
    CHECK(text_of(paragraph("\uFEFFI: ja")) == "I: ja");
}

TEST_CASE("docx: symbols become the characters that they show") {
    DocxBuilder docx;
    docx.body =
        in_paragraph(run("<w:sym w:font=\"Wingdings\" w:char=\"F04A\"/><w:sym w:font=\"Symbol\" "
                         "w:char=\"F061\"/><w:sym w:font=\"Symbol\" w:char=\"00AE\"/>"
                         "<w:sym w:font=\"Calibri\" w:char=\"2192\"/>"
                         "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>"));
    CHECK(imported(docx).text.utf8() == "☺α→→✓");
    CHECK(imported(docx).losses.empty());
    docx.body =
        in_paragraph(run("<w:sym w:font=\"Webdings\" w:char=\"F021\"/><w:sym w:font=\"X\"/>"
                         "<w:sym w:font=\"X\" w:char=\"D800\"/>"));
    CHECK(imported(docx).text.utf8() == "\uFFFD\uFFFD\uFFFD");
    CHECK(lost(imported(docx), "symbols") == 3);
}

TEST_CASE("docx: a row is a line with tabs, and further paragraphs of its cells follow it") {
    CHECK(text_of(paragraph("voor") +
                  table(row(cell(paragraph("I")) + cell(paragraph("Hoe?") + paragraph("En wat?"))) +
                        row(cell("<w:p/>") + cell(paragraph("Goed.")))) +
                  paragraph("na")) == "voor\nI\tHoe?\nEn wat?\n\tGoed.\nna");
    CHECK(text_of(table(row(cell(paragraph("a1") + paragraph("a2")) +
                            cell(paragraph("b1") + paragraph("b2"))))) == "a1\tb1\na2\nb2");
    CHECK(text_of(table(row(cell("") + cell(paragraph("x")) + cell("")))) == "\tx\t");
}

TEST_CASE("docx: a table in a cell keeps its rows") {
    const auto inner = table(row(cell(paragraph("1")) + cell(paragraph("2"))) +
                             row(cell(paragraph("3")) + cell(paragraph("4"))));
    CHECK(text_of(table(row(cell(paragraph("a") + inner + "<w:p/>") + cell(paragraph("b"))))) ==
          "a\tb\n1\t2\n3\t4\n");
    CHECK(text_of(table(row(cell(inner + paragraph("end"))))) == "1\t2\n3\t4\nend");
}

TEST_CASE("docx: content controls are walked into at every level") {
    const auto control = [](const std::string& content) {
        return "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" + content +
               "</w:sdtContent></w:sdt>";
    };
    CHECK(text_of(control(paragraph("blok"))) == "blok");
    CHECK(text_of(in_paragraph(run(words("a ")) + control(run(words("plan"))) + run(words(" b")))) ==
          "a plan b");
    CHECK(text_of(table(control(row(control(cell(control(paragraph("een") + paragraph("twee")))) +
                                    cell(paragraph("drie")))))) == "een\tdrie\ntwee");
}

TEST_CASE("docx: hyperlinks, smart tags and unknown elements are walked into") {
    CHECK(text_of(in_paragraph("<w:hyperlink r:id=\"x\">" + run(words("a")) + "</w:hyperlink><w:smartTag>" +
                               run(words("b")) + "</w:smartTag><w:bdo w:val=\"rtl\">" + run(words("c")) +
                               "</w:bdo><w:news><w:deep>" + run(words("d")) + "</w:deep></w:news>")) ==
          "abcd");
}

TEST_CASE("docx: tracked insertions are in, deletions out and counted") {
    DocxBuilder docx;
    docx.body = in_paragraph(run(words("Ik ")) + "<w:del w:id=\"1\">" +
                             run("<w:delText>was éen</w:delText>") + "</w:del>" + "<w:del w:id=\"2\">" +
                             run("<w:delText>!</w:delText>") + "</w:del>" + "<w:ins w:id=\"3\">" +
                             run(words("ben")) + "<w:del w:id=\"4\">" + run("<w:delText>x</w:delText>") +
                             "</w:del></w:ins>" + "<w:moveFrom>" + run(words("weg")) + "</w:moveFrom>" +
                             run(words(" hier")) + "<w:moveTo>" + run(words(" weg")) + "</w:moveTo>");
    const auto document = imported(docx);
    CHECK(document.text.utf8() == "Ik ben hier weg");
    CHECK(lost(document, "tracked changes") == 2);
    CHECK(lost(document, "(12 characters)") == 2);
}

TEST_CASE("docx: a paragraph or row that was deleted whole leaves no line") {
    const std::string gone = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\">" +
                             run("<w:delText>weg</w:delText>") + "</w:del></w:p>";
    CHECK(text_of(paragraph("a") + gone + paragraph("b")) == "a\nb");
    CHECK(text_of(table(row(cell(paragraph("a"))) + "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" +
                        cell(paragraph("b")) + "</w:tr>" + row(cell(paragraph("c"))))) == "a\nc");
}

TEST_CASE("docx: of a field the result is text and the instruction is not") {
    const auto character = [](const std::string& type) {
        return run("<w:fldChar w:fldCharType=\"" + type + "\"/>");
    };
    const auto code = run("<w:instrText> DATE </w:instrText>");
    CHECK(text_of(in_paragraph(run(words("op ")) + character("begin") + code + character("separate") +
                               run(words("1 mei")) + character("end") + run(words(".")))) == "op 1 mei.");
    CHECK(text_of(in_paragraph("<w:fldSimple w:instr=\"DATE\">" + run(words("1 mei")) + "</w:fldSimple>")) ==
          "1 mei");
    // A field in the instruction of another: its result is part of the instruction.
    CHECK(text_of(in_paragraph(character("begin") + code + character("begin") + code + character("separate") +
                               run(words("inner")) + character("end") + character("separate") +
                               run(words("outer")) + character("end"))) == "outer");
    // One that is never closed loses no text of the interview.
    CHECK(text_of(in_paragraph(character("begin") + code + run(words("tekst"))) + paragraph("verder")) ==
          "tekst\nverder");
    CHECK(text_of(in_paragraph(character("end") + character("separate") + run(words("x")))) == "x");
}

TEST_CASE("docx: notes are moved to the end and a number stands at their place") {
    DocxBuilder docx;
    docx.footnotes = "<w:footnote w:type=\"separator\" w:id=\"-1\">" + paragraph("---") +
                     "</w:footnote><w:footnote w:id=\"2\">" +
                     in_paragraph(run("<w:footnoteRef/>") + run("<w:t>Een voetnoot.</w:t>")) +
                     paragraph("Vervolg.") + "</w:footnote><w:footnote w:id=\"3\">" +
                     paragraph("Nergens genoemd.") + "</w:footnote>";
    docx.endnotes = "<w:endnote w:id=\"2\">" + paragraph("Een eindnoot.") + "</w:endnote>";
    docx.body =
        in_paragraph(run(words("Ja")) + run("<w:endnoteReference w:id=\"2\"/>") + run(words(" en nee")) +
                     run("<w:footnoteReference w:id=\"2\"/>") + run(words(".")));
    const auto document = imported(docx);
    CHECK(document.text.utf8() ==
          "Ja[1] en nee[2].\n----------\n[1] Een eindnoot.\n[2] Een voetnoot.\nVervolg.");
    CHECK(lost(document, "moved to the end") == 2);
    docx.body = paragraph("Ja.");
    CHECK(imported(docx).text.utf8() == "Ja.");
    CHECK(imported(docx).losses.empty());
}

TEST_CASE("docx: a note that is referred to again keeps its number and stands once, also within itself") {
    DocxBuilder docx;
    docx.footnotes = "<w:footnote w:id=\"2\">" +
                     in_paragraph(run(words("Zie ")) + run("<w:footnoteReference w:id=\"2\"/>") +
                                  run(words(" en ")) + run("<w:footnoteReference w:id=\"3\"/>")) +
                     "</w:footnote><w:footnote w:id=\"3\">" + paragraph("Twee.") + "</w:footnote>";
    docx.body = in_paragraph(run(words("Ja")) + run("<w:footnoteReference w:id=\"2\"/>") +
                             run(words(" nee")) + run("<w:footnoteReference w:id=\"2\"/>"));
    const auto document = imported(docx);
    CHECK(document.text.utf8() == "Ja[1] nee[1]\n----------\n[1] Zie [1] en [2]\n[2] Twee.");
    CHECK(lost(document, "moved to the end") == 2);
}

TEST_CASE("docx: hidden text is left out, by run or by style, and counted") {
    DocxBuilder docx;
    docx.styles =
        "<w:style w:type=\"character\" w:styleId=\"Base\"><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"Child\"><w:basedOn w:val=\"Base\"/></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"Shown\"><w:basedOn w:val=\"Base\"/>"
        "<w:rPr><w:vanish w:val=\"false\"/></w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Note\"><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Round\"><w:basedOn w:val=\"About\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"About\"><w:basedOn w:val=\"Round\"/></w:style>";
    docx.body = in_paragraph(run(words("a")) + run(words("bb"), "<w:vanish/>") +
                             run(words("c"), "<w:vanish w:val=\"0\"/>") +
                             run(words("dd"), "<w:rStyle w:val=\"Child\"/>") +
                             run(words("e"), "<w:rStyle w:val=\"Shown\"/>")) +
                "<w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr>" + run(words("ff")) +
                run(words("g"), "<w:vanish w:val=\"0\"/>") + "</w:p>" +
                "<w:p><w:pPr><w:pStyle w:val=\"Round\"/><w:rPr><w:vanish/></w:rPr></w:pPr>" +
                run(words("h")) + "</w:p>";
    const auto document = imported(docx);
    CHECK(document.text.utf8() == "ace\ng\nh");
    CHECK(lost(document, "hidden text") == 3);
    CHECK(lost(document, "(6 characters)") == 3);
}

TEST_CASE("docx: headers and footers are reported where somebody typed in them") {
    DocxBuilder docx;
    docx.body = paragraph("tekst");
    const std::string page = run("<w:fldChar w:fldCharType=\"begin\"/>") +
                             run("<w:instrText>PAGE</w:instrText>") +
                             run("<w:fldChar w:fldCharType=\"separate\"/>") + run(words("12")) +
                             run("<w:fldChar w:fldCharType=\"end\"/>");
    docx.footer = in_paragraph(run(words("- ")) + page + run(words(" -")));
    CHECK(imported(docx).losses.empty());
    docx.header = in_paragraph(run(words("Vertrouwelijk ")) + page);
    const auto document = imported(docx);
    CHECK(document.text.utf8() == "tekst");
    REQUIRE(document.losses.size() == 1);
    CHECK(document.losses[0].what.find("“Vertrouwelijk”") != std::string::npos);
}

TEST_CASE("docx: a text box is read once and stands below its paragraph") {
    DocxBuilder docx;
    const std::string inner =
        "<w:txbxContent>" + paragraph("in de doos") + paragraph("nog iets") + "</w:txbxContent>";
    docx.body =
        in_paragraph(run(words("voor ")) +
                     run("<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor>"
                         "<a:graphic><a:graphicData><wps:wsp><wps:txbx>" +
                         inner +
                         "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
                         "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" +
                         inner + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>") +
                     run(words("na"))) +
        paragraph("verder");
    auto document = imported(docx);
    CHECK(document.text.utf8() == "voor na\nin de doos\nnog iets\nverder");
    CHECK(lost(document, "text box") == 1);
    // Where the choice holds nothing that we know, the fallback is taken; in a cell it waits for its row.
    docx.body =
        table(row(cell(in_paragraph(run("<mc:AlternateContent><mc:Choice><x/></mc:Choice><mc:Fallback>"
                                        "<w:pict><v:textbox>" +
                                        inner +
                                        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
                                        "<w:t>I</w:t>"))) +
                  cell(paragraph("Hoe?"))));
    document = imported(docx);
    CHECK(document.text.utf8() == "I\tHoe?\nin de doos\nnog iets");
    CHECK(lost(document, "text box") == 1);
}

TEST_CASE("docx: pictures, charts, equations and objects are reported") {
    DocxBuilder docx;
    const auto drawn = [](const std::string& what) {
        return run("<w:drawing><wp:inline><a:graphic><a:graphicData>" + what +
                   "</a:graphicData></a:graphic></wp:inline></w:drawing>");
    };
    docx.body = in_paragraph(drawn("<pic:pic><pic:blipFill/></pic:pic>") + drawn("<c:chart r:id=\"r\"/>") +
                             run("<w:pict><v:shape><v:imagedata r:id=\"r\"/></v:shape></w:pict>") +
                             run("<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object>") +
                             "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>") +
                "<w:altChunk r:id=\"r\"/>";
    const auto document = imported(docx);
    CHECK(document.text.utf8() == "x=1");
    CHECK(lost(document, "pictures") == 2);
    CHECK(lost(document, "chart") == 1);
    CHECK(lost(document, "embedded objects") == 2);
    CHECK(lost(document, "equation") == 1);
}

TEST_CASE("docx: automatic numbers are reported, by paragraph or by style") {
    DocxBuilder docx;
    const std::string numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>";
    docx.styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"List\"><w:pPr>" + numbered + "</w:pPr></w:style>";
    docx.body = "<w:p><w:pPr>" + numbered + "</w:pPr>" + run(words("a")) + "</w:p>" +
                "<w:p><w:pPr><w:pStyle w:val=\"List\"/></w:pPr>" + run(words("b")) + "</w:p>" +
                "<w:p><w:pPr><w:pStyle w:val=\"List\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>" +
                run(words("c")) + "</w:p><w:p><w:pPr>" + numbered + "</w:pPr></w:p>";
    CHECK(lost(imported(docx), "automatic numbers") == 2);
}

TEST_CASE("docx: the ruby text is its base") {
    DocxBuilder docx;
    docx.body = in_paragraph(run("<w:ruby><w:rubyPr/><w:rt>" + run(words("かん")) + "</w:rt><w:rubyBase>" +
                                 run(words("漢")) + "</w:rubyBase></w:ruby>"));
    CHECK(imported(docx).text.utf8() == "漢");
    CHECK(lost(imported(docx), "reading aid") == 1);
}

TEST_CASE("docx: strict documents and other names of parts are read") {
    DocxBuilder docx;
    const TemporaryFolder folder;
    auto entries = docx.entries();
    entries[1].second =
        "<Relationships><Relationship Id=\"a\" Target=\"/inhoud/tekst.xml\" "
        "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\"/></Relationships>";
    entries[2] = {"inhoud/tekst.xml",
                  "<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p>"
                  "<pPr><pStyle val=\"N\"/></pPr><r><t>strikt</t></r></p></body></document>"};
    const auto file = folder / "interview.doc";
    support::write_zip(file, entries);
    CHECK(read_docx(file).text.utf8() == "strikt");
}

TEST_CASE("docx: a document without relations is found by its usual name") {
    const TemporaryFolder folder;
    DocxBuilder docx;
    docx.body = paragraph("ja");
    support::write_zip(folder / "a.docx", {docx.entries()[2]});
    CHECK(read_docx(folder / "a.docx").text.utf8() == "ja");
}

TEST_CASE("docx: 300 pages take less than a second") {
    std::string body;
    for (int i = 0; i < 6000; ++i) {
        body += in_paragraph(run(words(i % 2 == 0 ? "Interviewer: " : "Jongere: "), "<w:b/>") +
                             run(words(fmt::format("Zin {} over de JIM, ", i))) +
                             run(words(fmt::format("{:a>80} {:b>60}", "", ""))));
    }
    DocxBuilder docx;
    docx.body = body;
    const TemporaryFolder folder;
    const auto file = docx.write(folder);
    const auto begin = std::chrono::steady_clock::now();
    const auto document = read_docx(file);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(1));
    CHECK(document.text.size() > 1'000'000);
}

TEST_CASE("docx: reading can be stopped and says how far it is") {
    DocxBuilder docx;
    for (int i = 0; i < 1000; ++i) docx.body += paragraph("a");
    const TemporaryFolder folder;
    const auto file = docx.write(folder);
    std::vector<double> steps;
    static_cast<void>(read_docx(file, {{}, [&](double done, const std::string&) { steps.push_back(done); }}));
    CHECK(steps.size() >= 4);
    CHECK(std::is_sorted(steps.begin(), steps.end()));
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(read_docx(file, {source.get_token(), {}}), base::Error);
}
