// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/passages/quotation.h"

#include <algorithm>
#include <map>

#include "analysis/attribution.h"
#include "base/strings.h"
#include "report/passages/passages.h"
#include "report/passages/said_by.h"
#include "study/settings.h"
#include "text/tokens.h"

namespace report {

namespace {

constexpr std::string_view kQuote = "quote";

/// The words of a span without what stands at the head of its turns.
std::string spoken_words(const model::Source& source, const text::Text& text, const text::Span& span) {
    std::string words;
    text::Position at = span.begin;
    for (const auto& turn : source.turns) {
        const text::Span head{turn.span.begin, turn.body};
        if (text::overlap(head, span) == 0) continue;
        words += text.view({at, head.begin});
        at = head.end;
    }
    words += text.view({at, span.end});
    return std::string(base::trimmed(words));
}

/// What the placeholders stand for, by their folded names.
using Values = std::map<std::string, std::string>;

std::vector<model::ParticipantId> speakers_of(const model::Material& material, model::SourceId source,
                                              const text::Span& span) {
    const auto found = std::find_if(material.sources.begin(), material.sources.end(),
                                    [&](const auto& one) { return one.id == source; });
    if (found == material.sources.end()) return {};
    model::CountedCoding passage;
    passage.span = span;
    return analysis::attributed(*found, passage, analysis::Attribution::most);
}

Values values_of(const model::Material& material, const model::Source& source, const text::Text& text,
                 const text::Span& span) {
    const SaidBy by = said_by(material, speakers_of(material, source.id, span));
    Values values;
    for (std::size_t i = 0; i < material.attributes.size(); ++i) {
        values[text::folded(material.attributes[i].name)] = by.attributes[i];
    }
    // One word for both languages' most usual attribute.
    for (const auto& [one, other] : {std::pair{"age", "leeftijd"}, std::pair{"leeftijd", "age"}}) {
        if (values[one].empty()) values[one] = values[other];
    }
    const auto turn = turn_number(source.turns, span);
    values["participant"] = by.participant;
    values["role"] = by.role;
    values["triad"] = by.triad;
    values["source"] = source.name;
    values["turn"] = turn > 0 ? std::to_string(turn) : "";
    values[std::string(kQuote)] = spoken_words(source, text, span);
    return values;
}

/// One part of a pattern, filled in. Nothing where a value in it is missing, unless it holds the quotation.
std::optional<std::string> filled(std::string_view part, const Values& values) {
    std::string result;
    bool lacks = false, quotes = false;
    while (!part.empty()) {
        const std::size_t open = part.find('{');
        const std::size_t close = open == std::string_view::npos ? open : part.find('}', open);
        result += part.substr(0, close == std::string_view::npos ? close : open);
        if (close == std::string_view::npos) break;
        const std::string name = text::folded(base::trimmed(part.substr(open + 1, close - open - 1)));
        const auto value = values.find(name);
        const bool known = value != values.end() && !value->second.empty();
        if (known) result += value->second;
        lacks = lacks || !known;
        quotes = quotes || name == kQuote;
        part.remove_prefix(close + 1);
    }
    if (lacks && !quotes) return std::nullopt;
    return result;
}

/// The parts between commas that have their values.
std::string filled_parts(std::string_view parts, const Values& values) {
    std::string result;
    bool is_first = true;
    for (auto part : base::split(parts, ',')) {
        const bool stands_first = part.data() == parts.data();
        // The blank behind the comma of a part that is left out goes with it.
        if (is_first && !stands_first && part.starts_with(' ')) part.remove_prefix(1);
        const auto text = filled(part, values);
        if (!text) continue;
        if (!is_first) result += ',';
        result += *text;
        is_first = false;
    }
    return result;
}

std::string without_blanks_behind(std::string text) {
    text.resize(text.find_last_not_of(' ') + 1);
    return text;
}

}  // namespace

std::string quotation(const model::Material& material, const model::Source& source, const text::Text& text,
                      const text::Span& span, std::string_view pattern) {
    const Values values = values_of(material, source, text, span);
    std::string result;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find_first_of("([");
        const std::size_t close =
            open == std::string_view::npos ? open : pattern.find(pattern[open] == '(' ? ')' : ']', open);
        if (close == std::string_view::npos) {
            result += filled_parts(pattern, values);
            break;
        }
        result += filled_parts(pattern.substr(0, open), values);
        const std::string inside = filled_parts(pattern.substr(open + 1, close - open - 1), values);
        if (base::trimmed(inside).empty()) {
            result = without_blanks_behind(std::move(result));
        } else {
            result += pattern[open] + inside + pattern[close];
        }
        pattern.remove_prefix(close + 1);
    }
    return std::string(base::trimmed(result));
}

std::string quotation(const study::Study& study, const model::Material& material, const model::Source& source,
                      const text::Text& text, const text::Span& span) {
    std::string pattern = study::settings::get(study, study::settings::kQuotationTemplate);
    if (pattern.empty()) pattern = default_quotation_template(study.language());
    return quotation(material, source, text, span, pattern);
}

std::string default_quotation_template(std::string_view language) {
    return language == "nl" ? "“{quote}” ({role}, {age} jaar)" : "“{quote}” ({role}, {age})";
}

}  // namespace report
