// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/settling.h"

#include <algorithm>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "study/coders.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/settlements.h"
#include "study/sources.h"
#include "study/verbs/coding.h"

namespace study::verbs {

namespace {

using base::Error;
using base::ErrorKind;
using base::tr;
using model::CodingId;
using model::Decision;

std::vector<model::Coding> originals(const Edit& edit, const Settling& settling) {
    if (settling.settles.empty()) throw Error(ErrorKind::bad_input, tr("There is nothing to settle."));
    auto found = codings::get(edit.study(), settling.settles);
    if (found.size() != settling.settles.size()) {
        throw Error(ErrorKind::not_found, tr("One of these codings is no longer in the study."),
                    tr("Look at the disagreements anew."));
    }
    for (const auto& coding : found) {
        if (coding.source != settling.source)
            throw Error(ErrorKind::bad_input, tr("These codings are not all of one source."));
    }
    return found;
}

bool meet(const std::optional<text::Span>& a, const std::optional<text::Span>& b) {
    if (!a || !b) return !a && !b;
    return text::overlap(*a, *b) > 0;
}

/// Takes decisions back that are about any of these codings, and what came of them.
void replace_older(Edit& edit, const std::vector<CodingId>& settles) {
    for (const CodingId coding : settles) {
        for (const auto older : settlements::of_coding(edit.study(), coding, false)) reopen(edit, older);
    }
}

/// What of the settled layer stands where something else is to stand now.
std::vector<model::Coding> displaced(const Edit& edit, const Settling& settling,
                                     const std::vector<model::Coding>& originals) {
    std::vector<model::Coding> found;
    for (auto& coding : codings::of_source(edit.study(), settling.source)) {
        if (coding.layer != model::kSettledLayer) continue;
        const bool in_question = std::any_of(
            originals.begin(), originals.end(),
            [&](const model::Coding& one) { return one.code == coding.code && meet(one.span, coding.span); });
        if (in_question && settlements::of_coding(edit.study(), coding.id, true).empty())
            found.push_back(std::move(coding));
    }
    return found;
}

/// The coding of the settled layer that is this outcome; made where there is none.
CodingId stands(Edit& edit, model::SourceId source, const SettledCoding& outcome) {
    const Passage passage = outcome.span ? Passage(*outcome.span) : Passage(std::monostate{});
    const Hand settled;
    if (const auto made = code(edit, source, passage, outcome.code, settled)) return *made;
    for (const auto& coding : codings::of_source(edit.study(), source)) {
        if (coding.layer == model::kSettledLayer && coding.code == outcome.code &&
            coding.span == outcome.span)
            return coding.id;
    }
    throw Error(ErrorKind::internal, tr("This coding is no longer in the study."));
}

text::Span hull_of(const std::vector<model::Coding>& codings) {
    text::Span hull{-1, -1};
    for (const auto& coding : codings) {
        if (!coding.span) return {-1, -1};
        hull = hull.begin < 0 ? *coding.span
                              : text::Span{std::min(hull.begin, coding.span->begin),
                                           std::max(hull.end, coding.span->end)};
    }
    return hull;
}

}  // namespace

model::SettlementId settle(Edit& edit, const Settling& settling) {
    const auto disputed = originals(edit, settling);
    replace_older(edit, settling.settles);
    model::Settlement made;
    if (settling.decision != Decision::later) {
        std::vector<model::Coding> before = displaced(edit, settling, disputed);
        for (const auto& outcome : settling.outcomes)
            made.outcomes.push_back(stands(edit, settling.source, outcome));
        std::sort(made.outcomes.begin(), made.outcomes.end());
        made.outcomes.erase(std::unique(made.outcomes.begin(), made.outcomes.end()), made.outcomes.end());
        for (const auto& coding : before) {
            if (!std::binary_search(made.outcomes.begin(), made.outcomes.end(), coding.id))
                codings::remove(edit, coding.id);
        }
    }
    made.source = settling.source;
    made.code = disputed.front().code;
    made.span = hull_of(disputed);
    made.decision = settling.decision;
    if (settling.decision == Decision::accept) made.accepted = settling.accepted;
    made.reason = std::string(base::trimmed(settling.reason));
    made.coder = settling.coder;
    made.created = edit.now();
    made.codings = static_cast<std::int64_t>(disputed.size());
    made.settles = settling.settles;
    settlements::insert(edit, made);
    if (const auto coder = coders::get(edit.study(), settling.coder)) edit.done_by(coder->guid);
    edit.args()["source"] = sources::get(edit.study(), settling.source).guid.to_string();
    if (const auto code = codes::get(edit.study(), made.code)) edit.args()["code"] = code->guid.to_string();
    return made.id;
}

void settle_all(Edit& edit, const std::vector<Settling>& settlings) {
    for (const auto& one : settlings) settle(edit, one);
    edit.args().erase("source");
    edit.args().erase("code");
    edit.args()["disagreements"] = settlings.size();
}

void reopen(Edit& edit, model::SettlementId id) {
    const auto found = settlements::get(edit.study(), id);
    if (!found) throw Error(ErrorKind::not_found, tr("This decision is no longer in the study."));
    settlements::remove(edit, id);
    for (const auto outcome : found->outcomes) {
        if (settlements::of_coding(edit.study(), outcome, true).empty()) codings::remove(edit, outcome);
    }
    edit.args()["source"] = sources::get(edit.study(), found->source).guid.to_string();
}

}  // namespace study::verbs
