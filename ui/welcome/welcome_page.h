// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/panel.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "ui/actions/action.h"
#include "ui/context/settings.h"

namespace ui {

/// What a window shows before a study is open: recent studies, and how to begin.
class WelcomePage : public wxPanel {
  public:
    WelcomePage(wxWindow* parent, const Actions& actions, const Settings& settings);

    void on_open(std::function<void(const std::filesystem::path&)> open) { open_ = std::move(open); }
    void on_action(std::function<void(const std::string&)> run) { run_ = std::move(run); }

    [[nodiscard]] wxDataViewListCtrl& recent() { return *recent_; }
    void SetFocus() override;

  private:
    void fill_recent(const Settings& settings);
    void open_chosen();

    wxDataViewListCtrl* recent_ = nullptr;
    wxButton* first_ = nullptr;
    std::vector<std::filesystem::path> studies_;
    std::function<void(const std::filesystem::path&)> open_;
    std::function<void(const std::string&)> run_;
};

}  // namespace ui
