// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/versions.h"

#include <deque>

#include "study/number_list.h"

namespace study::merging {

namespace {

constexpr text::Position kAround = 20;  // characters shown beside a difference

text::EditList inverse(const text::EditList& edits) {
    text::EditList back;
    text::Position shift = 0;
    for (const auto& edit : edits) {
        const text::Position begin = edit.from.begin + shift;
        back.push_back({{begin, begin + edit.length}, edit.from.length()});
        shift += edit.length - edit.from.length();
    }
    return back;
}

text::EditList edits_in(const Value& list) {
    const auto numbers = from_list(text_in(list));
    text::EditList edits;
    for (std::size_t i = 0; i + 2 < numbers.size(); i += 3) {
        edits.push_back({{numbers[i], numbers[i + 1]}, numbers[i + 2]});
    }
    return edits;
}

/// The corrections `edits`, made to the text that `others` made of the same origin. None of them touch.
text::EditList rebased(const text::EditList& edits, const text::EditList& others) {
    text::EditList there;
    text::Position shift = 0;
    auto other = others.begin();
    for (const auto& edit : edits) {
        for (; other != others.end() && other->from.end <= edit.from.begin; ++other) {
            shift += other->length - other->from.length();
        }
        there.push_back({{edit.from.begin + shift, edit.from.end + shift}, edit.length});
    }
    return there;
}

bool touch(const text::EditList& a, const text::EditList& b) {
    for (const auto& one : a) {
        for (const auto& other : b) {
            if (one.from.begin <= other.from.end && other.from.begin <= one.from.end) return true;
        }
    }
    return false;
}

/// What the corrections put in, one after the other.
std::vector<std::string> put_in(const text::Text& to, const text::EditList& edits) {
    std::vector<std::string> words;
    for (const auto& edit : inverse(edits)) words.emplace_back(to.view(edit.from));
    return words;
}

text::Text corrected(const text::Text& text, const text::EditList& edits,
                     const std::vector<std::string>& words) {
    std::string result;
    text::Position at = 0;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        result += text.view({at, edits[i].from.begin});
        result += words[i];
        at = edits[i].from.end;
    }
    result += text.view({at, text.size()});
    return text::Text(std::move(result));
}

std::string excerpt(const text::Text& text, text::Span span) {
    const text::Span around{std::max<text::Position>(0, span.begin - kAround),
                            std::min(text.size(), std::min(span.end, span.begin + kAround) + kAround)};
    std::string words(text.view(around));
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
}

}  // namespace

Versions::Versions(const base::Guid& source, const Same& same, const Replica& here, const Replica& there) {
    for (const Replica* side : {&here, &there}) {
        // How a text became the next stays true, also where that was undone or the source deleted.
        for (const auto* edits : {&side->of(kTextEdit), &side->deleted[kTextEdit]}) {
            for (const auto& edit : *edits) {
                if (same.standing(guid_in(edit.values[0])) != source) continue;
                add(text_in(edit.values[1]), text_in(edit.values[2]), edits_in(edit.values[3]));
            }
        }
    }
}

void Versions::add(const std::string& from, const std::string& to, text::EditList edits) {
    steps_[to].push_back({from, inverse(edits), false});
    steps_[from].push_back({to, std::move(edits), true});
}

std::optional<std::vector<const Versions::Step*>> Versions::way(const std::string& from,
                                                                const std::string& to,
                                                                bool forwards_only) const {
    std::map<std::string, std::pair<std::string, const Step*>> reached{{from, {}}};
    std::deque<std::string> open{from};
    while (!open.empty() && !reached.contains(to)) {
        const std::string at = open.front();
        open.pop_front();
        const auto steps = steps_.find(at);
        if (steps == steps_.end()) continue;
        for (const auto& step : steps->second) {
            if (forwards_only && !step.forwards) continue;
            if (reached.try_emplace(step.to, at, &step).second) open.push_back(step.to);
        }
    }
    if (!reached.contains(to)) return std::nullopt;
    std::vector<const Step*> steps;
    for (std::string at = to; at != from; at = reached.at(at).first) steps.push_back(reached.at(at).second);
    std::reverse(steps.begin(), steps.end());
    return steps;
}

bool Versions::leads(const std::string& from, const std::string& to) const {
    return way(from, to, true).has_value();
}

std::vector<std::string> Versions::ancestors(const std::string& of) const {
    std::vector<std::string> found{of};
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto steps = steps_.find(found[i]);
        if (steps == steps_.end()) continue;
        for (const auto& step : steps->second) {
            if (!step.forwards && std::find(found.begin(), found.end(), step.to) == found.end()) {
                found.push_back(step.to);
            }
        }
    }
    return found;
}

std::optional<std::string> Versions::origin_of(const std::string& a, const std::string& b) const {
    const auto of_b = ancestors(b);
    for (const auto& one : ancestors(a)) {
        if (std::find(of_b.begin(), of_b.end(), one) != of_b.end()) return one;
    }
    return std::nullopt;
}

std::optional<text::Span> Versions::moved(text::Span span, const std::string& from,
                                          const std::string& to) const {
    const auto steps = way(from, to, false);
    if (!steps) return std::nullopt;
    for (const Step* step : *steps) {
        const auto there = text::moved(span, step->edits);
        if (!there) return std::nullopt;
        span = *there;
    }
    return span;
}

std::optional<JoinedText> joined(const text::Text& origin, const text::Text& here, const text::Text& there) {
    const auto ours = text::difference(origin, here);
    const auto theirs = text::difference(origin, there);
    if (touch(ours, theirs)) return std::nullopt;
    JoinedText result;
    result.from_here = rebased(theirs, ours);
    result.from_there = rebased(ours, theirs);
    result.text = corrected(here, result.from_here, put_in(there, theirs));
    return result;
}

RefusedSource first_difference(const base::Guid& source, const std::string& name, const text::Text& here,
                               const text::Text& there) {
    const auto edits = text::difference(here, there);
    if (edits.empty()) return {source, name, {}, {}};
    const text::Span ours = edits.front().from;
    return {source, name, excerpt(here, ours),
            excerpt(there, {ours.begin, ours.begin + edits.front().length})};
}

}  // namespace study::merging
