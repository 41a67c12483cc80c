// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/random_edits.h"

#include <stdexcept>

#include "base/error.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/participants.h"
#include "study/sources.h"
#include "study/temporary_study.h"
#include "study/verbs/codebook.h"
#include "study/verbs/coding.h"
#include "study/verbs/marking.h"
#include "study/verbs/memos.h"
#include "study/verbs/people.h"
#include "study/verbs/turns.h"

namespace support {

std::optional<std::int64_t> do_something(study::Study& study, int what, int which) {
    const auto pick = [&](const auto& list) {
        return list.at(static_cast<std::size_t>(which) % std::max<std::size_t>(1, list.size()));
    };
    const auto codebook = study::codes::codebook(study);
    const auto sources = study::sources::all(study);
    const auto people = study::participants::all(study);
    const auto a_coding = [&] { return pick(study::codings::of_source(study, pick(sources).id)).id; };
    const std::string name = fmt::format("n{}", which % 7);
    study::Edit edit(study, "random");
    try {
        using namespace study::verbs;
        switch (what) {
            case 0: {
                model::Code code;
                code.name = name;
                if (which % 3 == 0 && !codebook.empty()) code.parent = pick(codebook.codes()).id;
                add_code(edit, code);
                break;
            }
            case 1: {
                auto code = pick(codebook.codes());
                code.name = name;
                code.definition += "x";
                change_code(edit, code);
                break;
            }
            case 2:
                move_code(edit, pick(codebook.codes()).id,
                          which % 2 == 0 ? model::CodeId{} : codebook.codes().at(0).id);
                break;
            case 3:
                merge_codes(edit, pick(codebook.codes()).id, codebook.codes().at(0).id);
                break;
            case 4:
                remove_code(edit, pick(codebook.codes()).id);
                break;
            case 5: {
                std::string text = "I: vraag?\nM: antwoord nummer ";
                text += std::to_string(which) + "\n";
                import_source(edit, draft_of(fmt::format("s{}", which), text), false);
                break;
            }
            case 6:
                remove_source(edit, pick(sources).id);
                break;
            case 7:
                rename_source(edit, pick(sources).id, name);
                break;
            case 8: {
                const auto participant = ensure_participant(edit, name, "ouder", "T1");
                set_speaker(edit, pick(sources).id, "M", {text::SpeakerKind::participant, {participant}});
                break;
            }
            case 9:
                remove_participant(edit, pick(people).id);
                break;
            case 10:
            case 11:
            case 12: {
                const auto span = text::Span{which % 5, 6 + which % 11};
                code(edit, pick(sources).id, span, pick(codebook.codes()).id,
                     hand(edit, which % 2 ? "Anna" : "settled"));
                break;
            }
            case 13:
                mark(edit, pick(sources).id, hand(edit, "Anna"), model::Mark::coded);
                break;
            case 14:
                resize_coding(edit, a_coding(), {which % 4, 7 + which % 9});
                break;
            case 15:
                recode(edit, a_coding(), pick(codebook.codes()).id);
                break;
            case 16:
                remove_coding(edit, a_coding());
                break;
            case 17:
                star(edit, a_coding(), which % 3 != 0);
                break;
            case 18: {
                const auto& source = pick(sources);
                set_turn_speaker(edit, source.id, static_cast<std::size_t>(which % 3), name);
                break;
            }
            case 19: {
                const auto& source = pick(sources);
                split_turn(edit, source.id, static_cast<std::size_t>(which % 3), which % 40, name);
                break;
            }
            case 20:
                join_turns(edit, pick(sources).id, static_cast<std::size_t>(which % 3));
                break;
            case 21:
                set_role(edit, pick(people).id, which % 4 == 0 ? "" : name);
                break;
            case 22: {
                model::Memo memo;
                memo.about = which % 2 ? model::Memo::About::source : model::Memo::About::coding;
                memo.target = which % 2 ? pick(sources).id.value : a_coding().value;
                memo.content = name;
                add_memo(edit, memo);
                break;
            }
            default: {
                auto update =
                    draft_of(pick(sources).name, "M: " + std::to_string(which) + " antwoord nummer\n");
                import_source(edit, update, true);
            }
        }
    } catch (const base::Error& error) {
        using enum base::ErrorKind;
        // Only a rule's refusal is part of the game.
        if (error.kind() != conflict && error.kind() != bad_input && error.kind() != not_found) throw;
        return std::nullopt;
    } catch (const std::out_of_range&) {
        return std::nullopt;
    }
    return edit.commit();
}

}  // namespace support
