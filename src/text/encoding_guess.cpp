// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/encoding_guess.h"

#include <unicode/uchar.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace text {

namespace {

/// Enough for statistics; ICU's detector itself looks at 8,000 bytes.
constexpr std::size_t kSample = 8'000;
constexpr std::size_t kUtf16Sample = 1 << 16;

bool beyond_ascii(char byte) {
    return static_cast<unsigned char>(byte) >= 0x80;
}

struct Utf8Census {
    std::int64_t good = 0;  ///< characters of two bytes and more
    std::int64_t broken = 0;
};

/// Half of a surrogate pair, written as if it were a character: only programs that mean UTF-8 do this.
bool is_half_of_pair(std::string_view bytes) {
    return bytes.size() >= 3 && bytes[0] == '\xED' && static_cast<unsigned char>(bytes[1]) >= 0xA0 &&
           static_cast<unsigned char>(bytes[1]) <= 0xBF &&
           (static_cast<unsigned char>(bytes[2]) & 0xC0) == 0x80;
}

Utf8Census take_utf8_census(std::string_view bytes) {
    Utf8Census census;
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    for (std::size_t at = 0; at < bytes.size();) {
        if (data[at] < 0x80) {
            ++at;
            continue;
        }
        if (is_half_of_pair(bytes.substr(at))) {
            ++census.good;
            at += 3;
            continue;
        }
        const auto window = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size() - at, 4));
        std::int32_t read = 0;
        UChar32 character = 0;
        U8_NEXT(data + at, read, window, character);
        ++(character < 0 ? census.broken : census.good);
        at += static_cast<std::size_t>(read);
    }
    return census;
}

/// How a sample reads as UTF-16 in one order of bytes.
struct Utf16Reading {
    std::int64_t characters = 0;
    std::int64_t impossible = 0;  ///< halves of surrogates, controls, unassigned and private characters
    std::int64_t plain = 0;       ///< ASCII and the blanks of East Asia

    [[nodiscard]] bool plausible() const { return characters > 0 && impossible * 50 <= characters; }
};

Utf16Reading read_as_utf16(std::string_view bytes, bool little_endian) {
    std::vector<char16_t> units(bytes.size() / 2);
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto first = static_cast<unsigned char>(bytes[2 * i]);
        const auto second = static_cast<unsigned char>(bytes[2 * i + 1]);
        units[i] = static_cast<char16_t>(little_endian ? first | second << 8 : first << 8 | second);
    }
    Utf16Reading reading;
    const auto length = static_cast<std::int32_t>(units.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 character = 0;
        U16_NEXT(units.data(), at, length, character);
        ++reading.characters;
        const bool blank = character == '\t' || character == '\n' || character == '\r';
        if (blank || (character >= 0x20 && character < 0x7F) || character == 0x3000) {
            ++reading.plain;
        } else if (u_iscntrl(character) || U_IS_SURROGATE(character) || !u_isdefined(character) ||
                   u_charType(character) == U_PRIVATE_USE_CHAR) {
            ++reading.impossible;
        }
    }
    return reading;
}

/// UTF-16 without a mark: blanks and line ends alone bring NULs into it, and no other encoding of text has
/// them.
std::optional<std::string> utf16(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, std::min(bytes.size() & ~std::size_t{1}, kUtf16Sample));
    const auto nuls = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\0'));
    if (nuls == 0) return {};
    // A single-byte text with stray NULs pairs up to Chinese characters, all of them possible.
    const auto readable = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [](char byte) {
        return (byte >= 0x20 && byte < 0x7F) || (byte >= '\t' && byte <= '\r');
    }));
    if (nuls * 4 < sample.size() && readable * 10 >= (sample.size() - nuls) * 9) return {};
    const Utf16Reading little = read_as_utf16(sample, true);
    const Utf16Reading big = read_as_utf16(sample, false);
    if (little.plausible() && (!big.plausible() || little.plain >= big.plain)) return "UTF-16LE";
    if (big.plausible()) return "UTF-16BE";
    return {};
}

