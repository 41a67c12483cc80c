// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_dialog.h"

#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/utils.h>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "ui/import/drop_target.h"
#include "ui/import/file_details.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::say;
using base::say_n;
using base::tr;

constexpr int kParts = 1000;  ///< of the progress bar
constexpr std::size_t kPreviewLines = 200;
constexpr text::Position kPreviewCharacters = 40'000;

enum Column : unsigned { kTake, kFile, kParticipant, kRole, kTriad, kTurns, kNote };

std::string note_of(const PlannedFile& file) {
    if (!file.problem.empty()) return file.problem;
    if (const auto* table = std::get_if<model::ParticipantTable>(file.read.content.get())) {
        return say_n("Table of participants, {} row", "Table of participants, {} rows", table->rows.size());
    }
    if (const auto* codings = std::get_if<model::CodingTable>(file.read.content.get())) {
        return say_n("Table of codings, {} row", "Table of codings, {} rows", codings->rows.size());
    }
    if (const auto* read = std::get_if<exchange::ReadCodebook>(file.read.content.get())) {
        return say_n("Codebook, {} code", "Codebook, {} codes", read->codebook.codes().size());
    }
    const auto& content = *file.transcript();
    std::vector<std::string> notes;
    if (file.updates) notes.emplace_back(tr("Newer text of a source"));
    if (content.encoding_assumed && !file.encoding) notes.push_back(say("Read as {}", content.encoding));
    if (content.turns.turns.empty()) notes.emplace_back(tr("No speakers were recognised."));
    for (const auto& loss : content.losses) notes.push_back(loss.what);
    return base::join(notes, " · ");
}

std::string turns_of(const PlannedFile& file) {
    return file.transcript() == nullptr ? "" : std::to_string(file.transcript()->turns.turns.size());
}

/// The beginning of a text, of whole lines where they are not endless.
text::Span preview_of(const text::Text& text) {
    text::Span span{0, std::min(text.size(), kPreviewCharacters)};
    const auto words = text.view(span);
    std::size_t lines = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == '\n' && ++lines == kPreviewLines) {
            span.end = text.position_of(i);
            break;
        }
    }
    return span;
}

std::vector<StyleChange> styles_of(const PlannedFile& file, text::Position end) {
    const auto& turns = file.transcript()->turns;
    std::vector<StyleChange> styles{{0, turns.turns.empty() ? TextStyle::speech : TextStyle::interviewer}};
    for (const auto& turn : turns.turns) {
        if (turn.span.begin >= end) break;
        const bool asks = turn.speaker < file.labels.size() &&
                          file.labels[turn.speaker].kind == text::SpeakerKind::interviewer;
        styles.push_back({turn.span.begin, TextStyle::label});
        styles.push_back({std::min(turn.body, end), asks ? TextStyle::interviewer : TextStyle::speech});
    }
    return styles;
}

}  // namespace

ImportDialog::ImportDialog(wxWindow* parent, Context& context,
                           const std::vector<std::filesystem::path>& files)
    : wxDialog(parent, wxID_ANY, wx(tr("Import")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
      context_(context),
      plan_(context.study()),
      pages_(new wxSimplebook(this)) {
    pages_->AddPage(make_plan_page(), "");
    pages_->AddPage(make_report_page(), "");
    status_ = new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                               wxST_ELLIPSIZE_MIDDLE | wxST_NO_AUTORESIZE);
    gauge_ = new wxGauge(this, wxID_ANY, kParts, wxDefaultPosition, FromDIP(wxSize(160, -1)));
    describe(*gauge_, wx(tr("Progress")));
    import_ = new wxButton(this, wxID_OK, wx(tr("&Import")));
    close_ = new wxButton(this, wxID_CANCEL, wx(tr("&Cancel")));
    import_->SetDefault();
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    foot->Add(status_, wxSizerFlags(1).CentreVertical());
    foot->Add(gauge_, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(12)));
    foot->Add(close_, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(12)));
    foot->Add(import_, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(8)));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(pages_, wxSizerFlags(1).Expand());
    lines->Add(foot, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    SetSizer(lines);
    const wxSize room = parent->GetSize();
    SetSize(wxSize(std::clamp(room.x - FromDIP(80), FromDIP(760), FromDIP(1180)),
                   std::clamp(room.y - FromDIP(60), FromDIP(520), FromDIP(820))));
    CentreOnParent();
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { write(); }, wxID_OK);
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { leave(); }, wxID_CANCEL);
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { leave(); });
    SetDropTarget(new DropTarget([this](const auto& more) { read(more); }));
    read(files);
    list_->SetFocus();
}

