// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/encoding.h"

#include <rapidcheck.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"
#include "text/text.h"

namespace {

using namespace std::string_literals;
using text::decode;

/// The text in another encoding.
std::string encoded(const std::string& utf8, const char* encoding) {
    const auto units = icu::UnicodeString::fromUTF8(utf8);
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &status);
    REQUIRE(U_SUCCESS(status));
    std::string bytes(static_cast<std::size_t>(units.length()) * 8 + 16, '\0');
    const auto length = ucnv_fromUChars(converter, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                        units.getBuffer(), units.length(), &status);
    ucnv_close(converter);
    REQUIRE(U_SUCCESS(status));
    bytes.resize(static_cast<std::size_t>(length));
    return bytes;
}

void refuses(const std::string& bytes, const std::optional<std::string>& encoding = {}) {
    try {
        const auto decoded = decode(bytes, encoding);
        FAIL("taken as " + decoded.encoding);
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::bad_input);
        CHECK_FALSE(error.hint().empty());
    }
}

const std::string kDutch =
    "Interviewer: Hoe was dat voor jou?\nJIM: Nou, zo’n één keer per week zagen we elkaar – ’s avonds "
    "meestal. Ik zei: “Dat is oké, maar reëel is het niet.”\nOuder: Het kostte € 25, en de coördinator "
    "vond dat het geïntegreerd moest worden…\n";

}  // namespace

TEST_CASE("An empty file is an empty UTF-8 text of which nothing is assumed") {
    const auto decoded = decode("");
    CHECK(decoded.utf8.empty());
    CHECK(decoded.encoding == "UTF-8");
    CHECK_FALSE(decoded.assumed);
    CHECK(decode("\xEF\xBB\xBF").utf8.empty());
}

TEST_CASE("Valid UTF-8 is certain, with and without its mark") {
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
        const auto decoded = decode(mark + kDutch);
        CHECK(decoded.utf8 == kDutch);
        CHECK(decoded.encoding == "UTF-8");
        CHECK_FALSE(decoded.assumed);
        CHECK(decoded.replaced == 0);
        CHECK_FALSE(decoded.looks_mangled);
    }
}

TEST_CASE("A byte order mark decides, also against the encoding that was asked for") {
    for (const char* encoding : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"}) {
        CAPTURE(encoding);
        for (const std::optional<std::string>& asked : {std::optional<std::string>{}, {"windows-1252"}}) {
            const auto decoded = decode(encoded("\uFEFF" + kDutch + "😀", encoding), asked);
            CHECK(decoded.utf8 == kDutch + "😀");
            CHECK(decoded.encoding == encoding);
            CHECK_FALSE(decoded.assumed);
        }
    }
}

TEST_CASE("A mark of UTF-16 before single bytes is not believed") {
    for (const std::string mark : {"\xFF\xFE", "\xFE\xFF"}) {
        const auto decoded = decode(mark + "I: Hoe gaat het?\nM: Goed, één keer per week.\n");
        CHECK(decoded.utf8 == "I: Hoe gaat het?\nM: Goed, één keer per week.\n");
        CHECK(decoded.encoding == "UTF-8");
        CHECK(decoded.assumed);
        CHECK(decode(mark + "M: E\xE9n keer per week.\n").utf8 == "M: Eén keer per week.\n");
        CHECK(decode(mark).utf8.empty());
    }
    const auto chinese = decode(encoded("\uFEFF好的没问题", "UTF-16LE"));
    CHECK(chinese.utf8 == "好的没问题");
    CHECK_FALSE(chinese.assumed);
}

TEST_CASE("Halves of surrogate pairs that were written as characters leave a text UTF-8") {
    const auto decoded = decode("Één \xED\xA0\xBD\xED\xB8\x80 keer.\n");
    CHECK(decoded.encoding == "UTF-8");
    CHECK(decoded.utf8.starts_with("Één \uFFFD"));
    CHECK(decoded.replaced == 6);
    // In Windows-1252 these bytes are letters.
    CHECK(decode("Marti\xADn y Jes\xFAs, \xED\xED \xE9\n").encoding == "windows-1252");
}

TEST_CASE("UTF-16 without a mark is known by the places of its NULs") {
    for (const std::string& content :
         {kDutch, "Да, конечно.\nНет."s, "私は、そう思います。\nはい。\n"s, "hi"s}) {
        for (const char* encoding : {"UTF-16LE", "UTF-16BE"}) {
            CAPTURE(content, encoding);
            const auto decoded = decode(encoded(content, encoding));
            CHECK(decoded.utf8 == content);
            CHECK(decoded.encoding == encoding);
            CHECK(decoded.assumed);
            CHECK(decoded.nul == 0);
        }
    }
}

