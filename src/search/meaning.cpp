// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/meaning.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/strings.h"
#include "base/translate.h"
#include "search/likeness.h"
#include "search/ranges.h"
#include "search/words.h"
#include "study/sources.h"
#include "text/tokens.h"

namespace search {

namespace {

using base::say;
using base::tr;

/// A name as a query gives it: folded, * and ? for letters.
class Wanted {
  public:
    explicit Wanted(const std::string& value)
        : folded_(text::folded(value)), glob_(value.find_first_of("*?") != std::string::npos) {}

    [[nodiscard]] bool is(std::string_view name) const {
        const std::string other = text::folded(name);
        return folded_ == other || (glob_ && glob_matches(folded_, other));
    }
    [[nodiscard]] const std::string& folded() const { return folded_; }

  private:
    std::string folded_;
    bool glob_;
};

/// "There is no role “x”." with what there is, near names first.
[[noreturn]] void refuse(const Condition& condition, const std::string& sentence,
                         std::vector<std::string> names) {
    constexpr std::size_t kShown = 8;
    std::vector<std::string> folded;
    for (const auto& name : names) folded.push_back(text::folded(name));
    const auto near = nearest(text::folded(condition.value), folded, 3);
    std::stable_partition(names.begin(), names.end(), [&](const std::string& name) {
        return std::find(near.begin(), near.end(), text::folded(name)) != near.end();
    });
    const bool more = names.size() > kShown;
    if (more) names.resize(kShown);
    throw QueryError(
        condition.place, sentence,
        names.empty() ? std::string() : say("There are: {}{}.", base::join(names, ", "), more ? ", …" : ""));
}

template <class Things>
std::vector<std::string> names_in(const Things& things) {
    std::vector<std::string> names;
    for (const auto& one : things) names.push_back(one.name);
    return names;
}

template <class Things>
auto ids(const Things& things, const Wanted& wanted) {
    std::set<std::decay_t<decltype(things.front().id)>> found;
    for (const auto& one : things) {
        if (wanted.is(one.name)) found.insert(one.id);
    }
    return found;
}

/// Looks up what a condition means.
class LookUp {
  public:
    explicit LookUp(const Contents& contents) : contents_(contents) {}

    void run(const Condition& condition, Meaning& asked) const {
        const Wanted wanted(condition.value);
        switch (condition.field) {
            case FieldId::role: {
                const auto roles = ids(contents_.roles, wanted);
                if (roles.empty())
                    refuse(condition, say("There is no role “{}”.", condition.value),
                           names_in(contents_.roles));
                take_people(asked, [&](const auto& one) { return roles.contains(one.role); });
                break;
            }
            case FieldId::triad: {
                const auto triads = ids(contents_.triads, wanted);
                if (triads.empty())
                    refuse(condition, say("There is no triad “{}”.", condition.value),
                           names_in(contents_.triads));
                take_people(asked, [&](const auto& one) { return triads.contains(one.triad); });
                break;
            }
            case FieldId::participant:
                take_people(asked, [&](const auto& one) { return wanted.is(one.name); });
                if (asked.participants.empty()) {
                    refuse(condition, say("There is no participant “{}”.", condition.value),
                           names_in(contents_.participants));
                }
                break;
            case FieldId::source:
                for (const auto& source : contents_.sources) {
                    if (wanted.is(source.name) || wanted.is(source.origin)) asked.sources.insert(source.id);
                }
                if (asked.sources.empty()) {
                    refuse(condition, say("There is no source “{}” in the study.", condition.value),
                           names_in(contents_.sources));
                }
                break;
            case FieldId::speaker:
                speakers(condition, wanted, asked);
                break;
            case FieldId::attribute:
                attribute(condition, wanted, asked);
                break;
            case FieldId::coder:
                for (const auto& coder : contents_.coders) {
                    if (wanted.is(coder.name)) asked.coders.insert(coder.id);
                }
                asked.settled = wanted.is(model::kSettled) || wanted.is(kSettledInDutch);
                if (asked.coders.empty() && !asked.settled)
                    refuse(condition, say("There is no coder “{}”.", condition.value),
                           names_in(contents_.coders));
                break;
            default:
                codes_or_numbers(condition, asked);
        }
    }

  private:
    template <class Test>
    void take_people(Meaning& asked, const Test& test) const {
        for (const auto& one : contents_.participants) {
            if (test(one)) asked.participants.insert(one.id);
        }
    }

