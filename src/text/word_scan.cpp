// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/word_scan.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "text/icu.h"

namespace text {

namespace {

using Found = std::function<void(std::size_t, std::size_t)>;

/// The word break classes that the scanner knows, as in UAX #29, table 3.
enum class Class : std::uint8_t {
    blank,    ///< no word goes on beyond it, whatever follows: space, tab, line end
    other,    ///< between words
    letter,   ///< ALetter
    numeric,  ///< Numeric
    connect,  ///< ExtendNumLet: the underscore
    mid_letter,
    mid_number,
    mid_both,  ///< MidNumLet and Single_Quote
    extend,    ///< Extend and Format: belongs to the character before it
    foreign,   ///< left to ICU
};

constexpr UChar32 kAlphabets = 0x0530;  // Latin, Greek, Cyrillic and what stands between them
constexpr UChar32 kPunctuation = 0x2010;
constexpr UChar32 kPunctuationEnd = 0x2028;
constexpr UChar32 kEuro = 0x20AC;

Class class_of(UChar32 character) {
    if (character == ' ' || character == '\t' || character == '\n') return Class::blank;
    // ICU's rules take the colon out of MidLetter (but for Finnish and Swedish), and some of its versions
    // take the at sign for a letter.
    if (character == ':') return Class::other;
    if (character == '@') return Class::foreign;
    switch (u_getIntPropertyValue(character, UCHAR_WORD_BREAK)) {
        case U_WB_OTHER:
        case U_WB_DOUBLE_QUOTE:
            return u_isalnum(character) ? Class::foreign : Class::other;
        case U_WB_ALETTER:
            // A few signs have the class of letters.
            return u_isalnum(character) ? Class::letter : Class::foreign;
        case U_WB_NUMERIC:
            return u_isalnum(character) ? Class::numeric : Class::foreign;
        case U_WB_EXTENDNUMLET:
            return Class::connect;
        case U_WB_MIDLETTER:
            return Class::mid_letter;
        case U_WB_MIDNUM:
            return Class::mid_number;
        case U_WB_MIDNUMLET:
        case U_WB_SINGLE_QUOTE:
            return Class::mid_both;
        case U_WB_EXTEND:
        case U_WB_FORMAT:
            return Class::extend;
        default:
            return Class::foreign;
    }
}

template <std::size_t Size>
std::array<Class, Size> classes_from(UChar32 first) {
    std::array<Class, Size> classes;
    for (std::size_t i = 0; i < Size; ++i) classes[i] = class_of(first + static_cast<UChar32>(i));
    return classes;
}

/// Reads the characters of UTF-8 as classes.
class Reader {
  public:
    explicit Reader(std::string_view utf8) : utf8_(utf8) {}

    struct Character {
        Class kind = Class::blank;  ///< blank at the end of the text
        std::size_t end = 0;
    };

    [[nodiscard]] Character at(std::size_t byte) const {
        if (byte >= utf8_.size()) return {Class::blank, byte};
        const auto first = static_cast<unsigned char>(utf8_[byte]);
        if (first < 0x80) return {alphabets()[first], byte + 1};
        const auto window = static_cast<std::int32_t>(std::min<std::size_t>(utf8_.size() - byte, 4));
        std::int32_t length = 0;
        UChar32 character = 0;
        U8_NEXT_UNSAFE(reinterpret_cast<const std::uint8_t*>(utf8_.data()) + byte, length, character);
        const std::size_t end = byte + static_cast<std::size_t>(std::min(length, window));
        if (character < kAlphabets) return {alphabets()[static_cast<std::size_t>(character)], end};
        if (character >= kPunctuation && character < kPunctuationEnd) {
            return {punctuation()[static_cast<std::size_t>(character - kPunctuation)], end};
        }
        return {character == kEuro ? Class::other : Class::foreign, end};
    }

    /// The same, with the marks that follow and belong to the character (rule WB4).
    [[nodiscard]] Character with_marks(std::size_t byte) const {
        Character it = at(byte);
        if (it.end >= utf8_.size() || static_cast<unsigned char>(utf8_[it.end]) < 0x80) return it;
        for (Character next = at(it.end); next.kind == Class::extend || next.kind == Class::foreign;
             next = at(it.end)) {
            if (next.kind == Class::foreign) return {Class::foreign, it.end};
            it.end = next.end;
        }
        return it;
    }

