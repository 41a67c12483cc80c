// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/words_tab.h"

#include <wx/sizer.h>

#include <algorithm>
#include <limits>

#include "base/translate.h"
#include "report/export_file.h"
#include "report/search/export.h"
#include "report/search/word_lists.h"
#include "text/text.h"
#include "ui/context/role_colour.h"
#include "ui/kit/accessible.h"
#include "ui/kit/chart_view.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/matrix/matrix_actions.h"

namespace ui {

namespace {

using base::say;
using base::tr;

constexpr int kEdge = 6, kWordWidth = 170, kNumberWidth = 70, kHeadingEdge = 28, kLongest = 5;
constexpr std::size_t kListed = 1000, kCharted = 20;
constexpr std::int64_t kLeastInKeys = 3;  ///< rarer words tell little by themselves

/// The word or the sequence as a query for just that.
std::string query_of(const std::string& words) {
    return words.find(' ') == std::string::npos ? "=" + words : "\"" + words + "\"";
}

}  // namespace

WordsTab::WordsTab(wxWindow* parent, Context& context, Finding& finding)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      finding_(finding),
      length_(new wxSpinCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 1,
                             kLongest, 1)),
      stop_words_(new wxCheckBox(this, wxID_ANY, wx(tr("Without &frequent small words")))),
      first_(new wxChoice(this, wxID_ANY)),
      second_(new wxChoice(this, wxID_ANY)),
      export_(new wxButton(this, wxID_ANY, wx(tr("&Export…")))),
      note_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE)),
      list_(new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_SINGLE | wxDV_ROW_LINES | wxBORDER_NONE)),
      chart_(new ChartView(this)) {
    stop_words_->SetValue(true);
    describe(*length_, wx(tr("Words that follow each other")));
    describe(*first_, wx(tr("The words of")));
    describe(*second_, wx(tr("Compared with")));
    describe(*list_, wx(tr("Words")), wx(tr("Enter shows where a word is said")));
    describe(*chart_, wx(tr("Chart of the words")));
    lay_out();
    const auto again = [this](wxCommandEvent&) { count(); };
    length_->Bind(wxEVT_SPINCTRL, [this](wxSpinEvent&) { count(); });
    stop_words_->Bind(wxEVT_CHECKBOX, again);
    first_->Bind(wxEVT_CHOICE, again);
    second_->Bind(wxEVT_CHOICE, again);
    export_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { export_list(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (row != wxNOT_FOUND) CallAfter([this, row] { open(static_cast<std::size_t>(row)); });
    });
    connections_.push_back(context_.on_changed([this](const study::Changes& news) {
        using study::Kind;
        for (const Kind kind : {Kind::source, Kind::speaker, Kind::speaker_participant, Kind::participant,
                                Kind::role, Kind::setting}) {
            stale_ = stale_ || news.touch(kind);
        }
    }));
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        event.Skip();
        if (stale_ && IsShownOnScreen()) count();
    });
    take_roles();
}

void WordsTab::lay_out() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](wxWindow* window) {
        row->Add(window, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(kEdge)));
    };
    const auto label = [&](const std::string& text) { add(new wxStaticText(this, wxID_ANY, wx(text))); };
    label(tr("Words of"));
    add(first_);
    label(tr("compared with"));
    add(second_);
    row->AddSpacer(FromDIP(2 * kEdge));
    label(tr("Words in a row:"));
    add(length_);
    add(stop_words_);
    row->AddStretchSpacer();
    row->Add(export_, wxSizerFlags().CentreVertical());
    auto* both = new wxBoxSizer(wxHORIZONTAL);
    both->Add(list_, wxSizerFlags(3).Expand());
    both->Add(chart_, wxSizerFlags(2).Expand());
    note_->SetForegroundColour(colour(Shade::quiet_ink));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(row, wxSizerFlags().Expand().Border(wxALL, FromDIP(kEdge)));
    lines->Add(both, wxSizerFlags(1).Expand());
    lines->Add(note_, wxSizerFlags().Expand().Border(wxALL, FromDIP(kEdge)));
    SetSizer(lines);
}

void WordsTab::take_roles() {
    wxArrayString roles;
    for (const auto& role : context_.material().roles) roles.Add(wx(role.name));
    wxArrayString first = roles, second = roles;
    first.Insert(wx(tr("everybody")), 0);
    second.Insert(wx(tr("nobody")), 0);
    for (auto [choice, names] : {std::pair{first_, &first}, std::pair{second_, &second}}) {
        if (choice->GetStrings() == *names) continue;
        const wxString kept = choice->GetStringSelection();
        choice->Set(*names);
        if (!choice->SetStringSelection(kept)) choice->SetSelection(0);
    }
}

model::RoleId WordsTab::role(const wxChoice& choice) const {
    const auto& roles = context_.material().roles;
    const int at = choice.GetSelection() - 1;
    return at < 0 || static_cast<std::size_t>(at) >= roles.size() ? model::RoleId{}
                                                                  : roles[static_cast<std::size_t>(at)].id;
}

void WordsTab::compare(const std::string& first, const std::string& second) {
    take_roles();
    if (!first_->SetStringSelection(wx(first))) first_->SetSelection(0);
    if (!second_->SetStringSelection(wx(second))) second_->SetSelection(0);
    count();
}

