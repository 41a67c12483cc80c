// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/label.h"
#include "text/turns.h"

namespace text {

/// How much a label looks like that of a speaker, by its letters alone.
enum class LabelLook : std::uint8_t {
    never,     ///< the name of a field: Datum, Gender
    opener,    ///< a word that opens a remark or quotation: Kijk, Note
    phrase,    ///< words of a sentence
    word,      ///< one word, which may be a name
    name,      ///< two or more words that are a name, or a word with a number: Lotte Vos, spreker1
    capitals,  ///< SØN, TOM WATERS
    initials,  ///< I, X1, MB
    address,   ///< De heer Vos (VVD)
    role,      ///< Interviewer, moeder, Participant 12
};

/// One label of a text in all its spellings ("JIM", "Jim").
struct LabelEntry {
    std::string folded;
    std::string_view spelling;  ///< the most frequent one
    std::uint32_t spelled = 0;  ///< how often it occurs
    LabelLook look = LabelLook::phrase;
    SpeakerKind kind = SpeakerKind::unknown;
    std::array<std::uint32_t, kLabelForms> count{};
};

/// The distinct labels of a text. Remembers views of the text, which must outlive it.
class LabelTable {
  public:
    /// The index of the label, which is entered if it is new, and counted in this form.
    std::uint32_t enter(std::string_view label, LabelForm form);
    /// The index of the label that folds alike; -1 if there is none.
    [[nodiscard]] std::int64_t find(std::string_view label) const;

    [[nodiscard]] const LabelEntry& operator[](std::uint32_t index) const { return entries_[index]; }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    struct Spelling {
        std::uint32_t entry = 0;
        std::uint32_t count = 0;
    };
    std::unordered_map<std::string_view, Spelling> spellings_;
    std::unordered_map<std::string, std::uint32_t> folded_;
    std::vector<LabelEntry> entries_;
};

/// How much `label` looks like a speaker's.
[[nodiscard]] LabelLook look_of(std::string_view label, std::string_view folded);

/// What the words of a folded label say of the speaker.
[[nodiscard]] SpeakerKind kind_of(std::string_view folded);

/// The folded names in "x en y", "x, y", "x/y"; empty where it is one speaker only.
[[nodiscard]] std::vector<std::string_view> joint_speakers(std::string_view folded);

/// The label as it is compared: folded, with single blanks.
[[nodiscard]] std::string folded_label(std::string_view label);

}  // namespace text
