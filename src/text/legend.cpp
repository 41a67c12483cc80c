// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/legend.h"

#include <algorithm>
#include <set>

#include "base/strings.h"
#include "text/label.h"
#include "text/label_table.h"
#include "text/label_words.h"
#include "text/utf8_scan.h"

namespace text {

namespace {

/// A head is never longer.
constexpr std::size_t kLongestHead = 16'384;
constexpr std::size_t kLongestField = 160;
constexpr std::size_t kLongestMeaning = 80;
constexpr std::size_t kLongestBlock = 30;

std::string_view trimmed_blanks(std::string_view text) {
    const std::size_t begin = after_blanks(text, 0);
    return text.substr(begin, before_blanks(text, begin, text.size()) - begin);
}

std::string_view line_at(std::string_view utf8, std::size_t at) {
    return utf8.substr(at, std::min(utf8.find('\n', at), utf8.size()) - at);
}

/// One line of the head, as far as it has a label.
struct HeadLine {
    std::size_t end = 0;  ///< of the line, after its line end
    std::string label;    ///< folded; empty for none
    std::string_view body;
    bool is_short = false;
};

HeadLine head_line(std::string_view utf8, std::size_t at) {
    const std::string_view line = line_at(utf8, at);
    HeadLine result;
    result.end = std::min(at + line.size() + 1, utf8.size());
    result.is_short = line.size() <= kLongestField;
    std::vector<LabelCandidate> candidates;
    const LineHead head = line_head(line, 0);
    if (head.blank || head.only_time) return result;
    find_labels(line, 0, head, candidates);
    for (const LabelCandidate& candidate : candidates) {
        const bool vague = candidate.form == LabelForm::stop || candidate.form == LabelForm::bare ||
                           candidate.form == LabelForm::decorated_bare || candidate.form == LabelForm::slip;
        if (vague) continue;
        result.label =
            folded_label(line.substr(candidate.label_begin, candidate.label_end - candidate.label_begin));
        result.body = trimmed_blanks(line.substr(candidate.body));
        break;
    }
    return result;
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find_first_of(" _"));
}

bool is_field_line(const HeadLine& line) {
    return is_field(first_word(line.label));
}

/// "I1: Interviewer 1", "M: Mand", "I1: Interviewer 1, I2: Interviewer 2": a role, and no sentence.
bool is_legend_line(const HeadLine& line) {
    if (line.label.empty() || line.body.empty() || line.body.size() > kLongestMeaning) return false;
    if (std::string_view(".?!").find(line.body.back()) != std::string_view::npos) return false;
    const std::string body = folded_label(line.body);
    std::string_view word = first_word(body);
    while (!word.empty() &&
           (word.back() == ',' || word.back() == ';' || (word.back() >= '0' && word.back() <= '9'))) {
        word.remove_suffix(1);
    }
    const auto words = 1 + std::count(body.begin(), body.end(), ' ');
    const bool list = body.find_first_of(",;:") != std::string::npos;
    return label_word(word).certain && (words <= 4 || list) && word != folded_label(line.label);
}

/// Where YAML front matter ends; 0 where the text does not start with it.
std::size_t yaml_end(std::string_view utf8) {
    if (trimmed_blanks(line_at(utf8, 0)) != "---") return 0;
    std::size_t at = line_at(utf8, 0).size() + 1;
    while (at < std::min(utf8.size(), kLongestHead)) {
        const std::string_view line = line_at(utf8, at);
        at += line.size() + 1;
        if (trimmed_blanks(line) == "---") return std::min(at, utf8.size());
    }
    return 0;
}

/// The lines without a blank one between them, from `at` on.
std::vector<HeadLine> block_at(std::string_view utf8, std::size_t at) {
    std::vector<HeadLine> block;
    while (at < utf8.size() && block.size() <= kLongestBlock) {
        if (trimmed_blanks(line_at(utf8, at)).empty()) break;
        block.push_back(head_line(utf8, at));
        at = block.back().end;
    }
    return block;
}

/// A block of short lines with different labels, one of which at least is a field: "Interviewer: Anna" beside
/// "Datum: 3 mei" says who interviewed and is no turn.
bool is_block_of_fields(const std::vector<HeadLine>& block) {
    if (block.size() > kLongestBlock || std::none_of(block.begin(), block.end(), is_field_line)) return false;
    std::set<std::string> labels;
    return std::all_of(block.begin(), block.end(), [&](const HeadLine& line) {
        return line.is_short && (line.label.empty() || labels.insert(line.label).second);
    });
}

/// "Interviewer: Anna de Wit" above "Respondent: Lotte", nothing else in the block: names, not speech.
bool is_block_of_names(const std::vector<HeadLine>& block) {
    if (block.size() < 2 || block.size() > 8) return false;
    std::set<std::string> labels;
    return std::all_of(block.begin(), block.end(), [&](const HeadLine& line) {
        if (!label_word(first_word(line.label)).certain || line.body.empty() || line.body.size() > 40)
            return false;
        const LabelLook look = look_of(line.body, folded_label(line.body));
        return look >= LabelLook::word && labels.insert(line.label).second &&
               line.body.find_first_of(".,?!") == std::string_view::npos;
    });
}

void add_entry(std::vector<LegendEntry>& entries, std::string_view label, std::string_view meaning) {
    label = trimmed_blanks(label);
    meaning = trimmed_blanks(meaning);
    while (!meaning.empty() && (meaning.back() == ',' || meaning.back() == ';')) meaning.remove_suffix(1);
    if (label.empty() || meaning.empty() || label.size() > 40 || meaning.size() > kLongestMeaning) return;
    entries.emplace_back(folded_label(label), std::string(meaning));
}

/// "I = Interviewer; X = Informant, kvinde": a part without "=" or ":" belongs to the one before.
void read_pairs(std::string_view line, std::vector<LegendEntry>& entries) {
    std::string_view label;
    std::size_t meaning = 0;
    std::size_t part = 0;
    while (part <= line.size()) {
        const std::size_t end = std::min(line.find_first_of(",;", part), line.size());
        const std::size_t mark = line.substr(0, end).find_first_of("=:", part);
        if (mark != std::string_view::npos) {
            if (!label.empty()) add_entry(entries, label, line.substr(meaning, part - meaning));
            label = line.substr(part, mark - part);
            meaning = mark + 1;
        }
        if (end == line.size() || line[end] == ';') {
            if (!label.empty()) add_entry(entries, label, line.substr(meaning, end - meaning));
            label = {};
        }
        part = end + 1;
    }
}

/// "Interviewer (I) Informant (X)": what stands between two parentheses means the second.
void read_parentheses(std::string_view line, std::vector<LegendEntry>& entries) {
    std::size_t from = 0;
    while (true) {
        const std::size_t open = line.find('(', from);
        const std::size_t close = open == std::string_view::npos ? open : line.find(')', open);
        if (close == std::string_view::npos) return;
        std::string_view meaning = line.substr(from, open - from);
        while (!meaning.empty() &&
               std::string_view(",;: \t").find(meaning.front()) != std::string_view::npos) {
            meaning.remove_prefix(1);
        }
        add_entry(entries, line.substr(open + 1, close - open - 1), meaning);
        from = close + 1;
    }
}

/// "@Participants:⇥MAR Margaret friend, BOB Bob visitor".
void read_chat_participants(std::string_view line, std::vector<LegendEntry>& entries) {
    const std::size_t colon = line.find(':');
    for (const std::string_view part : base::split(line.substr(colon + 1), ',')) {
        const std::string_view person = trimmed_blanks(part);
        const std::size_t blank = person.find(' ');
        if (blank != std::string_view::npos)
            add_entry(entries, person.substr(0, blank), person.substr(blank + 1));
    }
}

}  // namespace

