// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/workspace.h"

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "ui/frame/transcript_group.h"
#include "ui/kit/flat_art.h"
#include "ui/kit/words.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

Workspace::Workspace(wxWindow* parent, Context& context)
    : wxAuiNotebook(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                    wxAUI_NB_TOP | wxAUI_NB_TAB_MOVE | wxAUI_NB_SCROLL_BUTTONS | wxAUI_NB_CLOSE_ON_ALL_TABS |
                        wxAUI_NB_MIDDLE_CLICK_CLOSE | wxBORDER_NONE),
      context_(context) {
    SetArtProvider(new FlatTabArt);
    m_mgr.SetArtProvider(new FlatDockArt);
    changed_ = context_.on_changed([this](const study::Changes& changes) { take_news(changes); });
}

void Workspace::add_kind(PageKind kind) {
    kinds_.push_back(std::move(kind));
}

wxWindow* Workspace::page(const std::string& kind) const {
    for (std::size_t i = 0; i < GetPageCount(); ++i) {
        const auto* found = kind_of(GetPage(i));
        if (found != nullptr && found->id == kind) return GetPage(i);
    }
    return nullptr;
}

void Workspace::open_page(const std::string& kind) {
    if (wxWindow* there = page(kind)) {
        SetSelection(static_cast<std::size_t>(GetPageIndex(there)));
        return;
    }
    for (const auto& one : kinds_) {
        if (one.id != kind) continue;
        wxWindow* made = one.make(this);
        made->SetName(wx(one.id));
        AddPage(made, wx(one.title), true);
    }
}

const Workspace::PageKind* Workspace::kind_of(const wxWindow* page) const {
    for (const auto& kind : kinds_) {
        if (page->GetName() == wx(kind.id)) return &kind;
    }
    return nullptr;
}

TranscriptGroup* Workspace::group(std::size_t page) const {
    return dynamic_cast<TranscriptGroup*>(GetPage(page));
}

TranscriptGroup* Workspace::add_group(const std::vector<model::SourceId>& sources, const std::string& title) {
    auto* group = new TranscriptGroup(this, context_, sources);
    AddPage(group, wx(title), true);
    for (auto* view : group->views()) {
        // Lives as long as the view; the connection goes with it.
        auto connection = std::make_shared<base::Connection>(view->on_menu([this] {
            if (transcript_menu_) transcript_menu_();
        }));
        view->Bind(wxEVT_DESTROY, [connection](wxWindowDestroyEvent& event) { event.Skip(); });
    }
    return group;
}

TranscriptView* Workspace::open(model::SourceId source) {
    // The tab in front goes first: a place within a triad stays within the triad.
    std::vector<std::size_t> pages;
    if (GetSelection() != wxNOT_FOUND) pages.push_back(static_cast<std::size_t>(GetSelection()));
    for (std::size_t i = 0; i < GetPageCount(); ++i) pages.push_back(i);
    for (const auto i : pages) {
        auto* there = group(i);
        auto* view = there == nullptr ? nullptr : there->find(source);
        if (view == nullptr) continue;
        SetSelection(i);
        view->focus_text();
        return view;
    }
    const auto found = context_.source(source);
    if (!found) return nullptr;
    auto* view = add_group({source}, found->name)->views().front();
    view->focus_text();
    return view;
}

void Workspace::open_beside(const std::vector<model::SourceId>& sources, const std::string& title) {
    if (sources.empty()) return;
    for (std::size_t i = 0; i < GetPageCount(); ++i) {
        const auto* there = group(i);
        if (there == nullptr || there->views().size() != sources.size()) continue;
        if (std::equal(sources.begin(), sources.end(), there->views().begin(),
                       [](model::SourceId id, const auto* view) { return view->source().id == id; })) {
            SetSelection(i);
            return;
        }
    }
    add_group(sources, title)->views().front()->focus_text();
}

void Workspace::go_to(const Place& place) {
    auto* view = open(place.source);
    if (view == nullptr || !place.span) return;
    // The text is laid out when the tab has its size.
    CallAfter([this, place] {
        auto* there = open(place.source);
        if (there != nullptr) there->select(*place.span);
    });
    view->select(*place.span);
}

