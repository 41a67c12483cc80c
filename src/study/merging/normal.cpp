// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/normal.h"

#include <map>

namespace study::merging {

namespace {

std::size_t place_of(int table, const char* name) {
    return static_cast<std::size_t>(column_of(table, name));
}

/// Whether the code stands below itself.
bool in_circle(Joint& joint, const Thing& code, std::size_t parent) {
    const Thing* at = &code;
    for (std::size_t steps = 0; steps <= joint.of(kCode).size(); ++steps) {
        const auto above = guid_in(at->values()[parent]);
        at = above.is_nil() ? nullptr : joint.find(kCode, above);
        if (at == nullptr) return false;
        if (at == &code) return true;
    }
    return false;
}

void break_circles(Joint& joint, Settled& settled) {
    const auto parent = place_of(kCode, "parent"), name = place_of(kCode, "name");
    while (true) {
        Thing* first = nullptr;
        for (auto& code : joint.of(kCode)) {
            if (code.exists && (first == nullptr || code.guid < first->guid) &&
                in_circle(joint, code, parent)) {
                first = &code;
            }
        }
        if (first == nullptr) return;
        settled.circles.push_back(text_in(first->values()[name]));
        first->show(static_cast<int>(parent), {});
    }
}

std::string with_sign(const std::string& name, const base::Guid& guid, std::size_t digits) {
    return name + " (" + guid.to_string().substr(0, digits) + ")";
}

void make_names_unique(Joint& joint, int table, Settled& settled) {
    constexpr std::size_t kFewDigits = 4, kManyDigits = 36;
    const auto name = place_of(table, "name");
    const auto place = [&](const Thing& thing) {
        return table == kCode ? thing.values()[place_of(kCode, "parent")] : Value{};
    };
    std::map<std::pair<Value, std::string>, std::vector<Thing*>> named;
    for (auto& thing : joint.of(table)) {
        // What is refused stays as it is.
        const auto& values = thing.untouched ? thing.here->in_file() : thing.values();
        if (thing.exists) named[{place(thing), text_in(values[name])}].push_back(&thing);
    }
    for (auto& [key, things] : named) {
        if (things.size() < 2) continue;
        std::sort(things.begin(), things.end(), [](const Thing* a, const Thing* b) {
            return a->untouched != b->untouched ? a->untouched : a->guid < b->guid;
        });
        for (auto thing = std::next(things.begin()); thing != things.end(); ++thing) {
            std::string other = with_sign(key.second, (*thing)->guid, kFewDigits);
            if (named.contains({key.first, other}))
                other = with_sign(key.second, (*thing)->guid, kManyDigits);
            settled.names.emplace_back(key.second, other);
            (*thing)->show(static_cast<int>(name), other);
        }
    }
}

/// A round in which somebody coded has begun, whatever the later mark says.
void open_rounds(Joint& joint) {
    const auto source = place_of(kCoding, "source"), coder = place_of(kCoding, "coder"),
               layer = place_of(kCoding, "layer");
    std::map<std::pair<Value, Value>, std::int64_t> rounds;
    for (const auto& coding : joint.of(kCoding)) {
        const auto round = coding.exists ? number_in(coding.values()[layer]) : 0;
        if (round <= 1) continue;
        auto& last = rounds[{coding.values()[source], coding.values()[coder]}];
        last = std::max(last, round);
    }
    const auto mark = place_of(kMark, "mark"), round = place_of(kMark, "round");
    for (auto& one : joint.of(kMark)) {
        const auto last = rounds.find({one.values()[0], one.values()[1]});
        if (!one.exists || one.untouched || last == rounds.end()) continue;
        if (number_in(one.values()[round]) >= last->second) continue;
        one.show(static_cast<int>(mark), std::string("coding"));
        one.show(static_cast<int>(round), last->second);
    }
}

}  // namespace

Settled make_valid(Joint& joint) {
    Settled settled;
    open_rounds(joint);
    break_circles(joint, settled);
    for (const int table : {kRole, kTriad, kCoder, kAttribute, kParticipant, kSource, kCode}) {
        make_names_unique(joint, table, settled);
    }
    return settled;
}

}  // namespace study::merging
