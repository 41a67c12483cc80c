// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/dataview.h>

#include <unordered_set>
#include <vector>

#include "base/signal.h"
#include "ui/codebook/codebook_model.h"

namespace ui {

/// Where a code that is dragged would come to stand.
struct CodePlace {
    model::CodeId parent;  ///< nobody: a dimension
    model::CodeId before;  ///< nobody: at the end
};

/// The codebook's tree. Keeps itself current, keeps what is closed and what is chosen over changes and
/// starts, and lets codes be dragged: onto a text, or to another place.
class CodebookTree : public wxDataViewCtrl {
  public:
    CodebookTree(wxWindow* parent, Context& context);
    CodebookTree(const CodebookTree&) = delete;
    CodebookTree& operator=(const CodebookTree&) = delete;
    ~CodebookTree() override;

    void set_filter(const std::string& typed);
    /// Begins typing another name for the chosen code.
    void rename_chosen();
    /// The code that passes the filter first, or none.
    [[nodiscard]] model::CodeId first_match() const { return model_->first_match(); }
    [[nodiscard]] CodebookModel& model() { return *model_; }

    /// Where a thing dropped at a point of this window would go; shows it, too.
    [[nodiscard]] CodePlace show_place(const wxPoint& point);
    void hide_place();
    /// Moves the code, or says why it cannot go there.
    void move(model::CodeId code, const CodePlace& place);

    /// A double click or Enter on a code that can be put on passages.
    base::Connection on_opened(base::Signal<>::Slot slot) { return opened_.connect(std::move(slot)); }

    /// The middle of a code's name; for tests.
    [[nodiscard]] wxPoint point_of(model::CodeId code) const;

  private:
    void add_columns();
    void bind_mouse();
    /// Whether names can be typed in the tree.
    void let_type(bool on);
    void take_news(const study::Changes& changes);
    /// Builds the rows anew after a change of the model, with everything as it stood: closed, chosen,
    /// scrolled.
    void build(const std::function<void()>& change);
    void open_all_but_closed();
    void show_chosen();
    void read_settings();
    void write_closed();
    void OnSelected(wxDataViewEvent& event);
    void OnOpened(wxDataViewEvent& event);
    void OnHover(const wxPoint& point);
    [[nodiscard]] std::string key(const std::string& name) const;
    [[nodiscard]] wxDataViewItem item_at(const wxPoint& point) const;

    Context& context_;
    wxObjectDataPtr<CodebookModel> model_;
    wxDataViewRenderer* name_renderer_ = nullptr;
    std::unordered_set<model::CodeId> closed_;
    bool building_ = false;  ///< rows come and go by us, not by the user
    base::Signal<> opened_;
    std::vector<base::Connection> connections_;
};

}  // namespace ui
