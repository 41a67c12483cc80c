// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/label_choice.h"

#include <algorithm>
#include <array>

namespace text {

namespace {

using Candidates = std::vector<LabelCandidate>;

bool is_decorated(LabelForm form) {
    return form == LabelForm::bold || form == LabelForm::heading;
}

/// Weighs one form. The numbers below are shares that hold for the transcripts of ../shared/data and leave
/// reports, minutes and essays without speakers.
class FormTrial {
  public:
    FormTrial(const Candidates& candidates, const LabelTable& labels, std::size_t lines, LabelForm form)
        : candidates_(candidates), labels_(labels), lines_(lines), form_(form) {}

    LabelChoice result() {
        choice_.form = form_;
        choice_.is_speaker.assign(labels_.size(), false);
        accept_recurring();
        if (core_ == 0 && !accepts_roles()) return {};
        accept_single();
        count_turns();
        if (!is_transcript()) return {};
        choice_.turns = turns_;
        return std::move(choice_);
    }

  private:
    void accept_recurring();
    void accept_single();
    void count_turns();
    [[nodiscard]] bool is_transcript() const;
    [[nodiscard]] bool recurs(const LabelEntry& label, std::size_t n) const;
    [[nodiscard]] bool single_fits(const LabelEntry& label, const LabelCandidate& where) const;
    [[nodiscard]] bool accepts_roles() const { return form_ == LabelForm::colon || is_decorated(form_); }
    [[nodiscard]] std::size_t count_of(const LabelEntry& label) const {
        return label.count[static_cast<std::size_t>(form_)];
    }
    [[nodiscard]] bool share(std::size_t n, std::size_t one_in) const { return n * one_in >= lines_; }

