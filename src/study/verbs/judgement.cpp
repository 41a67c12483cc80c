// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/judgement.h"

#include "study/codings.h"
#include "study/memos.h"

namespace study::verbs {

Judgement judgement(const model::Coding& coding) {
    return {coding.source, coding.code, coding.span.value_or(text::Span{-1, -1}), coding.coder, coding.layer};
}

void join(Edit& edit, model::Coding& kept, const model::Coding& gone) {
    memos::move_about(edit, model::Memo::About::coding, gone.id.value, kept.id.value);
    codings::remove(edit, gone.id);
    if (gone.starred && !kept.starred) {
        kept.starred = true;
        codings::update(edit, kept);
    }
}

}  // namespace study::verbs
