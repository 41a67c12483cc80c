// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/random_edits.h"

#include <array>
#include <stdexcept>

#include "base/error.h"
#include "study/coders.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/history.h"
#include "study/memos.h"
#include "study/participants.h"
#include "study/settings.h"
#include "study/settlements.h"
#include "study/sources.h"
#include "study/temporary_study.h"
#include "study/verbs/codebook.h"
#include "study/verbs/coders.h"
#include "study/verbs/coding.h"
#include "study/verbs/marking.h"
#include "study/verbs/memos.h"
#include "study/verbs/package.h"
#include "study/verbs/people.h"
#include "study/verbs/searches.h"
#include "study/verbs/settings.h"
#include "study/verbs/settling.h"
#include "study/verbs/turns.h"

namespace support {

namespace {

using namespace study::verbs;

/// One change of a study, and what `which` picks of it.
struct Doing {
    study::Edit& edit;
    int which;

    [[nodiscard]] study::Study& study() const { return edit.study(); }
    [[nodiscard]] std::string name() const { return fmt::format("n{}", which % 7); }

    /// Throws std::out_of_range where there is none.
    template <class List>
    auto pick(const List& list) const {
        return list.at(static_cast<std::size_t>(which) % std::max<std::size_t>(1, list.size()));
    }
    [[nodiscard]] std::vector<model::Code> codes() const { return study::codes::codebook(study()).codes(); }
    [[nodiscard]] model::Code a_code() const { return pick(codes()); }
    [[nodiscard]] model::Source a_source() const { return pick(study::sources::all(study())); }
    [[nodiscard]] model::Participant a_person() const { return pick(study::participants::all(study())); }
    [[nodiscard]] model::Coding a_coding() const {
        return pick(study::codings::of_source(study(), a_source().id));
    }
    [[nodiscard]] model::Memo a_memo() const { return pick(study::memos::all(study())); }
    [[nodiscard]] model::Coder a_coder() const { return pick(study::coders::all(study())); }
    [[nodiscard]] std::size_t a_turn() const { return static_cast<std::size_t>(which % 3); }
};

void add_a_code(const Doing& it) {
    model::Code code;
    code.name = it.name();
    if (it.which % 3 == 0 && !it.codes().empty()) code.parent = it.a_code().id;
    add_code(it.edit, code);
}

void change_a_code(const Doing& it) {
    auto code = it.a_code();
    code.name = it.name();
    code.definition += "x";
    change_code(it.edit, code);
}

void move_a_code(const Doing& it) {
    move_code(it.edit, it.a_code().id, it.which % 2 == 0 ? model::CodeId{} : it.codes().at(0).id);
}

void merge_two_codes(const Doing& it) {
    merge_codes(it.edit, it.a_code().id, it.codes().at(0).id);
}

void remove_a_code(const Doing& it) {
    remove_code(it.edit, it.a_code().id);
}

void import_something(const Doing& it) {
    const std::string text = fmt::format("I: vraag?\nM: antwoord nummer {}\n", it.which);
    import_source(it.edit, draft_of(fmt::format("s{}", it.which), text), false);
}

void remove_a_source(const Doing& it) {
    remove_source(it.edit, it.a_source().id);
}

void rename_a_source(const Doing& it) {
    rename_source(it.edit, it.a_source().id, it.name());
}

void say_who_speaks(const Doing& it) {
    const auto participant = ensure_participant(it.edit, it.name(), "ouder", "T1");
    set_speaker(it.edit, it.a_source().id, "M", {text::SpeakerKind::participant, {participant}});
}

void remove_a_person(const Doing& it) {
    remove_participant(it.edit, it.a_person().id);
}

void put_a_code(const Doing& it) {
    const auto span = text::Span{it.which % 5, 6 + it.which % 11};
    code(it.edit, it.a_source().id, span, it.a_code().id, hand(it.edit, it.which % 2 ? "Anna" : "settled"));
}

void mark_as_coded(const Doing& it) {
    mark(it.edit, it.a_source().id, hand(it.edit, "Anna"), model::Mark::coded);
}

void resize_a_coding(const Doing& it) {
    resize_coding(it.edit, it.a_coding().id, {it.which % 4, 7 + it.which % 9});
}

void recode_a_coding(const Doing& it) {
    recode(it.edit, it.a_coding().id, it.a_code().id);
}

void remove_a_coding(const Doing& it) {
    remove_coding(it.edit, it.a_coding().id);
}

void star_a_coding(const Doing& it) {
    star(it.edit, it.a_coding().id, it.which % 3 != 0);
}

void change_the_speaker(const Doing& it) {
    set_turn_speaker(it.edit, it.a_source().id, it.a_turn(), it.name());
}

void split_a_turn(const Doing& it) {
    split_turn(it.edit, it.a_source().id, it.a_turn(), it.which % 40, it.name());
}

void join_two_turns(const Doing& it) {
    join_turns(it.edit, it.a_source().id, it.a_turn());
}

void give_a_role(const Doing& it) {
    set_role(it.edit, it.a_person().id, it.which % 4 == 0 ? "" : it.name());
}

void write_a_memo_about(const Doing& it, model::Memo::About about, std::int64_t target) {
    model::Memo memo;
    memo.about = about;
    memo.target = target;
    memo.content = it.name();
    add_memo(it.edit, memo);
}

void write_a_memo(const Doing& it) {
    if (it.which % 2 != 0) {
        write_a_memo_about(it, model::Memo::About::source, it.a_source().id.value);
    } else {
        write_a_memo_about(it, model::Memo::About::coding, it.a_coding().id.value);
    }
}

void give_a_new_text(const Doing& it) {
    const auto text = fmt::format("M: {} antwoord nummer\n", it.which);
    import_source(it.edit, draft_of(it.a_source().name, text), true);
}

/// Another word, one more or one less, somewhere behind a label.
void correct_a_text(const Doing& it) {
    const auto source = it.a_source();
    std::string text(study::sources::text(it.study(), source.text).utf8());
    std::vector<std::size_t> words;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at - 1] == ' ' && text[at] != ' ' && text[at] != '\n') words.push_back(at);
    }
    const std::size_t begin = it.pick(words);
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    const std::string word = "w" + std::to_string(it.which);
    switch (it.which / 3 % 3) {
        case 0:
            text.replace(begin, end - begin, word);
            break;
        case 1:
            text.insert(begin, word + " ");
            break;
        default:
            text.erase(begin, end - begin + (text[end] == ' ' ? 1 : 0));
    }
    import_source(it.edit, draft_of(source.name, text), true);
}