TEST_CASE("A Dutch Windows-1252 file is read as such, however few its accents") {
    for (const std::string content :
         {"één",
          "Zo’n jongen",
          "“Ja”",
          "“ja”",
          "‘ja’",
          "’s avonds",
          "reëel",
          "€ 25",
          "25 €.",
          "oké…",
          "nee – toch",
          "à la carte",
          "Ik heb 2 zoons en één dochter",
          "I: Hoe oud ben je?\nJ: Ik ben zestien, mijn zus is één jaar ouder.",
          "Eén keer; coördinatie, naïef, crème, enquête, façade, Curaçao, überhaupt",
          "É",
          "ÉÉN KEER",
          "CAFÉ",
          "foto’s en baby’s",
          "met z’n drieën—zo zei hij",
          "Beyoncé",
          "5 °C",
          "½ uur",
          "hij zei:…",
          "patiënt ·",
          "gecoördineerd\u00A0door"}) {
        CAPTURE(content);
        const auto decoded = decode(encoded(content, "windows-1252"));
        CHECK(decoded.utf8 == content);
        CHECK(decoded.encoding == "windows-1252");
        CHECK(decoded.assumed);
    }
}

TEST_CASE("Any sentence of Dutch words in Windows-1252 is read as such") {
    const std::vector<std::string> words{"één",     "reëel",   "zo’n",    "de",  "jongen", "vader",
                                         "€ 10",    "“ja”",    "oké",     "’s",  "foto’s", "ideeën",
                                         "–",       "té",      "patiënt", "hè",  "weet…",  "naïef",
                                         "ouders,", "crèche.", "kreeg",   "Zoë", "vóór",   "‘goed’"};
    CHECK(rc::check([&] {
        const auto picks = *rc::gen::nonEmpty(
            rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, words.size())));
        std::string sentence;
        for (const std::size_t pick : picks) sentence += words[pick] + (pick % 5 == 0 ? "\n" : " ");
        const auto decoded = decode(encoded(sentence, "windows-1252"));
        RC_ASSERT(decoded.utf8 == sentence);
    }));
}

TEST_CASE("Mac Roman is read where its letters stand where letters belong") {
    for (const std::string& content : {kDutch, "één keer"s, "Zo’n caf\u00E9"s, "reëel en naïef"s,
                                       "hij zei: “Ja, oké.”"s, "crème brûlée"s, "coördinator van ideeën"s}) {
        CAPTURE(content);
        const auto decoded = decode(encoded(content, "macintosh"));
        CHECK(decoded.utf8 == content);
        CHECK(decoded.encoding == "macintosh");
        CHECK(decoded.assumed);
    }
}

TEST_CASE("A file of DOS is read where its letters stand where letters belong") {
    const std::string content = "één keer per week, een goed idee van de coördinator, reëel en geïntegreerd";
    const auto decoded = decode(encoded(content, "IBM850"));
    CHECK(decoded.utf8 == content);
    CHECK(decoded.encoding == "IBM850");
}

TEST_CASE("Other alphabets are known by statistics of their languages") {
    const std::string russian =
        "Интервьюер: Как часто вы встречались с ним?\nОтвет: Примерно раз в неделю, обычно по вечерам. Он "
        "мне "
        "очень помог, и я ему доверяю больше, чем другим.\n";
    const std::string japanese =
        "質問：どのくらいの頻度で会っていましたか。\n回答：週に一回ぐらい、だいたい夜に会っていました。とても"
        "助けて"
        "もらいました。\n";
    const std::string chinese =
        "问：你们多久见一次面？\n答：大概每个星期一次，一般是晚上。他帮了我很多忙，我很相信他。\n";
    const std::string traditional =
        "問：你們多久見一次面？\n答：大概每個星期一次，一般是晚上。他幫了我很多忙，我很相信他。\n";
    const std::string greek =
        "Πόσο συχνά τον συναντούσατε; Περίπου μία φορά την εβδομάδα, συνήθως το βράδυ. Με βοήθησε πάρα πολύ "
        "και "
        "τον εμπιστεύομαι.\n";
    const std::string polish =
        "Jak często się z nim spotykałeś? Mniej więcej raz w tygodniu, zwykle wieczorem. Bardzo mi pomógł i "
        "ufam mu "
        "bardziej niż innym, bo zawsze mówił prawdę i słuchał, co miałem do powiedzenia.\n";
    const std::vector<std::pair<std::string, const char*>> cases{
        {russian, "windows-1251"}, {russian, "KOI8-R"},     {russian, "ISO-8859-5"}, {japanese, "Shift_JIS"},
        {japanese, "EUC-JP"},      {chinese, "GB18030"},    {traditional, "Big5"},   {greek, "windows-1253"},
        {polish, "ISO-8859-2"},    {polish, "windows-1250"}};
    for (const auto& [content, encoding] : cases) {
        CAPTURE(encoding);
        const auto decoded = decode(encoded(content, encoding));
        CHECK(decoded.utf8 == content);
        CHECK(decoded.assumed);
        CHECK(decoded.replaced == 0);
    }
}

