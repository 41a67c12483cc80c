// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/label_table.h"

#include <unicode/uchar.h>

#include "text/label_words.h"
#include "text/tokens.h"
#include "text/utf8_scan.h"

namespace text {

namespace {

/// What is counted of one word of a label.
struct WordShape {
    std::string_view folded;
    int letters = 0;
    int capitals = 0;
    int digits = 0;
    bool opens_with_capital = false;
    bool caseless = false;  ///< letters of a script without capitals
};

WordShape shape_of(std::string_view word) {
    WordShape shape;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = code_point_at(word, at);
        const auto value = static_cast<UChar32>(c.value);
        if (u_isdigit(value)) ++shape.digits;
        if (u_isalpha(value)) {
            const bool upper = u_isupper(value) || u_istitle(value);
            if (shape.letters == 0) shape.opens_with_capital = upper;
            ++shape.letters;
            shape.capitals += upper ? 1 : 0;
            shape.caseless = shape.caseless || (!upper && !u_islower(value));
        }
        at = c.end;
    }
    return shape;
}

/// The parts between blanks, underscores and hyphens before digits; empty ones are left out.
std::vector<std::string_view> parts_of(std::string_view label, std::string_view separators) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    while (begin < label.size()) {
        const std::size_t end = std::min(label.find_first_of(separators, begin), label.size());
        if (end > begin) parts.push_back(label.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::string_view without_digits(std::string_view word) {
    while (!word.empty() && word.back() >= '0' && word.back() <= '9') word.remove_suffix(1);
    return word;
}

constexpr std::string_view kSeparators = " \t_";

/// A role in the first or last part, and nothing of a sentence beside it: "interviewer 1", "guest_family",
/// "pleegmoeder van Lotte", but not "moeder zei".
bool has_role(const std::vector<std::string_view>& words, const std::vector<std::string_view>& parts) {
    if (parts.empty() || parts.size() > 4) return false;
    if (!label_word(without_digits(parts.front())).certain &&
        !label_word(without_digits(parts.back())).certain) {
        return false;
    }
    if (words.size() == 1) return true;
    for (const std::string_view word : words) {
        const WordShape shape = shape_of(word);
        const std::string folded_word = folded_label(word);
        const bool fits = shape.letters <= 1 || shape.opens_with_capital || shape.caseless ||
                          is_particle(folded_word) || label_word(without_digits(folded_word)).certain;
        if (!fits) return false;
    }
    return true;
}

LabelLook look_of_one(const WordShape& word) {
    if (word.letters == 0) return LabelLook::phrase;
    const bool all_capitals = word.capitals == word.letters && !word.caseless;
    if (all_capitals && word.letters <= 3) return LabelLook::initials;
    if (all_capitals) return LabelLook::capitals;
    if (word.digits > 0) return LabelLook::name;
    if (word.opens_with_capital || word.caseless || word.letters > 1) return LabelLook::word;
    return LabelLook::initials;  // x: for X:
}

LabelLook look_of_many(const std::vector<std::string_view>& words,
                       const std::vector<std::string_view>& folded) {
    bool capitals = true;
    bool caseless = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const WordShape shape = shape_of(words[i]);
        if (shape.letters == 0) continue;
        caseless = caseless || shape.caseless;
        const bool particle = i > 0 && i < folded.size() && is_particle(folded[i]);
        if (particle) continue;
        capitals = capitals && shape.capitals == shape.letters;
        if (!shape.opens_with_capital && !shape.caseless) return LabelLook::phrase;
    }
    if (caseless) return words.size() <= 5 ? LabelLook::word : LabelLook::phrase;
    if (words.size() > 6) return LabelLook::phrase;
    return capitals ? LabelLook::capitals : LabelLook::name;
}

}  // namespace

std::string folded_label(std::string_view label) {
    std::string plain;
    bool ascii = true;
    for (const char c : label) {
        const bool blank = c == ' ' || c == '\t';
        if (blank && !plain.empty() && plain.back() == ' ') continue;
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
        plain += blank ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return ascii ? plain : folded(plain);
}

LabelLook look_of(std::string_view label, std::string_view folded) {
    if (folded == "?") return LabelLook::initials;
    // A party or remark in parentheses is no part of the name.
    const std::size_t open = std::min(label.find('('), label.size());
    const std::vector<std::string_view> words = parts_of(label.substr(0, open), " \t");
    const std::vector<std::string_view> names = parts_of(folded.substr(0, folded.find('(')), kSeparators);
    if (words.empty() || names.empty()) return LabelLook::never;
    if (opens_with_address(folded)) {
        const WordShape last = shape_of(words.back());
        const bool complete = words.size() <= 2 && !last.opens_with_capital;
        return complete || last.opens_with_capital || last.caseless ? LabelLook::address : LabelLook::phrase;
    }
    if (has_role(words, names)) return LabelLook::role;
    const LabelLook one = words.size() == 1 ? look_of_one(shape_of(words[0])) : LabelLook::phrase;
    const std::string_view first = without_digits(names[0]);
    const bool letter = names.size() == 1 && one == LabelLook::initials && first.size() <= 1;
    const bool can_be_word = !letter && !first.empty() && joint_speakers(folded).empty();
    if (can_be_word && is_field(first)) return LabelLook::never;
    const LabelLook look =
        words.size() == 1 ? one : look_of_many(words, parts_of(folded.substr(0, folded.find('(')), " \t"));
    // "Dan Vos" is a name, "Dan" and "Kijk eens" are not.
    const bool is_name = words.size() > 1 && look == LabelLook::name;
    return can_be_word && !is_name && is_opener(first) ? LabelLook::opener : look;
}

SpeakerKind kind_of(std::string_view folded) {
    const std::vector<std::string_view> words = parts_of(folded.substr(0, folded.find('(')), kSeparators);
    if (words.empty()) return SpeakerKind::unknown;
    if (folded == "?") return SpeakerKind::other;
    const LabelWord first = label_word(without_digits(words.front()));
    if (first.kind != SpeakerKind::unknown && (first.certain || words.size() == 1)) return first.kind;
    const LabelWord last = label_word(without_digits(words.back()));
    if (last.certain && words.size() <= 4) return last.kind;
    return SpeakerKind::unknown;
}

std::vector<std::string_view> joint_speakers(std::string_view folded) {
    std::vector<std::string_view> names;
    std::size_t begin = 0;
    std::size_t word = 0;
    bool joint = false;
    const auto close = [&](std::size_t end) {
        while (end > begin && folded[end - 1] == ' ') --end;
        if (end > begin) names.push_back(folded.substr(begin, end - begin));
    };
    while (word < folded.size()) {
        const std::size_t end = std::min(folded.find_first_of(" ,/&+", word), folded.size());
        const bool mark = end < folded.size() && folded[end] != ' ';
        const std::string_view text = folded.substr(word, end - word);
        if (word > begin && end < folded.size() && is_joint(text)) {
            close(word);
            begin = end + 1;
            joint = true;
        } else if (mark) {
            close(end);
            begin = end + 1;
            joint = true;
        }
        word = end + 1;
        if (begin < folded.size() && begin == word && folded[begin] == ' ') begin = word = word + 1;
    }
    close(folded.size());
    if (!joint || names.size() < 2) names.clear();
    return names;
}

std::uint32_t LabelTable::enter(std::string_view label, LabelForm form) {
    auto [found, is_new] = spellings_.try_emplace(label);
    Spelling& spelling = found->second;
    if (is_new) {
        std::string key = folded_label(label);
        const auto next = static_cast<std::uint32_t>(entries_.size());
        const auto [entry, is_new_label] = folded_.try_emplace(std::move(key), next);
        spelling.entry = entry->second;
        if (is_new_label) {
            LabelEntry& made = entries_.emplace_back();
            made.folded = entry->first;
            made.spelling = label;
            made.look = look_of(label, made.folded);
            made.kind = kind_of(made.folded);
        }
    }
    LabelEntry& entry = entries_[spelling.entry];
    ++entry.count[static_cast<std::size_t>(form)];
    if (++spelling.count > entry.spelled) {
        entry.spelled = spelling.count;
        entry.spelling = found->first;
    }
    return spelling.entry;
}

std::int64_t LabelTable::find(std::string_view label) const {
    const auto found = folded_.find(folded_label(label));
    return found == folded_.end() ? -1 : static_cast<std::int64_t>(found->second);
}

}  // namespace text
