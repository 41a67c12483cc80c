// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>
#include <string>

#include "base/error.h"
#include "base/translate.h"

namespace text {

namespace {

void require(UErrorCode status) {
    if (U_FAILURE(status)) {
        throw base::Error(base::ErrorKind::internal,
                          base::say("The language library refused: {}.", u_errorName(status)));
    }
}

struct CloseText {
    void operator()(UText* units) const { utext_close(units); }
};

/// The span of code points without white space at its ends; `begin` and `end` are bytes.
Span without_blanks(UText* units, const Text& text, std::int32_t begin, std::int32_t end) {
    Span span{text.position_of(static_cast<std::size_t>(begin)),
              text.position_of(static_cast<std::size_t>(end))};
    utext_setNativeIndex(units, begin);
    while (span.begin < span.end && u_isUWhiteSpace(utext_next32(units))) ++span.begin;
    utext_setNativeIndex(units, end);
    while (span.begin < span.end && u_isUWhiteSpace(utext_previous32(units))) --span.end;
    return span;
}

}  // namespace

std::vector<Span> sentences(const Text& text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    require(status);
    const std::string& utf8 = text.utf8();
    const auto open = [&] {
        std::unique_ptr<UText, CloseText> units(
            utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status));
        require(status);
        return units;
    };
    // The iterator keeps its own place in the first.
    const auto units = open(), scanned = open();
    breaks->setText(units.get(), status);
    require(status);
    std::vector<Span> found;
    for (std::int32_t begin = breaks->first(), end = breaks->next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaks->next()) {
        const Span sentence = without_blanks(scanned.get(), text, begin, end);
        if (!sentence.empty()) found.push_back(sentence);
    }
    return found;
}

}  // namespace text
