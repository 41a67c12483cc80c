// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/conditions.h"

#include <algorithm>

namespace search {

Conditions::Conditions(const Plan& plan, const Contents& contents, const study::Study& study)
    : plan_(plan), contents_(contents), study_(study) {
    for (const Condition& condition : plan.conditions)
        asked_.push_back({meaning_of(condition, contents), {}});
}

bool Conditions::means(const Condition& condition, const Asked& asked, const model::Coding& coding) const {
    switch (condition.field) {
        case FieldId::coder:
            return coding.layer == model::kSettledLayer ? asked.settled : asked.coders.contains(coding.coder);
        case FieldId::date:
            return asked.low <= coding.created && coding.created <= asked.high;
        default:
            return asked.codes.contains(coding.code) &&
                   std::all_of(condition.narrowed_by.begin(), condition.narrowed_by.end(), [&](int other) {
                       return means(plan_.conditions[static_cast<std::size_t>(other)], this->asked(other),
                                    coding);
                   });
    }
}

const Conditions::Passages& Conditions::passages_of(int number, model::SourceId source) const {
    const Asked& asked = this->asked(number);
    const auto [place, is_new] = asked.passages.try_emplace(source);
    if (!is_new) return place->second;
    Passages& passages = place->second;
    const Condition& condition = plan_.conditions[static_cast<std::size_t>(number)];
    for (const auto& coding : contents_.codings(study_, source)) {
        // A judgement of a whole source says nothing of a passage.
        if (coding.span && means(condition, asked, coding)) passages.spans.push_back(*coding.span);
    }
    text::Position farthest = 0;
    for (const auto& span : passages.spans)
        passages.farthest.push_back(farthest = std::max(farthest, span.end));
    return passages;
}

bool Conditions::Passages::hold(const text::Span& span) const {
    const auto after = std::partition_point(spans.begin(), spans.end(),
                                            [&](const text::Span& one) { return one.begin <= span.begin; });
    return after != spans.begin() &&
           farthest[static_cast<std::size_t>(after - spans.begin()) - 1] >= span.end;
}

bool Conditions::Passages::meet(const text::Span& span) const {
    const auto after = std::partition_point(spans.begin(), spans.end(),
                                            [&](const text::Span& one) { return one.begin < span.end; });
    return after != spans.begin() &&
           farthest[static_cast<std::size_t>(after - spans.begin()) - 1] > span.begin;
}

bool Conditions::is_at(const Asked& asked, const model::Source& source, const text::Span& span) {
    const model::Anchor* last = nullptr;
    for (const auto& anchor : source.anchors) {
        if (anchor.kind != model::Anchor::Kind::time) continue;
        if (anchor.position > span.begin) {
            return last != nullptr && last->value <= asked.high && anchor.value > asked.low;
        }
        last = &anchor;
    }
    return last != nullptr && last->value <= asked.high;
}

bool Conditions::holds(int number, const model::Source& source, const Unit& unit,
                       const text::Span& span) const {
    if (const auto answer = holds(number, source, unit)) return *answer;
    const bool of_time = plan_.conditions[static_cast<std::size_t>(number)].field == FieldId::time;
    return of_time ? is_at(asked(number), source, span) : passages_of(number, source.id).hold(span);
}

std::optional<bool> Conditions::holds(int number, const model::Source& source, const Unit& unit) const {
    const Asked& asked = this->asked(number);
    switch (plan_.conditions[static_cast<std::size_t>(number)].field) {
        case FieldId::source:
            return asked.sources.contains(source.id);
        case FieldId::speaker: {
            const auto* speaker = speaker_of(source, unit.turn);
            return speaker != nullptr && asked.speakers.contains(speaker->id);
        }
        case FieldId::turn:
            return unit.turn >= 0 && asked.low <= unit.turn + 1 && unit.turn + 1 <= asked.high;
        case FieldId::time:
            return std::nullopt;
        case FieldId::turn_code:
            return passages_of(number, source.id).meet(unit.body);
        case FieldId::code:
        case FieldId::dimension:
        case FieldId::coder:
        case FieldId::date: {
            // Most turns are not coded at all, or as a whole.
            const Passages& passages = passages_of(number, source.id);
            if (!passages.meet(unit.body)) return false;
            if (passages.hold(unit.body)) return true;
            return std::nullopt;
        }
        default: {
            const auto& voices = voices_of(source, unit.turn);
            return std::any_of(voices.begin(), voices.end(),
                               [&](model::ParticipantId one) { return asked.participants.contains(one); });
        }
    }
}

bool Conditions::may_hold(int number, const model::Source& source) const {
    const Asked& asked = this->asked(number);
    const auto is_asked_for = [&](model::ParticipantId one) { return asked.participants.contains(one); };
    switch (plan_.conditions[static_cast<std::size_t>(number)].field) {
        case FieldId::source:
            return asked.sources.contains(source.id);
        case FieldId::speaker:
            return std::any_of(source.speakers.begin(), source.speakers.end(),
                               [&](const auto& one) { return asked.speakers.contains(one.id); });
        case FieldId::turn:
            return asked.low <= static_cast<std::int64_t>(source.turns.size());
        case FieldId::time:
            return !source.anchors.empty();
        case FieldId::code:
        case FieldId::dimension:
        case FieldId::turn_code:
        case FieldId::coder:
        case FieldId::date:
            return !passages_of(number, source.id).spans.empty();
        default:
            return std::any_of(source.participants.begin(), source.participants.end(), is_asked_for) ||
                   std::any_of(source.speakers.begin(), source.speakers.end(), [&](const auto& speaker) {
                       return std::any_of(speaker.participants.begin(), speaker.participants.end(),
                                          is_asked_for);
                   });
    }
}

bool Conditions::may_fulfil(const Step& step, const model::Source& source) const {
    const auto may = [&](const Step& child) { return may_fulfil(child, source); };
    switch (step.kind) {
        case Node::Kind::field:
            return may_hold(step.condition, source);
        case Node::Kind::none_of:
            return true;
        case Node::Kind::any_of:
            return std::any_of(step.children.begin(), step.children.end(), may);
        default:
            return std::all_of(step.children.begin(), step.children.end(), may);
    }
}

bool Conditions::may_fulfil(const model::Source& source) const {
    return may_fulfil(plan_.root, source);
}

bool Conditions::holds(int number, const SideText& text) const {
    const Asked& asked = this->asked(number);
    const Condition& condition = plan_.conditions[static_cast<std::size_t>(number)];
    switch (condition.field) {
        case FieldId::source:
            return asked.sources.contains(text.source);
        case FieldId::coder:
            return asked.coders.contains(text.coder);
        case FieldId::date:
            return text.created != 0 && asked.low <= text.created && text.created <= asked.high;
        case FieldId::code:
        case FieldId::dimension:
        case FieldId::turn_code:
            return std::any_of(text.codes.begin(), text.codes.end(),
                               [&](model::CodeId code) { return asked.codes.contains(code); }) &&
                   std::all_of(condition.narrowed_by.begin(), condition.narrowed_by.end(),
                               [&](int other) { return holds(other, text); });
        case FieldId::speaker:
        case FieldId::turn:
        case FieldId::time:
            return false;
        default:
            return std::any_of(text.participants.begin(), text.participants.end(),
                               [&](model::ParticipantId one) { return asked.participants.contains(one); });
    }
}

std::vector<text::Span> Conditions::passages(const model::Source& source, const Unit& unit) const {
    std::vector<text::Span> found;
    for (std::size_t i = 0; i < plan_.conditions.size(); ++i) {
        const FieldId id = plan_.conditions[i].field;
        if (id != FieldId::code && id != FieldId::dimension && id != FieldId::coder && id != FieldId::date)
            continue;
        const Passages& passages = passages_of(static_cast<int>(i), source.id);
        for (const auto& span : passages.spans) {
            const text::Span common{std::max(span.begin, unit.body.begin), std::min(span.end, unit.body.end)};
            if (!common.empty()) found.push_back(common);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace search