TEST_CASE("The encoding that was asked for is used and is no assumption") {
    const auto decoded = decode("caf\x8E", "mac");
    CHECK(decoded.utf8 == "café");
    CHECK(decoded.encoding == "macintosh");
    CHECK_FALSE(decoded.assumed);
    CHECK(decode("caf\xE9", "latin1").encoding == "ISO-8859-1");
    CHECK(decode("caf\xE9", "cp1252").encoding == "windows-1252");
    CHECK(decode("a\0b\0"s, "UTF-16LE").utf8 == "ab");
}

TEST_CASE("Bytes that are no character are replaced and counted") {
    const auto utf8 = decode("goed \xE9\xE9n fout", "UTF-8");
    CHECK(utf8.utf8 == "goed \uFFFD\uFFFDn fout");
    CHECK(utf8.replaced == 2);
    const auto utf16 = decode("a\0\x00\xD8z\0"s, "UTF-16LE");
    CHECK(utf16.utf8 == "a\uFFFDz");
    CHECK(utf16.replaced == 1);
    const auto cut = decode(
        "\xFF\xFE"
        "a\0b"s);
    CHECK(cut.utf8 == "a\uFFFD");
    CHECK(cut.replaced == 1);
}

TEST_CASE("A few broken bytes among many good ones do not make a UTF-8 file something else") {
    std::string bytes;
    for (int i = 0; i < 20; ++i) bytes += "één reëel idee ";
    bytes += "\xE9";
    const auto decoded = decode(bytes);
    CHECK(decoded.encoding == "UTF-8");
    CHECK(decoded.assumed);
    CHECK(decoded.replaced == 1);
}

TEST_CASE("An unknown encoding is refused with proposals") {
    refuses("tekst", "klingon-8");
    refuses("tekst", "");
}

TEST_CASE("Line ends become LF and are counted") {
    const auto decoded = decode("a\r\nb\rc\nd\r\r\n");
    CHECK(decoded.utf8 == "a\nb\nc\nd\n\n");
    CHECK(decoded.line_ends == 4);
    CHECK(decode("a\nb\n").line_ends == 0);
}

TEST_CASE("NULs are left out and counted; other characters stay as found") {
    const auto decoded = decode("een \0tekst\0"s);
    CHECK(decoded.utf8 == "een tekst");
    CHECK(decoded.nul == 2);
    CHECK(decoded.encoding == "UTF-8");
    const std::string odd = "nbsp\u00A0 shy\u00AD ls\u2028 zw\u200B bom\uFEFF tab\t ff\f e\u0301";
    CHECK(decode(odd).utf8 == odd);
    CHECK(decode("tekst" + std::string(4096, '\0')).utf8 == "tekst");
}

TEST_CASE("A mark amid the text of a converted file stays, one at its head goes") {
    CHECK(text::normalised("\uFEFFa\uFEFFb\r\n\0"s).utf8 == "a\uFEFFb\n");
    CHECK(text::normalised("\uFEFF\uFEFF\uFEFFa").utf8 == "a");
    CHECK(text::normalised("\0\0\uFEFFa"s).utf8 == "a");
    CHECK(decode("\uFEFF\0\uFEFF\uFEFFa"s).utf8 == "a");
    CHECK(text::normalised("a\xFFz").replaced == 1);
    CHECK(text::normalised("a\r\nb\0"s).nul == 1);
    CHECK(text::normalised("a\r\nb").line_ends == 1);
}

