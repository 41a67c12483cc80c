// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/refi/codebook.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "base/error.h"
#include "base/strings.h"
#include "exchange/refi/colours.h"
#include "exchange/refi/descriptions.h"
#include "exchange/schema.h"
#include "exchange/xml.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"

using exchange::codebook_xml;
using exchange::read_codebook;
using exchange::ReadCodebook;
using model::Code;
using model::Codebook;
using model::CodeId;

namespace {

constexpr const char* kA = "0123ABCD-4567-89AB-CDEF-0123456789A1";
constexpr const char* kB = "0123ABCD-4567-89AB-CDEF-0123456789A2";

Code code(std::int64_t id, std::int64_t parent, std::string name) {
    Code made;
    made.id = CodeId{id};
    made.parent = CodeId{parent};
    made.name = std::move(name);
    made.guid.bytes.back() = static_cast<std::uint8_t>(id);
    return made;
}

ReadCodebook read_text(const std::string& xml) {
    const support::TemporaryFolder folder;
    return read_codebook(folder.file("some.qdc", xml));
}

/// A codebook file around the content of Codes, and what follows it.
std::string qdc(const std::string& codes, const std::string& after = {}) {
    return "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>" + codes + "</Codes>" + after +
           "</CodeBook>";
}

std::string element(const char* guid, const std::string& name, const std::string& attributes = {},
                    const std::string& content = {}) {
    return fmt::format(R"(<Code guid="{}" name="{}" isCodable="true" {}>{}</Code>)", guid, name, attributes,
                       content);
}

void check_equal(const Codebook& actual, const Codebook& expected) {
    REQUIRE(actual.codes().size() == expected.codes().size());
    for (std::size_t i = 0; i < expected.codes().size(); ++i) {
        const Code& a = actual.codes()[i];
        const Code& b = expected.codes()[i];
        CAPTURE(b.name);
        CHECK(a.name == b.name);
        CHECK(a.guid == b.guid);
        CHECK(actual.path(a.id) == expected.path(b.id));
        CHECK(a.colour == b.colour);
        CHECK(a.codable == b.codable);
        CHECK(a.exclusive == b.exclusive);
        CHECK(a.definition == b.definition);
        CHECK(a.when == b.when);
        CHECK(a.when_not == b.when_not);
        CHECK(a.example == b.example);
    }
}

/// A codebook with everything that could be lost on the way.
Codebook difficult() {
    auto rights = code(1, 0, "Rechten & \"plichten\" <1>\ttab\nregel\r\neinde ");
    rights.codable = false;
    rights.exclusive = true;
    rights.colour = "#aabbcc";
    rights.definition = "  Blanks before, line ends\r\nof all\rkinds\nand after \n\n";
    rights.when = "Voorbeeld: op de eerste regel\nWanneer niet: op de tweede\n\\Example: gemarkeerd";
    rights.when_not = "\nBegint met een regel & ]]> <b>";
    rights.example = "“Ja 😀👩‍👧, é e\u0301”";
    auto agreements = code(2, 1, "Afspraken");
    agreements.definition = "When to apply: is how this definition starts";
    auto bare = code(3, 2, " 0 ");
    bare.example = " ";
    auto duties = code(4, 0, "Plichten");
    duties.exclusive = true;
    duties.when_not = "\n\n";
    return Codebook({rights, agreements, bare, duties});
}

}  // namespace

TEST_CASE("every field of a codebook comes back as it was, from a file that is valid by the schema") {
    for (const char* language : {"nl", "en", "nl_NL.UTF-8", ""}) {
        CAPTURE(language);
        const auto xml = codebook_xml(difficult(), "Trialogue <test> & \"co\"", language);
        support::check_by_schema(xml, "refi/Codebook.xsd");
        const auto read = read_text(xml);
        CHECK(read.losses.empty());
        CHECK(read.language == (std::string_view(language).starts_with("nl") ? "nl" : "en"));
        check_equal(read.codebook, difficult());
        CHECK(codebook_xml(read.codebook, "Trialogue <test> & \"co\"", read.language) == xml);
    }
}

