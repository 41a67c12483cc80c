// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/translate.h"
#include "text/turns.h"

namespace search {

/// What a query can ask of a hit beside its words.
enum class FieldId : std::uint8_t {
    role,
    participant,
    triad,
    source,
    speaker,
    attribute,
    code,
    dimension,
    turn_code,
    coder,
    date,
    turn,
    time,
    memo,
    definition,
    value,
};

/// How what stands behind a field is read.
enum class FieldKind : std::uint8_t {
    name,     ///< a name of the study, * and ? stand for letters
    code,     ///< a code's path
    numbers,  ///< a number or a range
    times,    ///< a time or a range
    dates,    ///< a day, month, year or a range
    words,    ///< what is searched in another text than the transcripts
};

/// Whose operators and fields are printed.
enum class Keywords : std::uint8_t { english, dutch };

/// One row of the table from which parser, help and manual are made.
struct Field {
    FieldId id;
    FieldKind kind;
    const char* name;           ///< as it is printed: "role"
    const char* dutch;          ///< "rol"
    const char* example;        ///< a query with it
    const char* dutch_example;  ///< the same query in Dutch
    const char* what;           ///< what it finds, a sentence (a message of the catalogue)
};

inline constexpr std::array kFields{
    Field{FieldId::role, FieldKind::name, "role", "rol", "role:ouder vertrouwen", "rol:ouder vertrouwen",
          base::msg("said by a participant with this role")},
    Field{FieldId::participant, FieldKind::name, "participant", "deelnemer", "participant:T1-* school",
          "deelnemer:T1-* school", base::msg("said by this participant")},
    Field{FieldId::triad, FieldKind::name, "triad", "triade", "triad:T2 school", "triade:T2 school",
          base::msg("said by a participant of this triad")},
    Field{FieldId::source, FieldKind::name, "source", "bron", "source:T1_moeder school",
          "bron:T1_moeder school", base::msg("in this source")},
    Field{FieldId::speaker, FieldKind::name, "speaker", "spreker", "speaker:interviewer JIM",
          "spreker:interviewer JIM",
          base::msg("under this label of a transcript; interviewer, participant, other and unknown "
                    "are kinds of labels")},
    Field{FieldId::attribute, FieldKind::name, "attribute.NAME", "kenmerk.NAAM",
          "attribute.leeftijd:12-15 school", "kenmerk.leeftijd:12-15 school",
          base::msg("said by a participant with this value of the attribute; of numbers also a range, <15, "
                    ">=16; * for any value")},
    Field{FieldId::code, FieldKind::code, "code", "code", "vertrouwen code:Rechten/*",
          "vertrouwen code:Rechten/*",
          base::msg("the hit lies within a coding of this code or of one below it; /* only of those below, * "
                    "of any")},
    Field{FieldId::dimension, FieldKind::code, "dimension", "dimensie", "vertrouwen dimension:Plichten",
          "vertrouwen dimensie:Plichten", base::msg("the hit lies within a coding of this dimension")},
    Field{FieldId::turn_code, FieldKind::code, "turn.code", "beurt.code", "school NOT turn.code:*",
          "school NIET beurt.code:*", base::msg("a coding of this code lies in the turn of the hit")},
    Field{
        FieldId::coder, FieldKind::name, "coder", "codeur", "code:Plichten coder:Anna",
        "code:Plichten codeur:Anna",
        base::msg("only codings of this coder count for code, dimension and turn.code beside it; settled is "
                  "the settled layer")},
    Field{FieldId::date, FieldKind::dates, "date", "datum", "code:* date:2026-01-01..2026-01-31",
          "code:* datum:2026-01-01..2026-01-31",
          base::msg("only codings made then count for code, dimension and turn.code beside it; of memos: "
                    "written then")},
    Field{FieldId::turn, FieldKind::numbers, "turn", "beurt", "school turn:1-10", "school beurt:1-10",
          base::msg("in the turns with these numbers")},
    Field{FieldId::time, FieldKind::times, "time", "tijd", "school time:0:10:00-0:20:00",
          "school tijd:0:10:00-0:20:00", base::msg("between these times of the recording")},
    Field{FieldId::memo, FieldKind::words, "memo", "memo", "memo:twijfel", "memo:twijfel",
          base::msg("in memos instead of transcripts")},
    Field{FieldId::definition, FieldKind::words, "definition", "definitie", "definition:afspraken",
          "definitie:afspraken", base::msg("in names, definitions, rules and examples of codes")},
    Field{FieldId::value, FieldKind::words, "attribute", "kenmerk", "attribute:vrouw", "kenmerk:vrouw",
          base::msg("in the values of participants' attributes")},
};

/// Whom a label may stand for, as one asks for it in either language.
struct SpeakerWord {
    const char* english;
    const char* dutch;
    text::SpeakerKind kind;
};
inline constexpr std::array kSpeakerKinds{
    SpeakerWord{"interviewer", "interviewer", text::SpeakerKind::interviewer},
    SpeakerWord{"participant", "deelnemer", text::SpeakerKind::participant},
    SpeakerWord{"other", "anders", text::SpeakerKind::other},
    SpeakerWord{"unknown", "onbekend", text::SpeakerKind::unknown}};
/// The settled layer where coders are named; in English model::kSettled.
inline constexpr const char* kSettledInDutch = "vastgesteld";

/// "attribute.NAME" and "kenmerk.NAAM" up to the name.
constexpr std::string_view without_attribute(std::string_view field) {
    return field.substr(0, field.find(".NA"));
}

/// Every field has its row at the place of its number, and shows itself in its examples.
consteval bool fields_are_sound() {
    const auto shows = [](std::string_view example, std::string_view name) {
        return example.find(without_attribute(name)) != std::string_view::npos;
    };
    for (std::size_t i = 0; i < kFields.size(); ++i) {
        const Field& one = kFields[i];
        if (one.id != static_cast<FieldId>(i)) return false;
        if (!shows(one.example, one.name) || !shows(one.dutch_example, one.dutch)) return false;
    }
    return true;
}
static_assert(fields_are_sound());

[[nodiscard]] constexpr const Field& field(FieldId id) {
    return kFields[static_cast<std::size_t>(id)];
}

/// A field as it was written before the colon.
struct NamedField {
    const Field* field = nullptr;  ///< nothing: there is no such field
    std::string attribute;         ///< NAME of attribute.NAME
};

/// Reads "role", "Rol", "attribute.leeftijd"; case does not matter.
[[nodiscard]] NamedField field_named(std::string_view name);

/// Names nearest to one that is not there, for a proposal; the names of all fields where none is near.
[[nodiscard]] std::string fields_like(std::string_view name);

/// The rows of the manual's table, in Markdown; in Dutch the Dutch names stand first, and the catalogue of
/// the user's language has what the fields find.
[[nodiscard]] std::string fields_markdown(Keywords keywords);

}  // namespace search
