// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hit_list.h"

#include <algorithm>

#include "base/translate.h"
#include "report/search_lists.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::tr;

constexpr std::size_t kLinesKept = 2000;
constexpr int kCheckWidth = 30, kTurnWidth = 56, kSourceWidth = 130, kPersonWidth = 120, kRoleWidth = 90;
constexpr int kMatchWidth = 110, kSideAtLeast = 90;

}  // namespace

/// Gives the cells of the rows that are shown, and takes checks.
class HitList::Rows : public wxDataViewVirtualListModel {
  public:
    explicit Rows(HitList& list) : list_(list) {}

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
        if (column == kChecked) {
            value = row < list_.rows() && list_.is_checked(list_.order_of_rows_[row]);
        } else {
            value = row < list_.rows() ? wx(list_.cell(row, static_cast<Column>(column))) : wxString();
        }
    }
    bool SetValueByRow(const wxVariant& value, unsigned row, unsigned column) override {
        if (column != kChecked || row >= list_.rows()) return false;
        list_.check(list_.order_of_rows_[row], value.GetBool());
        return true;
    }
    bool GetAttrByRow(unsigned, unsigned column, wxDataViewItemAttr& attributes) const override {
        if (column == kMatch) {
            attributes.SetBold(true);
            return true;
        }
        if (column < kSource) return false;
        attributes.SetColour(colour(Shade::quiet_ink));
        return true;
    }
    [[nodiscard]] unsigned GetColumnCount() const override { return kColumns; }
    [[nodiscard]] wxString GetColumnType(unsigned column) const override {
        return column == kChecked ? "bool" : "string";
    }

  private:
    HitList& list_;
};

HitList::HitList(wxWindow* parent, Context& context, Finding& finding)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                     wxDV_SINGLE | wxDV_ROW_LINES | wxBORDER_NONE),
      context_(context),
      finding_(finding),
      rows_(new Rows(*this)) {
    describe(*this, wx(tr("Hits")), wx(tr("Enter goes to the text, Space checks a hit")));
    AssociateModel(rows_.get());
    AppendColumn(new wxDataViewColumn("", new wxDataViewToggleRenderer("bool", wxDATAVIEW_CELL_ACTIVATABLE),
                                      kChecked, FromDIP(kCheckWidth), wxALIGN_CENTRE, 0));
    const auto add = [this](const std::string& title, Column column, int width, wxAlignment align,
                            wxEllipsizeMode cut) {
        auto* text = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, align);
        text->EnableEllipsize(cut);
        AppendColumn(
            new wxDataViewColumn(wx(title), text, column, FromDIP(width), align, wxDATAVIEW_COL_RESIZABLE));
    };
    add(tr("Before"), kLeft, kSideAtLeast, wxALIGN_RIGHT, wxELLIPSIZE_START);
    add(tr("Hit"), kMatch, kMatchWidth, wxALIGN_CENTRE_HORIZONTAL, wxELLIPSIZE_MIDDLE);
    add(tr("After"), kRight, kSideAtLeast, wxALIGN_LEFT, wxELLIPSIZE_END);
    add(tr("Source"), kSource, kSourceWidth, wxALIGN_LEFT, wxELLIPSIZE_MIDDLE);
    add(tr("Turn"), kTurn, kTurnWidth, wxALIGN_RIGHT, wxELLIPSIZE_END);
    add(tr("Participant"), kParticipant, kPersonWidth, wxALIGN_LEFT, wxELLIPSIZE_MIDDLE);
    add(tr("Role"), kRole, kRoleWidth, wxALIGN_LEFT, wxELLIPSIZE_END);
    Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { opened_(false); });
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { chosen_(); });
    GetMainWindow()->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        event.Skip();
        wxDataViewItem item;
        wxDataViewColumn* column = nullptr;
        HitTest(event.GetPosition(), item, column);
        const bool on_text = item.IsOk() && column != nullptr && column->GetModelColumn() != kChecked;
        if (on_text && !event.HasAnyModifiers()) CallAfter([this] { opened_(true); });
    });
    Bind(wxEVT_CHAR_HOOK, &HitList::OnKey, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        share_width();
    });
}

HitList::~HitList() {
    // GTK may ask for cells until it lets go of the rows.
    AssociateModel(nullptr);
}

HitList::Key HitList::key_of(const search::Hit& hit) {
    return {hit.where, hit.source, hit.id, hit.span};
}

void HitList::take() {
    const std::string query = finding_.prepared() != nullptr ? finding_.prepared()->printed : std::string();
    if (query != query_) checked_.clear();
    query_ = query;
    const auto kept = chosen();
    lines_.clear();
    put_in_order();
    if (kept && finding_.current() == kept) choose(*kept);
    chosen_();
}

