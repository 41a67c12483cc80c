// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a text file: encoding, line ends, then speakers and turns.
#include <algorithm>
#include <array>

#include "fuzz/fuzz_support.h"
#include "text/encoding.h"
#include "text/tokens.h"
#include "text/turns.h"

namespace {

/// Hints as a formatted document would give them, for some lines and not for others: the characters up to
/// the first colon or tab, or the first word.
std::vector<text::LabelHint> hints_for(const text::Text& text) {
    std::vector<text::LabelHint> hints;
    const std::string_view all = text.utf8();
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find('\n', begin), all.size());
        const std::string_view line = all.substr(begin, end - begin);
        const std::size_t mark = std::min(line.find_first_of(":\t "), line.size());
        if (line.size() % 3 != 0)
            hints.push_back({{text.position_of(begin), text.position_of(begin + mark)}});
        begin = end + 1;
    }
    return hints;
}

void check_decoded(const text::Decoded& decoded) {
    fuzz::expect(decoded.utf8.find_first_of(std::string_view("\r\0", 2)) == std::string::npos,
                 "no carriage return and no NUL is left");
    fuzz::expect(!decoded.encoding.empty(), "the encoding has a name");
    const text::Text text(decoded.utf8);
    const auto again = text::normalised(decoded.utf8);
    fuzz::expect(again.line_ends == 0 && again.nul == 0 && again.replaced == 0 && again.utf8 == decoded.utf8,
                 "nothing is left to mend");
    fuzz::expect_sound(text::detect_turns(text), text);
    fuzz::expect_sound(text::detect_turns(text, hints_for(text)), text);
    fuzz::expect(text::count_words(text) <= text.size(), "a word has a character");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = fuzz::bytes_of(data, size);
    fuzz::may_refuse([&] { check_decoded(text::decode(bytes)); });
    // One encoding more than what the bytes say themselves; which one, they choose.
    constexpr std::array kEncodings{"windows-1252", "UTF-16LE", "UTF-16BE",
                                    "macintosh",    "UTF-8",    "iso-2022-jp"};
    const std::size_t which = (size + (size > 0 ? data[size - 1] : 0)) % kEncodings.size();
    fuzz::may_refuse([&] { check_decoded(text::decode(bytes, kEncodings[which])); });
    fuzz::may_refuse([&] { check_decoded(text::normalised(bytes)); });
    return 0;
}
