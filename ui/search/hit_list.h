// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/dataview.h>
#include <wx/timer.h>

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/signal.h"
#include "ui/kit/background.h"
#include "ui/search/finding.h"

namespace ui {

/// The hits of the window's search as lines of a concordance: what stands before, the hit, what stands
/// behind, and who says it where. Any of them can be checked. Rows are in the chosen order, at most kPage at
/// a time; everything else speaks of hits by their number in the finding. Many hits are put in order beside
/// the window; until then they stay by place.
class HitList : public wxDataViewCtrl {
  public:
    enum Column : unsigned { kChecked, kLeft, kMatch, kRight, kSource, kTurn, kParticipant, kRole, kColumns };

    HitList(wxWindow* parent, Context& context, Finding& finding);
    ~HitList() override;

    /// Rows that are shown at a time: GTK takes room for each.
    static constexpr std::size_t kPage = 10'000;

    /// Shows the hits that the finding has now. Checks stay with their passages, but not for another query.
    void take();
    void set_order(search::Order order);
    [[nodiscard]] search::Order order() const { return order_; }
    [[nodiscard]] bool is_sorting() const { return sorting_.running() || wait_.IsRunning(); }

    /// The first row that is shown, of all; and how many are shown.
    [[nodiscard]] std::size_t first() const { return first_; }
    [[nodiscard]] std::size_t rows() const;
    /// Shows the rows from there on.
    void turn_to(std::size_t first);
    [[nodiscard]] std::string cell(std::size_t row, Column column);
    /// The hit of the row at which the user is, or none.
    [[nodiscard]] std::optional<std::size_t> chosen() const;
    /// Turns to its page where it is on another.
    void choose(std::size_t hit);

    [[nodiscard]] bool is_checked(std::size_t hit) const;
    void check(std::size_t hit, bool checked);
    void check_all(bool checked);
    /// The hits that are checked, by place.
    [[nodiscard]] std::vector<std::size_t> checked() const;
    [[nodiscard]] std::size_t checked_count() const { return checked_.size(); }
    /// Whether one of them stands in a transcript.
    [[nodiscard]] bool checked_in_transcripts() const;

    /// Enter or double click on a row; and one click, after which the focus stays here.
    base::Connection on_opened(base::Signal<bool>::Slot slot) { return opened_.connect(std::move(slot)); }
    /// Another row, or other checks.
    base::Connection on_chosen(base::Signal<>::Slot slot) { return chosen_.connect(std::move(slot)); }
    /// Another page, or the hits are being put in order, or are.
    base::Connection on_turned(base::Signal<>::Slot slot) { return turned_.connect(std::move(slot)); }

  private:
    class Rows;
    struct Hash {
        std::size_t operator()(const search::HitPlace& place) const;
    };

    /// By what a passage is known over changes of the study.
    [[nodiscard]] static search::HitPlace key_of(search::HitPlace hit);
    [[nodiscard]] std::size_t hit_of(std::size_t row) const;
    [[nodiscard]] std::optional<std::size_t> row_of(std::size_t hit) const;
    const search::Line& line(std::size_t hit);
    void keep_checks();
    /// Where there are many hits, beside the window, `later` when nothing else comes meanwhile.
    void put_in_order(bool later);
    void order_beside();
    void take_order(std::vector<std::size_t> hits);
    void show_page(std::size_t first);
    void share_width();
    void OnKey(wxKeyEvent& event);

    Context& context_;
    Finding& finding_;
    wxObjectDataPtr<Rows> rows_;
    search::Order order_ = search::Order::place;
    std::vector<std::size_t> hits_in_order_;               ///< by row; empty: as they are, by place
    std::vector<std::size_t> rows_of_hits_;                ///< the other way round
    std::size_t first_ = 0;                                ///< row of the page
    std::unordered_map<std::size_t, search::Line> lines_;  ///< of hits that were shown
    std::unordered_set<search::HitPlace, Hash> checked_;
    std::string query_;
    base::Signal<bool> opened_;
    base::Signal<> chosen_, turned_;
    wxTimer wait_;
    Background sorting_;
};

}  // namespace ui