    void speakers(const Condition& condition, const Wanted& wanted, Meaning& asked) const {
        std::set<std::string> labels;
        for (const auto& one : kSpeakerKinds) labels.insert(one.english);
        const auto* const kind = std::find_if(
            kSpeakerKinds.begin(), kSpeakerKinds.end(),
            [&](const auto& one) { return wanted.folded() == one.english || wanted.folded() == one.dutch; });
        const bool is_kind = kind != kSpeakerKinds.end();
        for (const auto& source : contents_.sources) {
            for (const auto& speaker : source.speakers) {
                labels.insert(speaker.label);
                if (wanted.is(speaker.label) || (is_kind && speaker.kind == kind->kind))
                    asked.speakers.insert(speaker.id);
            }
        }
        if (asked.speakers.empty() && !is_kind) {
            refuse(condition, say("There is no label “{}” in any source.", condition.value),
                   {labels.begin(), labels.end()});
        }
    }

    void attribute(const Condition& condition, const Wanted& wanted, Meaning& asked) const {
        const std::string name = text::folded(condition.attribute);
        const auto found = std::find_if(contents_.attributes.begin(), contents_.attributes.end(),
                                        [&](const auto& one) { return text::folded(one.name) == name; });
        if (found == contents_.attributes.end()) {
            refuse(condition, say("Participants have no attribute “{}”.", condition.attribute),
                   names_in(contents_.attributes));
        }
        const auto range =
            found->type == model::AttributeType::number ? numbers_in(condition.value) : std::nullopt;
        const auto days =
            found->type == model::AttributeType::date ? dates_in(condition.value) : std::nullopt;
        const bool yes = wanted.is("yes") || wanted.is("ja"), no = wanted.is("no") || wanted.is("nee");
        std::set<std::string> values;
        take_people(asked, [&](const model::Participant& one) {
            const auto value = one.attributes.find(found->id);
            if (value == one.attributes.end()) return false;
            const std::string& text = value->second;
            values.insert(text);
            if (wanted.is(text)) return true;
            if (found->type == model::AttributeType::boolean)
                return yes ? text == "true" : no && text == "false";
            if (range) {
                double number = 0;
                std::from_chars(text.data(), text.data() + text.size(), number);
                return range->contains(number);
            }
            const auto day = days ? base::parse_iso_time(text) : std::nullopt;
            return day && days->contains(*day);
        });
        const bool is_range = range || days || yes || no;
        if (asked.participants.empty() && !is_range) {
            refuse(condition, say("Nobody has “{}” as {}.", condition.value, found->name),
                   {values.begin(), values.end()});
        }
    }

    void codes_or_numbers(const Condition& condition, Meaning& asked) const {
        const auto take = [&](const auto& range, const char* example) {
            if (!range) {
                throw QueryError(
                    condition.place,
                    say("“{}” cannot be read as {}.", condition.value, field(condition.field).name),
                    say("For example: {}", example));
            }
            asked.low = static_cast<std::int64_t>(range->low);
            asked.high = static_cast<std::int64_t>(range->high);
        };
        switch (condition.field) {
            case FieldId::turn: {
                auto range = numbers_in(condition.value);
                if (range) range->low = std::max(range->low, 0.0), range->high = std::min(range->high, 1e15);
                take(range, "turn:12, turn:1-10");
                break;
            }
            case FieldId::time:
                take(times_in(condition.value), "time:0:10:00-0:20:00");
                break;
            case FieldId::date:
                take(dates_in(condition.value), "date:2026-01-31, date:2026-01..2026-03");
                break;
            default:
                codes(condition, asked);
        }
    }

    void codes(const Condition& condition, Meaning& asked) const {
        const auto& codebook = contents_.codebook;
        std::string path = condition.value;
        const bool below = path.ends_with("/*");
        if (below) path.resize(path.size() - 2);
        if (path == "*") {
            for (const auto& code : codebook.codes()) asked.codes.insert(code.id);
            return;
        }
        try {
            const model::Code& wanted = codebook.resolve(path);
            if (condition.field == FieldId::dimension && wanted.parent) {
                throw QueryError(condition.place, say("“{}” is no dimension.", condition.value),
                                 say("Its dimension is {}.", codebook.dimension_of(wanted.id).name));
            }
            for (const auto& code : codebook.codes()) {
                if (codebook.is_within(code.id, wanted.id) && !(below && code.id == wanted.id))
                    asked.codes.insert(code.id);
            }
        } catch (const QueryError&) {
            throw;
        } catch (const base::Error& error) {
            throw QueryError(condition.place, error.what(), error.hint());
        }
    }

    const Contents& contents_;
};

}  // namespace

Meaning meaning_of(const Condition& condition, const Contents& contents) {
    Meaning meaning;
    LookUp(contents).run(condition, meaning);
    return meaning;
}

}  // namespace search
