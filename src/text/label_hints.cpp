// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/label_hints.h"

#include <algorithm>
#include <unordered_map>

#include "text/utf8_scan.h"

namespace text {

namespace {

/// A hint longer than this is a bold paragraph.
constexpr std::size_t kLongestHint = 200;

bool is_marked(const LabelCandidate& candidate) {
    return candidate.form == LabelForm::colon || candidate.form == LabelForm::bold ||
           candidate.form == LabelForm::tab || candidate.form == LabelForm::stop ||
           candidate.form == LabelForm::dash || candidate.form == LabelForm::timed;
}

}  // namespace

std::vector<HintedLabel> hinted_labels(const Text& text, const std::vector<LabelHint>& hints) {
    std::vector<HintedLabel> labels;
    labels.reserve(hints.size());
    const std::string_view utf8 = text.utf8();
    for (const LabelHint& hint : hints) {
        std::size_t begin = text.byte_of(hint.span.begin);
        std::size_t end = text.byte_of(hint.span.end);
        if (end <= begin) continue;
        begin = after_blanks(utf8.substr(0, end), begin);
        end = before_blanks(utf8, begin, end);
        if (end > begin && end - begin <= kLongestHint) labels.push_back({begin, end});
    }
    std::sort(labels.begin(), labels.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return labels;
}

void mark_hinted(std::string_view line, std::size_t offset, const LineHead& head, const HintedLabel& hint,
                 std::size_t first, std::vector<LabelCandidate>& candidates) {
    std::size_t end = std::min(hint.end - offset, line.size());
    const std::size_t begin = std::max(hint.begin, head.rest) - offset;
    if (begin >= end || head.rest < hint.begin) return;
    std::size_t label_end = end;
    while (label_end > begin && std::string_view(":.-").find(line[label_end - 1]) != std::string_view::npos)
        --label_end;
    label_end = before_blanks(line, begin, label_end);
    bool found = false;
    for (std::size_t i = first; i < candidates.size(); ++i) {
        LabelCandidate& candidate = candidates[i];
        const bool same =
            candidate.label_begin == offset + begin && candidate.label_end == offset + label_end;
        if (!same || candidate.form == LabelForm::slip) continue;
        candidate.hinted = found = true;
    }
    if (found || label_end == begin) return;
    const std::size_t next = after_blanks(line, end);
    const bool marked = label_end < end || (next < line.size() && line[next] == ':') ||
                        (end < line.size() && line[end] == '\t');
    if (!marked && next < line.size()) return;
    const Body body = body_after(line, next < line.size() && line[next] == ':' ? next + 1 : end);
    LabelCandidate candidate;
    candidate.begin = head.begin;
    candidate.label_begin = offset + begin;
    candidate.label_end = offset + label_end;
    candidate.body = offset + body.begin;
    candidate.form = marked ? LabelForm::colon : LabelForm::bare;
    candidate.alone = body.alone;
    candidate.timed = head.has_time;
    candidate.hinted = true;
    candidates.push_back(candidate);
}

void weigh_hints(std::vector<LabelCandidate>& candidates, const LabelTable& labels) {
    std::unordered_map<std::uint32_t, std::size_t> times;
    std::size_t marked = 0;
    std::size_t unmarked = 0;
    for (const LabelCandidate& candidate : candidates) {
        if (!candidate.hinted) continue;
        ++times[candidate.label];
        ++(is_marked(candidate) ? marked : unmarked);
    }
    if (times.empty()) return;
    const bool some_recur =
        std::any_of(times.begin(), times.end(), [](const auto& label) { return label.second > 1; });
    std::size_t before = candidates.size();  // the hinted candidate that stands above
    bool any_turn = false;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        LabelCandidate& candidate = candidates[i];
        if (!candidate.hinted) continue;
        const LabelLook look = labels[candidate.label].look;
        // A label alone on its line, with another label right below, has no speech.
        const bool heads_a_label = before < i && candidates[before].alone &&
                                   candidates[before].line + 1 == candidate.line &&
                                   !is_marked(candidates[before]);
        if (heads_a_label) candidates[before].hinted = false;
        const std::size_t n = times[candidate.label];
        // "El vicepresident" opens with an article, but a style that recurs is no remark.
        bool keep = look > LabelLook::opener || (look == LabelLook::opener && n > 2 && !is_marked(candidate));
        if (is_marked(candidate)) {
            keep = keep && (look >= LabelLook::name || some_recur || n > 1 || times.size() > 2);
            keep = keep && (look != LabelLook::phrase || n > 1);
        } else {
            const bool own_form = unmarked > marked && unmarked >= 3;
            keep = keep && candidate.alone && candidate.followed &&
                   (n > 1 || (own_form && any_turn) || (own_form && look >= LabelLook::name));
        }
        candidate.hinted = keep;
        any_turn = any_turn || keep;
        before = i;
    }
}

}  // namespace text
