// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/study_actions.h"

#include <wx/app.h>
#include <wx/filedlg.h>
#include <wx/utils.h>

#include "base/error.h"
#include "base/translate.h"
#include "report/new_study.h"
#include "study/checking.h"
#include "ui/frame/main_frame.h"
#include "ui/kit/background.h"
#include "ui/kit/words.h"
#include "ui/welcome/new_study_dialog.h"
#include "ui/welcome/shipped.h"
#include "ui/welcome/study_settings_dialog.h"

namespace ui {

namespace {

using base::msg;
using base::say;
using base::tr;

void make_new(MainFrame& frame) {
    NewStudyDialog dialog(&frame, frame.settings());
    if (dialog.ShowModal() == wxID_OK) frame.take(dialog.study());
}

void ask_and_open(MainFrame& frame) {
    const auto recent = frame.settings().recent();
    const auto folder = recent.empty() ? studies_folder() : recent.front().parent_path();
    wxFileDialog dialog(&frame, wx(tr("Open a study")), wx(folder.string()), "",
                        wx(tr("Studies")) + " (*.trialogue)|*.trialogue", wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) frame.open(utf8(dialog.GetPath()));
}

/// On a thread with a connection of its own: every text is read.
void check(MainFrame& frame) {
    const auto path = frame.context()->study().path();
    frame.say(tr("Looking whether the study is whole …"));
    frame.background().start<std::vector<std::string>>(
        [path](const base::Progress&) {
            return study::check(*study::Study::open(path, study::Access::snapshot));
        },
        [&frame](const Outcome<std::vector<std::string>>& outcome) {
            if (outcome.error) {
                frame.say(outcome.error->what(), outcome.error->hint());
                return;
            }
            const auto& findings = *outcome.value;
            if (findings.empty()) {
                frame.say(tr("The study is whole."));
            } else {
                frame.say(
                    base::say_n("{} finding: {}", "{} findings, the first: {}", findings.size(),
                                findings.front()),
                    say("The backups are in {}.", frame.context()->study().backups().folder().string()));
            }
        });
}

/// The window goes, and a welcome page comes in its place.
void close_study(MainFrame& frame) {
    auto* next = new MainFrame(frame.settings());
    next->SetPosition(frame.GetPosition());
    next->Show();
    frame.Close();
}

void quit() {
    std::vector<wxWindow*> windows;
    for (auto* window : wxTopLevelWindows) {
        if (dynamic_cast<MainFrame*>(window) != nullptr) windows.push_back(window);
    }
    for (auto* window : windows) window->Close();
}

void add_for_open_study(Actions& actions, MainFrame& frame) {
    actions.add({"study.settings", msg("Se&ttings of the study…"),
                 msg("Changes name and language of the study, and the form of quotations"), "",
                 [&frame] { edit_study_settings(&frame, *frame.context()); },
                 [&frame]() -> std::string {
                     return frame.context()->study().writable() ? ""
                                                                : tr("This study was opened to read only.");
                 }});
    actions.add({"study.check", msg("Chec&k the study"),
                 msg("Looks whether everything in the study file is whole"), "", [&frame] { check(frame); }});
    actions.add({"study.close", msg("&Close the study"),
                 msg("Closes the study and shows the welcome page; everything is kept already"),
                 "Ctrl+Shift+Q", [&frame] { close_study(frame); }});
}

}  // namespace

void open_sample_study(MainFrame& frame) {
    const auto file = sample_study_file();
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) {
        frame.open(file);
        return;
    }
    frame.say(tr("Making the sample study …"));
    frame.background().start<std::string>(
        [file](const base::Progress& progress) -> std::string {
            const auto codebooks = shipped_codebooks();
            const auto material = sample_material();
            if (codebooks.empty() || material.empty()) {
                throw base::Error(base::ErrorKind::not_found,
                                  tr("The files of the sample study are not beside the program."),
                                  tr("Install Trialogue again, or make a study of your own."));
            }
            std::error_code problem;
            std::filesystem::create_directories(file.parent_path(), problem);
            report::make_sample_study(file, material, codebooks.front().file, progress);
            return file.string();
        },
        [&frame](const Outcome<std::string>& made) {
            if (made.error) {
                frame.say(made.error->what(), made.error->hint());
                return;
            }
            // Where this window got another study meanwhile, a new one opens.
            frame.open(*made.value)
                .say(say("This is the sample study, yours to try things out. Its file is {}.", *made.value));
        });
}

void add_study_actions(Actions& actions, MainFrame& frame) {
    actions.add({"study.new", msg("&New study…"), msg("Makes a new study, with a codebook to start with"),
                 "Ctrl+N", [&frame] { make_new(frame); }});
    actions.add({"study.open", msg("&Open…"), msg("Opens a study file"), "Ctrl+O",
                 [&frame] { ask_and_open(frame); }});
    actions.add({"study.sample", msg("Open the s&ample study"),
                 msg("Opens six triads of invented interviews with their codings, to try things out"), "",
                 [&frame] { open_sample_study(frame); }});
    if (frame.context() != nullptr) add_for_open_study(actions, frame);
    actions.add({"study.quit", msg("&Quit"), msg("Closes all windows; everything is kept already"), "Ctrl+Q",
                 [] { quit(); }});
}

}  // namespace ui
