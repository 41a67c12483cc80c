// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml.h"

#include <catch2/catch.hpp>

#include "base/error.h"

using exchange::XmlDocument;

namespace {

/// The message with which the bytes are refused; fails the test where they are not.
std::string refusal(const std::string& bytes) {
    try {
        const XmlDocument document(bytes, "a.xml", "part.xml");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::bad_input);
        CHECK_FALSE(error.hint().empty());
        const std::string message = error.what();
        CHECK(message.find("a.xml (in part.xml)") == 0);
        return message;
    }
    FAIL("was accepted: " << bytes.substr(0, 200));
    return {};
}

std::string nested(std::size_t levels) {
    std::string xml;
    for (std::size_t i = 0; i < levels; ++i) xml += "<a>";
    for (std::size_t i = 0; i < levels; ++i) xml += "</a>";
    return xml;
}

}  // namespace

TEST_CASE("names are compared without their prefix") {
    const XmlDocument document(R"(<w:a xmlns:w="u" xmlns:id="v" w:id="1"><b/><x:b y="2"/></w:a>)", "a.xml");
    CHECK(exchange::local_name(document.root()) == "a");
    CHECK(exchange::attribute(document.root(), "id") == "1");
    CHECK(exchange::attribute(document.root(), "other").empty());
    CHECK_FALSE(exchange::has_attribute(document.root(), "other"));
    CHECK(std::string(exchange::child(document.root(), "b").name()) == "b");
    CHECK_FALSE(exchange::child(document.root(), "c"));
}

TEST_CASE("white space, CDATA and references are kept as text") {
    const XmlDocument document("<a> <![CDATA[<b>]]>&#233;&amp;\n<c>no</c></a>", "a.xml");
    CHECK(exchange::text_of(document.root()) == " <b>é&\n");
}

TEST_CASE("an error names file, part and line") {
    const XmlDocument document("<?xml version=\"1.0\"?>\n<a>\n  <b/>\n</a>", "a.xml", "p");
    const auto error = document.error_at(exchange::child(document.root(), "b"), "Wrong.", "Do it.");
    CHECK(std::string(error.what()) == "a.xml (in p), line 3: Wrong.");
    CHECK(error.hint() == "Do it.");
    const XmlDocument bare("<a/>", "a.xml");
    CHECK(std::string(bare.error_at(bare.root(), "Wrong.").what()) == "a.xml, line 1: Wrong.");
}

TEST_CASE("what is not well-formed is refused with its line") {
    CHECK(refusal("<a>\n<b>\n</a>").find("line 3") != std::string::npos);
    CHECK(refusal("<a>\n<b").find("line 2") != std::string::npos);
    refusal("");
    refusal("no xml");
    refusal("<a></a");
    refusal("<a b=c/>");
}

TEST_CASE("a document type declaration is refused, and with it every entity") {
    CHECK(refusal("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"bb\">]>\n<a>&b;</a>").find("line 2") !=
          std::string::npos);
    refusal("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>");
    refusal("<!DOCTYPE a [<!ENTITY b \"bb\"");
    refusal("<a><!DOCTYPE a></a>");
}

TEST_CASE("deep nesting is refused and does not overflow the stack") {
    CHECK_NOTHROW(XmlDocument(nested(1000), "a.xml"));
    CHECK(refusal(nested(1002)).find("too deep") != std::string::npos);
    CHECK(refusal(nested(10'000)).find("too deep") != std::string::npos);
    CHECK(refusal(nested(1'000'000)).find("too deep") != std::string::npos);
}

TEST_CASE("characters that no text can hold are refused") {
    refusal(std::string("<a>\nb\0</a>", 10));
    refusal("<a>\xC3</a>");
    refusal("<a>\xED\xA0\x80</a>");
    for (const std::string reference : {"&#0;", "&#x00;", "&#xD800;", "&#1114112;", "&#99999999999;"}) {
        CHECK(refusal("<a>\n" + reference + "</a>").find("line 2") != std::string::npos);
    }
    CHECK_NOTHROW(XmlDocument("<a>&#x1F600; &#; &#q;</a>", "a.xml"));
}

TEST_CASE("the encoding is that of the mark or of the declaration") {
    const auto text = [](const std::string& bytes) {
        return exchange::text_of(XmlDocument(bytes, "a.xml").root());
    };
    const auto utf16 = [](const std::string& ascii, bool little) {
        std::string bytes;
        for (const char c : ascii) bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
        return bytes;
    };
    CHECK(text("\xEF\xBB\xBF<a>\xC3\xA9</a>") == "é");
    CHECK(text("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\xE9\x80</a>") == "é€");
    CHECK(text("<?xml version='1.0' encoding='UTF-16'?><a>\xC3\xA9</a>") == "é");
    CHECK(text("\xFF\xFE" + utf16("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>b</a>", true)) == "b");
    CHECK(text("\xFE\xFF" + utf16("<a>b</a>", false)) == "b");
    CHECK(text(utf16("<a>b</a>", true)) == "b");
    CHECK(text(utf16("<a>b</a>", false)) == "b");
    CHECK(refusal("\xFF\xFE" + utf16("<a>\n<b></a>", true)).find("line 2") != std::string::npos);
    refusal("<?xml version='1.0' encoding='klingon'?><a/>");
    refusal(utf16("<a>b", true) + std::string("\0\0", 2) + utf16("</a>", true));
}
