// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/search_pane.h"

#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/textdlg.h>
#include <wx/wupdlock.h>

#include "base/strings.h"
#include "base/translate.h"
#include "report/search/lists.h"
#include "study/saved_searches.h"
#include "study/verbs/searches.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/search/counts_tab.h"
#include "ui/search/hit_list.h"
#include "ui/search/hits_tab.h"
#include "ui/search/query_field.h"
#include "ui/search/words_tab.h"

namespace ui {

namespace {

using base::msg;
using base::say;
using base::say_n;
using base::tr;

constexpr int kEdge = 6;

/// The query with one of its words changed for another.
std::string with_word(const search::Node& node, const std::string& query, const std::string& word) {
    std::string made;
    const text::Text text(query);
    made = text.view({0, node.place.begin});
    made += word;
    return made + std::string(text.view({node.place.end, text.size()}));
}

/// The words of a query that stand in no text, with their places.
void words_in(const search::Node& node, std::vector<const search::Node*>& words) {
    if (node.kind == search::Node::Kind::word || node.kind == search::Node::Kind::exact)
        words.push_back(&node);
    for (const auto& child : node.children) words_in(child, words);
}

}  // namespace

SearchPane::SearchPane(wxWindow* parent, Context& context, Finding& finding)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      finding_(finding),
      field_(new QueryField(this, finding, tr("Search in the study"),
                            tr("Words, or a query: role:ouder vertrouwen NEAR/5 school NOT code:*"),
                            QueryField::StateLine::elsewhere)),
      saved_(
          new wxButton(this, wxID_ANY, wx(tr("&Saved ▾")), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT)),
      totals_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                               wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE)),
      tabs_(new wxNotebook(this, wxID_ANY)),
      hits_(new HitsTab(tabs_, context, finding)),
      counts_(new CountsTab(tabs_, context, finding)),
      words_(new WordsTab(tabs_, context, finding)) {
    describe(*saved_, wx(tr("Saved searches")),
             wx(tr("Keeps this query in the study, or takes one that was kept")));
    saved_->SetToolTip(wx(tr("Keeps this query in the study, or takes one that was kept")));
    tabs_->AddPage(hits_, wx(tr("Hits")), true);
    tabs_->AddPage(counts_, wx(tr("Counts")));
    tabs_->AddPage(words_, wx(tr("Words")));
    lay_out();
    connections_.push_back(field_->on_typed([this] { ask(); }));
    connections_.push_back(field_->on_entered([this](bool) {
        ask();
        if (!finding_.hits().empty()) hits_->SetFocus();
    }));
    connections_.push_back(field_->on_left_below([this] {
        if (!finding_.hits().empty() && tabs_->GetSelection() == 0) hits_->SetFocus();
    }));
    connections_.push_back(field_->on_escaped([this] {
        field_->set_query({});
        ask();
    }));
    connections_.push_back(field_->on_resized([this] { Layout(); }));
    connections_.push_back(finding_.on_found([this] { show_found(); }));
    connections_.push_back(counts_->on_asked([this](const std::string& query) { show_hits_of(query); }));
    connections_.push_back(words_->on_asked([this](const std::string& query) { show_hits_of(query); }));
    saved_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { show_saved(); });
    show_found();
}