void HitList::set_order(search::Order order) {
    const auto kept = chosen();
    order_ = order;
    put_in_order();
    if (kept) choose(*kept);
}

void HitList::put_in_order() {
    order_of_rows_.clear();
    const auto& hits = finding_.hits();
    if (order_ == search::Order::place || !finding_.is_complete()) {
        for (std::size_t i = 0; i < hits.size(); ++i) order_of_rows_.push_back(i);
    } else if (!context_.attempt([&] { order_of_rows_ = finding_.search().sorted(hits, order_); })) {
        order_of_rows_.clear();
    }
    rows_->Reset(static_cast<unsigned>(order_of_rows_.size()));
}

const search::Line& HitList::line(std::size_t row) {
    const std::size_t hit = order_of_rows_[row];
    if (const auto known = lines_.find(hit); known != lines_.end()) return known->second;
    if (lines_.size() > kLinesKept) lines_.clear();
    return lines_.emplace(hit, finding_.line(finding_.hits()[hit])).first->second;
}

std::string HitList::cell(std::size_t row, Column column) {
    if (row >= rows() || order_of_rows_[row] >= finding_.hits().size()) return {};
    const search::Hit& hit = finding_.hits()[order_of_rows_[row]];
    switch (column) {
        case kLeft:
            return line(row).left;
        case kMatch:
            return line(row).match;
        case kRight:
            return line(row).right;
        case kSource:
            return hit.title;
        case kTurn:
            return hit.turn > 0 ? std::to_string(hit.turn) : std::string();
        case kParticipant: {
            const auto who = report::who_said(finding_.search().contents(), hit.participants).participants;
            return who.empty() ? hit.speaker : who;
        }
        case kRole:
            return report::who_said(finding_.search().contents(), hit.participants).roles;
        default:
            return {};
    }
}

std::optional<std::size_t> HitList::chosen() const {
    const auto item = GetSelection();
    if (!item.IsOk()) return {};
    const auto row = static_cast<std::size_t>(rows_->GetRow(item));
    return row < order_of_rows_.size() ? std::optional(order_of_rows_[row]) : std::nullopt;
}

void HitList::choose(std::size_t hit) {
    const auto place = std::find(order_of_rows_.begin(), order_of_rows_.end(), hit);
    if (place == order_of_rows_.end()) return;
    const auto item = rows_->GetItem(static_cast<unsigned>(place - order_of_rows_.begin()));
    SetCurrentItem(item);
    EnsureVisible(item);
}

bool HitList::is_checked(std::size_t hit) const {
    return hit < finding_.hits().size() && checked_.contains(key_of(finding_.hits()[hit]));
}

void HitList::check(std::size_t hit, bool checked) {
    if (hit >= finding_.hits().size()) return;
    if (checked) {
        checked_.insert(key_of(finding_.hits()[hit]));
    } else {
        checked_.erase(key_of(finding_.hits()[hit]));
    }
    const auto place = std::find(order_of_rows_.begin(), order_of_rows_.end(), hit);
    if (place != order_of_rows_.end())
        rows_->RowChanged(static_cast<unsigned>(place - order_of_rows_.begin()));
    chosen_();
}

void HitList::check_all(bool checked) {
    checked_.clear();
    if (checked) {
        for (const auto& hit : finding_.hits()) checked_.insert(key_of(hit));
    }
    Refresh();
    chosen_();
}

std::vector<std::size_t> HitList::checked() const {
    std::vector<std::size_t> hits;
    if (checked_.empty()) return hits;
    for (std::size_t i = 0; i < finding_.hits().size(); ++i) {
        if (is_checked(i)) hits.push_back(i);
    }
    return hits;
}

void HitList::OnKey(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (key == WXK_SPACE && !event.HasAnyModifiers()) {
        if (const auto hit = chosen()) check(*hit, !is_checked(*hit));
    } else if (key == 'A' && event.GetModifiers() == wxMOD_CONTROL) {
        check_all(checked().size() < finding_.hits().size());
    } else if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && !event.HasAnyModifiers()) {
        opened_(false);
    } else {
        event.Skip();
    }
}

/// What stands beside the hit has what the other columns leave.
void HitList::share_width() {
    // Not what the columns have: GTK gives the last one all that is left over.
    const int others =
        FromDIP(kCheckWidth + kMatchWidth + kSourceWidth + kTurnWidth + kPersonWidth + kRoleWidth + 4) +
        wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this);
    const int each = std::max(FromDIP(kSideAtLeast), (GetClientSize().x - others) / 2);
    GetColumn(kLeft)->SetWidth(each);
    GetColumn(kRight)->SetWidth(each);
}

}  // namespace ui
