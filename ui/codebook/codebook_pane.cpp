// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/codebook/codebook_pane.h"

#include <wx/sizer.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/translate.h"
#include "study/codings.h"
#include "study/memos.h"
#include "study/verbs/codebook.h"
#include "ui/actions/menus.h"
#include "ui/codebook/code_actions.h"
#include "ui/codebook/code_editor.h"
#include "ui/codebook/codebook_tree.h"
#include "ui/codebook/pane_question.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/transcript/quick_code.h"

namespace ui {

namespace {

using base::say;
using base::say_n;
using base::tr;
namespace verbs = study::verbs;

/// What stands on a code and below it. What blind coding hides is told of, but not counted.
struct Burden {
    std::size_t codes = 0, codings = 0, memos = 0;
    bool hidden = false;
};

/// How many codings have one of these codes, without those that blind coding hides.
std::size_t codings_seen(const Context& context, const std::set<model::CodeId>& codes) {
    std::size_t count = 0;
    for (const auto& source : context.material().sources) {
        model::each_coding(source,
                           [&](const model::CountedCoding& one) { count += codes.contains(one.code); });
    }
    return count;
}

Burden burden_of(const Context& context, model::CodeId code) {
    Burden burden;
    std::set<model::CodeId> within;
    std::size_t all = 0;
    for (const auto& one : context.codebook().codes()) {
        if (!context.codebook().is_within(one.id, code)) continue;
        within.insert(one.id);
        all += static_cast<std::size_t>(study::codings::count_with(context.study(), one.id));
        burden.memos += static_cast<std::size_t>(study::memos::count_with(context.study(), one.id));
    }
    burden.codes = within.size() - 1;
    burden.codings = codings_seen(context, within);
    burden.hidden = burden.codings < all;
    if (burden.hidden) burden.memos = 0;
    return burden;
}

/// "3 codes below it, 12 codings and 2 memos"
std::string list_of(const Burden& burden) {
    std::vector<std::string> parts;
    if (burden.codes > 0) {
        parts.push_back(say_n("{} code below it", "{} codes below it", burden.codes));
    }
    if (burden.codings > 0) parts.push_back(say_n("{} coding", "{} codings", burden.codings));
    if (burden.memos > 0) parts.push_back(say_n("{} memo", "{} memos", burden.memos));
    if (burden.hidden) parts.emplace_back(tr("what others coded with it and you do not see yet"));
    std::string list;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        list += (i == 0 ? "" : i + 1 == parts.size() ? tr(" and ") : ", ") + parts[i];
    }
    return list;
}

}  // namespace

CodebookPane::CodebookPane(wxWindow* parent, Context& context, const Actions& actions)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      actions_(actions),
      filter_(new wxSearchCtrl(this, wxID_ANY)),
      tree_(new CodebookTree(this, context)),
      question_(new PaneQuestion(this)),
      merge_into_(new QuickCode(this, context)),
      editor_(new CodeEditor(this, context)) {
    SetMinSize(FromDIP(wxSize(220, 160)));
    filter_->SetDescriptiveText(wx(tr("Filter codes")));
    filter_->ShowCancelButton(true);
    describe(*filter_, wx(tr("Filter codes")), wx(tr("Enter chooses the first code that fits")));
    lay_out();
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { tree_->set_filter(utf8(filter_->GetValue())); });
    filter_->Bind(wxEVT_CHAR_HOOK, &CodebookPane::OnFilterKey, this);
    tree_->Bind(wxEVT_CHAR_HOOK, &CodebookPane::OnTreeKey, this);
    tree_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { show_menu(); });
    connections_.push_back(tree_->on_opened([this] { run("coding.chosen"); }));
    question_->on_closed([this] { SetFocus(); });
    merge_into_->on_closed([this] { SetFocus(); });
    editor_->on_closed([this] {
        close_editor();
        SetFocus();
    });
}