/// The lines that hold bytes beyond ASCII, as far as they fit into a sample: a long transcript may have its
/// first accent on page ten.
std::string telling_lines(std::string_view bytes) {
    std::string sample;
    std::size_t begin = 0;
    while (begin < bytes.size() && sample.size() < kSample) {
        const auto telling =
            std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(begin), bytes.end(), beyond_ascii);
        if (telling == bytes.end()) break;
        const auto at = static_cast<std::size_t>(telling - bytes.begin());
        const std::size_t before = bytes.find_last_of("\r\n", at);
        const std::size_t line = std::max(begin, before == std::string_view::npos ? 0 : before + 1);
        // In a line of megabytes, begin near the accent; what stands before it is ASCII.
        const std::size_t from = at - std::min(at - line, std::size_t{200});
        const std::size_t end = std::min({bytes.find_first_of("\r\n", at), bytes.size(), from + kSample});
        sample += bytes.substr(from, end - from);
        sample += '\n';
        begin = end;
    }
    return sample;
}

struct DetectorCloser {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

struct Match {
    std::string encoding;
    int confidence = 0;  ///< of 100
};

/// ICU's matches, best first; of no use for UTF-8 and UTF-16, which are decided before.
std::vector<Match> icu_matches(std::string_view sample) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&status));
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** found = ucsdet_detectAll(detector.get(), &count, &status);
    std::vector<Match> matches;
    if (U_FAILURE(status)) return matches;
    for (std::int32_t i = 0; i < count; ++i) {
        const std::string name = ucsdet_getName(found[i], &status);
        const int confidence = ucsdet_getConfidence(found[i], &status);
        if (!name.starts_with("UTF-")) matches.push_back({name, confidence});
    }
    return matches;
}

bool is_western(const std::string& encoding) {
    return encoding == "ISO-8859-1" || encoding == "windows-1252";
}

/// The name of the larger set that programs mean when they write the smaller one's name.
std::string superset_of(const std::string& encoding) {
    if (encoding == "Big5") return "Big5-HKSCS";
    if (encoding == "EUC-KR") return "windows-949";
    return encoding;
}

std::string single_or_multibyte(std::string_view bytes) {
    const WesternReading western = read_as_western(bytes);
    const bool reads_as_dutch =
        western.wrong * 10 <= western.beyond_ascii && western.usual * 4 >= western.beyond_ascii * 3;
    if (reads_as_dutch) return western.encoding;

    const std::string sample = telling_lines(bytes);
    const std::vector<Match> matches = icu_matches(sample);
    if (matches.empty() || is_western(matches.front().encoding)) return western.encoding;
    const auto as_western = std::find_if(matches.begin(), matches.end(),
                                         [](const Match& match) { return is_western(match.encoding); });
    const int western_confidence = as_western == matches.end() ? 0 : as_western->confidence;
    // Where most bytes are ASCII the statistics have little to go by; then they have to be sure.
    const auto high = std::count_if(sample.begin(), sample.end(), beyond_ascii);
    const bool mostly_ascii = high * 10 < static_cast<std::ptrdiff_t>(sample.size()) * 3;
    const int needed = mostly_ascii ? std::max(40, western_confidence + 10) : 10;
    return matches.front().confidence >= needed ? superset_of(matches.front().encoding) : western.encoding;
}

}  // namespace

Guess guess_encoding(std::string_view bytes) {
    if (const auto wide = utf16(bytes)) return {*wide, false};
    const Utf8Census census = take_utf8_census(bytes);
    if (census.broken == 0) {
        const bool escapes = census.good == 0 && (bytes.find("\x1B$") != std::string_view::npos ||
                                                  bytes.find("\x1B(") != std::string_view::npos);
        if (escapes) {
            for (const Match& match : icu_matches(bytes.substr(0, kSample))) {
                if (match.encoding.starts_with("ISO-2022")) return {match.encoding, true};
            }
        }
        return {"UTF-8", true};
    }
    if (census.good > 4 * census.broken) return {"UTF-8", false};
    return {single_or_multibyte(bytes), false};
}

}  // namespace text
