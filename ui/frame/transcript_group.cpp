// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/transcript_group.h"

#include <wx/sizer.h>

namespace ui {

TranscriptGroup::TranscriptGroup(wxWindow* parent, Context& context,
                                 const std::vector<model::SourceId>& sources)
    : wxPanel(parent) {
    auto* sizer = new wxBoxSizer(wxHORIZONTAL);
    wxWindow* within = this;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        wxSplitterWindow* sash = nullptr;
        if (i + 1 < sources.size()) {
            sash = new wxSplitterWindow(within, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                        wxSP_LIVE_UPDATE | wxSP_NOBORDER);
            sash->SetMinimumPaneSize(FromDIP(160));
            if (sashes_.empty()) {
                sizer->Add(sash, wxSizerFlags(1).Expand());
            } else {
                sashes_.back()->SplitVertically(views_.back(), sash);
            }
            within = sash;
        }
        auto* view = new TranscriptView(within, context, sources[i]);
        views_.push_back(view);
        if (sash == nullptr) {
            if (sashes_.empty()) {
                sizer->Add(view, wxSizerFlags(1).Expand());
            } else {
                sashes_.back()->SplitVertically(views_[i - 1], view);
            }
        } else {
            sashes_.push_back(sash);
        }
        view->words().window().Bind(wxEVT_SET_FOCUS, [this, i](wxFocusEvent& event) {
            current_ = i;
            event.Skip();
        });
    }
    SetSizer(sizer);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { share_width(); });
    });
}

TranscriptView* TranscriptGroup::find(model::SourceId source) const {
    for (auto* view : views_) {
        if (view->source().id == source) return view;
    }
    return nullptr;
}

void TranscriptGroup::share_width() {
    const int width = GetClientSize().x;
    if (sashes_.empty() || width == shared_for_) return;
    shared_for_ = width;
    const int each = width / static_cast<int>(views_.size());
    for (auto* sash : sashes_) sash->SetSashPosition(each);
}

}  // namespace ui
