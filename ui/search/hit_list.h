// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/dataview.h>

#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "base/signal.h"
#include "ui/search/finding.h"

namespace ui {

/// The hits of the window's search as lines of a concordance: what stands before, the hit, what stands
/// behind, and who says it where. Any of them can be checked. Rows are in the chosen order; everything else
/// speaks of hits by their number in the finding.
class HitList : public wxDataViewCtrl {
  public:
    enum Column : unsigned { kChecked, kLeft, kMatch, kRight, kSource, kTurn, kParticipant, kRole, kColumns };

    HitList(wxWindow* parent, Context& context, Finding& finding);
    ~HitList() override;

    /// Shows the hits that the finding has now. Checks stay with their passages, but not for another query.
    void take();
    void set_order(search::Order order);
    [[nodiscard]] search::Order order() const { return order_; }

    [[nodiscard]] std::size_t rows() const { return order_of_rows_.size(); }
    [[nodiscard]] std::string cell(std::size_t row, Column column);
    /// The hit of the row at which the user is, or none.
    [[nodiscard]] std::optional<std::size_t> chosen() const;
    void choose(std::size_t hit);

    [[nodiscard]] bool is_checked(std::size_t hit) const;
    void check(std::size_t hit, bool checked);
    void check_all(bool checked);
    /// The hits that are checked, by place.
    [[nodiscard]] std::vector<std::size_t> checked() const;

    /// Enter or double click on a row; and one click, after which the focus stays here.
    base::Connection on_opened(base::Signal<bool>::Slot slot) { return opened_.connect(std::move(slot)); }
    /// Another row, or other checks.
    base::Connection on_chosen(base::Signal<>::Slot slot) { return chosen_.connect(std::move(slot)); }

  private:
    class Rows;
    /// By which a passage is known over changes of the study.
    using Key = std::tuple<search::Where, model::SourceId, std::int64_t, text::Span>;

    [[nodiscard]] static Key key_of(const search::Hit& hit);
    const search::Line& line(std::size_t row);
    void put_in_order();
    void share_width();
    void OnKey(wxKeyEvent& event);

    Context& context_;
    Finding& finding_;
    wxObjectDataPtr<Rows> rows_;
    search::Order order_ = search::Order::place;
    std::vector<std::size_t> order_of_rows_;
    std::unordered_map<std::size_t, search::Line> lines_;  ///< of hits that were shown
    std::set<Key> checked_;
    std::string query_;
    base::Signal<bool> opened_;
    base::Signal<> chosen_;
};

}  // namespace ui
