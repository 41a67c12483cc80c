// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/encoding_guess.h"

namespace text {

namespace {

constexpr std::int64_t kMostJudged = 100'000;

/// What the bytes of an encoding stand for.
using Characters = std::array<char16_t, 256>;

Characters characters_of(const char* encoding) {
    Characters characters{};
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &status);
    for (std::size_t byte = 0; byte < characters.size() && U_SUCCESS(status); ++byte) {
        const char source = static_cast<char>(byte);
        ucnv_toUChars(converter, &characters[byte], 1, &source, 1, &status);
        status = U_ZERO_ERROR;  // "not terminated", always
    }
    ucnv_close(converter);
    return characters;
}

/// How a byte reads at its place.
enum class Place { usual, possible, odd, wrong };

/// The letters that Dutch is written with beyond ASCII, and those of names and loan words around it.
constexpr std::u16string_view kDutchLetters = u"éëïöüèêáóàçÉËÏÖÜÈÓ";
constexpr std::u16string_view kNeighbourLetters = u"âôûîíúñäåøæßùÄÅØÆÇÀÁÂÊÎÑÔ";

Place letter_place(char16_t before, char16_t it, char16_t after) {
    const bool joined = u_isalpha(before) || u_isalpha(after);
    if (!joined) return it == u'à' || it == u'À' ? Place::usual : Place::odd;
    // Three in a row are no Dutch: Cyrillic and Greek read as Windows-1252 look like that.
    if (before >= 0x80 && after >= 0x80 && u_isalpha(before) && u_isalpha(after)) return Place::wrong;
    if (u_isupper(it)) {
        if (u_islower(before)) return Place::wrong;
        if (u_isupper(before) && u_islower(after)) return Place::wrong;
    } else if (u_isupper(after) || (u_isupper(before) && u_isupper(after))) {
        return Place::wrong;
    }
    if (kDutchLetters.find(it) != std::u16string_view::npos) return Place::usual;
    return kNeighbourLetters.find(it) != std::u16string_view::npos ? Place::possible : Place::odd;
}

Place sign_place(char16_t before, char16_t it, char16_t after) {
    const bool amid_word = u_isalpha(before) && u_isalpha(after);
    const bool free_standing = !u_isgraph(before) && !u_isgraph(after);
    switch (it) {
        case u'’':
            return free_standing ? Place::odd : Place::usual;
        case u'‘':
        case u'“':
        case u'„':
            return amid_word || !u_isgraph(after) ? Place::wrong : Place::usual;
        case u'”':
            return amid_word || !u_isgraph(before) ? Place::wrong : Place::usual;
        case u'–':
        case u'—':
        case u'…':
        case 0x00A0:  // no-break space
            return Place::usual;
        case u'€':
        case u'•':
            return amid_word ? Place::wrong : Place::usual;
        case u'«':
        case u'»':
        case u'°':
        case u'½':
        case u'·':
        case u'´':
        case u'£':
        case u'²':
        case u'±':
        case u'×':
        case u'©':
        case u'®':
        case u'™':
        case u'§':
            return amid_word ? Place::wrong : Place::possible;
        case 0x00AD:  // soft hyphen
            return amid_word ? Place::possible : Place::odd;
        default:
            return amid_word || u_iscntrl(it) ? Place::wrong : Place::odd;
    }
}

struct Reading {
    std::int64_t usual = 0;
    std::int64_t possible = 0;
    std::int64_t wrong = 0;
    std::int64_t judged = 0;

    [[nodiscard]] std::int64_t score() const { return 3 * usual + possible - 3 * wrong; }
};

Reading read_with(const Characters& characters, std::string_view bytes) {
    const auto character = [&](std::size_t at) {
        return at < bytes.size() ? characters[static_cast<unsigned char>(bytes[at])] : u' ';
    };
    Reading reading;
    for (std::size_t at = 0; at < bytes.size() && reading.judged < kMostJudged; ++at) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) continue;
        const char16_t before = at > 0 ? character(at - 1) : u' ';
        const char16_t it = character(at);
        const char16_t after = character(at + 1);
        ++reading.judged;
        switch (u_isalpha(it) ? letter_place(before, it, after) : sign_place(before, it, after)) {
            case Place::usual:
                ++reading.usual;
                break;
            case Place::possible:
                ++reading.possible;
                break;
            case Place::odd:
                break;
            case Place::wrong:
                ++reading.wrong;
                break;
        }
    }
    return reading;
}

}  // namespace

WesternReading read_as_western(std::string_view bytes) {
    struct Candidate {
        const char* encoding;
        Characters characters;
    };
    static const std::array<Candidate, 3> kCandidates{{{"windows-1252", characters_of("windows-1252")},
                                                       {"macintosh", characters_of("macintosh")},
                                                       {"IBM850", characters_of("IBM850")}}};
    const Candidate* best = &kCandidates.front();
    Reading reading = read_with(best->characters, bytes);
    if (reading.wrong > 0) {
        for (const Candidate& candidate : kCandidates) {
            const Reading other = read_with(candidate.characters, bytes);
            if (other.score() > reading.score()) {
                best = &candidate;
                reading = other;
            }
        }
    }
    return {best->encoding, reading.judged, reading.usual, reading.wrong};
}

}  // namespace text
