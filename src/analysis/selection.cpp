// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/selection.h"

#include <algorithm>
#include <string>
#include <utility>

#include "analysis/attribute_values.h"
#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"

namespace analysis {

namespace {

using base::Error;
using base::ErrorKind;

/// One thing that participants can be filtered by, and what each has of it.
struct Trait {
    std::string name;
    model::AttributeType type = model::AttributeType::text;
    std::vector<std::string> own;  ///< [participant]; empty for none
    /// What there is besides, also where nobody has it.
    std::vector<std::string> others;
};

template <class Things>
std::vector<std::string> names_of(const Things& things) {
    std::vector<std::string> names;
    for (const auto& thing : things) names.push_back(thing.name);
    return names;
}

Trait find_trait(const model::Material& material, const std::string& name) {
    const std::string word = base::ascii_lower(base::trimmed(name));
    const auto of_all = [&](auto value) {
        std::vector<std::string> values;
        for (const auto& participant : material.participants) values.push_back(value(participant));
        return values;
    };
    if (word == "role") {
        return {word,
                {},
                of_all([&](const auto& one) { return model::name_in(material.roles, one.role, ""); }),
                names_of(material.roles)};
    }
    if (word == "triad") {
        return {word,
                {},
                of_all([&](const auto& one) { return model::name_in(material.triads, one.triad, ""); }),
                names_of(material.triads)};
    }
    if (word == "participant") return {word, {}, names_of(material.participants), {}};
    if (const auto* attribute = find_attribute(material, name)) {
        return {attribute->name,
                attribute->type,
                of_all([&](const auto& one) { return value_of(one, attribute->id); }),
                {}};
    }
    std::vector<std::string> names{"role", "triad", "participant"};
    for (const auto& attribute : material.attributes) names.push_back(attribute.name);
    throw Error(ErrorKind::not_found, base::say("Participants have no attribute “{}”.", name),
                base::say("There are: {}.", base::join(names, ", ")));
}

Error nobody_has(const Trait& trait, const std::string& value) {
    std::vector<std::string> values = trait.others;
    for (const std::string& one : trait.own) {
        if (!one.empty()) values.push_back(one);
    }
    std::sort(values.begin(), values.end(),
              [&](const auto& a, const auto& b) { return value_less(trait.type, a, b); });
    values.erase(std::unique(values.begin(), values.end()), values.end());
    constexpr std::size_t kMost = 20;
    if (values.size() > kMost) {
        values.resize(kMost);
        values.emplace_back("…");
    }
    return {ErrorKind::not_found, base::say("No participant has {} = {}.", trait.name, value),
            values.empty() ? std::string() : base::say("There are: {}.", base::join(values, ", "))};
}

/// Those whose trait has one of the values.
std::vector<bool> with_values(const Trait& trait, const std::vector<std::string>& values) {
    std::vector<std::string> keys;
    for (const std::string& one : trait.own) keys.push_back(value_key(trait.type, one));
    std::vector<bool> chosen(trait.own.size());
    for (const std::string& value : values) {
        const std::string wanted = value_key(trait.type, value);
        bool known = wanted.empty() ||
                     std::any_of(trait.others.begin(), trait.others.end(), [&](const std::string& other) {
                         return value_key(trait.type, other) == wanted;
                     });
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (keys[i] != wanted) continue;
            chosen[i] = true;
            known = true;
        }
        if (!known) throw nobody_has(trait, value);
    }
    return chosen;
}

std::vector<bool> chosen_participants(const model::Material& material, const std::vector<Where>& where) {
    struct Condition {
        Trait trait;
        std::vector<std::string> values;
    };
    std::vector<Condition> conditions;
    for (const Where& one : where) {
        Trait trait = find_trait(material, one.attribute);
        auto same = std::find_if(conditions.begin(), conditions.end(),
                                 [&](const Condition& other) { return other.trait.name == trait.name; });
        if (same == conditions.end()) same = conditions.insert(same, {std::move(trait), {}});
        same->values.emplace_back(base::trimmed(one.value));
    }
    std::vector<bool> chosen(material.participants.size(), true);
    for (const Condition& condition : conditions) {
        const std::vector<bool> fitting = with_values(condition.trait, condition.values);
        for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = chosen[i] && fitting[i];
    }
    return chosen;
}

std::vector<bool> chosen_codes(const Numbered& numbered, const std::vector<model::CodeId>& wanted) {
    const model::Codebook& codebook = numbered.material().codebook;
    std::vector<bool> chosen(codebook.codes().size(), wanted.empty());
    for (const model::CodeId ancestor : wanted) {
        const Index place = numbered.code(ancestor);
        if (place == kNowhere) {
            throw Error(ErrorKind::not_found,
                        base::tr("A code that the table asks for is not in the codebook."),
                        base::tr("Choose the codes of the table again."));
        }
        // What stands below a code follows it.
        for (Index i = place; i < numbered.codes() && codebook.is_within(codebook.codes()[i].id, ancestor);
             ++i) {
            chosen[i] = true;
        }
    }
    return chosen;
}

}  // namespace

Selection selection(const Numbered& numbered, const CrosstabSpec& spec) {
    return {chosen_participants(numbered.material(), spec.where), chosen_codes(numbered, spec.codes)};
}

}  // namespace analysis
