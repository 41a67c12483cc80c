// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/counts_tab.h"

#include <wx/sizer.h>
#include <wx/utils.h>

#include <array>

#include "analysis/axis.h"
#include "base/translate.h"
#include "model/codebook.h"
#include "report/export_file.h"
#include "report/search_export.h"
#include "report/search_lists.h"
#include "search/grouping.h"
#include "study/saved_searches.h"
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
using search::FieldId;
using search::GroupBy;

constexpr int kEdge = 6;

struct Heading {
    const char* axis;  ///< in the words of analysis::Axis
    const char* label;
    GroupBy by;
    FieldId field;
};
constexpr std::array kHeadings{
    Heading{"role", msg("Role"), GroupBy::role, FieldId::role},
    Heading{"participant", msg("Participant"), GroupBy::participant, FieldId::participant},
    Heading{"triad", msg("Triad"), GroupBy::triad, FieldId::triad},
    Heading{"source", msg("Source"), GroupBy::source, FieldId::source},
    Heading{"codes", msg("Code"), GroupBy::code, FieldId::code},
};

const Heading* heading_of(const std::string& axis) {
    for (const auto& one : kHeadings) {
        if (axis == one.axis) return &one;
    }
    return nullptr;
}

search::Node field_node(FieldId field, const std::string& value) {
    search::Node node;
    node.kind = search::Node::Kind::field;
    node.field = field;
    node.text = value;
    return node;
}

/// The query and one condition more, as it would be typed.
std::string narrowed(const search::Node& query, search::Node condition) {
    search::Node both;
    both.kind = search::Node::Kind::all_of;
    both.children = {query, std::move(condition)};
    return search::printed(both);
}

/// Of what has no role, no triad, no code.
search::Node none_of(FieldId field) {
    search::Node node;
    node.kind = search::Node::Kind::none_of;
    node.children = {field_node(field, "*")};
    return node;
}

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
    for (const auto& one : kHeadings) {
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

void CountsTab::count() {
    stale_ = false;
    row_queries_.clear();
    model::Table table;
    const bool there = finding_.prepared() != nullptr;
    if (there && !context_.attempt([&] {
            const wxBusyCursor busy;
            table = counted();
        })) {
        table = {};
    }
    copy_->Enable(!table.rows.empty());
    export_->Enable(!table.rows.empty());
    MatrixGrid::Marks marks;
    marks.columns.resize(table.columns.size());
    marks.rows.resize(table.rows.size());
    marks.groups.resize(table.rows.size());
    grid_->show(std::move(table), std::move(marks), {});
}

model::Table CountsTab::counted() {
    switch (static_cast<Show>(show_->GetSelection())) {
        case Show::groups:
            return groups();
        case Show::table:
            return queries_by_axis();
        case Show::contrast:
            return contrast();
    }
    return {};
}

model::Table CountsTab::groups() {
    const auto* heading = heading_of(axis());
    if (heading == nullptr) return {};
    const auto& query = *finding_.prepared();
    const auto found = finding_.search().groups(query, heading->by);
    for (const auto& group : found) {
        row_queries_.push_back(narrowed(
            query.query, group.id == 0 ? none_of(heading->field) : field_node(heading->field, group.label)));
    }
    return report::listing_table(report::groups_listing(query, tr(heading->label), found));
}

model::Table CountsTab::queries_by_axis() {
    auto& search = finding_.search();
    std::vector<search::Prepared> queries{search.prepare(finding_.prepared()->query)};
    if (with_saved_->GetValue()) {
        for (const auto& saved : study::saved_searches(context_.study())) {
            try {
                auto one = search.prepare(saved.query);
                if (one.printed != queries.front().printed) queries.push_back(std::move(one));
            } catch (const base::Error&) {
                // It names something that is no longer in the study; the menu of saved searches shows it.
            }
        }
    }
    for (const auto& query : queries)
        row_queries_.insert(row_queries_.end(), {query.printed, query.printed, query.printed});
    const auto& material = context_.material();
    return report::search_table(search, queries, analysis::Axis::parse(axis(), material), material);
}

model::Table CountsTab::contrast() {
    const auto& roles = context_.material().roles;
    const int first = first_->GetSelection(), second = second_->GetSelection();
    if (first == wxNOT_FOUND || second == wxNOT_FOUND) return {};
    auto& search = finding_.search();
    const auto& query = *finding_.prepared();
    const auto made = search::contrast(search, query, roles[static_cast<std::size_t>(first)].id,
                                       roles[static_cast<std::size_t>(second)].id);
    for (const auto& row : made.rows)
        row_queries_.push_back(narrowed(query.query, field_node(FieldId::triad, row.name)));
    return report::listing_table(report::contrast_listing(query, search.contents(), made));
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
