// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_remarks.h"

#include <wx/hyperlink.h>
#include <wx/sizer.h>
#include <wx/wupdlock.h>

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

constexpr int kLinesAtMost = 6;
constexpr std::size_t kWarningsAtMost = 100;

}  // namespace

MatrixRemarks::MatrixRemarks(wxWindow* parent)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      words_(new wxStaticText(this, wxID_ANY, "")) {
    SetScrollRate(0, FromDIP(12));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(words_, wxSizerFlags().Border(wxALL, FromDIP(8)));
    SetSizer(lines);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        lay_out();
    });
}

void MatrixRemarks::show(const std::vector<std::string>& sentences, std::vector<Warning> warnings) {
    const auto text = base::join(sentences, "   ");
    const bool same =
        text == text_ && std::equal(warnings.begin(), warnings.end(), warnings_.begin(), warnings_.end(),
                                    [](const auto& a, const auto& b) { return a.sentence == b.sentence; });
    text_ = text;
    warnings_ = std::move(warnings);
    // A link that is focused stays so while others code.
    if (same) return;
    const wxWindowUpdateLocker quiet(this);
    for (auto* link : links_) link->Destroy();
    links_.clear();
    const std::size_t shown = std::min(warnings_.size(), kWarningsAtMost);
    for (std::size_t i = 0; i < shown; ++i) {
        auto* link =
            new wxHyperlinkCtrl(this, wxID_ANY, wx(warnings_[i].sentence), "trialogue:", wxDefaultPosition,
                                wxDefaultSize, wxHL_ALIGN_LEFT | wxNO_BORDER);
        link->SetToolTip(wx(base::tr("Shows what this is about")));
        link->Bind(wxEVT_HYPERLINK, [this, i](wxHyperlinkEvent&) {
            if (i < warnings_.size()) warnings_[i].follow();
        });
        GetSizer()->Add(link, wxSizerFlags().Border(wxLEFT | wxRIGHT, FromDIP(6)));
        links_.push_back(link);
    }
    if (shown < warnings_.size()) {
        auto* more =
            new wxStaticText(this, wxID_ANY,
                             wx(base::say_n("And {} more warning of this kind.",
                                            "And {} more warnings of this kind.", warnings_.size() - shown)));
        GetSizer()->Add(more, wxSizerFlags().Border(wxALL, FromDIP(8)));
        links_.push_back(more);
    }
    lay_out();
}

void MatrixRemarks::lay_out() {
    words_->SetForegroundColour(colour(Shade::quiet_ink));
    words_->SetLabelText(wx(text_));
    // Before the page has its size, the whole of its width is taken as given.
    const int width = GetClientSize().x;
    if (width > FromDIP(200)) words_->Wrap(width - FromDIP(20));
    FitInside();
    const int height = std::min(GetSizer()->CalcMin().y, kLinesAtMost * (GetCharHeight() + FromDIP(8)));
    if (height == GetMinSize().y) return;
    SetMinSize(wxSize(-1, height));
    // Not within the event of a size: the page is being laid out just then.
    CallAfter([this] { GetParent()->Layout(); });
}

}  // namespace ui
