// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/study_settings_dialog.h"

#include <wx/combobox.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "base/strings.h"
#include "base/translate.h"
#include "report/passages/quotation.h"
#include "study/settings.h"
#include "study/verbs/settings.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::tr;

std::string typed(const wxTextEntry& field) {
    return std::string(base::trimmed(utf8(field.GetValue())));
}

class StudySettingsDialog : public wxDialog {
  public:
    StudySettingsDialog(wxWindow* parent, Context& context)
        : wxDialog(parent, wxID_ANY, wx(tr("Settings of the study")), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
          context_(context) {
        const auto& study = context.study();
        auto* grid = new wxFlexGridSizer(2, wxSize(FromDIP(12), FromDIP(8)));
        grid->AddGrowableCol(1);
        const auto label = [&](const std::string& words) {
            grid->Add(new wxStaticText(this, wxID_ANY, wx(words)), wxSizerFlags().CentreVertical());
        };
        label(tr("&Name"));
        name_ = new wxTextCtrl(this, wxID_ANY, wx(study.name()));
        describe(*name_, wx(tr("Name of the study")));
        grid->Add(name_, wxSizerFlags(1).Expand());
        label(tr("&Language of the interviews"));
        wxArrayString languages;
        for (const char* code : {"nl", "en", "de", "fr"}) languages.Add(code);
        language_ =
            new wxComboBox(this, wxID_ANY, wx(study.language()), wxDefaultPosition, wxDefaultSize, languages);
        describe(*language_, wx(tr("Language of the interviews")));
        grid->Add(language_);
        label(tr("&Quotations"));
        pattern_ = new wxTextCtrl(this, wxID_ANY,
                                  wx(study::settings::get(study, study::settings::kQuotationTemplate)));
        pattern_->SetHint(wx(report::default_quotation_template(study.language())));
        describe(*pattern_, wx(tr("Form in which quotations are copied")));
        grid->Add(pattern_, wxSizerFlags(1).Expand());
        auto* explanation = new wxStaticText(
            this, wxID_ANY,
            wx(tr("In the form of quotations stand {quote}, {participant}, {role}, {triad}, {source}, {turn} "
                  "and the attributes in braces. Empty: the usual form.")));
        explanation->SetForegroundColour(colour(Shade::quiet_ink));
        explanation->Wrap(FromDIP(480));
        auto* lines = new wxBoxSizer(wxVERTICAL);
        lines->Add(grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(16)));
        lines->Add(explanation, wxSizerFlags().Border(wxLEFT | wxRIGHT, FromDIP(16)));
        lines->Add(CreateButtonSizer(wxOK | wxCANCEL), wxSizerFlags().Expand().Border(wxALL, FromDIP(16)));
        SetSizerAndFit(lines);
        CentreOnParent();
        name_->SetFocus();
    }

    void apply() {
        const auto& study = context_.study();
        context_.change("set_setting", {}, [&](study::Edit& edit) {
            const auto set = [&](const char* setting, const std::string& value) {
                if (value != study::settings::get(study, setting))
                    study::verbs::set_setting(edit, setting, value);
            };
            set(study::settings::kName, typed(*name_));
            set(study::settings::kLanguage, typed(*language_));
            set(study::settings::kQuotationTemplate, typed(*pattern_));
        });
    }

  private:
    Context& context_;
    wxTextCtrl* name_;
    wxComboBox* language_;
    wxTextCtrl* pattern_;
};

}  // namespace

void edit_study_settings(wxWindow* parent, Context& context) {
    StudySettingsDialog dialog(parent, context);
    if (dialog.ShowModal() == wxID_OK) dialog.apply();
}

}  // namespace ui
