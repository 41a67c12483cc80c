// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/remarks.h"

#include "base/translate.h"

namespace study::merging {

namespace {

using base::say;
using base::say_n;

/// The tables whose rows people know by a name.
constexpr std::array kNamed{kRole, kTriad, kCoder, kAttribute, kParticipant, kSource, kCode};

std::string name_of(int table, const Thing& thing) {
    const int column = tables()[static_cast<std::size_t>(table)].column("name");
    return text_in(thing.values()[static_cast<std::size_t>(column)]);
}

void remark_things(const Joint& joint, std::vector<std::string>& all) {
    for (const int table : kNamed) {
        for (const auto& thing : joint.of(table)) {
            if (!thing.exists && thing.here != nullptr) {
                all.push_back(say("“{}” was deleted there, and goes here too.", name_of(table, thing)));
            } else if (thing.kept) {
                all.push_back(say("“{}” was deleted, but stays: what was done in the other copy needs it.",
                                  name_of(table, thing)));
            } else if (thing.exists && thing.changed_by_both && thing.here != nullptr) {
                all.push_back(
                    say("“{}” was changed in both copies; the later change stands.", name_of(table, thing)));
            }
        }
    }
}

}  // namespace

std::vector<std::string> remarks(const Joint& joint, const Settled& settled, const TextsJoined& texts) {
    std::vector<std::string> all;
    remark_things(joint, all);
    for (const auto& name : settled.circles) {
        all.push_back(
            say("“{}” was moved below a code that was moved below it; it is a dimension now.", name));
    }
    for (const auto& [name, other] : settled.names) {
        all.push_back(say("Two things are named “{}”; one is “{}” now.", name, other));
    }
    if (texts.passages_gone > 0) {
        all.push_back(say_n("{} coding goes: its passage was corrected away in the text.",
                            "{} codings go: their passages were corrected away in the text.",
                            static_cast<std::size_t>(texts.passages_gone)));
    }
    const auto both = std::count_if(joint.of(kCoding).begin(), joint.of(kCoding).end(),
                                    [](const Thing& one) { return one.exists && one.changed_by_both; });
    if (both > 0) {
        all.push_back(say_n("{} coding was changed in both copies; the later change stands.",
                            "{} codings were changed in both copies; the later change stands.",
                            static_cast<std::size_t>(both)));
    }
    return all;
}

}  // namespace study::merging
