// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/sources_pane.h"

#include <wx/settings.h>
#include <wx/sizer.h>

#include "base/translate.h"
#include "study/verbs/people.h"
#include "ui/kit/accessible.h"
#include "ui/kit/columns.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::tr;

constexpr int kSign = 24;
constexpr int kNameAtLeast = 100;

}  // namespace

SourcesPane::SourcesPane(wxWindow* parent, Context& context)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      filter_(new wxSearchCtrl(this, wxID_ANY)),
      list_(new wxToggleButton(this, wxID_ANY, wx(tr("List")), wxDefaultPosition, wxDefaultSize,
                               wxBU_EXACTFIT)),
      rows_(new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxDV_MULTIPLE | wxBORDER_NONE)),
      tree_(new SourceTree),
      new_name_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER)),
      nothing_(new wxPanel(this)),
      nothing_text_(new wxStaticText(nothing_, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                                     wxALIGN_CENTRE_HORIZONTAL)),
      import_(new wxButton(nothing_, wxID_ANY, wx(tr("&Import…")))) {
    describe(*filter_, wx(tr("Filter of the sources")), wx(tr("Type a part of a name, a role or a triad")));
    filter_->SetDescriptiveText(wx(tr("Filter")));
    filter_->ShowCancelButton(true);
    describe(*rows_, wx(tr("Sources")), wx(tr("Triads, participants and their interviews")));
    list_->SetToolTip(wx(tr("Shows all sources as one list, without triads and participants")));

    rows_->AssociateModel(tree_.get());
    const auto column = [this](wxDataViewRenderer* renderer, const wxString& title, SourceTree::Column of,
                               int width, wxAlignment alignment) -> wxDataViewColumn& {
        auto* made = new wxDataViewColumn(title, renderer, of, width, alignment, wxDATAVIEW_COL_RESIZABLE);
        rows_->AppendColumn(made);
        return *made;
    };
    auto* name = new wxDataViewIconTextRenderer("wxDataViewIconText", wxDATAVIEW_CELL_INERT);
    name->EnableEllipsize(wxELLIPSIZE_END);
    column(name, wx(tr("Name")), SourceTree::kName, FromDIP(kNameAtLeast), wxALIGN_LEFT);
    const auto figures = [&](const wxString& title, SourceTree::Column of) -> wxDataViewColumn& {
        const int width = width_for_figures(*rows_, title);
        figures_ += width;
        auto* words = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_RIGHT);
        return column(words, title, of, width, wxALIGN_RIGHT);
    };
    figures(wx(tr("Words")), SourceTree::kWords);
    // TRANSLATORS: heading of a narrow column, short for codings
    explain(figures(wx(tr("Cod.")), SourceTree::kCodings), wx(tr("Codings of the coder who works here")));
    column(new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_CENTRE), "", SourceTree::kMark,
           FromDIP(kSign), wxALIGN_CENTRE);

    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(filter_, wxSizerFlags(1).CentreVertical());
    head->Add(list_, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(4)));
    auto* within = new wxBoxSizer(wxVERTICAL);
    within->AddStretchSpacer();
    within->Add(nothing_text_, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    within->Add(import_, wxSizerFlags().CentreHorizontal());
    within->AddStretchSpacer(2);
    nothing_->SetSizer(within);
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(head, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
    lines->Add(rows_, wxSizerFlags(1).Expand());
    lines->Add(nothing_, wxSizerFlags(1).Expand());
    lines->Add(new_name_, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
    SetSizer(lines);
    describe(*new_name_, wx(tr("New name of the source")), wx(tr("Enter takes it, Esc leaves it as it was")));
    new_name_->Hide();
    nothing_->SetBackgroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX));

    flat_ = context_.settings().number("sources/list", 0) != 0;
    list_->SetValue(flat_);
    list_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent& event) { show_list(event.IsChecked()); });
    import_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (run_) run_("import.files");
    });
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { rebuild(); });
    filter_->Bind(wxEVT_SEARCHCTRL_CANCEL_BTN, [this](wxCommandEvent&) { filter_->Clear(); });
    rows_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { open_chosen(); });
    rows_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent& event) {
        if (event.GetItem().IsOk() && !rows_->IsSelected(event.GetItem())) {
            rows_->UnselectAll();
            rows_->Select(event.GetItem());
        }
        if (menu_) menu_();
    });
    rows_->Bind(wxEVT_DATAVIEW_ITEM_COLLAPSED, [this](wxDataViewEvent& event) {
        if (!building_) closed_.insert(tree_->key(event.GetItem()));
    });
    rows_->Bind(wxEVT_DATAVIEW_ITEM_EXPANDED, [this](wxDataViewEvent& event) {
        if (!building_) closed_.erase(tree_->key(event.GetItem()));
    });
    rows_->GetMainWindow()->Bind(wxEVT_MOTION, &SourcesPane::OnHover, this);
    Bind(wxEVT_CHAR_HOOK, &SourcesPane::OnKey, this);
    // Names have what numbers leave.
    rows_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        const int numbers = figures_ + FromDIP(kSign) + wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, rows_);
        rows_->GetColumn(0)->SetWidth(std::max(FromDIP(kNameAtLeast), event.GetSize().x - numbers));
    });
    new_name_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { end_renaming(true); });
    new_name_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        CallAfter([this] { end_renaming(false); });
    });
    connections_.push_back(context_.on_changed([this](const study::Changes& news) { take_news(news); }));
    connections_.push_back(context_.on_chosen([this] {
        const auto coder = context_.coder();
        const model::CoderId now = coder ? coder->id : model::CoderId{};
        if (now == counted_for_) return;
        counted_for_ = now;
        tree_->count(context_.material(), now);
    }));
    if (const auto coder = context_.coder()) counted_for_ = coder->id;
    rebuild();
}