TEST_CASE("four texts survive in one description, whatever they hold") {
    const auto text = rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
            "\n", "\n\n", "\r", "\r\n", " ", "\\", "\\\\", "Wanneer wel:", "wanneer NIET: ", "Voorbeeld:",
            "When to apply:", "When not to apply: ", "Example: x", "woord", "😀", ":"})),
        [](const std::vector<std::string>& parts) { return base::join(parts, ""); });
    const bool holds = rc::check("descriptions", [&] {
        Code written;
        written.definition = *text;
        written.when = *text;
        written.when_not = *text;
        written.example = *text;
        const std::string language = *rc::gen::elementOf(std::vector<std::string>{"nl", "en"});
        Code read;
        exchange::read_description(exchange::description_of(written, language), read);
        RC_ASSERT(read.definition == written.definition);
        RC_ASSERT(read.when == written.when);
        RC_ASSERT(read.when_not == written.when_not);
        RC_ASSERT(read.example == written.example);
    });
    CHECK(holds);
}

TEST_CASE("a description that a person structured is understood, in either language and any order") {
    Code read;
    CHECK(exchange::read_description("Steun.\r\nVOORBEELD:\r\n“Ik bel hem.”\r\n\r\nWhen to apply:bij steun\n"
                                     "en hulp\nExample: nog een",
                                     read) == "nl");
    CHECK(read.definition == "Steun.");
    CHECK(read.example == "“Ik bel hem.”");
    CHECK(read.when == "bij steun\nen hulp\nExample: nog een");
    CHECK(read.when_not.empty());

    CHECK(exchange::read_description("Wanneer welke code: zie boven", read).empty());
    CHECK(read.definition == "Wanneer welke code: zie boven");
    CHECK(read.when.empty());
}

TEST_CASE("a description reads well in a program that knows nothing of ours") {
    Code shown;
    shown.definition = "Steun.";
    shown.when = "bij troost";
    shown.example = "“Ik bel hem.”";
    CHECK(exchange::description_of(shown, "nl") ==
          "Steun.\n\nWanneer wel: bij troost\n\nVoorbeeld: “Ik bel hem.”");
    CHECK(exchange::description_of(shown, "en") ==
          "Steun.\n\nWhen to apply: bij troost\n\nExample: “Ik bel hem.”");
}

TEST_CASE("namespaces, prefixes and forms of GUIDs do not matter") {
    for (const char* space : {"urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:0:4", "urn:x", ""}) {
        const auto xml = fmt::format(
            R"(<q:CodeBook xmlns:q="{}" xmlns:xsi="urn:s" xsi:schemaLocation="a b"><q:Codes>
               <q:Code q:guid="{{0123abcd-4567-89ab-cdef-0123456789a1}}" name="A" isCodable=" 1 ">
                 <q:Code guid="{}" name="B" isCodable="FALSE"/></q:Code></q:Codes></q:CodeBook>)",
            space, kB);
        const auto read = read_text(xml);
        CHECK(read.losses.empty());
        REQUIRE(read.codebook.codes().size() == 2);
        CHECK(read.codebook.codes()[0].guid.to_string() == kA);
        CHECK(read.codebook.path(CodeId{2}) == "A/B");
        CHECK(read.codebook.codes()[0].codable);
        CHECK_FALSE(read.codebook.codes()[1].codable);
        CHECK(read.language.empty());
    }
}

TEST_CASE("colours are understood as programs write them") {
    using exchange::colour_of;
    CHECK(colour_of("#F00082") == "#f00082");
    CHECK(colour_of(" #abc ") == "#aabbcc");
    CHECK(colour_of("#11223344") == "#112233");
    CHECK(colour_of("RGB(255, 0,16)") == "#ff0010");
    CHECK(colour_of("rgba(1,2,3,0.5)") == "#010203");
    for (const char* strange : {"", "#", "#12", "#12345g", "red", "rgb(1,2)", "rgb(1,2,256)", "rgb(-1,2,3)",
                                "rgba(1,2,3)", "rgb(1,2,3", "rgb(a,b,c)", "hsl(1,2,3)"}) {
        CAPTURE(strange);
        CHECK_FALSE(colour_of(strange));
    }
    const auto read = read_text(qdc(element(kA, "A", "color='red'")));
    CHECK(read.codebook.codes()[0].colour.empty());
    REQUIRE(read.losses.size() == 1);
    CHECK_THAT(read.losses[0], Catch::Contains("“red”"));
}