TEST_CASE("UTF-8 that was read as Windows-1252 is said to look so") {
    CHECK(decode("Ã©Ã©n keer").looks_mangled);
    CHECK(decode("zoâ€™n").looks_mangled);
    CHECK(decode("â‚¬ 25").looks_mangled);
    CHECK(decode("ï»¿<?xml").looks_mangled);
    CHECK(decode("Â½ uur").looks_mangled);
    CHECK_FALSE(decode("één château, “Âge” en Ångström; SÃO").looks_mangled);
}

TEST_CASE("Content that is no text is refused") {
    refuses("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0"s);
    refuses("PK\x03\x04\x14\0\0\0\x08\0"s);
    refuses("SQLite format 3\0\x10\0\x01\x01\0@  \0\0"s);
    refuses("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s);
    refuses("%PDF-1.7\n");
    refuses(std::string(100, '\0'));
    std::string noise;
    for (unsigned i = 0, x = 1; i < 5000; ++i, x = x * 1664525U + 1013904223U)
        noise += static_cast<char>(x >> 24);
    refuses(noise);
    refuses(noise, "windows-1252");
}

TEST_CASE("No bytes at all crash the decoder, and what it gives is a text") {
    CHECK(rc::check([] {
        const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        try {
            const auto decoded = decode(bytes);
            const text::Text text(decoded.utf8);
            RC_ASSERT(decoded.utf8.find_first_of("\r\0"s) == std::string::npos);
        } catch (const base::Error& error) {
            RC_ASSERT(error.kind() == base::ErrorKind::bad_input);
        }
    }));
}

TEST_CASE("Characters beyond the first plane survive the steps of the conversion") {
    std::string content;
    for (int i = 0; i < 3000; ++i) content += i % 3 == 0 ? "a😀" : "😀";
    CHECK(decode(encoded("\uFEFF" + content, "UTF-16LE")).utf8 == content);
    CHECK(decode(encoded("\uFEFFb" + content, "UTF-16BE")).utf8 == "b" + content);
}

TEST_CASE("Real files in several encodings give the same text as their UTF-8 twins") {
    if (!support::has_shared("transcripts/nl_ifadv/derived")) {
        WARN("skipped: no ../shared/data/transcripts/nl_ifadv");
        return;
    }
    const auto read = [](const std::string& name) {
        return decode(support::content_of(support::shared_data("transcripts/nl_ifadv/derived/" + name)));
    };
    for (const std::string name : {"DVA24AK.txt", "DVA3E.txt"}) {
        const auto windows = read("txt_cp1252_crlf/" + name);
        CHECK(windows.encoding == "windows-1252");
        CHECK(windows.utf8 == read("txt/" + name).utf8);
        CHECK(windows.line_ends > 100);
    }
    for (const std::string name : {"DVA6H.txt", "DVA3E.txt"}) {
        const auto wide = read("txt_utf16le_bom/" + name);
        CHECK(wide.encoding == "UTF-16LE");
        CHECK_FALSE(wide.assumed);
        CHECK(wide.utf8 == read("txt/" + name).utf8);
    }
}

TEST_CASE("Real Japanese in EUC-JP is recognised") {
    if (!support::has_shared("transcripts/ja_realpersonachat/derived")) {
        WARN("skipped: no ../shared/data/transcripts/ja_realpersonachat");
        return;
    }
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(
             support::shared_data("transcripts/ja_realpersonachat/derived"))) {
        CAPTURE(entry.path().filename().string());
        const auto decoded = decode(support::content_of(entry.path()));
        const bool euc = entry.path().string().find("euc_jp") != std::string::npos;
        CHECK(decoded.encoding == (euc ? "EUC-JP" : "UTF-8"));
        CHECK(decoded.replaced == 0);
        ++files;
    }
    CHECK(files == 12);
}

TEST_CASE("Real transcripts with damaged accents are said to look mangled, repaired ones not") {
    if (!support::has_shared("transcripts/nl_tweedekamer_xml/derived")) {
        WARN("skipped: no ../shared/data/transcripts/nl_tweedekamer_xml");
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator(
             support::shared_data("transcripts/nl_tweedekamer_xml/derived"))) {
        CAPTURE(entry.path().filename().string());
        const std::string bytes = support::content_of(entry.path());
        const bool damaged = entry.path().string().find("mojibake") != std::string::npos;
        const bool has_accents = bytes.find('\xC3') != std::string::npos;
        CHECK(decode(bytes).looks_mangled == (damaged && has_accents));
    }
}
