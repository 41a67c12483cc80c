// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hit_marks.h"

#include "ui/frame/workspace.h"
#include "ui/search/finding.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

HitMarks::HitMarks(Finding& finding, Workspace& workspace, wxWindow* window)
    : finding_(finding), workspace_(workspace) {
    window->Bind(wxEVT_IDLE, &HitMarks::OnIdle, this);
}

void HitMarks::OnIdle(wxIdleEvent& event) {
    event.Skip();
    auto views = workspace_.transcripts();
    if (version_ == finding_.version() && views == views_) return;
    version_ = finding_.version();
    views_ = std::move(views);
    for (auto* view : views_) {
        std::vector<text::Span> spans;
        for (const auto& hit : finding_.hits_in(view->source().id)) {
            // The hits of before a change may reach beyond a text that has become shorter.
            if (hit.end <= view->text().size()) spans.push_back(hit.span());
        }
        view->words().set_hits(spans);
    }
}

}  // namespace ui