void SourcesPane::SetFocus() {
    if (rows_->IsShown()) {
        if (!rows_->GetCurrentItem().IsOk()) {
            wxDataViewItemArray tops;
            tree_->GetChildren({}, tops);
            if (!tops.empty()) rows_->SetCurrentItem(tops.front());
        }
        rows_->SetFocus();
    } else {
        import_->SetFocus();
    }
}

void SourcesPane::take_news(const study::Changes& changes) {
    using study::Kind;
    for (const auto kind : {Kind::source, Kind::participant, Kind::role, Kind::triad,
                            Kind::speaker_participant, Kind::source_participant}) {
        if (!changes.touch(kind)) continue;
        rebuild();
        return;
    }
    if (changes.touch(Kind::coding) || changes.touch(Kind::mark) || changes.touch(Kind::coder)) {
        tree_->count(context_.material(), counted_for_);
    }
}

void SourcesPane::rebuild() {
    building_ = true;
    wxDataViewItemArray items;
    rows_->GetSelections(items);
    std::vector<SourceTree::Key> chosen;
    for (const auto& item : items) chosen.push_back(tree_->key(item));
    const std::string filter = utf8(filter_->GetValue());
    tree_->show(context_.material(), counted_for_, filter, flat_);
    wxDataViewItemArray open;
    tree_->GetChildren({}, open);
    for (std::size_t i = 0; i < open.size(); ++i) {
        const wxDataViewItem row = open[i];
        // What was looked for is shown wherever it stands.
        if (!tree_->IsContainer(row) || (filter.empty() && closed_.contains(tree_->key(row)))) continue;
        rows_->Expand(row);
        wxDataViewItemArray below;
        tree_->GetChildren(row, below);
        for (const auto& one : below) open.push_back(one);
    }
    wxDataViewItemArray again;
    for (const auto& key : chosen) {
        if (const auto row = tree_->item(key); row.IsOk()) again.push_back(row);
    }
    rows_->SetSelections(again);
    if (!again.empty()) rows_->EnsureVisible(again.front());
    building_ = false;
    show_what_there_is();
}

void SourcesPane::show_what_there_is() {
    wxDataViewItemArray tops;
    tree_->GetChildren({}, tops);
    const bool filtered = !filter_->GetValue().empty();
    nothing_text_->SetLabelText(filtered ? wx(tr("Nothing fits the filter."))
                                         : wx(tr("No transcripts yet.\nDrop files here, or import them.")));
    nothing_text_->SetForegroundColour(colour(Shade::quiet_ink));
    import_->Show(!filtered);
    import_->Enable(context_.study().writable());
    if (nothing_->IsShown() != tops.empty() || rows_->IsShown() == tops.empty()) {
        nothing_->Show(tops.empty());
        rows_->Show(!tops.empty());
        Layout();
    }
    nothing_->Layout();
}

std::vector<model::SourceId> SourcesPane::chosen() const {
    wxDataViewItemArray items;
    rows_->GetSelections(items);
    std::vector<model::SourceId> sources;
    for (const auto& item : items) {
        for (const auto source : tree_->sources(item)) {
            if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
        }
    }
    return sources;
}

