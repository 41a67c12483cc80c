// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window.h"

#include <wx/dcclient.h>
#include <wx/dcmemory.h>
#include <wx/stopwatch.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "study/codings.h"
#include "support/small_study.h"
#include "ui/app.h"
#include "ui/frame/workspace.h"
#include "ui/kit/words.h"

namespace support {

namespace {

/// Makes the study once a run: it takes a second, and there are many tests.
const std::filesystem::path& sample_study() {
    static const TemporaryFolder folder;
    static const std::filesystem::path study = [] {
        const std::string make = std::string(TRIALOGUE_SOURCE_DIR) + "/docs/sample-study/make";
        const std::string command = "'" + make + "' '" TRIALOGUE_PROGRAM "' '" + folder.path().string() + "'";
        if (std::system(command.c_str()) != 0) throw std::runtime_error("cannot make the sample study");
        return folder / "JIM.trialogue";
    }();
    return study;
}

}  // namespace

bool wait_for(const std::function<bool()>& condition, int milliseconds) {
    const wxStopWatch watch;
    do {
        wxTheApp->Yield();
        wxTheApp->ProcessIdle();
        if (condition()) return true;
        wxMilliSleep(5);
    } while (watch.Time() < milliseconds);
    return false;
}

void settle() {
    for (int i = 0; i < 4; ++i) {
        wxTheApp->Yield();
        wxTheApp->ProcessIdle();
        wxMilliSleep(5);
    }
}

Window::Window(int width, int height) : settings_(folder_ / "window.conf") {
    ui::set_language(settings_);
    settings_.set("window/width", static_cast<long>(width));
    settings_.set("window/height", static_cast<long>(height));
    start();
}

void Window::start() {
    frame_ = new ui::MainFrame(settings_);
    frame_->Move(0, 0);
    frame_->Show();
    // Without a window manager keys go to the window below the pointer.
    wxUIActionSimulator().MouseMove(
        frame_->ClientToScreen(wxPoint(frame_->GetSize().x / 2, frame_->GetSize().y / 2)));
    REQUIRE(wait_for([this] { return frame_->IsActive() && frame_->IsShownOnScreen(); }));
}

Window::~Window() {
    close();
}

void Window::close() {
    if (frame_ == nullptr) return;
    frame_->Close(true);
    frame_ = nullptr;
    settle();
}

void Window::open_again(const std::filesystem::path& study) {
    start();
    open(study);
}

void Window::open_small_study() {
    const Program program;
    make_small_study(program);
    std::filesystem::copy_file(program.folder() / "S.trialogue", folder_ / "S.trialogue");
    open(folder_ / "S.trialogue");
    context().set_coder("Anna");
    settle();
}

void Window::open_sample_study() {
    std::filesystem::copy_file(sample_study(), folder_ / "JIM.trialogue");
    open(folder_ / "JIM.trialogue");
    context().set_coder("Anna");
    settle();
}

void Window::open(const std::filesystem::path& study) {
    study_ = study;
    frame_->open(study);
    REQUIRE(frame_->context() != nullptr);
    settle();
}

ui::TranscriptView& Window::transcript() {
    auto* view = frame_->workspace()->current_transcript();
    REQUIRE(view != nullptr);
    return *view;
}

void Window::type(const std::string& text) {
    wxUIActionSimulator().Text(text.c_str());
    settle();
}

void Window::press(int key, int modifiers) {
    wxUIActionSimulator().Char(key, modifiers);
    settle();
}

void Window::click(wxWindow& window, const wxPoint& at) {
    wxUIActionSimulator mouse;
    mouse.MouseMove(window.ClientToScreen(at));
    settle();
    mouse.MouseClick();
    settle();
}

void Window::double_click(wxWindow& window, const wxPoint& at) {
    wxUIActionSimulator mouse;
    mouse.MouseMove(window.ClientToScreen(at));
    settle();
    mouse.MouseDblClick();
    settle();
}

void Window::drag(wxWindow& window, const wxPoint& from, const wxPoint& to) {
    wxUIActionSimulator mouse;
    mouse.MouseMove(window.ClientToScreen(from));
    settle();
    mouse.MouseDown();
    settle();
    mouse.MouseMove(window.ClientToScreen((from + to) / 2));
    settle();
    mouse.MouseMove(window.ClientToScreen(to));
    settle();
    mouse.MouseUp();
    settle();
}

void Window::drag_and_drop(const wxPoint& from, const wxPoint& to) {
    wxUIActionSimulator mouse;
    mouse.MouseMove(from);
    settle();
    const wxPoint off = from + wxPoint(to.x < from.x ? -12 : 12, 2);
    const std::vector<std::function<void()>> steps{[&] { mouse.MouseDown(); },
                                                   [&] { mouse.MouseMove(off); },
                                                   [&] { mouse.MouseMove((from + to) / 2); },
                                                   [&] { mouse.MouseMove(to + wxPoint(2, 1)); },
                                                   [&] { mouse.MouseMove(to); },
                                                   [&] { mouse.MouseUp(); }};
    std::size_t done = 0;
    wxTimer timer;
    timer.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        if (done < steps.size()) steps[done]();
        ++done;
    });
    timer.Start(40);
    wait_for([&] { return done > steps.size() + 1; });
    timer.Stop();
    settle();
}

void Window::meanwhile(const std::function<void()>& something,
                       const std::vector<std::function<bool()>>& steps) {
    std::size_t taken = 0;
    wxTimer timer;
    timer.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        if (taken < steps.size() && steps[taken]()) ++taken;
    });
    timer.Start(100);
    something();
    wait_for([&] { return taken == steps.size(); });
    timer.Stop();
    CHECK(taken == steps.size());
    settle();
}

void Window::focus(wxWindow& window) {
    window.SetFocus();
    REQUIRE(wait_for([&] { return window.HasFocus(); }));
}

void Window::run(const std::string& action) {
    wxCommandEvent event(wxEVT_MENU, frame_->actions().number_of(action));
    frame_->GetEventHandler()->ProcessEvent(event);
    settle();
}

model::SourceId Window::source(const std::string& name) {
    for (const auto& one : context().material().sources) {
        if (one.name == name) return one.id;
    }
    FAIL("no source " << name);
    return {};
}

ui::TranscriptView& Window::open_source(const std::string& name) {
    auto* view = frame_->workspace()->open(source(name));
    REQUIRE(view != nullptr);
    settle();
    focus(view->words().window());
    return *view;
}

void Window::select_words(const std::string& words) {
    auto& view = transcript();
    const auto places = view.text().occurrences(words, view.text().whole());
    REQUIRE(places.size() == 1);
    view.select(places.front());
    settle();
}

std::int64_t Window::codings() {
    return study::codings::count(context().study());
}

void Window::picture(const std::filesystem::path& file) {
    settle();
    const wxSize size = frame_->GetClientSize();
    wxBitmap bitmap(size.x, size.y, 24);
    {
        wxMemoryDC memory(bitmap);
        wxClientDC window(frame_);
        memory.Blit(0, 0, size.x, size.y, &window, 0, 0);
    }
    bitmap.SaveFile(ui::wx(file.string()), wxBITMAP_TYPE_PNG);
}

}  // namespace support