    const Candidates& candidates_;
    const LabelTable& labels_;
    std::size_t lines_;
    LabelForm form_;
    LabelChoice choice_;
    std::size_t all_ = 0;     ///< candidates in this form
    std::size_t likely_ = 0;  ///< of them, those whose label occurs often enough
    std::size_t core_ = 0;    ///< those of labels that recur
    std::size_t speakers_ = 0, turns_ = 0, changes_ = 0, unfollowed_ = 0;
    std::size_t alone_ = 0;
    std::size_t first_line_ = 0;
    bool has_initials_ = false, has_capitals_ = false, has_name_ = false, has_role_ = false;
};

bool FormTrial::recurs(const LabelEntry& label, std::size_t n) const {
    switch (form_) {
        case LabelForm::chat:
            return n >= 1;
        case LabelForm::bracket:
            return n >= 3 && label.look > LabelLook::opener;
        case LabelForm::bold:
        case LabelForm::heading:
            return label.look >= LabelLook::word ? n >= 2 : label.look != LabelLook::never && n >= 3;
        case LabelForm::dash:
            return n >= 3 && label.look == LabelLook::initials;
        case LabelForm::stop:
            return label.look == LabelLook::address || (label.look == LabelLook::initials && n >= 3) ||
                   (n >= 2 && label.look >= LabelLook::name && label.folded.ends_with(')'));
        case LabelForm::bare:
            return label.look >= LabelLook::word && (n >= 3 || (n == 2 && likely_ <= 20));
        case LabelForm::slip:
            return false;
        default:
            break;
    }
    switch (label.look) {
        case LabelLook::never:
        case LabelLook::opener:
            return false;
        case LabelLook::phrase:
            return n >= 5 && n * 10 >= likely_;
        case LabelLook::word:
            return (n >= 3 && n * 100 >= likely_) || (n == 2 && likely_ <= 20);
        case LabelLook::address:
            return true;
        default:
            return n >= 2;
    }
}

void FormTrial::accept_recurring() {
    for (std::uint32_t i = 0; i < labels_.size(); ++i) {
        const std::size_t n = count_of(labels_[i]);
        all_ += n;
        if (labels_[i].look >= LabelLook::word && n >= 2) likely_ += n;
    }
    for (std::uint32_t i = 0; i < labels_.size(); ++i) {
        const LabelEntry& label = labels_[i];
        const std::size_t n = count_of(label);
        if (n == 0 || !recurs(label, n)) continue;
        choice_.is_speaker[i] = true;
        core_ += n;
        has_initials_ = has_initials_ || label.look == LabelLook::initials;
        has_capitals_ = has_capitals_ || label.look == LabelLook::capitals;
        has_name_ = has_name_ || label.look == LabelLook::name;
        has_role_ = has_role_ || label.look >= LabelLook::address;
    }
}

/// Whether a label that does not recur may speak once among speakers that do.
bool FormTrial::single_fits(const LabelEntry& label, const LabelCandidate& where) const {
    if (label.look <= LabelLook::opener || where.quoted) return false;
    if (is_decorated(form_)) return core_ * 5 >= all_ * 3;
    if (form_ != LabelForm::colon && form_ != LabelForm::timed && form_ != LabelForm::tab) {
        return form_ == LabelForm::stop && has_role_ && label.look >= LabelLook::name &&
               label.folded.ends_with(')');
    }
    switch (label.look) {
        case LabelLook::role:
        case LabelLook::address:
            return true;
        case LabelLook::initials:
            return has_initials_;
        case LabelLook::capitals:
            return has_initials_ || has_capitals_;
        case LabelLook::name:
            return has_name_;
        case LabelLook::word: {
            const bool hardly_any = has_role_ && all_ >= lines_ && lines_ <= 20;
            const bool above_speech =
                where.alone && form_ == LabelForm::colon && core_ * 5 >= all_ * 4 && core_ >= 10;
            return hardly_any || above_speech;
        }
        default:
            return false;
    }
}

void FormTrial::accept_single() {
    const std::vector<bool> core = choice_.is_speaker;
    const auto accept = [&](bool roles) {
        for (const LabelCandidate& candidate : candidates_) {
            const LabelEntry& label = labels_[candidate.label];
            if (candidate.form != form_ || core[candidate.label] ||
                (label.look >= LabelLook::address) != roles)
                continue;
            if (!single_fits(label, candidate)) continue;
            choice_.is_speaker[candidate.label] = true;
            has_role_ = has_role_ || roles;
        }
    };
    // Roles first: beside them a name may stand once.
    accept(true);
    accept(false);
}

void FormTrial::count_turns() {
    const LabelCandidate* before = nullptr;
    for (const LabelCandidate& candidate : candidates_) {
        if (candidate.form != form_ || !choice_.is_speaker[candidate.label]) continue;
        if (turns_ == 0) first_line_ = candidate.line;
        ++turns_;
        if (candidate.alone) ++alone_;
        if (before != nullptr && before->label != candidate.label) ++changes_;
        if (before != nullptr && before->alone && before->line + 1 == candidate.line) ++unfollowed_;
        if (form_ == LabelForm::timed && !candidate.followed) ++unfollowed_;
        before = &candidate;
    }
    speakers_ =
        static_cast<std::size_t>(std::count(choice_.is_speaker.begin(), choice_.is_speaker.end(), true));
}

bool FormTrial::is_transcript() const {
    const bool one = speakers_ == 1;
    const bool named = has_name_ || has_capitals_ || has_initials_ || has_role_;
    switch (form_) {
        case LabelForm::chat:
            return turns_ >= 1;
        case LabelForm::bracket:
            return !one && turns_ >= 4 && core_ * 10 >= all_ * 7 && share(turns_, 3) && alone_ * 4 <= turns_;
        case LabelForm::bold:
        case LabelForm::heading:
            if (turns_ < 3 || core_ * 2 < all_ || unfollowed_ * 5 > turns_) return false;
            if (one) return has_role_ || has_name_;
            return changes_ > 0 && (named || (turns_ >= 6 && share(turns_, 10)));
        case LabelForm::dash:
            return !one && turns_ >= 6 && changes_ * 2 >= turns_;
        case LabelForm::stop:
            return !one && turns_ >= 4 && share(turns_, 10);
        case LabelForm::tab:
            return !one && turns_ >= 3 && share(turns_, 4) && changes_ > 0;
        case LabelForm::timed:
            return turns_ >= 3 && unfollowed_ * 5 <= turns_;
        case LabelForm::bare:
            return !one && turns_ >= (has_role_ ? 4 : 6) && share(turns_, 6) && changes_ * 2 >= turns_ &&
                   unfollowed_ * 10 <= turns_;
        case LabelForm::decorated_bare:
            return !one && turns_ >= 4 && share(turns_, 10) && changes_ > 0 && unfollowed_ * 10 <= turns_ &&
                   named;
        default:
            break;
    }
    if (unfollowed_ * 2 > turns_) return false;
    if (one) {
        return (has_role_ && (turns_ >= 3 || first_line_ == 0)) || (named && turns_ >= 5 && share(turns_, 3));
    }
    if (changes_ == 0) return false;
    if (has_role_) return turns_ >= 4 || share(turns_, 2);
    if (named) return turns_ >= 3 && share(turns_, 50);
    return turns_ >= 4 && share(turns_, turns_ >= 6 ? 25 : 10);
}

}  // namespace

LabelChoice choose_labels(const Candidates& candidates, const LabelTable& labels, std::size_t lines) {
    LabelChoice best;
    best.is_speaker.assign(labels.size(), false);
    std::array<bool, kLabelForms> occurs{};
    for (const LabelCandidate& candidate : candidates)
        occurs[static_cast<std::size_t>(candidate.form)] = true;
    for (std::size_t form = 0; form < kLabelForms; ++form) {
        if (!occurs[form]) continue;
        LabelChoice choice = FormTrial(candidates, labels, lines, static_cast<LabelForm>(form)).result();
        if (choice.turns > best.turns) best = std::move(choice);
    }
    return best;
}

}  // namespace text
