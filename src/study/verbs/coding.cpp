// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/coding.h"

#include <set>

#include "base/error.h"
#include "base/translate.h"
#include "study/coders.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/settlements.h"
#include "study/sources.h"
#include "study/verbs/coders.h"
#include "study/verbs/judgement.h"
#include "study/verbs/rules.h"
#include "text/tokens.h"

namespace study::verbs {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;
using model::Coding;

constexpr text::Position kShownQuote = 60;

/// The parts of a source in which a quotation may stand.
std::vector<text::Span> places_for(const model::Source& source, const text::Text& text, const Quote& quote) {
    if (!quote.turn && quote.speaker.empty()) return {text.whole()};
    if (quote.turn && (*quote.turn < 1 || *quote.turn > static_cast<std::int64_t>(source.turns.size()))) {
        throw Error(ErrorKind::bad_input, say("{} has no turn {}: it has {} turns.", source.name, *quote.turn,
                                              source.turns.size()));
    }
    std::optional<model::SpeakerId> speaker;
    if (!quote.speaker.empty()) {
        const std::string wanted = text::folded(quote.speaker);
        for (const auto& one : source.speakers) {
            if (text::folded(one.label) == wanted) speaker = one.id;
        }
        if (!speaker) {
            throw Error(ErrorKind::bad_input,
                        say("There is no speaker “{}” in {}.", quote.speaker, source.name));
        }
    }
    std::vector<text::Span> places;
    for (std::size_t i = 0; i < source.turns.size(); ++i) {
        const auto& turn = source.turns[i];
        const bool right_turn = !quote.turn || *quote.turn == static_cast<std::int64_t>(i) + 1;
        if (right_turn && (!speaker || turn.speaker == *speaker)) places.push_back(turn.span);
    }
    return places;
}

text::Span find_quote(const model::Source& source, const text::Text& text, const Quote& quote) {
    std::vector<text::Span> found;
    if (quote.words.empty()) throw Error(ErrorKind::bad_input, tr("A quotation cannot be empty."));
    for (const auto& place : places_for(source, text, quote)) {
        const auto here = text.occurrences(quote.words, place);
        found.insert(found.end(), here.begin(), here.end());
    }
    if (found.size() == 1) return found.front();
    const std::string shown = text::shortened(quote.words, kShownQuote);
    if (found.empty()) {
        throw Error(ErrorKind::bad_input, say("“{}” does not stand in {} like that.", shown, source.name),
                    tr("A quotation is found letter by letter; copy it from the text."));
    }
    throw Error(ErrorKind::bad_input, say("“{}” stands in {} {} times.", shown, source.name, found.size()),
                tr("Give more words of it, or say in which turn it stands."));
}

/// The coding of that coder in that layer with that code on that passage, if there is one.
std::vector<model::CodingId> present(const Edit& edit, const model::Source& source,
                                     const std::optional<text::Span>& span, model::CodeId code,
                                     model::CoderId by, model::Layer layer) {
    std::vector<model::CodingId> ids;
    db::Statement row = edit.database().prepare(
        "SELECT id FROM coding INDEXED BY coding_to_count WHERE source = ?1 AND code = ?2 AND first IS ?3"
        " AND past IS ?4 AND coder IS ?5 AND layer = ?6");
    const auto first = span ? std::optional(span->begin) : std::nullopt;
    const auto past = span ? std::optional(span->end) : std::nullopt;
    const auto coder = by ? std::optional(by.value) : std::nullopt;
    row.bind(source.id.value, code.value, first, past, coder, layer);
    while (row.step()) ids.push_back({row.integer(0)});
    return ids;
}

/// The code, which must be one that can be put on passages.
model::Code codable(const Edit& edit, model::CodeId id) {
    const auto code = codes::get(edit.study(), id);
    if (!code) throw Error(ErrorKind::not_found, tr("This code is no longer in the codebook."));
    if (!code->codable) {
        throw Error(ErrorKind::conflict, say("“{}” is a heading; it cannot be put on a passage.", code->name),
                    tr("Choose one of the codes below it."));
    }
    return *code;
}

Coding existing(const Edit& edit, model::CodingId id) {
    auto found = codings::get(edit.study(), {id});
    if (found.empty()) throw Error(ErrorKind::not_found, tr("This coding is no longer in the study."));
    return std::move(found.front());
}

/// A change of a coder's own work is told as that coder's.
void sign(Edit& edit, const Hand& hand) {
    if (const auto coder = coders::get(edit.study(), hand.coder)) edit.done_by(coder->guid);
}

/// Says in the history which coding was changed, and by whom.
void tell(Edit& edit, const Coding& coding) {
    sign(edit, {coding.coder});
    edit.args()["source"] = sources::get(edit.study(), coding.source).guid.to_string();
    if (const auto code = codes::get(edit.study(), coding.code)) {
        edit.args()["code"] = code->guid.to_string();
    }
}

text::Span checked(const model::Source& source, const text::Span& span) {
    if (!span.empty() && span.begin >= 0 && span.end <= source.length) return span;
    throw Error(ErrorKind::bad_input,
                say("{}:{} is no passage of {}: it has {} characters.", span.begin, span.end, source.name,
                    source.length),
                tr("Positions count characters from 0; the end lies behind the last one."));
}

/// Writes a coding's new passage or code; whatever was the same judgement already becomes one with it. What
/// was decided about it was decided about another judgement.
void change(Edit& edit, const model::Source& source, Coding& coding) {
    settlements::forget_original(edit, coding.id);
    auto twins = present(edit, source, coding.span, coding.code, coding.coder, coding.layer);
    std::erase(twins, coding.id);
    codings::update(edit, coding);
    for (const auto& twin : codings::get(edit.study(), twins)) join(edit, coding, twin);
    tell(edit, coding);
}

std::optional<text::Span> locate_in(const Edit& edit, const model::Source& source, const Passage& passage) {
    if (std::holds_alternative<std::monostate>(passage)) return std::nullopt;
    // A text of a megabyte need not be read to know that a span lies in it.
    if (const auto* span = std::get_if<text::Span>(&passage)) return checked(source, *span);
    return locate(source, sources::text(edit.study(), source.text), passage);
}

}  // namespace

