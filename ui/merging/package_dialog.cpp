// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merging/package_dialog.h"

#include <fmt/format.h>
#include <wx/button.h>
#include <wx/sizer.h>

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/translate.h"
#include "report/plan_sample.h"
#include "study/packages.h"
#include "study/packaging.h"
#include "study/verbs/package.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

using base::say;
using base::say_n;
using base::tr;

namespace {

constexpr int kWide = 460;  // of sentences
constexpr std::array kWidths{0.05, 0.1, 0.15, 0.2, 0.3, 0.4};
constexpr int kUsualWidth = 3;

}  // namespace

PackageDialog::PackageDialog(wxWindow* parent, Context& context)
    : wxDialog(parent, wxID_ANY, wx(tr("Package for a second coder")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      context_(context) {
    auto* fields = make_fields();
    advice_ = new wxStaticText(this, wxID_ANY, {});
    strata_ = new wxStaticText(this, wxID_ANY, {});
    auto* note = new wxStaticText(this, wxID_ANY,
                                  wx(tr("The package holds texts, people and codebook, and only this coder's "
                                        "own codings and memos. What others "
                                        "did is not in the file.")));
    for (auto* quiet : {advice_, note}) quiet->SetForegroundColour(colour(Shade::quiet_ink));
    note->Wrap(FromDIP(kWide));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(fields, wxSizerFlags().Expand().Border(wxALL, FromDIP(16)));
    lines->Add(advice_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(16)));
    lines->Add(strata_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    lines->Add(note, wxSizerFlags().Border(wxALL, FromDIP(16)));
    lines->Add(CreateButtonSizer(wxOK | wxCANCEL), wxSizerFlags().Expand().Border(wxALL, FromDIP(16)));
    SetSizer(lines);
    if (auto* button = FindWindow(wxID_OK)) button->SetLabel(wx(tr("&Make the package…")));
    preview();
    advise();
    Fit();
    CentreOnParent();
    coder_->SetFocus();
    bind_fields();
}

wxSizer* PackageDialog::make_fields() {
    const auto all = static_cast<int>(context_.material().sources.size());
    auto* grid = new wxFlexGridSizer(2, wxSize(FromDIP(12), FromDIP(8)));
    grid->AddGrowableCol(1);
    const auto label = [&](const std::string& words) {
        grid->Add(new wxStaticText(this, wxID_ANY, wx(words)), wxSizerFlags().CentreVertical());
    };
    label(tr("&For"));
    wxArrayString names;
    for (const auto& coder : context_.material().coders) {
        if (!context_.coder() || coder.id != context_.coder()->id) names.Add(wx(coder.name));
    }
    coder_ = new wxComboBox(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, names);
    describe(*coder_, wx(tr("Who shall code")));
    grid->Add(coder_, wxSizerFlags(1).Expand());
    grid->AddSpacer(0);
    sample_ = new wxCheckBox(this, wxID_ANY, wx(tr("&Draw a sample of the sources")));
    grid->Add(sample_);
    label(tr("&Number of sources"));
    number_ = new wxSpinCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 1,
                             std::max(1, all), std::max(1, all / 5));
    describe(*number_, wx(tr("Number of sources")));
    grid->Add(number_);
    label(tr("S&eed: the same draws the same"));
    seed_ = new wxSpinCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 1,
                           1'000'000, 1);
    describe(*seed_, wx(tr("Seed of the draw")));
    grid->Add(seed_);
    grid->AddSpacer(0);
    frozen_ = new wxCheckBox(this, wxID_ANY, wx(tr("The &codebook stays as it is")));
    grid->Add(frozen_);
    label(tr("How many for an interval of &width"));
    wxArrayString widths;
    for (const double width : kWidths) widths.Add(wx(fmt::format("{}", width)));
    width_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, widths);
    width_->SetSelection(kUsualWidth);
    describe(*width_, wx(tr("Width of the interval")));
    grid->Add(width_);
    return grid;
}

void PackageDialog::bind_fields() {
    sample_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { preview(); });
    for (auto* spin : {number_, seed_}) spin->Bind(wxEVT_SPINCTRL, [this](wxSpinEvent&) { preview(); });
    width_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { advise(); });
    coder_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { FindWindow(wxID_OK)->Enable(!coder().empty()); });
    FindWindow(wxID_OK)->Enable(!coder().empty());
}

void PackageDialog::set_coder(const std::string& name) {
    coder_->SetValue(wx(name));
    FindWindow(wxID_OK)->Enable(!coder().empty());
}

void PackageDialog::set_sample(int sources, int seed) {
    sample_->SetValue(sources > 0);
    if (sources > 0) number_->SetValue(sources);
    seed_->SetValue(seed);
    preview();
}

std::string PackageDialog::coder() const {
    return std::string(base::trimmed(utf8(coder_->GetValue())));
}

std::vector<model::SourceId> PackageDialog::sources() const {
    if (sample_->GetValue()) {
        return study::packages::draw(context_.study(), static_cast<std::size_t>(number_->GetValue()),
                                     static_cast<std::uint64_t>(seed_->GetValue()));
    }
    std::vector<model::SourceId> all;
    for (const auto& source : context_.material().sources) all.push_back(source.id);
    return all;
}

std::string PackageDialog::advice() const {
    return report::sentence_for_width(context_.study(),
                                      kWidths.at(static_cast<std::size_t>(width_->GetSelection())));
}

void PackageDialog::advise() {
    advice_->SetLabel(without_mnemonics(wx(advice())));
    advice_->Wrap(FromDIP(kWide));
    Layout();
}

void PackageDialog::preview() {
    number_->Enable(sample_->GetValue());
    seed_->Enable(sample_->GetValue());
    const auto chosen = sources();
    std::vector<std::string> lines{say_n("{} source:", "{} sources:", chosen.size())};
    for (const auto& stratum : study::packages::strata(context_.study())) {
        const auto given =
            std::count_if(stratum.sources.begin(), stratum.sources.end(), [&](const auto source) {
                return std::find(chosen.begin(), chosen.end(), source) != chosen.end();
            });
        lines.push_back(say("{}: {} of {}", stratum.name, given, stratum.sources.size()));
    }
    strata_->SetLabel(without_mnemonics(wx(base::join(lines, "\n"))));
    Layout();
}

bool PackageDialog::make(const std::filesystem::path& file) {
    const auto chosen = sources();
    study::packages::Contents contents;
    const bool assigned =
        context_.change("package", {{"file", file.filename().string()}},
                        [&](study::Edit& edit) { contents = study::verbs::assign(edit, coder(), chosen); });
    if (!assigned) return false;
    contents.frozen = frozen();
    return context_.attempt([&] {
        study::packages::write(context_.study(), contents, file);
        context_.say(say_n("The package with {} source for {} is {}.",
                           "The package with {} sources for {} is {}.", chosen.size(), coder(),
                           file.string()));
    });
}

}  // namespace ui
