// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/docx_symbols.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "base/strings.h"

namespace exchange {

namespace {

/// Symbol from 0x20 to 0x7E.
constexpr std::u32string_view kSymbolLow =
    U" !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
/// Symbol from 0xA0 to 0xEF; behind it are pieces of large brackets.
constexpr std::u32string_view kSymbolHigh =
    U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪";
static_assert(kSymbolLow.size() == 0x7F - 0x20);
static_assert(kSymbolHigh.size() == 0xF0 - 0xA0);

/// Wingdings, ordered by code.
constexpr auto kWingdings = std::to_array<std::pair<std::uint32_t, char32_t>>({
    {0x20, U' '}, {0x21, U'🖉'}, {0x22, U'✂'}, {0x28, U'☎'}, {0x2A, U'✉'}, {0x41, U'✌'}, {0x42, U'👌'},
    {0x43, U'👍'}, {0x44, U'👎'},    {0x45, U'☜'}, {0x46, U'☞'}, {0x47, U'☝'}, {0x48, U'☟'}, {0x4A, U'☺'},
    {0x4B, U'😐'}, {0x4C, U'☹'},    {0x6C, U'●'}, {0x6D, U'❍'}, {0x6E, U'■'}, {0x6F, U'□'}, {0x71, U'❑'},
    {0x72, U'❒'}, {0x75, U'◆'},    {0x76, U'❖'}, {0x77, U'⬥'}, {0x9F, U'•'}, {0xA7, U'▪'}, {0xA8, U'◻'},
    {0xAB, U'★'}, {0xD8, U'➢'},    {0xDF, U'←'}, {0xE0, U'→'}, {0xE1, U'↑'}, {0xE2, U'↓'}, {0xE7, U'⬅'},
    {0xE8, U'➡'}, {0xF0, U'⇨'},    {0xF3, U'⬄'}, {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'},
});

[[nodiscard]] std::string utf8_of(char32_t character) {
    const auto value = static_cast<std::uint32_t>(character);
    const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((value >> shift) & 0x3FU)); };
    if (value < 0x80) return {static_cast<char>(value)};
    if (value < 0x800) return {static_cast<char>(0xC0U | (value >> 6U)), tail(0)};
    if (value < 0x10000) return {static_cast<char>(0xE0U | (value >> 12U)), tail(6), tail(0)};
    return {static_cast<char>(0xF0U | (value >> 18U)), tail(12), tail(6), tail(0)};
}

[[nodiscard]] std::optional<char32_t> in_symbol(std::uint32_t code) {
    if (code >= 0x20 && code < 0x7F) return kSymbolLow[code - 0x20];
    if (code >= 0xA0 && code < 0xF0) return kSymbolHigh[code - 0xA0];
    return std::nullopt;
}

[[nodiscard]] std::optional<char32_t> in_wingdings(std::uint32_t code) {
    const auto found = std::lower_bound(kWingdings.begin(), kWingdings.end(), code,
                                        [](const auto& pair, std::uint32_t one) { return pair.first < one; });
    if (found == kWingdings.end() || found->first != code) return std::nullopt;
    return found->second;
}

}  // namespace

std::optional<std::string> symbol_character(std::string_view font, std::string_view code) {
    std::uint32_t value = 0;
    const auto [end, fault] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
    if (fault != std::errc{} || end != code.data() + code.size()) return std::nullopt;
    const std::string name = base::ascii_lower(font);
    std::optional<char32_t> character;
    // Word writes the codes of symbol fonts as U+F000 and further, other programs bare.
    const std::uint32_t bare = value >= 0xF000 && value <= 0xF0FF ? value - 0xF000 : value;
    if (name == "symbol" && bare <= 0xFF) {
        character = in_symbol(bare);
    } else if (name == "wingdings" && bare <= 0xFF) {
        character = in_wingdings(bare);
    } else if (const bool private_use = value >= 0xE000 && value <= 0xF8FF;
               value >= 0x20 && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF) && !private_use &&
               !(name.starts_with("wingdings ") || name == "webdings")) {
        character = static_cast<char32_t>(value);
    }
    if (!character) return std::nullopt;
    return utf8_of(*character);
}

}  // namespace exchange
