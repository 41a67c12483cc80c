// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/codebook/codebook_tree.h"

#include <gtk/gtk.h>
#include <wx/dnd.h>

#include <algorithm>

#include "base/translate.h"
#include "study/verbs/codebook.h"
#include "ui/kit/accessible.h"
#include "ui/kit/columns.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/transcript/code_drop.h"

namespace ui {

namespace {

using base::tr;

constexpr int kScrollZone = 24;  ///< pixels at the edges in which a drag scrolls

/// A place among the rows as GTK knows it.
class Path {
  public:
    explicit Path(GtkTreePath* path = nullptr) : path_(path) {}
    explicit Path(const std::vector<int>& places) : path_(gtk_tree_path_new()) {
        for (const int place : places) gtk_tree_path_append_index(path_, place);
    }
    ~Path() {
        if (path_ != nullptr) gtk_tree_path_free(path_);
    }
    Path(const Path&) = delete;
    Path& operator=(const Path&) = delete;

    GtkTreePath*& get() { return path_; }

  private:
    GtkTreePath* path_;
};

GtkTreeView* gtk(CodebookTree& tree) {
    return GTK_TREE_VIEW(tree.GtkGetTreeView());
}

/// Takes a code that is dropped on the tree.
class TreeDrop : public wxDropTarget {
  public:
    TreeDrop(Context& context, CodebookTree& tree)
        : wxDropTarget(new CodeData), context_(context), tree_(tree) {}

    wxDragResult OnDragOver(wxCoord x, wxCoord y, wxDragResult result) override {
        scroll(y);
        static_cast<void>(tree_.show_place({x, y}));
        return result;
    }
    void OnLeave() override { tree_.hide_place(); }
    wxDragResult OnData(wxCoord x, wxCoord y, wxDragResult result) override {
        const CodePlace place = tree_.show_place({x, y});
        tree_.hide_place();
        if (!GetData()) return wxDragError;
        const auto code = static_cast<CodeData*>(GetDataObject())->code(context_);
        // The drag has to be over before the rows change.
        if (code) tree_.CallAfter([&tree = tree_, code, place] { tree.move(code, place); });
        return result;
    }

  private:
    void scroll(int y) {
        const int height = tree_.GetClientSize().y;
        const int by = y < 2 * kScrollZone ? -1 : y > height - kScrollZone ? 1 : 0;
        if (by == 0) return;
        GtkAdjustment* bar = gtk_scrollable_get_vadjustment(GTK_SCROLLABLE(gtk(tree_)));
        gtk_adjustment_set_value(bar, gtk_adjustment_get_value(bar) + by * kScrollZone / 2.0);
    }

    Context& context_;
    CodebookTree& tree_;
};

}  // namespace

CodebookTree::CodebookTree(wxWindow* parent, Context& context)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE),
      context_(context),
      model_(new CodebookModel(context)) {
    describe(*this, wx(tr("Codebook")), wx(tr("Enter puts the chosen code on the selected passage")));
    read_settings();
    add_columns();
    AssociateModel(model_.get());
    model_->on_renamed([this](model::CodeId id, const std::string& name) {
        let_type(false);
        const auto* code = context_.codebook().find(id);
        if (code == nullptr || code->name == name) return;
        auto renamed = *code;
        renamed.name = name;
        context_.change("change_code", {},
                        [&](study::Edit& edit) { study::verbs::change_code(edit, renamed); });
    });
    gtk_tree_view_set_enable_search(gtk(*this), FALSE);
    bind_mouse();
    SetDropTarget(new TreeDrop(context_, *this));
    connections_.push_back(context_.on_changed([this](const study::Changes& news) { take_news(news); }));
    connections_.push_back(context_.on_chosen([this] {
        model_->count();
        model_->number();
        show_chosen();
        Refresh();
    }));
    open_all_but_closed();
    show_chosen();
}

CodebookTree::~CodebookTree() {
    // GTK ends the typing of a name when its list goes, and would tell what is half gone.
    SetEvtHandlerEnabled(false);
}

