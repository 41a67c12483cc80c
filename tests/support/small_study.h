// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "support/program.h"

namespace support {

inline constexpr const char* kMoeder =
    "I: Hoe ging dat?\n"
    "M: Ik wist meteen wie het moest worden.\n"
    "I: En nu?\n"
    "M: Nu helpt hij mij met alles. Ik ben blij met hem.\n"
    "I: Dank je wel.\n"
    "M: Graag gedaan.\n";
inline constexpr const char* kJongere =
    "I: Wie is jouw JIM?\n"
    "J: Mijn oom. Ik heb hem zelf gevraagd.\n"
    "I: En nu?\n"
    "J: Hij helpt mij met school.\n"
    "I: Dank je wel.\n"
    "J: Oké, doei.\n";
inline constexpr const char* kJim =
    "I: Wat zei u?\n"
    "R: Ik zei gewoon ja.\n"
    "I: En wat doet u nu?\n"
    "R: Ik help hem met zijn huiswerk.\n"
    "I: Dank u wel.\n"
    "R: Tot ziens.\n";

inline constexpr const char* kParticipants =
    "file,participant,role,triad,speaker,age:number\n"
    "T1_moeder,,-,,I,\n"
    "T1_moeder,T1-moeder,ouder,T1,M,44\n"
    "T1_jongere,,-,,I,\n"
    "T1_jongere,T1-jongere,jongere,T1,J,16\n"
    "T1_JIM,,-,,I,\n"
    "T1_JIM,T1-JIM,JIM,T1,R,51\n";

inline constexpr const char* kCodings =
    "source,begin,end,quote,code,coder,created\n"
    "T1_moeder,,,Ik wist meteen wie het moest worden.,Actie/Proactief,Anna,2026-01-02T03:04:05Z\n"
    "T1_moeder,,,Nu helpt hij mij met alles.,Plichten/Hulp,Anna,2026-01-02T03:04:06Z\n"
    "T1_jongere,,,Ik heb hem zelf gevraagd.,Actie/Proactief,Anna,2026-01-02T03:04:07Z\n"
    "T1_jongere,,,Hij helpt mij met school.,Plichten/Hulp,Bram,2026-01-02T03:04:08Z\n"
    "T1_JIM,,,Ik zei gewoon ja.,Actie/Behoedzaam,Bram,2026-01-02T03:04:09Z\n";

inline constexpr const char* kCodebook = R"(<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="test">
  <Codes>
    <Code guid="11111111-1111-4111-8111-111111111111" name="Actie" isCodable="false">
      <Code guid="11111111-1111-4111-8111-111111111112" name="Proactief" isCodable="true"/>
      <Code guid="11111111-1111-4111-8111-111111111113" name="Behoedzaam" isCodable="true"/>
    </Code>
    <Code guid="11111111-1111-4111-8111-111111111121" name="Plichten" isCodable="false">
      <Code guid="11111111-1111-4111-8111-111111111122" name="Hulp" isCodable="true"/>
    </Code>
  </Codes>
</CodeBook>
)";

/// Puts the files of a small study into the program's folder: three interviews of one triad, who is who,
/// a codebook, and codings of two coders.
inline void put_small_files(const Program& program) {
    program.file("T1_moeder.txt", kMoeder);
    program.file("T1_jongere.txt", kJongere);
    program.file("T1_JIM.txt", kJim);
    program.file("participants.csv", kParticipants);
    program.file("codings.csv", kCodings);
    program.file("codebook.qdc", kCodebook);
}

/// The same as a study S.trialogue.
inline void make_small_study(const Program& program) {
    put_small_files(program);
    const Ran made = program.run({"new", "S", "--codebook", "codebook.qdc"});
    const Ran imported = program.run({"import", "S", "T1_moeder.txt", "T1_jongere.txt", "T1_JIM.txt",
                                      "--participants", "participants.csv", "--codings", "codings.csv"});
    if (made.exit_code != 0 || imported.exit_code != 0) {
        throw std::runtime_error(made.error + imported.error);
    }
}

}  // namespace support
