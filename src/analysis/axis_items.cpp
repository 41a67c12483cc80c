// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/axis_items.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "analysis/attribute_values.h"
#include "base/error.h"
#include "base/translate.h"

namespace analysis {

namespace {

using base::tr;

AxisItem item(std::string label, std::int64_t id = 0) {
    AxisItem made;
    made.label = std::move(label);
    made.id = id;
    return made;
}

AxisItem rest(std::string label) {
    AxisItem made = item(std::move(label));
    made.none = true;
    return made;
}

AxisItem code_item(const model::Codebook& codebook, const model::Code& code) {
    AxisItem made = item(code.name, code.id.value);
    made.path = codebook.path(code.id);
    made.dimension = codebook.dimension_of(code.id).name;
    return made;
}

Index add(AxisItems& axis, AxisItem made, bool only_if_used = false) {
    axis.items.push_back(std::move(made));
    axis.only_if_used.push_back(only_if_used);
    return axis.size() - 1;
}

AxisItems code_items(const Numbered& numbered, const Selection& selection) {
    const model::Codebook& codebook = numbered.material().codebook;
    AxisItems axis{Facet::code, {}, std::vector<Index>(codebook.codes().size(), kNowhere), {}};
    for (Index i = 0; i < numbered.codes(); ++i) {
        if (!selection.codes[i]) continue;
        const model::Code& code = codebook.codes()[i];
        // A code that became a heading may still stand on passages.
        axis.item_of[i] = add(axis, code_item(codebook, code), !code.codable);
    }
    return axis;
}

AxisItems dimension_items(const Numbered& numbered, const Selection& selection) {
    const model::Codebook& codebook = numbered.material().codebook;
    AxisItems axis{Facet::code, {}, std::vector<Index>(codebook.codes().size(), kNowhere), {}};
    model::CodeId last;
    for (Index i = 0; i < numbered.codes(); ++i) {
        if (!selection.codes[i]) continue;
        const model::Code& dimension = codebook.dimension_of(codebook.codes()[i].id);
        if (dimension.id != last) add(axis, code_item(codebook, dimension));
        last = dimension.id;
        axis.item_of[i] = axis.size() - 1;
    }
    return axis;
}

/// Leaves out the items that had members and have none within the filter, and those without anybody that
/// stand for the rest.
void drop_emptied(AxisItems& axis, const std::vector<std::int64_t>& all,
                  const std::vector<std::int64_t>& left) {
    std::vector<Index> moved(axis.items.size(), kNowhere);
    Index kept = 0;
    for (Index i = 0; i < axis.size(); ++i) {
        if (left[i] == 0 && (all[i] > 0 || axis.items[i].none)) continue;
        if (kept != i) axis.items[kept] = std::move(axis.items[i]);
        moved[i] = kept++;
    }
    axis.items.resize(kept);
    axis.only_if_used.assign(kept, false);
    for (Index& place : axis.item_of) {
        if (place != kNowhere) place = moved[place];
    }
}

void drop_emptied_by_participant(AxisItems& axis, const Selection& selection) {
    std::vector<std::int64_t> all(axis.items.size()), left(axis.items.size());
    for (std::size_t i = 0; i < axis.item_of.size(); ++i) {
        const Index place = axis.item_of[i];
        if (place == kNowhere) continue;
        ++all[place];
        if (selection.participants[i]) ++left[place];
    }
    drop_emptied(axis, all, left);
}

template <class Things, class IdOf>
AxisItems group_items(const Numbered& numbered, const Things& groups, IdOf id_of) {
    AxisItems axis;
    for (const auto& group : groups) add(axis, item(group.name, group.id.value));
    const Index none = add(axis, rest(tr("(none)")));
    const Numbering<decltype(groups.front().id)> places(groups);
    for (const auto& participant : numbered.material().participants) {
        const Index place = places.of(id_of(participant));
        axis.item_of.push_back(place == kNowhere ? none : place);
    }
    return axis;
}

AxisItems participant_items(const Numbered& numbered) {
    AxisItems axis;
    for (const auto& participant : numbered.material().participants) {
        axis.item_of.push_back(add(axis, item(participant.name, participant.id.value)));
    }
    return axis;
}

AxisItems bin_items(const Numbered& numbered, const model::Attribute& attribute,
                    const std::vector<Axis::Bin>& bins) {
    AxisItems axis;
    for (const Axis::Bin& bin : bins) {
        add(axis, item(bin.label.empty() ? fmt::format("{}-{}", bin.low, bin.high) : bin.label));
    }
    const Index others = add(axis, rest(tr("(other)")));
    const Index none = add(axis, rest(tr("(none)")));
    for (const auto& participant : numbered.material().participants) {
        const std::string value = value_of(participant, attribute.id);
        const auto number = number_of(value);
        const auto found = std::find_if(bins.begin(), bins.end(), [&](const Axis::Bin& bin) {
            return number && bin.low <= *number && *number <= bin.high;
        });
        axis.item_of.push_back(value.empty()         ? none
                               : found == bins.end() ? others
                                                     : static_cast<Index>(found - bins.begin()));
    }
    return axis;
}

std::string value_label(model::AttributeType type, const std::string& value) {
    if (type != model::AttributeType::boolean) return value;
    return value == "true" ? tr("yes") : value == "false" ? tr("no") : value;
}

AxisItems value_items(const Numbered& numbered, const model::Attribute& attribute) {
    const auto& participants = numbered.material().participants;
    // Spellings of one value stand together, under the one that is met first.
    std::map<std::string, std::string> spellings;
    std::vector<std::string> keys;
    for (const auto& participant : participants) {
        const std::string value = value_of(participant, attribute.id);
        keys.push_back(value_key(attribute.type, value));
        if (!keys.back().empty()) spellings.try_emplace(keys.back(), value);
    }
    std::vector<std::pair<std::string, std::string>> ordered(spellings.begin(), spellings.end());
    std::stable_sort(ordered.begin(), ordered.end(), [&](const auto& a, const auto& b) {
        return value_less(attribute.type, a.second, b.second);
    });
    AxisItems axis;
    std::map<std::string, Index> places;
    for (const auto& [key, value] : ordered)
        places[key] = add(axis, item(value_label(attribute.type, value)));
    places[""] = add(axis, rest(tr("(none)")));
    for (const std::string& key : keys) axis.item_of.push_back(places.at(key));
    return axis;
}

AxisItems attribute_items(const Axis& axis, const Numbered& numbered) {
    const auto* attribute = find_attribute(numbered.material(), axis.attribute);
    if (!attribute) {
        throw base::Error(base::ErrorKind::not_found,
                          base::say("Participants have no attribute “{}”.", axis.attribute),
                          tr("Choose the rows and columns of the table again."));
    }
    return axis.bins.empty() ? value_items(numbered, *attribute) : bin_items(numbered, *attribute, axis.bins);
}

AxisItems source_items(const Numbered& numbered, const Selection& selection) {
    AxisItems axis;
    axis.facet = Facet::source;
    std::vector<std::int64_t> all, left;
    for (Index i = 0; i < numbered.sources(); ++i) {
        const auto& source = numbered.material().sources[i];
        axis.item_of.push_back(add(axis, item(source.name, source.id.value)));
        const auto people = numbered.people(i);
        all.push_back(static_cast<std::int64_t>(people.size()));
        left.push_back(std::count_if(people.begin(), people.end(), [&](Index person) {
            return person != kNowhere && selection.participants[person];
        }));
    }
    drop_emptied(axis, all, left);
    return axis;
}

/// The coders whose codings can count; the settled layer stands apart, for it is nobody's.
AxisItems coder_items(const Numbered& numbered, const Whose& whose) {
    AxisItems axis{
        Facet::hand, {}, std::vector<Index>(static_cast<std::size_t>(numbered.hands()), kNowhere), {}};
    const auto& coders = numbered.material().coders;
    for (Index i = 0; i < numbered.settled_hand(); ++i) {
        const bool shown =
            whose.kind == Whose::Kind::one ? coders[i].id == whose.coder : whose.kind != Whose::Kind::settled;
        if (shown) axis.item_of[i] = add(axis, item(coders[i].name, coders[i].id.value));
    }
    const bool only_settled = whose.kind == Whose::Kind::settled;
    if (only_settled || whose.kind == Whose::Kind::any) {
        axis.item_of[numbered.settled_hand()] = add(axis, rest(tr("(settled)")), !only_settled);
    }
    if (whose.kind == Whose::Kind::any) {
        axis.item_of[numbered.unknown_hand()] = add(axis, rest(tr("(none)")), true);
    }
    return axis;
}

AxisItems participants_axis(const Axis& axis, const Numbered& numbered) {
    const model::Material& material = numbered.material();
    switch (axis.kind) {
        case Axis::Kind::role:
            return group_items(numbered, material.roles, [](const auto& one) { return one.role; });
        case Axis::Kind::triad:
            return group_items(numbered, material.triads, [](const auto& one) { return one.triad; });
        case Axis::Kind::participant:
            return participant_items(numbered);
        default:
            return attribute_items(axis, numbered);
    }
}

}  // namespace

AxisItems axis_items(const Axis& axis, const Numbered& numbered, const Selection& selection,
                     const Whose& whose) {
    switch (axis.kind) {
        case Axis::Kind::codes:
            return code_items(numbered, selection);
        case Axis::Kind::dimensions:
            return dimension_items(numbered, selection);
        case Axis::Kind::source:
            return source_items(numbered, selection);
        case Axis::Kind::coder:
            return coder_items(numbered, whose);
        default:
            break;
    }
    AxisItems made = participants_axis(axis, numbered);
    drop_emptied_by_participant(made, selection);
    return made;
}

}  // namespace analysis
