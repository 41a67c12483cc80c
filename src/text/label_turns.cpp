// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/label_turns.h"

#include <algorithm>

namespace text {

namespace {

using Candidates = std::vector<LabelCandidate>;

/// The speakers that a label stands for beside itself, once the speakers are known.
class LabelAliases {
  public:
    LabelAliases(const LabelTable& labels, const LabelChoice& choice) : speaker_(labels.size(), -1) {
        for (std::uint32_t i = 0; i < labels.size(); ++i) {
            if (choice.is_speaker[i]) speaker_[i] = i;
        }
        for (std::uint32_t i = 0; i < labels.size(); ++i) {
            const bool recurs = labels[i].count[static_cast<std::size_t>(choice.form)] > 2;
            const std::int64_t other = alias_of(labels, labels[i].folded);
            if (other >= 0 && choice.is_speaker[static_cast<std::size_t>(other)] && !recurs) {
                speaker_[i] = other;
            } else if (speaker_[i] < 0 && is_joint_of_speakers(labels, choice, labels[i].folded)) {
                speaker_[i] = i;
            }
        }
    }
    /// The label under which a label's turns are counted; -1 if it is no speaker.
    [[nodiscard]] std::int64_t operator[](std::uint32_t label) const { return speaker_[label]; }

  private:
    static std::int64_t alias_of(const LabelTable& labels, std::string_view folded) {
        const std::size_t open = folded.find(" (");
        if (open == std::string_view::npos || !folded.ends_with(')')) return -1;
        const std::int64_t short_form = labels.find(folded.substr(open + 2, folded.size() - open - 3));
        return short_form >= 0 ? short_form : labels.find(folded.substr(0, open));
    }
    static bool is_joint_of_speakers(const LabelTable& labels, const LabelChoice& choice,
                                     std::string_view folded) {
        const auto names = joint_speakers(folded);
        return !names.empty() && std::all_of(names.begin(), names.end(), [&](std::string_view name) {
            const std::int64_t label = labels.find(name);
            return label >= 0 && choice.is_speaker[static_cast<std::size_t>(label)];
        });
    }

    std::vector<std::int64_t> speaker_;
};

}  // namespace

std::vector<ChosenTurn> apply_labels(const Candidates& candidates, const LabelTable& labels,
                                     const LabelChoice& choice, std::size_t lines) {
    std::vector<ChosenTurn> turns;
    const LabelAliases aliases(labels, choice);
    const bool mostly_labelled = choice.turns * 2 >= lines;
    const bool nearly_all_labelled = choice.turns * 10 >= lines * 8;
    std::int64_t speaking = -1;
    const auto fits = [&](const LabelCandidate& candidate) {
        if (candidate.hinted) return true;
        const std::int64_t speaker = aliases[candidate.label];
        const LabelLook look = labels[candidate.label].look;
        const bool outspoken =
            look == LabelLook::role || look == LabelLook::capitals || look == LabelLook::address;
        if (candidate.form == LabelForm::timed && choice.turns > 0 && outspoken && candidate.alone)
            return true;
        if (speaker < 0) return false;
        if (candidate.form == choice.form) return true;
        const bool initials = look == LabelLook::initials;
        switch (candidate.form) {
            case LabelForm::colon:
            case LabelForm::bold:
            case LabelForm::chat:
            case LabelForm::tab:
                return true;
            case LabelForm::timed:
                return candidate.alone;
            case LabelForm::dash:
                return initials;
            case LabelForm::stop:
                return mostly_labelled && (initials || look == LabelLook::address);
            case LabelForm::slip:
                return candidate.marked || (nearly_all_labelled && speaker != speaking && !candidate.alone);
            default:
                return false;
        }
    };
    for (std::size_t i = 0; i < candidates.size();) {
        std::size_t end = i;
        std::size_t chosen = candidates.size();
        for (; end < candidates.size() && candidates[end].line == candidates[i].line; ++end) {
            if (!fits(candidates[end])) continue;
            const auto rank = [&](std::size_t at) {
                if (candidates[at].form == choice.form) return -1;
                return static_cast<int>(candidates[at].form);
            };
            if (chosen == candidates.size() || rank(end) < rank(chosen)) chosen = end;
        }
        if (chosen < candidates.size()) {
            const std::int64_t speaker = aliases[candidates[chosen].label];
            speaking = speaker < 0 ? static_cast<std::int64_t>(candidates[chosen].label) : speaker;
            turns.push_back({chosen, static_cast<std::uint32_t>(speaking)});
        }
        i = end;
    }
    return turns;
}

}  // namespace text
