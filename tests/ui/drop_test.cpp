// SPDX-License-Identifier: GPL-3.0-or-later
#include <wx/dataobj.h>
#include <wx/dnd.h>

#include <catch2/catch.hpp>

#include "ui/import/import_dialog.h"
#include "ui/kit/words.h"
#include "ui/window.h"

using support::settle;
using support::wait_for;
using support::Window;

namespace {

/// A window from which a file can be dragged, as from a file manager.
class FileManager : public wxFrame {
  public:
    explicit FileManager(std::string file)
        : wxFrame(nullptr, wxID_ANY, "files", wxPoint(1500, 850), wxSize(120, 120)), file_(std::move(file)) {
        auto* icon = new wxPanel(this);
        icon->Bind(wxEVT_LEFT_DOWN, [this, icon](wxMouseEvent&) {
            wxFileDataObject files;
            files.AddFile(ui::wx(file_));
            wxDropSource source(files, icon);
            source.DoDragDrop(wxDrag_CopyOnly);
            dragged_ = true;
        });
        Show();
    }
    [[nodiscard]] bool dragged() const { return dragged_; }

  private:
    std::string file_;
    bool dragged_ = false;
};

/// Drags from one point of the screen to another; the dragging itself has an event loop of its own, so each
/// step is taken by a timer.
class Hand : public wxTimer {
  public:
    Hand(wxPoint from, wxPoint to) : from_(from), to_(to) { Start(60); }

  private:
    void Notify() override {
        wxUIActionSimulator mouse;
        if (step_ == 0) mouse.MouseMove(from_);
        if (step_ == 1) mouse.MouseDown();
        if (step_ >= 2 && step_ <= 12) mouse.MouseMove(from_ + (to_ - from_) * (step_ - 1) / 11);
        if (step_ == 14) mouse.MouseUp();
        if (++step_ > 14) Stop();
    }

    wxPoint from_, to_;
    int step_ = 0;
};

}  // namespace

namespace {

/// Drops a file of a file manager on a point of the screen; whether it was offered for import.
bool is_offered(Window& window, const wxPoint& target) {
    auto* files =
        new FileManager(window.folder().file("T2_vader.txt", "I: Ja?\nV: Nee.\nI: Zo.\nV: Dag.\n").string());
    settle();
    const Hand hand(files->ClientToScreen(wxPoint(40, 40)), target);
    ui::ImportDialog* dialog = nullptr;
    const bool offered = wait_for([&] {
        for (auto* top : wxTopLevelWindows) {
            if (auto* one = dynamic_cast<ui::ImportDialog*>(top)) dialog = one;
        }
        return files->dragged() && dialog != nullptr && !dialog->reading();
    });
    if (dialog != nullptr) dialog->Destroy();
    files->Destroy();
    settle();
    return offered;
}

}  // namespace

TEST_CASE("a file dropped on the sources, or elsewhere in the window, is offered for import") {
    Window window;
    window.open_small_study();
    CHECK(is_offered(window, window.frame().pane("sources")->ClientToScreen(wxPoint(100, 300))));
    CHECK(is_offered(window, window.transcript().ClientToScreen(wxPoint(200, 20))));
}