wxWindow* ImportDialog::make_plan_page() {
    auto* page = new wxPanel(pages_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL);
    list_ = new wxDataViewListCtrl(page, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(-1, 180)),
                                   wxDV_MULTIPLE | wxBORDER_SIMPLE);
    describe(*list_, wx(tr("Files")), wx(tr("Space chooses whether a file is imported")));
    list_->AppendToggleColumn("", wxDATAVIEW_CELL_ACTIVATABLE, FromDIP(32));
    const auto column = [this](const std::string& title, int width, wxAlignment alignment = wxALIGN_LEFT) {
        list_
            ->AppendTextColumn(wx(title), wxDATAVIEW_CELL_INERT, FromDIP(width), alignment,
                               wxDATAVIEW_COL_RESIZABLE)
            ->GetRenderer()
            ->EnableEllipsize(wxELLIPSIZE_END);
    };
    column(tr("File"), 190);
    column(tr("Participant"), 130);
    column(tr("Role"), 90);
    column(tr("Triad"), 70);
    column(tr("Turns"), 60, wxALIGN_RIGHT);
    column(tr("Notes"), 420);
    details_ = new FileDetails(page, context_.material(), plan_);
    preview_panel_ = new wxPanel(page, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_THEME);
    preview_.emplace(preview_panel_);
    describe(preview_->window(), wx(tr("Beginning of the text")));
    auto* within = new wxBoxSizer(wxVERTICAL);
    within->Add(&preview_->window(), wxSizerFlags(1).Expand());
    preview_panel_->SetSizer(within);
    update_ = new wxCheckBox(page, wxID_ANY,
                             wx(tr("&Give sources that are in the study already the newer text; "
                                   "their codings move along")));
    mark_coded_ =
        new wxCheckBox(page, wxID_ANY, wx(tr("&Mark the sources as coded by those whose codings come in")));
    auto* below = new wxBoxSizer(wxHORIZONTAL);
    below->Add(details_, wxSizerFlags(2).Expand());
    below->Add(preview_panel_, wxSizerFlags(3).Expand().Border(wxLEFT, FromDIP(12)));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(list_, wxSizerFlags(2).Expand().Border(wxALL, FromDIP(12)));
    lines->Add(below, wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    lines->Add(update_, wxSizerFlags().Border(wxLEFT | wxTOP, FromDIP(12)));
    lines->Add(mark_coded_, wxSizerFlags().Border(wxLEFT | wxTOP, FromDIP(12)));
    page->SetSizer(lines);
    update_->Hide();
    mark_coded_->Hide();

    details_->on_changed([this] {
        plan_.judge();
        refresh_list();
    });
    details_->on_encoding(
        [this](std::size_t file, const std::optional<std::string>& encoding) { read_again(file, encoding); });
    update_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) {
        plan_.update = event.IsChecked();
        plan_.judge();
        refresh_list();
    });
    mark_coded_->Bind(wxEVT_CHECKBOX,
                      [this](wxCommandEvent& event) { plan_.mark_coded = event.IsChecked(); });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { show_chosen(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_VALUE_CHANGED, [this](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (event.GetColumn() != static_cast<int>(kTake) || row < 0) return;
        auto& file = plan_.files()[static_cast<std::size_t>(row)];
        const bool wanted = list_->GetToggleValue(static_cast<unsigned>(row), kTake);
        if (wanted == file.taken()) return;
        file.wanted = wanted;
        plan_.judge();
        CallAfter([this] { refresh_list(); });
    });
    list_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_SPACE && event.GetModifiers() == wxMOD_NONE) {
            toggle_chosen();
        } else {
            event.Skip();
        }
    });
    return page;
}