void write_a_memo_on_a_passage(const Doing& it) {
    model::Memo memo;
    memo.about = model::Memo::About::source;
    memo.target = it.a_source().id.value;
    memo.span = text::Span{it.which % 9, 10 + it.which % 7};
    memo.coder = hand(it.edit, "Anna").coder;
    memo.content = it.name();
    add_memo(it.edit, memo);
}

void change_a_memo(const Doing& it) {
    update_memo(it.edit, it.a_memo().id, it.a_memo().content + it.name());
}

void remove_a_memo(const Doing& it) {
    remove_memo(it.edit, it.a_memo().id);
}

void say_something_of_a_person(const Doing& it) {
    const bool number = it.which % 2 == 0;
    const auto attribute =
        ensure_attribute(it.edit, fmt::format("a{}", it.which % 3),
                         number ? model::AttributeType::number : model::AttributeType::text);
    set_attribute(it.edit, it.a_person().id, attribute, it.which % 5 == 0 ? "" : std::to_string(it.which));
}

void give_a_triad(const Doing& it) {
    set_triad(it.edit, it.a_person().id, it.which % 4 == 0 ? "" : it.name());
}

void rename_a_person(const Doing& it) {
    rename_participant(it.edit, it.a_person().id, it.name());
}

void rename_a_coder(const Doing& it) {
    rename_coder(it.edit, it.a_coder().id, it.name());
}

void make_a_supervisor(const Doing& it) {
    set_supervisor(it.edit, it.a_coder().id, it.which % 3 != 0);
}

