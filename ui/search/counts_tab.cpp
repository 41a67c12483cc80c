// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/counts_tab.h"

#include <wx/sizer.h>

#include "base/translate.h"
#include "report/export_file.h"
#include "report/search/export.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/matrix/matrix_actions.h"
#include "ui/matrix/matrix_page.h"

namespace ui {

namespace {

using base::msg;
using base::say;
using base::tr;
constexpr int kEdge = 6;

}  // namespace

CountsTab::CountsTab(wxWindow* parent, Context& context, Finding& finding)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      finding_(finding),
      show_(new wxChoice(this, wxID_ANY)),
      axis_label_(new wxStaticText(this, wxID_ANY, wx(tr("by")))),
      axis_(new wxChoice(this, wxID_ANY)),
      first_(new wxChoice(this, wxID_ANY)),
      against_(new wxStaticText(this, wxID_ANY, wx(tr("and")))),
      second_(new wxChoice(this, wxID_ANY)),
      with_saved_(new wxCheckBox(this, wxID_ANY, wx(tr("With the saved &searches")))),
      copy_(new wxButton(this, wxID_ANY, wx(tr("Cop&y")))),
      export_(new wxButton(this, wxID_ANY, wx(tr("&Export…")))),
      note_(new wxStaticText(this, wxID_ANY, wx(tr("Counting…")))),
      grid_(new MatrixGrid(this)) {
    for (const char* label : {msg("Hits counted"), msg("Queries in a table"), msg("Two roles compared")})
        show_->Append(wx(tr(label)));
    show_->SetSelection(0);
    describe(*show_, wx(tr("What is counted")));
    describe(*axis_, wx(tr("By what the hits are counted")));
    describe(*first_, wx(tr("The one role")));
    describe(*second_, wx(tr("The other role")));
    lay_out();
    take_choices();
    const auto again = [this](wxCommandEvent&) {
        take_choices();
        count();
    };
    show_->Bind(wxEVT_CHOICE, again);
    axis_->Bind(wxEVT_CHOICE, again);
    first_->Bind(wxEVT_CHOICE, again);
    second_->Bind(wxEVT_CHOICE, again);
    with_saved_->Bind(wxEVT_CHECKBOX, again);
    copy_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        copy_table(table());
        context_.say(tr("The table is on the clipboard."), tr("Paste it into Word, Excel or LibreOffice."));
    });
    export_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { export_table(); });
    connections_.push_back(finding_.on_found([this] { stale_ = true; }));
    connections_.push_back(context_.on_changed([this](const study::Changes&) { stale_ = true; }));
    connections_.push_back(grid_->on_opened([this](const MatrixGrid::Cell& cell) { open(cell); }));
    connections_.push_back(grid_->on_copied([this] { copy_table(table()); }));
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        event.Skip();
        if (stale_ && IsShownOnScreen() && finding_.is_complete()) {
            take_choices();
            count();
        }
    });
}

void CountsTab::lay_out() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (wxWindow* window : std::initializer_list<wxWindow*>{show_, axis_label_, axis_, first_, against_,
                                                             second_, with_saved_}) {
        row->Add(window, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(kEdge)));
    }
    row->Add(note_, wxSizerFlags().CentreVertical());
    note_->SetForegroundColour(colour(Shade::quiet_ink));
    note_->Hide();
    row->AddStretchSpacer();
    row->Add(copy_, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(kEdge)));
    row->Add(export_, wxSizerFlags().CentreVertical());
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(row, wxSizerFlags().Expand().Border(wxALL, FromDIP(kEdge)));
    lines->Add(grid_, wxSizerFlags(1).Expand());
    SetSizer(lines);
}

void CountsTab::take_choices() {
    const auto show = static_cast<Show>(show_->GetSelection());
    const std::string kept = axis();
    std::vector<std::string> axes;
    std::vector<std::string> labels;
    for (const auto& one : count_headings()) {
        axes.emplace_back(one.axis);
        labels.emplace_back(tr(one.label));
    }
    if (show == Show::table) {
        axes.emplace_back("dimensions");
        labels.emplace_back(tr("Dimension"));
        for (const auto& attribute : context_.material().attributes) {
            axes.push_back(attribute.name);
            labels.push_back(attribute.name);
        }
    }
    if (axes != axes_) {
        axes_ = axes;
        axis_->Clear();
        for (const auto& label : labels) axis_->Append(wx(label));
        const auto place = std::find(axes_.begin(), axes_.end(), kept);
        axis_->SetSelection(place == axes_.end() ? 0 : static_cast<int>(place - axes_.begin()));
    }
    wxArrayString roles;
    for (const auto& role : context_.material().roles) roles.Add(wx(role.name));
    if (roles != first_->GetStrings()) {
        first_->Set(roles);
        second_->Set(roles);
        if (!roles.empty()) first_->SetSelection(0);
        if (!roles.empty()) second_->SetSelection(roles.size() > 1 ? 1 : 0);
    }
    show_controls();
}

