// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/aui/auibook.h>

#include <functional>
#include <string>
#include <vector>

#include "ui/context/context.h"

namespace ui {

class TranscriptGroup;
class TranscriptView;

/// The tabs in the middle of the window: transcripts, alone or beside each other, and pages of tables.
class Workspace : public wxAuiNotebook {
  public:
    /// A page that is not a transcript: how it is known, called and made.
    struct PageKind {
        std::string id;
        std::string title;  ///< translated
        std::function<wxWindow*(wxWindow* parent)> make;
    };

    Workspace(wxWindow* parent, Context& context);

    void add_kind(PageKind kind);
    /// Shows the page of that kind; makes it where it is not there.
    void open_page(const std::string& kind);
    /// The page of that kind, or none.
    [[nodiscard]] wxWindow* page(const std::string& kind) const;
    /// Shows a transcript: the tab in which it is already, or a new one.
    TranscriptView* open(model::SourceId source);
    /// Shows several beside each other in one tab.
    void open_beside(const std::vector<model::SourceId>& sources, const std::string& title);
    /// Leads to a place: opens its transcript, selects its span.
    void go_to(const Place& place);
    void close_current();

    /// The transcript in which the user works or worked last; none where another page is shown.
    [[nodiscard]] TranscriptView* current_transcript() const;
    [[nodiscard]] std::vector<TranscriptView*> transcripts() const;

    /// Puts into the settings which tabs are open and where they were scrolled to; takes them from there.
    void remember();
    void come_back();

    /// Right click in a transcript.
    void on_transcript_menu(std::function<void()> show) { transcript_menu_ = std::move(show); }

  private:
    [[nodiscard]] TranscriptGroup* group(std::size_t page) const;
    [[nodiscard]] const PageKind* kind_of(const wxWindow* page) const;
    TranscriptGroup* add_group(const std::vector<model::SourceId>& sources, const std::string& title);
    void take_news(const study::Changes& changes);
    [[nodiscard]] std::string key(const std::string& name) const;

    Context& context_;
    std::vector<PageKind> kinds_;
    std::function<void()> transcript_menu_;
    base::Connection changed_;
};

}  // namespace ui