wxWindow* ImportDialog::make_report_page() {
    auto* page = new wxPanel(pages_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL);
    report_title_ = new wxStaticText(page, wxID_ANY, "");
    report_title_->SetFont(report_title_->GetFont().Scaled(1.3F).MakeBold());
    report_ = new wxTextCtrl(page, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                             wxTE_MULTILINE | wxTE_READONLY | wxBORDER_NONE);
    report_->SetBackgroundColour(GetBackgroundColour());
    describe(*report_, wx(tr("What became of the files")));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(report_title_, wxSizerFlags().Border(wxALL, FromDIP(16)));
    lines->Add(report_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    page->SetSizer(lines);
    return page;
}

void ImportDialog::read(const std::vector<std::filesystem::path>& files) {
    if (finished() || reading()) return;
    import_->Disable();
    gauge_->Show();
    tell(tr("Reading …"));
    background_.start<std::vector<ReadFile>>(
        [files](const base::Progress& progress) { return read_files(files, progress); },
        [this](const Outcome<std::vector<ReadFile>>& outcome) {
            gauge_->Hide();
            Layout();
            if (outcome.value) {
                take(*outcome.value);
            } else {
                tell(outcome.error->what());
            }
        },
        [this](double done, const std::string& what) {
            gauge_->SetValue(static_cast<int>(done * kParts));
            tell(say("Reading {}", what));
        });
}

void ImportDialog::read_again(std::size_t place, const std::optional<std::string>& encoding) {
    if (reading()) return;
    import_->Disable();
    background_.start<ReadFile>(
        [path = plan_.files()[place].read.path, encoding](const base::Progress& progress) {
            return read_file(path, encoding, {progress.stop, {}});
        },
        [this, place](const Outcome<ReadFile>& outcome) {
            if (!outcome.value) return;
            const auto* unreadable = std::get_if<Unreadable>(outcome.value->content.get());
            if (unreadable != nullptr) {
                plan_.files()[place].encoding.reset();
                tell(unreadable->reason);
            } else {
                plan_.replace(place, *outcome.value);
            }
            refresh_list();
            show_chosen();
        });
}

void ImportDialog::take(const std::vector<ReadFile>& files) {
    plan_.add(files);
    fill_list();
    update_->Show(plan_.meets_known_names());
    mark_coded_->Show(plan_.has_codings());
    pages_->GetPage(0)->Layout();
    if (!plan_.files().empty()) choose(0);
}

void ImportDialog::fill_list() {
    list_->DeleteAllItems();
    for (const auto& file : plan_.files()) {
        wxVector<wxVariant> row;
        row.push_back(wxVariant(file.taken()));
        row.push_back(wxVariant(wx(file.read.path.filename().string())));
        for (int i = kParticipant; i <= static_cast<int>(kNote); ++i) row.push_back(wxVariant(wxString()));
        list_->AppendItem(row);
    }
    refresh_list();
}

void ImportDialog::refresh_list() {
    for (std::size_t i = 0; i < plan_.files().size(); ++i) {
        const auto& file = plan_.files()[i];
        const auto row = static_cast<unsigned>(i);
        const auto set = [&](Column column, const std::string& value) {
            if (list_->GetTextValue(row, column) != wx(value)) list_->SetTextValue(wx(value), row, column);
        };
        if (list_->GetToggleValue(row, kTake) != file.taken())
            list_->SetToggleValue(file.taken(), row, kTake);
        std::vector<std::string> people;
        if (!file.about.participant.empty()) people.push_back(file.about.participant);
        for (const auto& label : file.labels) {
            if (!label.participant.empty() &&
                std::find(people.begin(), people.end(), label.participant) == people.end())
                people.push_back(label.participant);
        }
        set(kParticipant, base::join(people, ", "));
        set(kRole, file.about.role);
        set(kTriad, file.about.triad);
        set(kTurns, turns_of(file));
        set(kNote, note_of(file));
    }
    const std::size_t taken = plan_.taken();
    import_->Enable(taken > 0 && !reading());
    import_->SetLabel(
        wx(taken == 0 ? std::string(tr("&Import")) : say_n("&Import {} file", "&Import {} files", taken)));
    const std::size_t out = plan_.files().size() - taken;
    tell(out == 0 ? std::string()
                  : say_n("{} file is left out; its note says why.",
                          "{} files are left out; their notes say why.", out));
    Layout();
}

void ImportDialog::choose(std::size_t file) {
    list_->UnselectAll();
    list_->SelectRow(static_cast<unsigned>(file));
    list_->SetCurrentItem(list_->RowToItem(static_cast<int>(file)));
    list_->EnsureVisible(list_->RowToItem(static_cast<int>(file)));
    show_chosen();
}

void ImportDialog::show_chosen() {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < plan_.files().size(); ++i) {
        if (list_->IsRowSelected(static_cast<unsigned>(i))) chosen.push_back(i);
    }
    details_->show(chosen);
    show_preview(chosen.size() == 1 ? &plan_.files()[chosen.front()] : nullptr);
}