Hand hand(Edit& edit, const std::string& name) {
    const std::string clean = clean_name(name, tr("A coder"));
    if (clean == model::kSettled) return {};
    return {ensure_coder(edit, clean)};
}

model::Layer layer_of(const Study& study, model::SourceId source, const Hand& hand) {
    return hand.coder ? codings::progress(study, source, hand.coder).round : model::kSettledLayer;
}

std::optional<text::Span> locate(const model::Source& source, const text::Text& text,
                                 const Passage& passage) {
    if (const auto* quote = std::get_if<Quote>(&passage)) return find_quote(source, text, *quote);
    if (const auto* span = std::get_if<text::Span>(&passage)) return checked(source, *span);
    return std::nullopt;
}

std::optional<model::CodingId> code(Edit& edit, model::SourceId source_id, const Passage& passage,
                                    model::CodeId code_id, const Hand& hand) {
    const auto code = codable(edit, code_id);
    const auto source = sources::get(edit.study(), source_id);
    const auto span = locate_in(edit, source, passage);
    const auto layer = layer_of(edit.study(), source.id, hand);
    if (!present(edit, source, span, code_id, hand.coder, layer).empty()) return std::nullopt;
    Coding coding;
    coding.source = source.id;
    coding.text = source.text;
    coding.code = code_id;
    coding.coder = hand.coder;
    coding.layer = layer;
    coding.span = span;
    coding.created = edit.now();
    std::vector<Coding> one{coding};
    codings::insert(edit, one);
    sign(edit, hand);
    edit.args()["source"] = source.guid.to_string();
    edit.args()["code"] = code.guid.to_string();
    return one.front().id;
}

std::vector<model::CodingId> code_found(Edit& edit, const std::vector<SourcePassage>& passages,
                                        model::CodeId code_id, const Hand& hand, const std::string& query) {
    const auto code = codable(edit, code_id);
    std::vector<Coding> fresh;
    std::set<std::pair<model::SourceId, text::Span>> seen;
    std::optional<model::Source> source;
    model::Layer layer = model::kFirstRound;
    for (const auto& passage : passages) {
        if (!source || source->id != passage.source) {
            source = sources::get(edit.study(), passage.source);
            layer = layer_of(edit.study(), source->id, hand);
        }
        const text::Span span = checked(*source, passage.span);
        // Two hits may lie in one sentence.
        if (!seen.emplace(source->id, span).second) continue;
        if (!present(edit, *source, span, code_id, hand.coder, layer).empty()) continue;
        Coding coding;
        coding.source = source->id;
        coding.text = source->text;
        coding.code = code_id;
        coding.coder = hand.coder;
        coding.layer = layer;
        coding.span = span;
        coding.created = edit.now();
        fresh.push_back(std::move(coding));
    }
    codings::insert(edit, fresh);
    sign(edit, hand);
    edit.args()["code"] = code.guid.to_string();
    edit.args()["codings"] = fresh.size();
    edit.args()["query"] = query;
    std::vector<model::CodingId> ids;
    for (const auto& coding : fresh) ids.push_back(coding.id);
    return ids;
}

void uncode(Edit& edit, model::SourceId source_id, const Passage& passage, model::CodeId code,
            const Hand& hand) {
    const auto source = sources::get(edit.study(), source_id);
    const auto span = locate_in(edit, source, passage);
    const auto ids = present(edit, source, span, code, hand.coder, layer_of(edit.study(), source_id, hand));
    if (ids.empty()) {
        throw Error(ErrorKind::not_found,
                    say("This passage of {} does not carry that code of that coder.", source.name),
                    say("`trialogue show STUDY {}` lists the codings with their places.", source.name));
    }
    for (const auto id : ids) codings::remove(edit, id);
    sign(edit, hand);
    edit.args()["source"] = source.guid.to_string();
}

void resize_coding(Edit& edit, model::CodingId id, const text::Span& span) {
    Coding coding = existing(edit, id);
    const auto source = sources::get(edit.study(), coding.source);
    coding.span = checked(source, span);
    coding.text = source.text;
    change(edit, source, coding);
}

void recode(Edit& edit, model::CodingId id, model::CodeId code) {
    Coding coding = existing(edit, id);
    coding.code = codable(edit, code).id;
    change(edit, sources::get(edit.study(), coding.source), coding);
}

void remove_coding(Edit& edit, model::CodingId id) {
    const Coding coding = existing(edit, id);
    codings::remove(edit, id);
    tell(edit, coding);
}

void star(Edit& edit, model::CodingId id, bool starred) {
    Coding coding = existing(edit, id);
    coding.starred = starred;
    codings::update(edit, coding);
    tell(edit, coding);
}

}  // namespace study::verbs
