// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/story.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "study/checking.h"
#include "study/copies.h"
#include "study/copying.h"
#include "study/forgetting.h"
#include "study/history.h"

namespace support {

namespace {

constexpr std::int64_t kBegin = 1'800'000'000;
/// The clock of each copy is that much behind the one before it.
constexpr int kSlow = 30;

/// A study that several people have a copy of.
void fill(TemporaryStudy& study) {
    const auto one =
        study.add_source("T1", "I: Hoe gaat het met je?\nM: Goed hoor, dank je wel.\nI: Fijn.\n");
    const auto two = study.add_source("T2", "I: En met u?\nM: Ook goed, al was het een lange week.\n");
    const auto dimension = study.add_code("n0");
    const auto code = study.add_code("n1", dimension);
    study.add_code("n2");
    study.add_coding(one, {2, 8}, code, "Anna");
    study.add_coding(two, {3, 9}, dimension, "settled");
}

}  // namespace

Copies::Copies(int count, const Story& story, std::uint64_t seed) : world_(seed), now_(kBegin) {
    fill(origin_);
    for (int i = 0; i < count; ++i) {
        const auto path = origin_.folder() / fmt::format("copy{}.trialogue", i);
        study::copy_to(*origin_, path);
        copies_.push_back(study::Study::open(path, study::Access::write));
    }
    for (const auto& [who, what, which] : story) happen(who, what, which);
}

int Copies::add_copy_of(int copy) {
    const auto path = origin_.folder() / fmt::format("copy{}.trialogue", copies_.size());
    study::copy_to(at(copy), path);
    copies_.push_back(study::Study::open(path, study::Access::write));
    return static_cast<int>(copies_.size()) - 1;
}

void Copies::happen(int who, int what, int which) {
    // Mostly within the second, so that more than clocks must tell what came first.
    if (which % 3 == 0) ++now_;
    world_.set_clock(now_ - who * kSlow);
    study::Study& study = at(who);
    study::History history(study);
    if (what < kThings) {
        do_something(study, what, which);
    } else if (what == kUndo) {
        if (history.undoable()) history.undo();
    } else if (what == kRedo) {
        if (history.redoable()) history.redo();
    } else if (what == kForget) {
        study::forget(study);
    } else {
        const int step = what == kMergeNext ? 1 : 2;
        merge(who, (who + step) % static_cast<int>(copies_.size()));
    }
}

study::merging::MergeReport Copies::merge(int into, int from) {
    const auto report = merge_in(at(into), at(from).path());
    for (const auto& source : report.refused) refused_.insert(source.guid);
    const auto findings = study::check(at(into));
    if (!findings.empty()) throw std::runtime_error("merged, but not whole: " + findings.front());
    return report;
}

std::vector<std::string> Copies::told_of(int copy) const {
    constexpr std::array kOnSources{"coding", "memo", "mark", "settlement", "setting"};
    auto lines = without(told(at(copy)), refused_);
    std::erase_if(lines, [&](const std::string& line) {
        const auto table = line.substr(0, line.find(' '));
        if (refused_.empty()) return table == "text_edit";
        return std::find(kOnSources.begin(), kOnSources.end(), table) == kOnSources.end();
    });
    return lines;
}

}  // namespace support