void CodebookTree::add_columns() {
    auto* name = new wxDataViewIconTextRenderer(wxDataViewIconTextRenderer::GetDefaultType(),
                                                wxDATAVIEW_CELL_EDITABLE);
    name->EnableEllipsize(wxELLIPSIZE_END);
    name_renderer_ = name;
    auto* codes = new wxDataViewColumn(wx(tr("Code")), name, CodebookModel::kName, wxDVC_DEFAULT_WIDTH,
                                       wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    AppendColumn(codes);
    SetExpanderColumn(codes);
    let_type(false);
    // Names have all the room that the numbers leave.
    gtk_tree_view_column_set_expand(GTK_TREE_VIEW_COLUMN(codes->GetGtkHandle()), TRUE);
    const auto add = [this](const wxString& title, CodebookModel::Column column,
                            int width) -> wxDataViewColumn& {
        auto* text = new wxDataViewTextRenderer(wxDataViewTextRenderer::GetDefaultType(),
                                                wxDATAVIEW_CELL_INERT, wxALIGN_RIGHT);
        auto* made = new wxDataViewColumn(title, text, column, width, wxALIGN_RIGHT, 0);
        AppendColumn(made);
        return *made;
    };
    add("", CodebookModel::kSign, 3 * GetCharWidth());
    // TRANSLATORS: heading of a narrow column, short for participants
    const wxString participants = wx(tr("Part."));
    explain(add(participants, CodebookModel::kParticipants, width_for_figures(*this, participants)),
            wx(tr("Participants with this code or one below it")));
    // TRANSLATORS: heading of a narrow column, short for passages
    const wxString passages = wx(tr("Pass."));
    explain(add(passages, CodebookModel::kPassages, width_for_figures(*this, passages)),
            wx(tr("Passages with this code or one below it")));
}

void CodebookTree::bind_mouse() {
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, &CodebookTree::OnSelected, this);
    Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, &CodebookTree::OnOpened, this);
    Bind(wxEVT_DATAVIEW_ITEM_COLLAPSED, [this](wxDataViewEvent& event) {
        if (building_ || model_->filtered()) return;
        closed_.insert(CodebookModel::code_of(event.GetItem()));
        write_closed();
    });
    Bind(wxEVT_DATAVIEW_ITEM_EXPANDED, [this](wxDataViewEvent& event) {
        if (building_ || model_->filtered()) return;
        closed_.erase(CodebookModel::code_of(event.GetItem()));
        // What stands below is shown closed by GTK, also where it was open.
        open_all_but_closed();
        write_closed();
    });
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        // The second click of a double click would begin to type a name.
        let_type(false);
        event.Skip();
    });
    Bind(wxEVT_DATAVIEW_ITEM_EDITING_DONE, [this](wxDataViewEvent&) { let_type(false); });
    EnableDragSource(CodeData::format());
    Bind(wxEVT_DATAVIEW_ITEM_BEGIN_DRAG, [this](wxDataViewEvent& event) {
        event.SetDataObject(new CodeData(context_, CodebookModel::code_of(event.GetItem())));
        event.SetDragFlags(wxDrag_AllowMove);
    });
    Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
        OnHover(event.GetPosition());
        event.Skip();
    });
}

void CodebookTree::OnHover(const wxPoint& point) {
    const auto item = item_at(point);
    const wxString hint = item.IsOk() ? wx(model_->hint_of(CodebookModel::code_of(item))) : wxString();
    if (GetToolTipText() != hint) SetToolTip(hint);
}

wxDataViewItem CodebookTree::item_at(const wxPoint& point) const {
    wxDataViewItem item;
    wxDataViewColumn* column = nullptr;
    HitTest(point, item, column);
    return item;
}

void CodebookTree::let_type(bool on) {
    g_object_set(name_renderer_->GetGtkHandle(), "editable", on ? TRUE : FALSE, nullptr);
}

void CodebookTree::OnSelected(wxDataViewEvent& event) {
    if (building_ || !event.GetItem().IsOk()) return;
    const auto code = CodebookModel::code_of(event.GetItem());
    context_.settings().set(key("chosen"), static_cast<long>(code.value));
    context_.choose_code(code);
}

void CodebookTree::OnOpened(wxDataViewEvent& event) {
    const auto* code = context_.codebook().find(CodebookModel::code_of(event.GetItem()));
    if (code == nullptr) return;
    context_.choose_code(code->id);
    if (code->codable) {
        opened_();
    } else if (IsExpanded(event.GetItem())) {
        Collapse(event.GetItem());
    } else {
        Expand(event.GetItem());
    }
}

void CodebookTree::take_news(const study::Changes& changes) {
    using study::Kind;
    if (changes.touch(Kind::code)) {
        build([this] {
            model_->take_codebook();
            model_->count();
            model_->number();
        });
    } else if (changes.touch(Kind::coding) || changes.touch(Kind::source) || changes.touch(Kind::speaker) ||
               changes.touch(Kind::speaker_participant) || changes.touch(Kind::source_participant) ||
               changes.touch(Kind::participant)) {
        model_->count();
        Refresh();
    }
}

void CodebookTree::set_filter(const std::string& typed) {
    build([&] { model_->set_filter(typed); });
}

