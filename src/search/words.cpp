// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/words.h"

#include <algorithm>

#include "base/strings.h"
#include "text/tokens.h"
#include "text/utf8_scan.h"
#include "text/word_scan.h"

namespace search {

namespace {

bool is_ascii(std::string_view utf8) {
    return std::all_of(utf8.begin(), utf8.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// ’ ‘ ʼ and ´ as '.
std::string with_plain_apostrophes(std::string_view utf8) {
    std::string made;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto c = text::code_point_at(utf8, at);
        const bool apostrophe = c.value == U'’' || c.value == U'‘' || c.value == U'ʼ' || c.value == U'´';
        if (apostrophe) {
            made += '\'';
        } else {
            made += utf8.substr(at, c.end - at);
        }
        at = c.end;
    }
    return made;
}

std::string folded_word(std::string_view word) {
    if (is_ascii(word)) return base::ascii_lower(word);
    return text::folded(with_plain_apostrophes(word));
}

}  // namespace

std::string term_of(std::string_view word) {
    std::string term = folded_word(word);
    if (term.empty()) term = word;  // marks alone: compared as they are
    if (term.size() > kLongestTerm) {
        std::size_t end = kLongestTerm;
        while ((static_cast<unsigned char>(term[end]) & 0xC0U) == 0x80U) --end;
        term.resize(end);
    }
    return term;
}

std::vector<std::string> terms_of(std::string_view utf8) {
    std::vector<std::string> terms;
    text::scan_words(utf8, [&](std::size_t begin, std::size_t end) {
        terms.push_back(term_of(utf8.substr(begin, end - begin)));
    });
    return terms;
}

std::string folded_glob(std::string_view pattern) {
    return folded_word(pattern);
}

bool is_one_word(std::string_view folded_pattern) {
    std::string letters(folded_pattern);
    std::replace_if(
        letters.begin(), letters.end(), [](char c) { return c == '*' || c == '?'; }, 'a');
    // Chinese and Japanese words follow each other without a sign between them.
    std::size_t covered = 0;
    text::scan_words(letters, [&](std::size_t begin, std::size_t end) {
        if (begin == covered) covered = end;
    });
    return covered == letters.size();
}

bool glob_matches(std::string_view pattern, std::string_view term) {
    std::size_t p = 0, t = 0;
    std::size_t star = std::string_view::npos, resume = 0;
    while (t < term.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            t = text::code_point_at(term, t).end;
        } else if (p < pattern.size() && pattern[p] == term[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            resume = text::code_point_at(term, resume).end;
            t = resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

std::vector<Unit> units_of(const text::Text& text, const std::vector<model::Turn>& turns) {
    std::vector<Unit> units;
    // Blanks and line ends around what is said are no part of it.
    const auto add = [&](std::int32_t turn, const text::Span& span) {
        const std::string_view part = text.view(span);
        std::size_t begin = 0, end = part.size();
        for (std::size_t next = begin; next < end; begin = next) {
            const auto c = text::code_point_at(part, begin);
            if (!text::is_blank(c.value) && c.value != '\n') break;
            next = c.end;
        }
        for (std::size_t before = end; end > begin; end = before) {
            before = text::before_blanks(part, begin, end);
            if (before > begin && part[before - 1] == '\n') --before;
            if (before == end) break;
        }
        if (begin == end) return;
        const text::Position first = span.begin + text::count_code_points(part.substr(0, begin));
        units.push_back(
            {{first, first + text::count_code_points(part.substr(begin, end - begin))}, turn, 0, 0});
    };
    // Paragraphs are lines: the text of a transcript without labels, or before and between turns.
    const auto add_paragraphs = [&](text::Position begin, text::Position end) {
        const std::string_view part = text.view({begin, end});
        for (std::size_t at = 0; at < part.size();) {
            const std::size_t line_end = std::min(part.find('\n', at), part.size());
            const text::Position length = text::count_code_points(part.substr(at, line_end - at));
            add(-1, {begin, begin + length});
            begin += length + 1;
            at = line_end + 1;
        }
    };
    text::Position done = 0;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const model::Turn& turn = turns[i];
        if (turn.span.begin > done) add_paragraphs(done, turn.span.begin);
        add(static_cast<std::int32_t>(i), {std::max(turn.body, done), std::min(turn.span.end, text.size())});
        done = std::max(done, turn.span.end);
    }
    if (done < text.size()) add_paragraphs(done, text.size());
    return units;
}

void each_word(const text::Text& text, const text::Span& passage,
               const std::function<void(const text::Span& place, std::string_view word)>& found) {
    const std::string_view utf8 = text.view(passage);
    std::size_t byte = 0;
    text::Position position = passage.begin;
    text::scan_words(utf8, [&](std::size_t begin, std::size_t end) {
        const text::Position first = position + text::count_code_points(utf8.substr(byte, begin - byte));
        const std::string_view word = utf8.substr(begin, end - begin);
        position = first + text::count_code_points(word);
        byte = end;
        found({first, position}, word);
    });
}

}  // namespace search
