// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_actions.h"

#include <wx/filedlg.h>
#include <wx/msgdlg.h>
#include <wx/utils.h>

#include <algorithm>
#include <map>

#include "base/files.h"
#include "base/strings.h"
#include "base/translate.h"
#include "report/charts/table_chart.h"
#include "report/export_file.h"
#include "report/exports.h"
#include "report/matrix/export.h"
#include "ui/frame/workspace.h"
#include "ui/kit/chart_view.h"
#include "ui/kit/words.h"
#include "ui/matrix/counted_matrix.h"
#include "ui/matrix/matrix_choice.h"
#include "ui/matrix/matrix_page.h"

namespace ui {

namespace {

using base::msg;
using base::say;
using base::tr;

const std::vector<std::string> kChartEndings{".png", ".svg"};

const std::map<std::string, const char*> kFormats{{".xlsx", msg("Excel workbook")},
                                                  {".csv", msg("Table as text (CSV)")},
                                                  {".md", msg("Markdown")},
                                                  {".txt", msg("Text")},
                                                  {".html", msg("Page to print (HTML)")},
                                                  {".json", msg("JSON")},
                                                  {".qdc", msg("REFI-QDA codebook")},
                                                  {".trialogue", msg("Trialogue study")},
                                                  {".zip", msg("Archive")},
                                                  {".png", msg("Picture (PNG)")},
                                                  {".svg", msg("Drawing (SVG)")}};

std::string wildcards(const std::vector<std::string>& endings) {
    std::vector<std::string> parts;
    for (const auto& ending : endings) {
        parts.push_back(fmt::format("{0} (*{1})|*{1}", tr(kFormats.at(ending)), ending));
    }
    return base::join(parts, "|");
}

std::filesystem::path proposed_folder(const Context& context, const Settings& settings) {
    const std::filesystem::path last = settings.text("export/folder");
    std::error_code ignored;
    if (!last.empty() && std::filesystem::is_directory(last, ignored)) return last;
    return std::filesystem::absolute(context.study().path()).parent_path();
}

void write_matrix(Context& context, const std::filesystem::path& file) {
    const auto matrix = counted(context, remembered_choice(context));
    report::write_matrix(context.study(), {context.material(), matrix.crosstab, matrix.table}, file);
}

void write_chart(Context& context, const std::filesystem::path& file) {
    const auto ending = report::ending_of(file, kChartEndings);
    report::refuse_to_overwrite(context.study(), file);
    const auto choice = remembered_choice(context);
    const auto matrix = counted(context, choice);
    const auto table = charted_table(context, matrix);
    const auto kind =
        choice.view == MatrixChoice::View::dots ? report::ChartKind::dots : report::ChartKind::bars;
    report::ChartLook look;
    look.columns = column_marks(context, matrix);
    const auto make = [&](const report::ChartLook& paper, const report::TextWidth& width) {
        return report::chart(table, kind, paper, width);
    };
    base::write_file(file, file_of(make, ending, table.title, look));
}

std::vector<std::string> endings_for(const std::string& what) {
    if (what == "matrix") return report::matrix_endings();
    if (what == "chart") return kChartEndings;
    return report::endings_of(what);
}

}  // namespace

bool export_to(Context& context, const std::string& what, const std::filesystem::path& file) {
    const bool done = context.attempt([&] {
        const wxBusyCursor busy;
        if (what == "matrix") {
            write_matrix(context, file);
        } else if (what == "chart") {
            write_chart(context, file);
        } else {
            report::write_part(context.study(), context.sight(), what, {}, file);
        }
    });
    if (done) context.say(say("Written: {}", report::shown_name(file)));
    return done;
}

std::optional<std::filesystem::path> ask_for_file(wxWindow* parent, Context& context, const std::string& name,
                                                  const std::vector<std::string>& endings) {
    auto& settings = context.settings();
    const std::string file = context.study().path().stem().string() + " " + name + endings.front();
    wxFileDialog dialog(parent, wx(tr("Write to a file")), wx(proposed_folder(context, settings).string()),
                        wx(file), wx(wildcards(endings)), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return {};
    std::filesystem::path path = utf8(dialog.GetPath());
    const auto ending = base::ascii_lower(path.extension().string());
    if (std::find(endings.begin(), endings.end(), ending) == endings.end()) {
        const int filter = std::clamp(dialog.GetFilterIndex(), 0, static_cast<int>(endings.size()) - 1);
        path += endings[static_cast<std::size_t>(filter)];
        // The dialog asked for the name as it was typed.
        std::error_code ignored;
        if (std::filesystem::exists(path, ignored) &&
            wxMessageBox(wx(say("{} is there already. Replace it?", report::shown_name(path.filename()))),
                         wx(tr("Write to a file")), wxYES_NO | wxICON_QUESTION, parent) != wxYES) {
            return {};
        }
    }
    settings.set("export/folder", path.parent_path().string());
    return path;
}

void add_matrix_actions(Actions& actions, Context& context, Workspace& workspace, wxWindow* parent) {
    actions.add({"page.matrix", msg("&Matrix"), msg("Shows who has which code, as a table or a chart"),
                 "Ctrl+M", [&workspace] {
                     workspace.open_page("matrix");
                     if (auto* page = dynamic_cast<MatrixPage*>(workspace.page("matrix"))) page->focus();
                 }});
    actions.add({"matrix.copy", msg("Copy the &matrix"),
                 msg("Copies the matrix, to be pasted into Word, Excel or LibreOffice"), "", [&context] {
                     context.attempt([&] {
                         copy_table(counted(context, remembered_choice(context)).table);
                         context.say(tr("The table is on the clipboard."));
                     });
                 }});
    const auto part = [&](const char* id, const char* label, const char* help, const char* what,
                          const char* name, const char* key = "") {
        actions.add({id, label, help, key, [&context, parent, what, name] {
                         if (const auto file = ask_for_file(parent, context, tr(name), endings_for(what)))
                             export_to(context, what, *file);
                     }});
    };
    part("export.matrix", msg("Export the &matrix…"),
         msg("Writes the matrix to a file: Excel, CSV, Markdown, JSON or text"), "matrix", msg("matrix"),
         "Ctrl+E");
    part("export.chart", msg("Export the c&hart…"),
         msg("Writes the chart of the matrix as a picture or a drawing"), "chart", msg("chart"));
    part("export.codings", msg("Export the &codings…"),
         msg("Writes all codings of everybody, for another program or study"), "codings", msg("codings"));
    part("export.quotations", msg("Export the &quotations…"),
         msg("Writes the coded passages with who says them, for a paper"), "quotations", msg("quotations"));
    part("export.codebook", msg("Export the code&book…"), msg("Writes the codebook, also for other programs"),
         "codebook", msg("codebook"));
    part("export.participants", msg("Export the &participants…"),
         msg("Writes who speaks where, with role, triad and attributes"), "participants",
         msg("participants"));
    part("export.log", msg("Export the &history…"), msg("Writes what was done, by whom and when"), "log",
         msg("history"));
    part("export.archive", msg("Export an &archive…"),
         msg("Writes all of the study into one file that lasts"), "archive", msg("archive"));
    part("export.study", msg("&Save a copy of the study…"), msg("Writes a whole copy of the study"), "study",
         msg("copy"));
}

}  // namespace ui