TEST_CASE("what a codebook has beyond ours is named as a loss, once for all its codes") {
    const auto read = read_text(qdc(fmt::format(
        R"(<Code guid="{}" name="A" weight="3"><NoteRef targetGUID="x"/></Code><Code guid="{}" name="B" weight="4"/>)",
        kA, kB)));
    REQUIRE(read.losses.size() == 3);
    CHECK_THAT(read.losses[0], Catch::StartsWith("2 codes"));
    CHECK_THAT(read.losses[1], Catch::Contains("“NoteRef” of 1 code "));
    CHECK_THAT(read.losses[2], Catch::Contains("“weight” of 2 codes"));
    CHECK(read.codebook.codes()[0].codable);
}

TEST_CASE("brothers of one name are numbered and said, and a name that somebody chose stays") {
    const auto child = [](int last) {
        return element(fmt::format("0123ABCD-4567-89AB-CDEF-0123456789B{}", last).c_str(), "A");
    };
    const auto read = read_text(qdc(element(kA, "A", "", child(1) + child(2) + child(3)) + child(4) +
                                    element(kB, "A (2)") + child(5)));
    std::vector<std::string> paths;
    for (const auto& each : read.codebook.codes()) paths.push_back(read.codebook.path(each.id));
    CHECK(paths == std::vector<std::string>{"A", "A/A", "A/A (2)", "A/A (3)", "A (3)", "A (2)", "A (4)"});
    CHECK(read.losses.size() == 4);
}

TEST_CASE("sets: ours says what is exclusive, empty ones say nothing, others are losses") {
    const auto read = [](const std::string& sets) {
        return read_text(qdc(element(kA, "A") + element(kB, "B"), sets));
    };
    CHECK(read("<Sets/>").losses.empty());
    for (const char* head :
         {R"(guid="{1bff5af7-0508-4448-85ec-121002334cc3}" name="renamed")",
          R"(guid="0123ABCD-4567-89AB-CDEF-0123456789FF" name="Trialogue: mutually exclusive")"}) {
        const auto ours = read(
            fmt::format(R"(<Sets><Set {}><MemberCode guid="{}"/><MemberCode targetGUID="{}"/></Set></Sets>)",
                        head, kB, "0123ABCD-4567-89AB-CDEF-0123456789FF"));
        CHECK_FALSE(ours.codebook.codes()[0].exclusive);
        CHECK(ours.codebook.codes()[1].exclusive);
        REQUIRE(ours.losses.size() == 1);
        CHECK_THAT(ours.losses[0], Catch::Contains("0123456789FF"));
    }
    const auto other = read(R"(<Sets><Set guid="x" name="Belangrijk"/></Sets>)");
    REQUIRE(other.losses.size() == 1);
    CHECK_THAT(other.losses[0], Catch::Contains("“Belangrijk”"));
}

