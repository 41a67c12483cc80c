// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/refi/descriptions.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/strings.h"

namespace exchange {

namespace {

struct Label {
    std::string_view text;
    std::string_view language;
    std::string model::Code::*field;
};

/// In the order in which they are written.
constexpr std::array kLabels{
    Label{"When to apply:", "en", &model::Code::when},
    Label{"When not to apply:", "en", &model::Code::when_not},
    Label{"Example:", "en", &model::Code::example},
    Label{"Wanneer wel:", "nl", &model::Code::when},
    Label{"Wanneer niet:", "nl", &model::Code::when_not},
    Label{"Voorbeeld:", "nl", &model::Code::example},
};

/// The label with which the line starts, or null.
const Label* label_of(std::string_view line) {
    for (const Label& label : kLabels) {
        if (base::ascii_lower(line.substr(0, label.text.size())) == base::ascii_lower(label.text)) {
            return &label;
        }
    }
    return nullptr;
}

std::string_view without_backslashes(std::string_view line) {
    return line.substr(std::min(line.find_first_not_of('\\'), line.size()));
}

/// The text up to and with the next LF.
std::string_view next_line(std::string_view text) {
    const auto end = text.find('\n');
    return text.substr(0, end == std::string_view::npos ? end : end + 1);
}

/// Appends `value`, with a "\" before each line that would be taken for a label or for a marked one.
/// `at_line_start` says it of the first line.
void append_marked(std::string& description, std::string_view value, bool at_line_start) {
    while (!value.empty()) {
        const auto line = next_line(value);
        if (at_line_start && label_of(without_backslashes(line)) != nullptr) description += '\\';
        description += line;
        value.remove_prefix(line.size());
        at_line_start = true;
    }
}

/// What follows a label: one blank or one line end belongs to the label.
std::string_view after_label(std::string_view line, const Label& label) {
    line.remove_prefix(label.text.size());
    for (const std::string_view gap : {" ", "\n", "\r\n"}) {
        if (line.starts_with(gap)) return line.substr(gap.size());
    }
    return line;
}

/// Takes off the empty line that divides a text from the label below it.
void remove_gap(std::string& text) {
    for (const std::string_view gap : {"\n\n", "\r\n\r\n", "\r\n", "\n"}) {
        if (!text.ends_with(gap)) continue;
        text.erase(text.size() - gap.size());
        return;
    }
}

}  // namespace

std::string description_of(const model::Code& code, std::string_view language) {
    std::string description;
    append_marked(description, code.definition, true);
    for (const Label& label : kLabels) {
        const std::string& value = code.*label.field;
        if (value.empty() || (label.language == "nl") != language.starts_with("nl")) continue;
        if (!description.empty()) description += "\n\n";
        description += label.text;
        description += ' ';
        append_marked(description, value, false);
    }
    return description;
}

std::string read_description(std::string_view description, model::Code& code) {
    std::string language;
    std::string model::Code::*field = &model::Code::definition;
    std::vector<std::string model::Code::*> seen;
    code.definition = code.when = code.when_not = code.example = "";
    while (!description.empty()) {
        auto line = next_line(description);
        description.remove_prefix(line.size());
        const auto bare = without_backslashes(line);
        const Label* label = label_of(bare);
        if (label != nullptr && bare.size() < line.size()) {
            line.remove_prefix(1);
        } else if (label != nullptr && std::find(seen.begin(), seen.end(), label->field) == seen.end()) {
            seen.push_back(label->field);
            if (language.empty()) language = label->language;
            remove_gap(code.*field);
            field = label->field;
            line = after_label(line, *label);
        }
        code.*field += line;
    }
    return language;
}

}  // namespace exchange