void CountsTab::show_controls() {
    const auto show = static_cast<Show>(show_->GetSelection());
    for (wxWindow* window : {static_cast<wxWindow*>(axis_label_), static_cast<wxWindow*>(axis_)})
        window->Show(show != Show::contrast);
    for (wxWindow* window : {static_cast<wxWindow*>(first_), static_cast<wxWindow*>(against_),
                             static_cast<wxWindow*>(second_)}) {
        window->Show(show == Show::contrast);
    }
    with_saved_->Show(show == Show::table);
    Layout();
}

std::string CountsTab::axis() const {
    const int chosen = axis_->GetSelection();
    return chosen == wxNOT_FOUND ? std::string() : axes_[static_cast<std::size_t>(chosen)];
}

void CountsTab::choose(Show show, const std::string& axis) {
    show_->SetSelection(static_cast<int>(show));
    take_choices();
    const auto place = std::find(axes_.begin(), axes_.end(), axis);
    if (place != axes_.end()) axis_->SetSelection(static_cast<int>(place - axes_.begin()));
    count();
}

void CountsTab::compare(const std::string& first, const std::string& second) {
    show_->SetSelection(static_cast<int>(Show::contrast));
    take_choices();
    first_->SetStringSelection(wx(first));
    second_->SetStringSelection(wx(second));
    count();
}

CountRequest CountsTab::request() const {
    CountRequest request;
    request.show = static_cast<Show>(show_->GetSelection());
    request.query = finding_.prepared()->query;
    request.only = finding_.only();
    request.axis = axis();
    request.with_saved = with_saved_->GetValue();
    const auto& roles = context_.material().roles;
    const auto role = [&](const wxChoice* choice) {
        const int at = choice->GetSelection();
        return at == wxNOT_FOUND ? model::RoleId{} : roles[static_cast<std::size_t>(at)].id;
    };
    request.first = role(first_);
    request.second = role(second_);
    return request;
}

void CountsTab::count() {
    stale_ = false;
    counting_.stop();
    note_->Hide();
    if (finding_.prepared() == nullptr) return show({});
    if (!finding_.is_large()) {
        Counted found;
        auto& search = finding_.search();
        if (!context_.attempt(
                [&] { found = counted(search, search.study(), context_.material(), request()); }))
            found = {};
        return show(std::move(found));
    }
    note_->Show();
    Layout();
    counting_.start<Counted>(
        [beside = finding_.beside(), request = request()](const base::Progress&) {
            return searched_beside<Counted>(beside, [&](study::Study& study, search::Search& search) {
                return counted(search, study, report::Sight(study, beside.viewer).material(), request);
            });
        },
        [this](const Outcome<Counted>& outcome) {
            note_->Hide();
            Layout();
            if (outcome.value) return show(*outcome.value);
            show({});
            context_.attempt([&] { throw base::Error(*outcome.error); });
        });
}

void CountsTab::show(Counted found) {
    row_queries_ = std::move(found.row_queries);
    auto& table = found.table;
    copy_->Enable(!table.rows.empty());
    export_->Enable(!table.rows.empty());
    MatrixGrid::Marks marks;
    marks.columns.resize(table.columns.size());
    marks.rows.resize(table.rows.size());
    marks.groups.resize(table.rows.size());
    grid_->show(std::move(table), std::move(marks), {});
}

void CountsTab::open(const MatrixGrid::Cell& cell) {
    if (cell.row < row_queries_.size()) asked_(std::string(row_queries_[cell.row]));
}

void CountsTab::export_table() {
    const auto file = ask_for_file(this, context_, tr("search"), report::table_endings());
    if (!file) return;
    if (context_.attempt([&] { report::write_table(context_.study(), table(), *file); }))
        context_.say(say("Written: {}", report::shown_name(*file)));
}

}  // namespace ui
