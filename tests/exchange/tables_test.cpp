// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/tables.h"

#include <catch2/catch.hpp>
#include <ctime>
#include <string>
#include <vector>

#include "base/error.h"
#include "exchange/in/tables_attributes.h"
#include "support/temporary_folder.h"

namespace {

using exchange::inferred_type;
using model::AttributeType;

exchange::ParticipantTable participants(const std::string& bytes) {
    const support::TemporaryFolder folder;
    return exchange::read_participants(folder.file("participants.csv", bytes));
}

exchange::CodingTable codings(const std::string& bytes) {
    const support::TemporaryFolder folder;
    return exchange::read_codings(folder.file("codings.csv", bytes));
}

template <class Read>
void refuses(Read read, const std::string& bytes, const std::vector<std::string>& words) {
    CAPTURE(bytes);
    try {
        (void)read(bytes);
        FAIL_CHECK("accepted");
    } catch (const base::Error& error) {
        CHECK(error.kind() == base::ErrorKind::bad_input);
        CHECK_THAT(error.what(), Catch::Contains(".csv"));
        for (const std::string& word : words) CHECK_THAT(error.what(), Catch::Contains(word));
    }
}

}  // namespace

TEST_CASE("participants.csv says who is who in each file") {
    const auto table = participants(
        "file,participant,role,triad,age\n"
        "T1_jongere.docx,T1-jongere,youth,1,15\n"
        "T1_ouder.docx, T1-ouder ,parent,1,\n");
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].file == "T1_jongere.docx");
    CHECK(table.rows[0].participant == "T1-jongere");
    CHECK(table.rows[0].role == "youth");
    CHECK(table.rows[0].triad == "1");
    CHECK(table.rows[0].speaker.empty());
    CHECK_FALSE(table.rows[0].interviewer);
    CHECK(table.rows[0].line == 2);
    CHECK(table.rows[1].participant == "T1-ouder");
    REQUIRE(table.attributes.size() == 1);
    CHECK(table.attributes[0] == std::pair<std::string, AttributeType>{"age", AttributeType::number});
    CHECK(table.rows[0].attributes == std::vector<std::string>{"15"});
    CHECK(table.rows[1].attributes == std::vector<std::string>{""});
}

TEST_CASE("The headers may be Dutch, and the columns in any order") {
    const auto table =
        participants("leeftijd;Rol;Deelnemer;Bestand;Triade;Spreker\n15,5;ouder;O1;a.txt;T1;M\n;;;;;\n");
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].file == "a.txt");
    CHECK(table.rows[0].participant == "O1");
    CHECK(table.rows[0].role == "ouder");
    CHECK(table.rows[0].triad == "T1");
    CHECK(table.rows[0].speaker == "M");
    CHECK(table.rows[0].attributes == std::vector<std::string>{"15.5"});
}

TEST_CASE("A label with the role “-” is an interviewer and no participant") {
    const auto table =
        participants("file,participant,role,speaker\na.txt,,-,I\na.txt,Iemand,-,I2\na.txt,P,JIM,X\n");
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].interviewer);
    CHECK(table.rows[0].speaker == "I");
    CHECK(table.rows[0].role.empty());
    CHECK(table.rows[1].participant.empty());
    CHECK_FALSE(table.rows[2].interviewer);
}

TEST_CASE("Rows that do not say who is who are refused with their place") {
    refuses(participants, "participant,role\nP,JIM\n", {"“file”"});
    refuses(participants, "bestand,rol\na,JIM\n", {"“participant”"});
    refuses(participants, "file,participant\n,P\n", {"line 2", "“file”"});
    refuses(participants, "bestand;deelnemer\na;P\nb; \n", {"line 3", "“deelnemer”"});
    refuses(participants, "file,participant,role\na,,-\n", {"line 2", "“speaker”"});
    refuses(participants, "file,bestand,participant\na,b,c\n", {"“file”", "“bestand”"});
    refuses(participants, "file,participant,age,age:number\na,b,1,2\n", {"“age”"});
}

TEST_CASE("A type in the header holds against the look of the values") {
    const auto table = participants("file,participant,phase:text,age:Number,naam: voluit\na,P,1,08,x\n");
    REQUIRE(table.attributes.size() == 3);
    CHECK(table.attributes[0] == std::pair<std::string, AttributeType>{"phase", AttributeType::text});
    CHECK(table.attributes[1] == std::pair<std::string, AttributeType>{"age", AttributeType::number});
    CHECK(table.attributes[2] == std::pair<std::string, AttributeType>{"naam: voluit", AttributeType::text});
    refuses(participants, "file,participant,age:number\na,P,15\nb,Q,vijftien\n",
            {"line 3", "“age:number”", "“vijftien”", "number"});
    refuses(participants, "file,participant,geboren:datum\na,P,31-02-2010\n", {"line 2", "date"});
}

TEST_CASE("The type of an attribute is that of all its values") {
    CHECK(inferred_type({}) == AttributeType::text);
    CHECK(inferred_type({"", ""}) == AttributeType::text);
    CHECK(inferred_type({"1", "", "2,5", "-3.25"}) == AttributeType::number);
    CHECK(inferred_type({"1", "twee"}) == AttributeType::text);
    CHECK(inferred_type({"0", "0,5", "10"}) == AttributeType::number);
    CHECK(inferred_type({"007", "12"}) == AttributeType::text);
    CHECK(inferred_type({"ja", "Nee", ""}) == AttributeType::boolean);
    CHECK(inferred_type({"true", "FALSE", "yes", "no"}) == AttributeType::boolean);
    CHECK(inferred_type({"ja", "misschien"}) == AttributeType::text);
    CHECK(inferred_type({"2010-02-28", "1-3-2011"}) == AttributeType::date);
    CHECK(inferred_type({"2010-02-30"}) == AttributeType::text);
    CHECK(inferred_type({"1.250,5"}) == AttributeType::text);
    CHECK(inferred_type({"1e5"}) == AttributeType::text);
    CHECK(inferred_type({"12-15"}) == AttributeType::text);
}