void SearchPane::lay_out() {
    SetMinSize(FromDIP(wxSize(400, 180)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(field_, wxSizerFlags(1));
    row->Add(saved_, wxSizerFlags().Top().Border(wxLEFT, FromDIP(kEdge)));
    found_row_ = new wxBoxSizer(wxHORIZONTAL);
    found_row_->Add(totals_, wxSizerFlags(1).CentreVertical());
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(row, wxSizerFlags().Expand().Border(wxALL, FromDIP(kEdge)));
    lines->Add(found_row_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(kEdge)));
    lines->Add(tabs_, wxSizerFlags(1).Expand());
    SetSizer(lines);
}

void SearchPane::SetFocus() {
    field_->SetFocus();
}

void SearchPane::open(const std::string& query) {
    if (!query.empty()) field_->set_query(query);
    field_->SetFocus();
    field_->select_all();
    ask();
}

void SearchPane::show_hits_of(const std::string& query) {
    tabs_->SetSelection(0);
    field_->set_query(query);
    ask();
    if (!finding_.hits().empty()) hits_->SetFocus();
}

bool SearchPane::is_mine() const {
    return !finding_.only() && finding_.query() == field_->query();
}

void SearchPane::ask() {
    finding_.ask(field_->query());
    show_found();
}

std::string SearchPane::totals() const {
    return utf8(totals_->GetLabelText());
}

void SearchPane::show_found() {
    if (!is_mine()) {
        // The bar in a text has searched since; its hits are listed, its query is not this one.
        field_->show_nothing();
    } else {
        field_->show_state();
    }
    const bool wrong = field_->is_wrong();
    const std::string line = wrong ? field_->state() : found_line();
    totals_->SetLabelText(wx(line));
    totals_->SetToolTip(wx(line));
    totals_->SetForegroundColour(colour(wrong ? Shade::error : Shade::quiet_ink));
    totals_->SetMinSize(wxSize(1, -1));
    found_row_->GetItem(totals_)->SetProportion(1);
    show_proposals();
    Layout();
}

std::string SearchPane::found_line() const {
    if (finding_.prepared() == nullptr) {
        return finding_.problem() ? std::string()
                                  : tr("Hits come while you type. F3 goes from one to the next.");
    }
    const auto found = finding_.totals();
    std::string line =
        found.hits == 0 && finding_.is_complete() ? std::string(tr("No hits.")) : report::totals_text(found);
    if (finding_.only()) {
        if (const auto source = context_.source(finding_.only()))
            line = say("In {} alone:", source->name) + " " + line;
    }
    const auto add = [&](const std::string& more) {
        if (!more.empty()) line += " · " + more;
    };
    if (!finding_.is_complete()) add(tr("still searching…"));
    if (found.hits > static_cast<std::int64_t>(Finding::kKept))
        add(say("the first {} are listed", Finding::kKept));
    if (const auto scanned = finding_.scanned(); scanned > 0) add(report::scanned_text(scanned));
    add(field_->state());
    return line;
}

void SearchPane::show_proposals() {
    for (auto* button : proposals_) button->Destroy();
    proposals_.clear();
    if (finding_.prepared() == nullptr || !is_mine()) return;
    std::vector<std::string> near;
    if (!context_.attempt([&] { near = finding_.proposals(); }) || near.empty()) return;
    // The words of the query that stand nowhere; a proposal takes the place of the nearest of them.
    std::vector<const search::Node*> words;
    words_in(finding_.prepared()->query, words);
    totals_->SetLabelText(wx(std::string(tr("No hits.")) + " " + tr("Did you mean:")));
    // The proposals stand next to the question.
    found_row_->GetItem(totals_)->SetProportion(0);
    totals_->SetMinSize(totals_->GetBestSize());
    for (const auto& word : near) {
        auto* button = new wxButton(this, wxID_ANY, without_mnemonics(wx(word)), wxDefaultPosition,
                                    wxDefaultSize, wxBU_EXACTFIT);
        const auto forms = finding_.search().forms(*finding_.prepared());
        const search::Node* replaced = words.empty() ? nullptr : words.front();
        for (std::size_t i = 0; i < forms.size() && i < finding_.prepared()->plan.terms.size(); ++i) {
            if (!forms[i].empty()) continue;
            for (const auto* one : words) {
                if (search::term_of(one->text) == finding_.prepared()->plan.terms[i].text) replaced = one;
            }
        }
        if (replaced == nullptr) continue;
        const std::string query = with_word(*replaced, finding_.query(), word);
        button->Bind(wxEVT_BUTTON,
                     [this, query](wxCommandEvent&) { CallAfter([this, query] { show_hits_of(query); }); });
        found_row_->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(kEdge)));
        proposals_.push_back(button);
    }
}

void SearchPane::show_saved() {
    wxMenu menu;
    enum Item { kSave = wxID_HIGHEST + 1, kFirst };
    const auto searches = study::saved_searches(context_.study());
    menu.Append(kSave, wx(tr("&Save this search…")));
    menu.Enable(kSave, !field_->query().empty() && context_.study().writable());
    if (!searches.empty()) menu.AppendSeparator();
    int id = kFirst;
    for (const auto& one : searches) menu.Append(id++, without_mnemonics(wx(one.name)), wx(one.query));
    auto* removing = new wxMenu;
    const int first_removal = id;
    for (const auto& one : searches) removing->Append(id++, without_mnemonics(wx(one.name)));
    if (searches.empty()) {
        delete removing;
    } else {
        menu.AppendSeparator();
        menu.AppendSubMenu(removing, wx(tr("&Remove")))->Enable(context_.study().writable());
    }
    const int chosen = saved_->GetPopupMenuSelectionFromUser(menu, wxPoint(0, saved_->GetSize().y));
    if (chosen == kSave) return ask_for_name();
    if (chosen < kFirst) return;
    if (chosen < first_removal)
        return show_hits_of(searches[static_cast<std::size_t>(chosen - kFirst)].query);
    let_remove(searches[static_cast<std::size_t>(chosen - first_removal)].name);
}

void SearchPane::ask_for_name() {
    wxTextEntryDialog dialog(this, wx(tr("Name of this search")), wx(tr("Save the search")),
                             wx(field_->query()));
    if (dialog.ShowModal() == wxID_OK) save(utf8(dialog.GetValue()));
}

void SearchPane::save(const std::string& name) {
    if (context_.change("save_search", {},
                        [&](study::Edit& edit) { study::verbs::save_search(edit, name, field_->query()); })) {
        context_.say(say("The search was saved as “{}”; it is in the list of everybody who opens this study.",
                         base::trimmed(name)));
    }
}

void SearchPane::let_remove(const std::string& name) {
    context_.change("remove_search", {}, [&](study::Edit& edit) { study::verbs::remove_search(edit, name); });
}

}  // namespace ui
