// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/uiaction.h>
#include <wx/wx.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "support/temporary_folder.h"
#include "ui/context/settings.h"
#include "ui/frame/main_frame.h"
#include "ui/transcript/transcript_view.h"

namespace support {

/// Lets the window work until the condition holds; false where it does not in time.
bool wait_for(const std::function<bool()>& condition, int milliseconds = 5000);
/// Lets the window work off what is waiting.
void settle();

/// A real window of the program, with settings of its own in a temporary folder, that is typed and clicked in
/// as a person would.
class Window {
  public:
    explicit Window(int width = 1280, int height = 800);
    ~Window();

    /// A study of three interviews of one triad (tests/support/small_study.h) with a codebook and coder Anna.
    void open_small_study();
    /// The sample study of docs/, made once for all tests of a run; each test gets its own copy.
    void open_sample_study();
    void open(const std::filesystem::path& study);
    /// Starts the program anew after close(), with the settings as they were left.
    void open_again(const std::filesystem::path& study);
    /// Closes the window as a person does; the study file stays.
    void close();

    [[nodiscard]] ui::MainFrame& frame() { return *frame_; }
    [[nodiscard]] ui::Context& context() { return *frame_->context(); }
    [[nodiscard]] ui::TranscriptView& transcript();
    [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
    [[nodiscard]] ui::Settings& settings() { return settings_; }
    [[nodiscard]] std::filesystem::path study() const { return study_; }

    /// Types ASCII into what has the focus.
    void type(const std::string& text);
    /// Presses one key, with wxMOD_….
    void press(int key, int modifiers = wxMOD_NONE);
    void click(wxWindow& window, const wxPoint& at);
    void double_click(wxWindow& window, const wxPoint& at);
    void drag(wxWindow& window, const wxPoint& from, const wxPoint& to);
    /// Drags a thing from one place of the screen and drops it at another. By a timer, for such a drag has an
    /// event loop of its own.
    void drag_and_drop(const wxPoint& from, const wxPoint& to);
    /// Does something that has an event loop of its own, such as a menu or a native dialog, and meanwhile
    /// takes one step after the other, each as soon as it says that it could be taken.
    void meanwhile(const std::function<void()>& something, const std::vector<std::function<bool()>>& steps);
    /// Gives the focus, as a click there would.
    void focus(wxWindow& window);

    /// Runs an action as its menu item does.
    void run(const std::string& action);
    /// Opens a source by its name and puts the focus into its text.
    ui::TranscriptView& open_source(const std::string& name);
    [[nodiscard]] model::SourceId source(const std::string& name);
    /// Selects words of the open transcript.
    void select_words(const std::string& words);
    /// How many codings the study has.
    [[nodiscard]] std::int64_t codings();

    /// A picture of the window's inside, as a PNG file.
    void picture(const std::filesystem::path& file);

  private:
    void start();

    TemporaryFolder folder_;
    ui::Settings settings_;
    std::filesystem::path study_;
    ui::MainFrame* frame_;
};

}  // namespace support
