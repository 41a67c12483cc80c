// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokens.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/strings.h"
#include "text/icu.h"
#include "text/word_scan.h"

namespace text {

namespace {

/// Folded case and no combining marks, of text that is decomposed already.
icu::UnicodeString without_marks(const icu::UnicodeString& decomposed) {
    icu::UnicodeString bare;
    for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        const UChar32 character = decomposed.char32At(at);
        if (u_charType(character) != U_NON_SPACING_MARK) bare.append(character);
    }
    return bare;
}

const icu::Collator& name_order() {
    static const std::unique_ptr<icu::Collator> kOrder = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> order(icu::Collator::createInstance(icu::Locale::getRoot(), status));
        require(status);
        order->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
        require(status);
        return order;
    }();
    return *kOrder;
}

icu::StringPiece piece(std::string_view utf8) {
    return {utf8.data(), static_cast<std::int32_t>(utf8.size())};
}

}  // namespace

std::vector<Span> words(const Text& text) {
    const std::string_view utf8 = text.utf8();
    std::vector<Span> found;
    std::size_t byte = 0;
    Position position = 0;
    const auto advance_to = [&](std::size_t target) {
        position += count_code_points(utf8.substr(byte, target - byte));
        byte = target;
        return position;
    };
    scan_words(utf8, [&](std::size_t begin, std::size_t end) {
        const Position first = advance_to(begin);
        found.push_back({first, advance_to(end)});
    });
    return found;
}

std::int64_t count_words(const Text& text) {
    std::int64_t count = 0;
    scan_words(text.utf8(), [&](std::size_t, std::size_t) { ++count; });
    return count;
}

std::string folded(std::string_view utf8) {
    if (std::all_of(utf8.begin(), utf8.end(),
                    [](char byte) { return static_cast<unsigned char>(byte) < 0x80; })) {
        return base::ascii_lower(utf8);
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decomposition = icu::Normalizer2::getNFDInstance(status);
    require(status);
    const auto decomposed = [&](const icu::UnicodeString& units) {
        icu::UnicodeString result = decomposition->normalize(units, status);
        require(status);
        return result;
    };
    // Folding may bring new composed letters, so marks are taken off again after it.
    icu::UnicodeString bare = without_marks(decomposed(icu::UnicodeString::fromUTF8(piece(utf8))));
    bare.foldCase();
    std::string result;
    without_marks(decomposed(bare)).toUTF8String(result);
    return result;
}

bool name_less(std::string_view a, std::string_view b) {
    UErrorCode status = U_ZERO_ERROR;
    const UCollationResult order = name_order().compareUTF8(piece(a), piece(b), status);
    require(status);
    // Names that read alike still need one order.
    return order == UCOL_EQUAL ? a < b : order == UCOL_LESS;
}

}  // namespace text