void keep_a_search(const Doing& it) {
    save_search(it.edit, it.name(), fmt::format("woord{}", it.which));
}

void drop_a_search(const Doing& it) {
    remove_search(it.edit, it.name());
}

void change_a_setting(const Doing& it) {
    set_setting(it.edit, it.which % 2 ? study::settings::kName : study::settings::kQuotationTemplate,
                it.name());
}

void settle_a_coding(const Doing& it) {
    const auto coding = it.a_coding();
    if (coding.layer == model::kSettledLayer) return;
    Settling settling;
    settling.source = coding.source;
    settling.decision = it.which % 2 ? model::Decision::accept : model::Decision::drop;
    settling.coder = hand(it.edit, "Anna").coder;
    settling.accepted = coding.coder;
    settling.settles = {coding.id};
    if (it.which % 2) settling.outcomes = {{coding.code, coding.span}};
    settle(it.edit, settling);
}

void reopen_a_decision(const Doing& it) {
    const auto coding = it.a_coding();
    reopen(it.edit, it.pick(study::settlements::of_coding(it.study(), coding.id, false)));
}

void mark_in_some_way(const Doing& it) {
    mark(it.edit, it.a_source().id, {it.a_coder().id},
         it.which % 3 == 0 ? model::Mark::to_do : model::Mark::coding);
}

void begin_another_round(const Doing& it) {
    const auto source = it.a_source().id;
    const Hand anna = hand(it.edit, "Anna");
    mark(it.edit, source, anna, model::Mark::coded);
    begin_round(it.edit, source, anna);
}

void take_a_round_back(const Doing& it) {
    leave_round(it.edit, it.a_source().id, hand(it.edit, "Anna"));
}

void judge_a_source(const Doing& it) {
    code(it.edit, it.a_source().id, {}, it.a_code().id, hand(it.edit, it.which % 2 ? "Anna" : "Bram"));
}

void write_a_memo_on_a_code(const Doing& it) {
    if (it.which % 2 != 0) {
        write_a_memo_about(it, model::Memo::About::code, it.a_code().id.value);
    } else {
        write_a_memo_about(it, model::Memo::About::participant, it.a_person().id.value);
    }
}

void code_as_another(const Doing& it) {
    const auto span = text::Span{it.which % 7, 8 + it.which % 13};
    code(it.edit, it.a_source().id, span, it.a_code().id, hand(it.edit, "Bram"));
}

using Do = void (*)(const Doing&);
constexpr std::array<Do, kThings> kAll{add_a_code,
                                       change_a_code,
                                       move_a_code,
                                       merge_two_codes,
                                       remove_a_code,
                                       import_something,
                                       remove_a_source,
                                       rename_a_source,
                                       say_who_speaks,
                                       remove_a_person,
                                       put_a_code,
                                       put_a_code,
                                       put_a_code,
                                       mark_as_coded,
                                       resize_a_coding,
                                       recode_a_coding,
                                       remove_a_coding,
                                       star_a_coding,
                                       change_the_speaker,
                                       split_a_turn,
                                       join_two_turns,
                                       give_a_role,
                                       write_a_memo,
                                       give_a_new_text,
                                       correct_a_text,
                                       write_a_memo_on_a_passage,
                                       change_a_memo,
                                       remove_a_memo,
                                       say_something_of_a_person,
                                       give_a_triad,
                                       rename_a_person,
                                       rename_a_coder,
                                       make_a_supervisor,
                                       keep_a_search,
                                       drop_a_search,
                                       change_a_setting,
                                       settle_a_coding,
                                       reopen_a_decision,
                                       mark_in_some_way,
                                       judge_a_source,
                                       write_a_memo_on_a_code,
                                       code_as_another,
                                       begin_another_round,
                                       take_a_round_back};

}  // namespace

std::optional<std::int64_t> do_something(study::Study& study, int what, int which) {
    study::Edit edit(study, "random");
    try {
        kAll.at(static_cast<std::size_t>(what))({edit, which});
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