  private:
    static const std::array<Class, kAlphabets>& alphabets() {
        static const auto kClasses = classes_from<kAlphabets>(0);
        return kClasses;
    }
    static const std::array<Class, kPunctuationEnd - kPunctuation>& punctuation() {
        static const auto kClasses = classes_from<kPunctuationEnd - kPunctuation>(kPunctuation);
        return kClasses;
    }

    std::string_view utf8_;
};

bool joins(Class kind) {
    return kind == Class::letter || kind == Class::numeric || kind == Class::connect;
}

/// Whether a sign between two characters of that kind holds them together (WB6, WB7, WB11, WB12).
bool bridges(Class sign, Class both) {
    if (both == Class::letter) return sign == Class::mid_letter || sign == Class::mid_both;
    if (both == Class::numeric) return sign == Class::mid_number || sign == Class::mid_both;
    return false;
}

/// The stretch from `begin` that is one segment. `foreign` where ICU has to say how far it goes.
struct Segment {
    std::size_t end = 0;
    bool has_word = false;
    bool foreign = false;
    bool blank = false;
};

Segment segment_at(const Reader& reader, std::size_t begin) {
    Reader::Character it = reader.at(begin);
    if (it.kind == Class::blank) return {it.end, false, false, true};
    it = reader.with_marks(begin);
    Segment segment{it.end, it.kind == Class::letter || it.kind == Class::numeric, it.kind == Class::foreign,
                    false};
    if (!joins(it.kind)) return segment;
    for (;;) {
        Reader::Character next = reader.with_marks(segment.end);
        if (bridges(next.kind, it.kind)) {
            const Reader::Character beyond = reader.with_marks(next.end);
            if (beyond.kind != it.kind && beyond.kind != Class::foreign) return segment;
            next = beyond;
        }
        if (next.kind == Class::foreign) segment.foreign = true;
        if (!joins(next.kind)) return segment;
        segment.end = next.end;
        segment.has_word = segment.has_word || next.kind != Class::connect;
        it = next;
    }
}

/// A break iterator for this thread; making one costs as much as reading a page with it.
icu::BreakIterator& word_breaks() {
    static const std::unique_ptr<icu::BreakIterator> kPrototype = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> breaks(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        require(status);
        return breaks;
    }();
    thread_local const std::unique_ptr<icu::BreakIterator> breaks(kPrototype->clone());
    return *breaks;
}

bool holds_word(std::string_view utf8) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto length = static_cast<std::int32_t>(utf8.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 character = 0;
        U8_NEXT(bytes, at, length, character);
        if (character >= 0 && u_isalnum(character)) return true;
    }
    return false;
}

/// The words that ICU finds in [begin, end) and that end after `done`.
void scan_stretch(std::string_view utf8, std::size_t begin, std::size_t end, std::size_t done,
                  const Found& found) {
    const std::string_view stretch = utf8.substr(begin, end - begin);
    UErrorCode status = U_ZERO_ERROR;
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, stretch.data(), static_cast<std::int64_t>(stretch.size()), &status);
    require(status);
    icu::BreakIterator& breaks = word_breaks();
    breaks.setText(&source, status);
    require(status);
    std::int32_t from = breaks.first();
    for (std::int32_t to = breaks.next(); to != icu::BreakIterator::DONE; from = to, to = breaks.next()) {
        const auto first = static_cast<std::size_t>(from);
        const auto last = static_cast<std::size_t>(to);
        if (begin + last > done && holds_word(stretch.substr(first, last - first)))
            found(begin + first, begin + last);
    }
    utext_close(&source);
}

}  // namespace

void scan_words(std::string_view utf8, const Found& found) {
    const Reader reader(utf8);
    std::size_t begin = 0;
    // No rule looks across a blank, so that ICU may begin after one.
    std::size_t after_blank = 0;
    while (begin < utf8.size()) {
        const Segment segment = segment_at(reader, begin);
        if (segment.foreign) {
            const std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
            scan_stretch(utf8, after_blank, end, begin, found);
            begin = end;
            after_blank = end;
            continue;
        }
        if (segment.has_word) found(begin, segment.end);
        begin = segment.end;
        if (segment.blank) after_blank = begin;
    }
}

void scan_words_with_icu(std::string_view utf8, const Found& found) {
    scan_stretch(utf8, 0, utf8.size(), 0, found);
}

}  // namespace text
