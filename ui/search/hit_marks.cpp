// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hit_marks.h"

#include <map>

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
    std::map<model::SourceId, std::vector<text::Span>> hits;
    for (const auto* view : views_) hits[view->source().id];
    for (const auto& hit : finding_.hits()) {
        if (hit.where != search::Where::source) continue;
        const auto open = hits.find(hit.source);
        if (open != hits.end()) open->second.push_back(hit.span);
    }
    for (auto* view : views_) {
        auto& spans = hits[view->source().id];
        // The hits of before a change may reach beyond a text that has become shorter.
        std::erase_if(spans, [&](const text::Span& span) { return span.end > view->text().size(); });
        view->words().set_hits(spans);
    }
}

}  // namespace ui
