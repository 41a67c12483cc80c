// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_actions.h"

#include <wx/filedlg.h>

#include "base/strings.h"
#include "base/translate.h"
#include "exchange/in/importer.h"
#include "ui/import/import_dialog.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::msg;
using base::tr;

std::string transcripts_pattern() {
    std::vector<std::string> patterns;
    for (const auto& ending : exchange::importable_endings()) patterns.push_back("*" + ending);
    patterns.emplace_back("*.csv");
    patterns.emplace_back("*.qdc");
    const std::string all = base::join(patterns, ";");
    return std::string(tr("Transcripts and tables")) + "|" + all + "|" + tr("All files") + "|*";
}

void ask_and_import(wxWindow& frame, Context& context, const std::string& title, const std::string& pattern) {
    auto& settings = context.settings();
    wxFileDialog dialog(&frame, wx(title), wx(settings.text("import/folder")), "", wx(pattern),
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE);
    if (dialog.ShowModal() != wxID_OK) return;
    wxArrayString chosen;
    dialog.GetPaths(chosen);
    std::vector<std::filesystem::path> files;
    for (const auto& file : chosen) files.emplace_back(utf8(file));
    settings.set("import/folder", files.front().parent_path().string());
    import_files(frame, context, files);
}

}  // namespace

void import_files(wxWindow& frame, Context& context, const std::vector<std::filesystem::path>& files) {
    auto* dialog = new ImportDialog(&frame, context, files);
    dialog->Show();
}

void add_import_actions(Actions& actions, Context& context, wxWindow& frame) {
    const auto add = [&](const char* id, const char* label, const char* help, const char* key,
                         const char* title, const std::string& pattern) {
        actions.add(
            {id, label, help, key,
             [&context, &frame, title, pattern] { ask_and_import(frame, context, tr(title), pattern); },
             [&context]() -> std::string {
                 return context.study().writable() ? "" : tr("This study was opened to read only.");
             }});
    };
    const std::string csv = std::string(tr("Tables")) + " (*.csv)|*.csv;*.tsv";
    add("import.files", msg("&Import transcripts…"), msg("Brings transcripts into the study"), "Ctrl+I",
        msg("Import transcripts"), transcripts_pattern());
    add("import.participants", msg("Import &participants…"),
        msg("Takes who is who from a table, participants.csv"), "", msg("Import participants"), csv);
    add("import.codebook", msg("Import a code&book…"), msg("Adds the codes of a codebook, .qdc"), "",
        msg("Import a codebook"), std::string(tr("Codebooks")) + " (*.qdc)|*.qdc");
    add("import.codings", msg("Import co&dings…"), msg("Takes codings from a table"), "",
        msg("Import codings"), csv);
}

}  // namespace ui
