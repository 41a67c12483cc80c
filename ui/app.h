// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/app.h>

#include <memory>

#include "ui/context/settings.h"

namespace ui {

/// The program: language, colours and fonts of the desktop, and the first window.
class App : public wxApp {
  public:
    bool OnInit() override;
    int OnExit() override;
    bool OnExceptionInMainLoop() override;
    /// A fault in wxWidgets' own checks goes to stderr: no dialog stops somebody who codes.
    void OnAssertFailure(const wxChar* file, int line, const wxChar* function, const wxChar* condition,
                         const wxChar* message) override;

    [[nodiscard]] Settings& settings() { return *settings_; }

  private:
    std::unique_ptr<Settings> settings_;
};

/// Chooses the language of texts, of wxWidgets' own too, and keeps the decimal point of the process. After
/// GTK has started, for that sets the locale anew.
void set_language(const Settings& settings);

}  // namespace ui