void ImportDialog::show_preview(const PlannedFile* file) {
    static const auto kNothing = std::make_shared<const text::Text>();
    if (file == nullptr || file->transcript() == nullptr) {
        preview_->show(kNothing, {{0, TextStyle::speech}}, {});
        return;
    }
    const auto& all = file->transcript()->text;
    const auto span = preview_of(all);
    preview_->show(std::make_shared<text::Text>(std::string(all.view(span))), styles_of(*file, span.end), {});
}

void ImportDialog::toggle_chosen() {
    for (std::size_t i = 0; i < plan_.files().size(); ++i) {
        auto& file = plan_.files()[i];
        if (list_->IsRowSelected(static_cast<unsigned>(i))) file.wanted = !file.wanted;
    }
    plan_.judge();
    refresh_list();
}

void ImportDialog::write() {
    if (finished() || reading() || plan_.taken() == 0) return;
    const wxBusyCursor busy;
    import_->Disable();
    close_->Disable();
    gauge_->Show();
    Layout();
    ImportReport report;
    std::string problem;
    const std::size_t all = plan_.taken();
    const auto coder = context_.coder();
    const bool done = context_.change("import", nlohmann::json::object(), [&](study::Edit& edit) {
        try {
            report = plan_.write(edit, coder ? std::optional(coder->name) : std::nullopt, [&](std::size_t n) {
                gauge_->SetValue(static_cast<int>(n * kParts / all));
                gauge_->Update();
            });
        } catch (const base::Error& error) {
            problem = error.hint().empty() ? error.what() : std::string(error.what()) + " " + error.hint();
            throw base::Error(base::ErrorKind::cancelled, error.what());
        }
    });
    gauge_->Hide();
    close_->Enable();
    if (done) {
        show_report(report);
    } else {
        refresh_list();
        tell(problem.empty() ? std::string(tr("Nothing was imported.")) : problem);
    }
}

void ImportDialog::show_report(const ImportReport& report) {
    report_title_->SetLabelText(wx(report.headline));
    report_->ChangeValue(wx(base::join(report.lines, "\n")));
    report_->SetInsertionPoint(0);
    pages_->SetSelection(1);
    import_->Hide();
    close_->SetLabel(wx(tr("&Close")));
    close_->SetDefault();
    close_->SetFocus();
    tell({});
    Layout();
    if (!report.sources.empty()) context_.go_to({report.sources.front(), {}});
}

std::string ImportDialog::report() const {
    return utf8(report_title_->GetLabelText()) + "\n" + utf8(report_->GetValue());
}

void ImportDialog::tell(const std::string& status) {
    status_->SetLabelText(wx(status));
    status_->SetToolTip(wx(status));
}

void ImportDialog::leave() {
    background_.stop();
    Destroy();
}

}  // namespace ui