TEST_CASE("a file that is no codebook is refused with its place and a reason") {
    const support::TemporaryFolder folder;
    const auto refused = [&](const std::string& xml, const std::string& reason) {
        CAPTURE(xml.substr(0, 200), reason);
        const auto path = folder.file("bad.qdc", xml);
        try {
            (void)read_codebook(path);
            FAIL_CHECK("was accepted");
        } catch (const base::Error& error) {
            CHECK(error.kind() == base::ErrorKind::bad_input);
            CHECK_THAT(error.what(), Catch::Contains("bad.qdc") && Catch::Contains(reason));
        }
    };
    refused("", "XML");
    refused("PK\x03\x04 a zip", "XML");
    refused("<CodeBook><Codes>", "XML");
    refused("<!DOCTYPE x><CodeBook/>", "document type");
    refused("<Project/>", "<Project>");
    refused("<CodeBook/>", "no codes");
    refused(qdc(""), "no codes");
    refused(qdc("\n" + element("", "Naamloos")), "line 2: The code “Naamloos”");
    refused(qdc("<Code name='A' isCodable='true'/>"), "“A” has no GUID");
    refused(qdc(element("nonsense", "A")), "“nonsense”");
    refused(qdc("<Code guid='" + std::string(kA) + "' isCodable='true'/>"), "no name");
    refused(qdc(element(kA, "")), "no name");
    refused(qdc(element(kA, "Eerste") + "\n" + element("{0123abcd-4567-89ab-cdef-0123456789a1}", "Tweede")),
            "line 2: The codes “Eerste” and “Tweede”");
    refused(qdc(element(kA, "x&#1;")), "forbids");
    refused(qdc(element(kA, "x\xC3")), "forbids");
    refused(qdc(element(kA, "x", "", "<Description>\x02</Description>")), "forbids");

    std::string deep;
    for (std::size_t i = 0; i < 2000; ++i) deep += "<Code>";
    for (std::size_t i = 0; i < 2000; ++i) deep += "</Code>";
    refused(qdc(deep), "too deep");
}

TEST_CASE("a codebook that the format cannot hold is not written") {
    const auto refused = [](const Codebook& codebook) {
        CHECK_THROWS_AS(codebook_xml(codebook, "test"), base::Error);
    };
    refused(Codebook());
    refused(Codebook({code(1, 0, "")}));
    refused(Codebook({code(1, 0, std::string("a\0b", 3))}));
    refused(Codebook({code(1, 0, "a\x01")}));
    refused(Codebook({code(1, 0, "a\xEF\xBF\xBF")}));
    refused(Codebook({code(1, 0, "a\xFF")}));
    auto coloured = code(1, 0, "A");
    coloured.colour = "red";
    refused(Codebook({coloured}));
    auto described = code(1, 0, "A");
    described.when = std::string("a\0b", 3);
    refused(Codebook({described}));
}

TEST_CASE("a codebook is written as deep as it can be read, and no deeper") {
    const auto chain = [](std::int64_t depth) {
        std::vector<Code> codes;
        for (std::int64_t i = 1; i <= depth; ++i) {
            codes.push_back(code(i, i - 1, "n"));
            codes.back().guid.bytes.front() = static_cast<std::uint8_t>(i / 256);
            codes.back().definition = "d";
        }
        return Codebook(std::move(codes));
    };
    const auto deepest = static_cast<std::int64_t>(exchange::XmlDocument::kDeepest) - 5;
    check_equal(read_text(codebook_xml(chain(deepest), "test")).codebook, chain(deepest));
    CHECK_THROWS_WITH(codebook_xml(chain(deepest + 1), "test"), Catch::Contains("too deep"));
}

TEST_CASE("a missing file is said to be missing") {
    const support::TemporaryFolder folder;
    try {
        (void)read_codebook(folder / "none.qdc");
        FAIL("was read");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::not_found);
    }
}

TEST_CASE("real codebooks of Taguette are read whole and written as valid ones") {
    for (const auto& [file, count] : {std::pair{"refi/qdrF6VOIB8H_Steeves_FocusGroup_Codebook.qdc", 42u},
                                      std::pair{"refi/qdrF6VOIB8H_Steeves_Interview_Codebook.qdc", 58u}}) {
        if (!support::has_shared(file)) {
            WARN("skipped: no ../shared/data/" << file);
            continue;
        }
        CAPTURE(file);
        const auto read = read_codebook(support::shared_data(file));
        CHECK(read.losses.empty());
        CHECK(read.codebook.codes().size() == count);
        const auto xml = codebook_xml(read.codebook, "test");
        support::check_by_schema(xml, "refi/Codebook.xsd");
        check_equal(read_text(xml).codebook, read.codebook);
    }
}
