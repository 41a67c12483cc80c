// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/memos/memo_subject.h"

#include "base/translate.h"
#include "study/codings.h"

namespace ui {

namespace {

using base::say;
using base::tr;

std::string name_of_source(const Context& context, model::SourceId id) {
    for (const auto& source : context.material().sources) {
        if (source.id == id) return source.name;
    }
    return "–";
}

std::optional<model::Coding> coding_of(const Context& context, const model::Memo& memo) {
    const auto found = study::codings::get(context.study(), {model::CodingId{memo.target}});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

}  // namespace

std::string subject_of(const Context& context, const model::Memo& memo) {
    switch (memo.about) {
        case model::Memo::About::study:
            return tr("The study");
        case model::Memo::About::source: {
            const std::string name = name_of_source(context, model::SourceId{memo.target});
            return memo.span ? say("Passage in {}", name) : say("Source {}", name);
        }
        case model::Memo::About::participant:
            for (const auto& one : context.material().participants) {
                if (one.id.value == memo.target) return say("Participant {}", one.name);
            }
            return tr("Participant");
        case model::Memo::About::code: {
            const model::CodeId code{memo.target};
            return context.codebook().find(code) != nullptr ? say("Code {}", context.codebook().path(code))
                                                            : std::string(tr("Code"));
        }
        case model::Memo::About::coding:
            // Whole paths would differ only where the list cuts them off.
            if (const auto coding = coding_of(context, memo)) {
                if (const auto* code = context.codebook().find(coding->code))
                    return say("Coding {}, {}", code->name, name_of_source(context, coding->source));
            }
            return tr("Coding");
    }
    return {};
}

std::optional<Place> place_of(const Context& context, const model::Memo& memo) {
    if (memo.about == model::Memo::About::source) return Place{model::SourceId{memo.target}, memo.span};
    if (memo.about == model::Memo::About::coding) {
        if (const auto coding = coding_of(context, memo)) return Place{coding->source, coding->span};
    }
    return {};
}

}  // namespace ui