void CodebookTree::build(const std::function<void()>& change) {
    const auto top = CodebookModel::code_of(GetTopItem());
    building_ = true;
    change();
    model_->Cleared();
    open_all_but_closed();
    building_ = false;
    if (top && model_->is_shown(top)) {
        Path path(model_->path_of(top));
        gtk_tree_view_scroll_to_cell(gtk(*this), path.get(), nullptr, TRUE, 0, 0);
    }
    show_chosen();
}

void CodebookTree::open_all_but_closed() {
    const bool before = std::exchange(building_, true);
    if (model_->filtered() || closed_.empty()) {
        gtk_tree_view_expand_all(gtk(*this));
    } else {
        for (const auto& code : context_.codebook().codes()) {
            const auto item = CodebookModel::item_of(code.id);
            if (!model_->is_shown(code.id) || closed_.contains(code.id) || !model_->IsContainer(item)) {
                continue;
            }
            Path path(model_->path_of(code.id));
            gtk_tree_view_expand_row(gtk(*this), path.get(), FALSE);
        }
    }
    building_ = before;
}

void CodebookTree::show_chosen() {
    const bool before = std::exchange(building_, true);
    const auto chosen = context_.chosen_code();
    const auto item = CodebookModel::item_of(chosen);
    if (!chosen || !model_->is_shown(chosen)) {
        UnselectAll();
    } else if (!IsSelected(item)) {
        Select(item);
        EnsureVisible(item);
    }
    building_ = before;
}

void CodebookTree::rename_chosen() {
    const auto chosen = context_.chosen_code();
    if (!chosen || !model_->is_shown(chosen)) return;
    SetFocus();
    EnsureVisible(CodebookModel::item_of(chosen));
    let_type(true);
    Path path(model_->path_of(chosen));
    // Not EditItem(): of a cell with a picture it would try to edit the picture.
    gtk_tree_view_set_cursor_on_cell(gtk(*this), path.get(),
                                     GTK_TREE_VIEW_COLUMN(GetColumn(0)->GetGtkHandle()),
                                     name_renderer_->GetGtkHandle(), TRUE);
}

CodePlace CodebookTree::show_place(const wxPoint& point) {
    Path path;
    GtkTreeViewDropPosition where{};
    if (gtk_tree_view_get_dest_row_at_pos(gtk(*this), point.x, point.y, &path.get(), &where) == FALSE) {
        hide_place();
        return {};
    }
    gtk_tree_view_set_drag_dest_row(gtk(*this), path.get(), where);
    const auto at = CodebookModel::code_of(GTKPathToItem(path.get()));
    const auto* code = context_.codebook().find(at);
    if (code == nullptr) return {};
    if (where == GTK_TREE_VIEW_DROP_BEFORE) return {code->parent, at};
    if (where != GTK_TREE_VIEW_DROP_AFTER) return {at, {}};
    // Below an open code's own line stands its first child.
    const auto below = context_.codebook().children(at);
    if (!below.empty() && IsExpanded(CodebookModel::item_of(at))) return {at, below.front()};
    const auto brothers = context_.codebook().children(code->parent);
    const auto next = std::find(brothers.begin(), brothers.end(), at) + 1;
    return {code->parent, next == brothers.end() ? model::CodeId{} : *next};
}

void CodebookTree::hide_place() {
    gtk_tree_view_set_drag_dest_row(gtk(*this), nullptr, GTK_TREE_VIEW_DROP_BEFORE);
}

void CodebookTree::move(model::CodeId code, const CodePlace& place) {
    if (place.before == code) return;
    closed_.erase(place.parent);
    context_.change("move_code", {}, [&](study::Edit& edit) {
        study::verbs::move_code(edit, code, place.parent, place.before);
    });
}

wxPoint CodebookTree::point_of(model::CodeId code) const {
    const wxRect rect = GetItemRect(CodebookModel::item_of(code), GetColumn(0));
    return {rect.x + rect.width / 2, rect.y + rect.height / 2};
}

std::string CodebookTree::key(const std::string& name) const {
    return "study/" + context_.study().guid().to_string() + "/codebook/" + name;
}

void CodebookTree::read_settings() {
    const auto closed = nlohmann::json::parse(context_.settings().text(key("closed")), nullptr, false);
    if (closed.is_array()) {
        for (const auto& code : closed) {
            if (code.is_number_integer()) closed_.insert({code.get<std::int64_t>()});
        }
    }
    const model::CodeId chosen{context_.settings().number(key("chosen"), 0)};
    if (context_.codebook().find(chosen) != nullptr) context_.choose_code(chosen);
}

void CodebookTree::write_closed() {
    nlohmann::json codes = nlohmann::json::array();
    for (const auto code : closed_) codes.push_back(code.value);
    context_.settings().set(key("closed"), codes.dump());
}

}  // namespace ui