model::ParticipantId SourcesPane::chosen_participant() const {
    wxDataViewItemArray items;
    rows_->GetSelections(items);
    if (items.size() != 1) return {};
    if (const auto participant = tree_->participant(items.front())) return participant;
    // In the list a source stands alone; its only participant is meant.
    const auto sources = tree_->sources(items.front());
    if (sources.size() != 1) return {};
    for (const auto& source : context_.material().sources) {
        if (source.id == sources.front() && source.participants.size() == 1)
            return source.participants.front();
    }
    return {};
}

void SourcesPane::choose(model::SourceId source) {
    const auto row = tree_->item_of(source);
    if (!row.IsOk()) return;
    rows_->UnselectAll();
    rows_->EnsureVisible(row);
    rows_->SetCurrentItem(row);
    rows_->Select(row);
}

void SourcesPane::rename() {
    wxDataViewItemArray items;
    rows_->GetSelections(items);
    if (items.size() != 1 || tree_->key(items.front()).kind != SourceTree::Kind::source) return;
    renamed_ = {tree_->key(items.front()).id};
    new_name_->ChangeValue(wx(tree_->text(items.front(), SourceTree::kName)));
    new_name_->Show();
    Layout();
    rows_->EnsureVisible(items.front());
    new_name_->SetFocus();
    new_name_->SelectAll();
}

void SourcesPane::end_renaming(bool take) {
    if (!new_name_->IsShown()) return;
    const auto source = context_.source(renamed_);
    const std::string typed = utf8(new_name_->GetValue());
    const bool had_focus = new_name_->HasFocus();
    new_name_->Hide();
    Layout();
    if (had_focus) rows_->SetFocus();
    if (!take || !source || source->name == typed) return;
    context_.change("rename_source", {},
                    [&](study::Edit& edit) { study::verbs::rename_source(edit, source->id, typed); });
}

void SourcesPane::show_list(bool flat) {
    flat_ = flat;
    list_->SetValue(flat);
    context_.settings().set("sources/list", static_cast<long>(flat));
    const auto sources = chosen();
    rebuild();
    if (!sources.empty()) choose(sources.front());
}

void SourcesPane::open_chosen() {
    wxDataViewItemArray items;
    rows_->GetSelections(items);
    if (items.size() == 1 && tree_->IsContainer(items.front()) &&
        tree_->key(items.front()).kind != SourceTree::Kind::participant) {
        if (rows_->IsExpanded(items.front())) {
            rows_->Collapse(items.front());
        } else {
            rows_->Expand(items.front());
        }
        return;
    }
    for (const auto source : chosen()) context_.go_to({source, {}});
}

void SourcesPane::OnKey(wxKeyEvent& event) {
    const bool in_rows = rows_->HasFocus() || wxWindow::FindFocus() == rows_->GetMainWindow();
    const int key = event.GetKeyCode();
    if (new_name_->IsShown() && key == WXK_ESCAPE) {
        end_renaming(false);
        return;
    }
    if (!new_name_->HasFocus() && event.GetModifiers() == wxMOD_NONE) {
        if (in_rows && (key == WXK_RETURN || key == WXK_NUMPAD_ENTER)) {
            open_chosen();
            return;
        }
        if (in_rows && run_ && (key == WXK_F2 || key == WXK_DELETE)) {
            run_(key == WXK_F2 ? "source.rename" : "source.remove");
            return;
        }
        if (!in_rows && key == WXK_DOWN && rows_->IsShown()) {
            SetFocus();
            return;
        }
        if (!in_rows && key == WXK_ESCAPE && !filter_->GetValue().empty()) {
            filter_->Clear();
            return;
        }
    }
    event.Skip();
}

void SourcesPane::OnHover(wxMouseEvent& event) {
    event.Skip();
    wxDataViewItem row;
    wxDataViewColumn* column = nullptr;
    const wxPoint there = rows_->ScreenToClient(rows_->GetMainWindow()->ClientToScreen(event.GetPosition()));
    rows_->HitTest(there, row, column);
    const wxString hint = row.IsOk() ? wx(tree_->hint(row)) : wxString();
    if (rows_->GetMainWindow()->GetToolTipText() != hint) rows_->GetMainWindow()->SetToolTip(hint);
}

}  // namespace ui
