// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the tests within a wxWidgets event loop: their windows are real and get real keys.
#define CATCH_CONFIG_RUNNER
#include <wx/evtloop.h>
#include <wx/wx.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "ui/app.h"

namespace {

class TestApp : public wxApp {
  public:
    TestApp() = default;
    explicit TestApp(Catch::Session& session) : session_(&session) {}

    bool OnInit() override { return true; }
    int OnRun() override {
        SetExitOnFrameDelete(false);
        wxInitAllImageHandlers();
        wxGUIEventLoop loop;
        const wxEventLoopActivator active(&loop);
        return session_->run();
    }
    void OnAssertFailure(const wxChar* file, int line, const wxChar*, const wxChar* condition,
                         const wxChar* message) override {
        // Not FAIL: an exception must not go through GTK.
        FAIL_CHECK(
            wxString::Format("%ls:%d %ls %ls", file, line, condition, message == nullptr ? L"" : message));
    }

  private:
    Catch::Session* session_ = nullptr;
};

}  // namespace

#ifdef __SANITIZE_ADDRESS__
/// What these libraries keep until the end is not the window's; asked for by the leak sanitizer.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\nleak:libgio\nleak:libwx_gtk3u_stc\n";
}
#endif

wxIMPLEMENT_APP_NO_MAIN(TestApp);

int main(int argc, char** argv) {
    Catch::Session session;
    if (const int code = session.applyCommandLine(argc, argv)) return code;
    const auto& config = session.configData();
    // The build asks for the names of the tests where there is no display.
    if (config.listTests || config.listTestNamesOnly || config.listTags || config.listReporters ||
        config.showHelp) {
        return session.run();
    }
    ::setenv("GTK_A11Y", "none", 0);
    ::setenv("NO_AT_BRIDGE", "1", 0);
    ::setenv("GTK_THEME", "Adwaita", 0);
    ::setenv("LANGUAGE", "en", 0);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    wxApp::SetInstance(new TestApp(session));
    int one = 1;
    if (!wxEntryStart(one, argv)) return 97;
    if (!wxTheApp->CallOnInit()) return 98;
    const int code = wxTheApp->OnRun();
    wxEntryCleanup();
    return code;
}