void WordsTab::set_length(int words) {
    length_->SetValue(words);
    count();
}

void WordsTab::count() {
    stale_ = counted_ = false;
    take_roles();
    const auto first = role(*first_), second = role(*second_);
    second_->Enable(static_cast<bool>(first));
    const bool compares = first && second && first != second;
    const auto path = context_.study().path();
    const int length = length_->GetValue();
    const bool without = stop_words_->GetValue();
    note_->SetLabelText(wx(tr("Counting…")));
    counting_.start<Counted>(
        [=](const base::Progress& progress) {
            const auto study = study::Study::open(path, study::Access::read);
            search::Search search(*study, search::KeepIndex::in_memory);
            search::WordListSpec spec;
            spec.length = length;
            if (without) spec.stop_words = search::stop_words(study->language());
            if (first && !compares) spec.roles = {first};
            Counted counted;
            counted.list = search::word_list(search, spec, progress);
            if (compares) counted.keys = search::keyness(counted.list, first, second, kLeastInKeys);
            return counted;
        },
        [this](const Outcome<Counted>& outcome) {
            if (outcome.value) return show(*outcome.value);
            note_->SetLabelText(wx(outcome.error ? outcome.error->what() : ""));
        });
}

void WordsTab::show(const Counted& counted) {
    const auto first = role(*first_), second = role(*second_);
    const bool compares = first && second && first != second;
    auto& contents = finding_.search().contents();
    constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
    listing_ = compares ? report::keyness_listing(counted.keys, first, second, contents, kAll)
                        : report::frequency_listing(counted.list, contents, kAll);
    show_rows();
    show_chart(counted);
    std::string note = base::say_n("{} word in all, small ones too.", "{} words in all, small ones too.",
                                   static_cast<std::size_t>(counted.list.total));
    if (listing_.rows.size() > kListed) note += " " + say("The first {} are listed.", kListed);
    if (compares) {
        note += " ";
        note +=
            tr("G² (log-likelihood) = 2 Σ O ln(O/E) over both roles: above 3.84 it is rarer than 1 in 20 "
               "by chance. The bars count in each 1,000 words.");
    }
    note_->SetLabelText(wx(note));
    note_->SetToolTip(wx(note));
    counted_ = true;
    export_->Enable(!listing_.rows.empty());
    Layout();
}

void WordsTab::show_rows() {
    list_->DeleteAllItems();
    list_->ClearColumns();
    for (std::size_t i = 0; i < listing_.columns.size(); ++i) {
        const bool number = listing_.columns[i].number || listing_.columns[i].key == "log_likelihood" ||
                            listing_.columns[i].key.starts_with("expected");
        const wxString title = wx(listing_.columns[i].title);
        const int least = list_->GetTextExtent(title).x + FromDIP(kHeadingEdge);
        list_->AppendTextColumn(title, wxDATAVIEW_CELL_INERT,
                                std::max(FromDIP(i == 0 ? kWordWidth : kNumberWidth), least),
                                number ? wxALIGN_RIGHT : wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    }
    // GTK gives the last column all that is left over, which would tear the last number from the others.
    list_->AppendTextColumn("", wxDATAVIEW_CELL_INERT, FromDIP(1));
    for (std::size_t row = 0; row < listing_.rows.size() && row < kListed; ++row) {
        wxVector<wxVariant> cells;
        for (const auto& cell : listing_.rows[row]) cells.push_back(wxVariant(wx(cell)));
        cells.push_back(wxVariant(wxString()));
        list_->AppendItem(cells);
    }
}

void WordsTab::show_chart(const Counted& counted) {
    const auto first = role(*first_), second = role(*second_);
    const bool compares = first && second && first != second;
    auto& contents = finding_.search().contents();
    std::vector<std::string> colours;
    for (const auto id : compares ? std::vector{first, second} : counted.list.roles) {
        colours.push_back(utf8(colour_of_role(context_.material(), id).GetAsString(wxC2S_HTML_SYNTAX)));
    }
    chart_->show(compares
                     ? report::keyness_chart(counted.keys, counted.list, first, second, contents, kCharted)
                     : report::frequency_chart(counted.list, contents, kCharted),
                 report::ChartKind::bars, colours);
}

void WordsTab::open(std::size_t row) {
    if (row >= listing_.rows.size()) return;
    std::string query = query_of(listing_.rows[row].front());
    const auto first = role(*first_), second = role(*second_);
    // Of two roles the one that says it more.
    std::string said_by = first && !second ? utf8(first_->GetStringSelection()) : std::string();
    if (first && second && first != second) said_by = listing_.rows[row].at(1);
    if (!said_by.empty()) {
        search::Node node;
        node.kind = search::Node::Kind::field;
        node.field = search::FieldId::role;
        node.text = said_by;
        query = search::printed(node) + " " + query;
    }
    asked_(query);
}

void WordsTab::export_list() {
    const auto file = ask_for_file(this, context_, tr("words"), report::found_endings());
    if (!file) return;
    if (context_.attempt([&] { report::write_found(context_.study(), listing_, "words", *file); }))
        context_.say(say("Written: {}", report::shown_name(*file)));
}

}  // namespace ui