std::size_t front_matter_end(std::string_view utf8) {
    std::size_t end = yaml_end(utf8);
    std::size_t at = end;
    const std::size_t limit = std::min(utf8.size(), end + kLongestHead);
    while (at < limit) {
        const std::vector<HeadLine> block = block_at(utf8, at);
        if (block.empty()) {
            at += line_at(utf8, at).size() + 1;
            continue;
        }
        const bool closed =
            block.back().end >= utf8.size() || trimmed_blanks(line_at(utf8, block.back().end)).empty();
        if (closed && (is_block_of_fields(block) || is_block_of_names(block))) {
            at = end = block.back().end;
            continue;
        }
        for (const HeadLine& line : block) {
            const bool field = is_field_line(line);
            if (!line.label.empty() && !field && !is_legend_line(line)) return end;
            at = line.end;
            if (!line.label.empty()) end = at;
        }
    }
    return end;
}

std::vector<LegendEntry> legend_entries(std::string_view head) {
    std::vector<LegendEntry> entries;
    head = head.substr(0, kLongestHead);
    for (std::size_t at = 0; at < head.size();) {
        const std::string_view line = line_at(head, at);
        at += line.size() + 1;
        if (line.starts_with("@Participants:")) {
            read_chat_participants(line, entries);
            continue;
        }
        if (line.size() > 2 * kLongestField) continue;
        read_pairs(line, entries);
        read_parentheses(line, entries);
        // "Persons Present: Yasmine Hassan - I"
        const std::size_t dash = line.rfind(" - ");
        if (dash != std::string_view::npos) {
            const std::size_t colon = std::min(line.find(':'), dash);
            const std::size_t begin = colon == dash ? 0 : colon + 1;
            add_entry(entries, line.substr(dash + 3), line.substr(begin, dash - begin));
        }
    }
    return entries;
}

}  // namespace text