void Workspace::close_current() {
    if (GetSelection() != wxNOT_FOUND) DeletePage(static_cast<std::size_t>(GetSelection()));
}

TranscriptView* Workspace::current_transcript() const {
    const int selected = GetSelection();
    if (selected == wxNOT_FOUND) return nullptr;
    const auto* there = group(static_cast<std::size_t>(selected));
    return there == nullptr ? nullptr : there->current();
}

std::vector<TranscriptView*> Workspace::transcripts() const {
    std::vector<TranscriptView*> views;
    for (std::size_t i = 0; i < GetPageCount(); ++i) {
        if (const auto* there = group(i))
            views.insert(views.end(), there->views().begin(), there->views().end());
    }
    return views;
}

void Workspace::take_news(const study::Changes& changes) {
    if (!changes.touch(study::Kind::source)) return;
    for (std::size_t i = GetPageCount(); i-- > 0;) {
        const auto* there = group(i);
        if (there == nullptr) continue;
        const bool gone = std::any_of(there->views().begin(), there->views().end(), [this](const auto* view) {
            return !context_.source(view->source().id).has_value();
        });
        if (gone) {
            // Not within the event in which the study told of it: the view may be in the middle of that.
            wxWindow* page = GetPage(i);
            CallAfter([this, page] {
                const int index = GetPageIndex(page);
                if (index != wxNOT_FOUND) DeletePage(static_cast<std::size_t>(index));
            });
        } else if (there->views().size() == 1) {
            SetPageText(i, wx(context_.source(there->views().front()->source().id)->name));
        }
    }
}

std::string Workspace::key(const std::string& name) const {
    return "study/" + context_.study().guid().to_string() + "/" + name;
}

void Workspace::remember() {
    nlohmann::json tabs = nlohmann::json::array();
    for (std::size_t i = 0; i < GetPageCount(); ++i) {
        if (const auto* there = group(i)) {
            nlohmann::json views = nlohmann::json::array();
            for (auto* view : there->views()) {
                views.push_back(
                    {view->source().id.value, view->words().first_line(), view->selection().begin});
            }
            tabs.push_back({{"views", views}, {"title", utf8(GetPageText(i))}});
        } else if (const auto* kind = kind_of(GetPage(i))) {
            tabs.push_back({{"page", kind->id}});
        }
    }
    context_.settings().set(key("tabs"), tabs.dump());
    context_.settings().set(key("tab"), static_cast<long>(GetSelection()));
}

void Workspace::come_back() {
    const auto tabs = nlohmann::json::parse(context_.settings().text(key("tabs")), nullptr, false);
    if (!tabs.is_array()) return;
    // The file may be of another version or from another hand: what does not fit is passed over.
    for (const auto& tab : tabs) {
        try {
            if (tab.contains("page")) {
                open_page(tab.at("page").get<std::string>());
                continue;
            }
            std::vector<model::SourceId> sources;
            for (const auto& view : tab.at("views")) {
                const model::SourceId source{view.at(0).get<std::int64_t>()};
                if (context_.source(source)) sources.push_back(source);
            }
            if (sources.empty() || sources.size() != tab.at("views").size()) continue;
            auto* group = add_group(sources, tab.at("title").get<std::string>());
            for (std::size_t i = 0; i < sources.size(); ++i) {
                auto* view = group->views()[i];
                const auto caret = tab.at("views").at(i).at(2).get<text::Position>();
                const int line = tab.at("views").at(i).at(1).get<int>();
                view->select({std::min(caret, view->text().size()), std::min(caret, view->text().size())});
                view->CallAfter([view, line] { view->words().set_first_line(line); });
            }
        } catch (const nlohmann::json::exception&) {
            continue;
        }
    }
    const long selected = context_.settings().number(key("tab"), 0);
    if (selected >= 0 && static_cast<std::size_t>(selected) < GetPageCount()) {
        SetSelection(static_cast<std::size_t>(selected));
    }
}

}  // namespace ui
