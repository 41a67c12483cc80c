// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/memos.h"

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "study/coders.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/memos.h"
#include "study/participants.h"
#include "study/sources.h"

namespace study::verbs {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;
using model::Memo;

[[noreturn]] void throw_about_nothing() {
    throw Error(ErrorKind::not_found, tr("What the memo is about is no longer in the study."));
}

void check_content(const std::string& content) {
    if (base::trimmed(content).empty()) throw Error(ErrorKind::bad_input, tr("A memo cannot be empty."));
}

Memo existing(const Edit& edit, model::MemoId id) {
    auto found = memos::get(edit.study(), id);
    if (!found) throw Error(ErrorKind::not_found, tr("This memo is no longer in the study."));
    return *std::move(found);
}

void check_span(const Edit& edit, const Memo& memo) {
    if (!memo.span) return;
    if (memo.about != Memo::About::source) {
        throw Error(ErrorKind::bad_input, tr("Only a memo about a source can stand on a passage."));
    }
    const auto source = sources::get(edit.study(), {memo.target});
    if (!memo.span->empty() && memo.span->begin >= 0 && memo.span->end <= source.length) return;
    throw Error(ErrorKind::bad_input, say("{}:{} is no passage of {}: it has {} characters.",
                                          memo.span->begin, memo.span->end, source.name, source.length));
}

void tell_source(Edit& edit, model::SourceId id) {
    edit.args()["source"] = sources::get(edit.study(), id).guid.to_string();
}

void tell_code(Edit& edit, model::CodeId id) {
    const auto code = codes::get(edit.study(), id);
    if (!code) throw_about_nothing();
    edit.args()["code"] = code->guid.to_string();
}

void tell_participant(Edit& edit, model::ParticipantId id) {
    const auto all = participants::all(edit.study());
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    if (found == all.end()) throw_about_nothing();
    edit.args()["participant"] = found->guid.to_string();
}

/// Says in the history what the memo is about and whose it is.
void tell(Edit& edit, const Memo& memo) {
    switch (memo.about) {
        case Memo::About::study:
            break;
        case Memo::About::source:
            tell_source(edit, {memo.target});
            break;
        case Memo::About::participant:
            tell_participant(edit, {memo.target});
            break;
        case Memo::About::code:
            tell_code(edit, {memo.target});
            break;
        case Memo::About::coding: {
            const auto codings = codings::get(edit.study(), {{memo.target}});
            if (codings.empty()) throw_about_nothing();
            tell_code(edit, codings.front().code);
            tell_source(edit, codings.front().source);
        }
    }
    if (const auto coder = coders::get(edit.study(), memo.coder)) edit.done_by(coder->guid);
}

}  // namespace

model::MemoId add_memo(Edit& edit, const Memo& memo) {
    check_content(memo.content);
    check_span(edit, memo);
    tell(edit, memo);
    return memos::insert(edit, memo);
}

void update_memo(Edit& edit, model::MemoId id, const std::string& content) {
    const Memo memo = existing(edit, id);
    check_content(content);
    tell(edit, memo);
    memos::update(edit, id, content);
}

void remove_memo(Edit& edit, model::MemoId id) {
    const Memo memo = existing(edit, id);
    tell(edit, memo);
    memos::remove(edit, id);
}

}  // namespace study::verbs
