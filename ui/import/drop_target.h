// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/dnd.h>

#include <filesystem>
#include <functional>
#include <vector>

#include "ui/kit/words.h"

namespace ui {

/// Takes files that are dropped on a window.
class DropTarget : public wxFileDropTarget {
  public:
    using Take = std::function<void(const std::vector<std::filesystem::path>&)>;
    explicit DropTarget(Take take) : take_(std::move(take)) {}

    bool OnDropFiles(wxCoord /*x*/, wxCoord /*y*/, const wxArrayString& files) override {
        std::vector<std::filesystem::path> paths;
        for (const auto& file : files) paths.emplace_back(utf8(file));
        // After the drop is over: what dropped them waits for the answer.
        wxTheApp->CallAfter([take = take_, paths] { take(paths); });
        return true;
    }

  private:
    Take take_;
};

}  // namespace ui
