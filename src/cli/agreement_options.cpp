// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/agreement_options.h"

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "base/translate.h"
#include "study/coders.h"

namespace cli {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

/// Those who marked sources as coded.
std::vector<analysis::Observer> coders_at_work(const model::Material& material) {
    std::vector<analysis::Observer> coders;
    for (const auto& coder : material.coders) {
        const bool marked =
            std::any_of(material.sources.begin(), material.sources.end(), [&](const auto& source) {
                const auto mark = source.marks.find(coder.id);
                return mark != source.marks.end() && mark->second.is_coded();
            });
        if (marked) coders.push_back({coder.id});
    }
    if (coders.size() < 2) {
        throw Error(ErrorKind::bad_input,
                    coders.empty()
                        ? tr("Nobody has marked a source as coded yet; agreement needs two coders.")
                        : tr("One coder has marked sources as coded; agreement needs two."),
                    tr("`trialogue mark STUDY SOURCE… coded --coder CODER` says who has finished what."));
    }
    return coders;
}

/// A coder, or one of a coder's rounds: "Bram:2". A coder whose name ends so is meant before a round.
analysis::Observer observer_named(const std::string& name, const study::Study& study) {
    if (name == model::kSettled) return {{}, model::kSettledLayer};
    const auto colon = name.rfind(':');
    if (colon == std::string::npos || study::coders::find(study, name)) {
        return {study::coders::resolve(study, name).id};
    }
    model::Layer round = 0;
    const auto [end, error] = std::from_chars(name.data() + colon + 1, name.data() + name.size(), round);
    if (error != std::errc() || end != name.data() + name.size() || round < model::kFirstRound) {
        throw Error(ErrorKind::usage, say("“{}” is no coder's round.", name), tr("Write NAME:1, NAME:2, …"));
    }
    return {study::coders::resolve(study, name.substr(0, colon)).id, round};
}

}  // namespace

std::vector<analysis::Observer> coders_of(const std::vector<std::string>& names, const study::Study& study,
                                          const model::Material& material) {
    if (names.empty()) return coders_at_work(material);
    std::vector<analysis::Observer> coders;
    for (const auto& name : names) coders.push_back(observer_named(name, study));
    return coders;
}

}  // namespace cli