TEST_CASE("Thousands of attributes take no longer each than a few do") {
    std::string csv = "file,participant";
    for (int i = 0; i < 20000; ++i) csv += ",c" + std::to_string(i);
    csv += "\na,b,1\n";
    const auto begin = std::clock();
    const auto table = participants(csv);
    CHECK(table.attributes.size() == 20000);
    CHECK(table.rows.at(0).attributes.at(0) == "1");
    CHECK(table.attributes.back().first == "c19999");
    // Where each column looks at all others, this takes minutes.
    CHECK(std::clock() - begin < 10 * CLOCKS_PER_SEC);
}

TEST_CASE("A table of codings is read with places, quotes and memos") {
    const auto table = codings(
        "source,begin,end,quote,code,coder,created,turn,speaker,memo,colour\n"
        "T1,10,25,\" ja, hij \",Rechten/Afspraken,Anna,2026-11-22T17:36:54Z,,,,red\n"
        "T1,,,\"zei \"\"nee\"\"\",Plichten,settled,,3,X,let op,\n"
        "T2,,,,Betekenis,,2026-11-22,,,,\n");
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].begin == 10);
    CHECK(table.rows[0].end == 25);
    CHECK(table.rows[0].quote == " ja, hij ");
    CHECK(table.rows[0].code == "Rechten/Afspraken");
    CHECK(table.rows[0].coder == "Anna");
    CHECK(table.rows[0].created == "2026-11-22T17:36:54Z");
    CHECK_FALSE(table.rows[0].turn);
    CHECK_FALSE(table.rows[1].begin);
    CHECK(table.rows[1].quote == "zei \"nee\"");
    CHECK(table.rows[1].turn == 3);
    CHECK(table.rows[1].speaker == "X");
    CHECK(table.rows[1].memo == "let op");
    CHECK(table.rows[2].quote.empty());
    CHECK(table.rows[2].line == 4);
}

TEST_CASE("A table of codings may have Dutch headers and few columns") {
    const auto table =
        codings("bron;begin;einde;citaat;code;codeur;gemaakt;beurt;memo\nT1;0;4;één;X;A;;1;m\n");
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].source == "T1");
    CHECK(table.rows[0].end == 4);
    CHECK(table.rows[0].quote == "één");
    CHECK(table.rows[0].coder == "A");
    CHECK(table.rows[0].turn == 1);
    CHECK(codings("code,source\nX,T1\n").rows.size() == 1);
}

TEST_CASE("A star is a 1 or a yes in its column, and none where the column is missing") {
    const auto table = codings("source,code,star\nT1,X,1\nT1,X,\nT1,X,0\nT1,X,ja\nT1,X,false\n");
    std::vector<bool> stars;
    for (const auto& row : table.rows) stars.push_back(row.star);
    CHECK(stars == std::vector<bool>{true, false, false, true, false});
    CHECK(codings("bron,code,ster\nT1,X,1\n").rows.at(0).star);
    CHECK_FALSE(codings("bron,code\nT1,X\n").rows.at(0).star);
}

TEST_CASE("Codings without a place that can be read are refused with file, line and column") {
    refuses(codings, "source,quote\nT1,x\n", {"“code”"});
    refuses(codings, "quote,code\nx,X\n", {"“source”"});
    refuses(codings, "source,code\nT1,X\nT1,\n", {"line 3", "“code”"});
    refuses(codings, "source,code\n,X\n", {"line 2", "“source”"});
    refuses(codings, "source,begin,end,code\nT1,5,,X\n", {"line 2", "“end”"});
    refuses(codings, "source,begin,end,code\nT1,,5,X\n", {"line 2", "“begin”"});
    refuses(codings, "source,begin,code\nT1,5,X\n", {"line 2", "“end”"});
    refuses(codings, "source,begin,end,code\nT1,9,5,X\n", {"line 2", "“end”", "9", "5"});
    refuses(codings, "source,begin,end,code\nT1,5,5,X\n", {"line 2", "“end”"});
    refuses(codings, "bron,begin,einde,code\nT1,5,x9,X\n", {"line 2", "“einde”", "x9"});
    refuses(codings, "source,begin,end,code\nT1,-1,5,X\n", {"line 2", "“begin”"});
    refuses(codings, "source,begin,end,code\nT1,1.5,5,X\n", {"“begin”"});
    refuses(codings, "source,begin,end,code\nT1,1,99999999999999999999,X\n", {"“end”"});
    refuses(codings, "source,turn,code\nT1,0,X\n", {"line 2", "“turn”"});
    refuses(codings, "source,code,star\nT1,X,2\n", {"line 2", "“star”", "“2”"});
    refuses(codings, "source,created,code\nT1,gisteren,X\n", {"line 2", "“created”"});
    refuses(codings, "source,created,code\nT1,2026-13-22T17:36:54Z,X\n", {"line 2", "“created”"});
}
