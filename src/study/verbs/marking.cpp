// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/marking.h"

#include "base/error.h"
#include "base/translate.h"
#include "study/coders.h"
#include "study/codings.h"
#include "study/sources.h"

namespace study::verbs {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

void set_progress(Edit& edit, model::SourceId source, const Hand& hand, const model::Progress& progress) {
    codings::set_progress(edit, source, hand.coder, progress);
    if (const auto coder = coders::get(edit.study(), hand.coder)) edit.done_by(coder->guid);
}

}  // namespace

void mark(Edit& edit, model::SourceId source, const Hand& hand, model::Mark mark) {
    auto progress = codings::progress(edit.study(), source, hand.coder);
    progress.mark = mark;
    set_progress(edit, source, hand, progress);
}

void begin_round(Edit& edit, model::SourceId source, const Hand& hand) {
    if (!hand.coder) throw Error(ErrorKind::usage, tr("The settled layer has no rounds; a coder has."));
    const auto before = codings::progress(edit.study(), source, hand.coder);
    if (before.mark != model::Mark::coded) {
        throw Error(ErrorKind::conflict,
                    say("{} is not marked as coded in round {} yet.", sources::get(edit.study(), source).name,
                        before.round),
                    tr("A further round begins when the one before is finished."));
    }
    set_progress(edit, source, hand, {model::Mark::to_do, before.round + 1});
}

void leave_round(Edit& edit, model::SourceId source, const Hand& hand) {
    const auto progress = codings::progress(edit.study(), source, hand.coder);
    const auto name = sources::get(edit.study(), source).name;
    if (!hand.coder || progress.round == model::kFirstRound) {
        throw Error(ErrorKind::conflict, say("{} has no further round that could be taken back.", name));
    }
    for (const auto& coding : codings::of_source(edit.study(), source)) {
        if (coding.coder != hand.coder || coding.layer != progress.round) continue;
        throw Error(ErrorKind::conflict, say("{} has codings of round {} already.", name, progress.round),
                    tr("Take them off first, or undo."));
    }
    set_progress(edit, source, hand, {model::Mark::coded, progress.round - 1});
}

}  // namespace study::verbs