void CodebookPane::lay_out() {
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(filter_, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    lines->Add(tree_, wxSizerFlags(2).Expand());
    lines->Add(question_, wxSizerFlags().Expand());
    lines->Add(merge_into_, wxSizerFlags(1).Expand());
    lines->Add(editor_, wxSizerFlags(3).Expand());
    SetSizer(lines);
    question_->Hide();
    merge_into_->Hide();
    editor_->Hide();
}

void CodebookPane::SetFocus() {
    tree_->SetFocus();
}

void CodebookPane::focus_filter() {
    filter_->SetFocus();
}

const model::Code* CodebookPane::chosen() const {
    return context_.chosen_code() ? context_.codebook().find(context_.chosen_code()) : nullptr;
}

void CodebookPane::run(const std::string& action) {
    if (!actions_.has(action)) return;
    actions_.run(actions_.at(action), [this](const std::string& reason) { context_.say(reason); });
}

void CodebookPane::show_menu() {
    const auto menu = make_menu(actions_, codebook_menu(actions_), true);
    PopupMenu(menu.get());
}

void CodebookPane::close_others() {
    question_->close();
    merge_into_->close();
}

model::CodeId CodebookPane::parent_of_new() const {
    const auto* code = chosen();
    if (code == nullptr) return {};
    // A heading takes it, and a code that has some below it; beside any other it stands as a brother.
    const bool takes = !code->codable || !context_.codebook().children(code->id).empty();
    return takes ? code->id : code->parent;
}

void CodebookPane::add(const model::Code& code) {
    model::CodeId made;
    const bool done =
        context_.change("add_code", {}, [&](study::Edit& edit) { made = verbs::add_code(edit, code); });
    if (done) context_.choose_code(made);
}

void CodebookPane::add_code() {
    close_others();
    model::Code code;
    code.parent = parent_of_new();
    const auto* above = code.parent ? context_.codebook().find(code.parent) : nullptr;
    if (above != nullptr) code.colour = above->colour;
    question_->ask_text(above == nullptr ? tr("New code:") : say("New code in “{}”:", above->name), tr("Add"),
                        [this, code](const std::string& name) mutable {
                            code.name = name;
                            add(code);
                        });
}

void CodebookPane::add_dimension() {
    close_others();
    question_->ask_text(tr("New dimension:"), tr("Add"), [this](const std::string& name) {
        model::Code code;
        code.name = name;
        code.codable = false;
        add(code);
    });
}

void CodebookPane::open_editor() {
    close_others();
    if (!editor_->IsShown()) {
        editor_->Show();
        editor_->show_code();
        Layout();
    }
}

void CodebookPane::close_editor() {
    editor_->write();
    editor_->Hide();
    Layout();
}

void CodebookPane::edit_code() {
    open_editor();
    editor_->focus_name();
}

void CodebookPane::edit_colour() {
    open_editor();
    editor_->focus_colour();
}

void CodebookPane::rename_code() {
    close_others();
    if (!tree_->model().is_shown(context_.chosen_code())) filter_->SetValue("");
    tree_->rename_chosen();
}

void CodebookPane::merge_code() {
    close_others();
    const auto& code = *chosen();
    const auto codings = static_cast<std::size_t>(study::codings::count_with(context_.study(), code.id));
    merge_into_->ask(
        say_n("Merge “{1}” ({0} coding) into:", "Merge “{1}” ({0} codings) into:", codings, code.name),
        [this, from = code.id](model::CodeId into) { merge_into(from, into); }, {});
    Layout();
}

void CodebookPane::merge_into(model::CodeId from, model::CodeId into) {
    const auto* merged = context_.codebook().find(from);
    const auto* target = context_.codebook().find(into);
    if (merged == nullptr || target == nullptr) return;
    const auto codings = codings_seen(context_, {from});
    const std::string told =
        say_n("{} coding of “{}” is now one of “{}”.", "{} codings of “{}” are now codings of “{}”.", codings,
              merged->name, target->name);
    if (!context_.change("merge_codes", {},
                         [&](study::Edit& edit) { verbs::merge_codes(edit, from, into); })) {
        return;
    }
    context_.choose_code(into);
    context_.say(told, tr("Ctrl+Z takes it back."));
}

void CodebookPane::delete_code() {
    close_others();
    const auto code = *chosen();
    const auto remove = [this, code] {
        const auto brothers = context_.codebook().children(code.parent);
        const auto at = std::find(brothers.begin(), brothers.end(), code.id);
        const auto next = at == brothers.end()              ? model::CodeId{}
                          : std::next(at) != brothers.end() ? *std::next(at)
                          : at != brothers.begin()          ? *std::prev(at)
                                                            : code.parent;
        if (context_.change("remove_code", {},
                            [&](study::Edit& edit) { verbs::remove_code(edit, code.id); })) {
            context_.choose_code(next);
        }
    };
    const std::string list = list_of(burden_of(context_, code.id));
    if (list.empty()) {
        remove();
        return;
    }
    question_->ask_whether(
        say("Delete “{}” with {}?", code.name, list) + " " + tr("Undo brings all of it back."), tr("Delete"),
        remove);
}

namespace {

/// Where a code comes to stand when it is moved by a key; nothing where there is no such place.
std::optional<CodePlace> place_beside(const model::Codebook& codebook, const model::Code& code,
                                      CodebookPane::Way way) {
    const auto brothers = codebook.children(code.parent);
    const auto at =
        static_cast<std::size_t>(std::find(brothers.begin(), brothers.end(), code.id) - brothers.begin());
    const auto brother = [&](std::size_t place) {
        return place < brothers.size() ? brothers[place] : model::CodeId{};
    };
    switch (way) {
        case CodebookPane::Way::up:
            if (at > 0) return CodePlace{code.parent, brother(at - 1)};
            break;
        case CodebookPane::Way::down:
            if (at + 1 < brothers.size()) return CodePlace{code.parent, brother(at + 2)};
            break;
        case CodebookPane::Way::in:
            if (at > 0) return CodePlace{brother(at - 1), {}};
            break;
        case CodebookPane::Way::out:
            if (const auto* above = codebook.find(code.parent)) {
                const auto uncles = codebook.children(above->parent);
                const auto after = std::find(uncles.begin(), uncles.end(), above->id) + 1;
                return CodePlace{above->parent, after == uncles.end() ? model::CodeId{} : *after};
            }
    }
    return {};
}

}  // namespace

void CodebookPane::move_code(Way way) {
    if (const auto place = place_beside(context_.codebook(), *chosen(), way)) {
        tree_->move(context_.chosen_code(), *place);
    }
}

std::string CodebookPane::why_not_move(Way way) const {
    if (chosen() == nullptr) return tr("Choose a code in the codebook first.");
    return place_beside(context_.codebook(), *chosen(), way) ? "" : tr("There is no place that way.");
}

void CodebookPane::OnFilterKey(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
        case WXK_ESCAPE:
            if (filter_->GetValue().empty()) {
                SetFocus();
            } else {
                filter_->SetValue("");
            }
            return;
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER:
            if (const auto first = tree_->first_match()) context_.choose_code(first);
            SetFocus();
            return;
        case WXK_DOWN:
            SetFocus();
            return;
        default:
            event.Skip();
    }
}

void CodebookPane::OnTreeKey(wxKeyEvent& event) {
    const bool typing = dynamic_cast<wxTextEntry*>(wxWindow::FindFocus()) != nullptr;
    if (!typing && event.GetKeyCode() == WXK_DELETE && !event.HasAnyModifiers()) {
        run("code.delete");
    } else {
        event.Skip();
    }
}

}  // namespace ui
