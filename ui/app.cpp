// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app.h"

#include <wx/image.h>
#include <wx/log.h>
#include <wx/translation.h>

#include <cstdio>
#include <cstdlib>

#include "base/error.h"
#include "base/translate.h"
#include "ui/frame/main_frame.h"
#include "ui/kit/words.h"

namespace ui {

bool App::OnInit() {
    SetAppName("trialogue");
    SetVendorName("trialogue");
    settings_ = std::make_unique<Settings>();
    set_language(*settings_);
    // What wx notices goes to stderr: no dialog stops somebody who codes.
    delete wxLog::SetActiveTarget(new wxLogStderr);
    wxImage::AddHandler(new wxPNGHandler);
    auto* frame = new MainFrame(*settings_);
    frame->Show();
    if (argc > 1) frame->open(utf8(argv[1]));
    return true;
}

int App::OnExit() {
    settings_.reset();
    return 0;
}

bool App::OnExceptionInMainLoop() {
    try {
        throw;
    } catch (const std::exception& error) {
        // What an action throws is told by its window; what comes here was thrown by an event of its own.
        std::fprintf(stderr, "trialogue: %s\n", error.what());
        auto* frame = dynamic_cast<MainFrame*>(GetTopWindow());
        if (frame != nullptr && frame->context() != nullptr) frame->context()->say(error.what());
    }
    return true;
}

void App::OnAssertFailure(const wxChar* file, int line, const wxChar* function, const wxChar* condition,
                          const wxChar* message) {
    std::fprintf(stderr, "wx: %ls:%d %ls: %ls %ls\n", file, line, function, condition,
                 message == nullptr ? L"" : message);
}

void set_language(const Settings& settings) {
    const std::string wished = settings.text("language");
    if (!wished.empty()) ::setenv("LANGUAGE", wished.c_str(), 1);
    base::use_language_of_environment();
    auto* translations = new wxTranslations;
    wxTranslations::Set(translations);
    const char* language = std::getenv("LANGUAGE");
    if (language != nullptr && std::string(language).starts_with("nl")) translations->SetLanguage("nl");
    translations->AddStdCatalog();
}

}  // namespace ui
