// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hit_list.h"

#include <algorithm>

#include "base/translate.h"
#include "report/search/lists.h"
#include "search/ordering.h"
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
            value = row < list_.rows() && list_.is_checked(list_.hit_of(row));
        } else {
            value = row < list_.rows() ? wx(list_.cell(row, static_cast<Column>(column))) : wxString();
        }
    }
    bool SetValueByRow(const wxVariant& value, unsigned row, unsigned column) override {
        if (column != kChecked || row >= list_.rows()) return false;
        list_.check(list_.hit_of(row), value.GetBool());
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
    wait_.SetOwner(this);
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { order_beside(); }, wait_.GetId());
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

search::HitPlace HitList::key_of(search::HitPlace hit) {
    hit.turn = 0;
    hit.part = 0;
    return hit;
}

std::size_t HitList::Hash::operator()(const search::HitPlace& place) const {
    std::uint64_t hash = static_cast<std::uint64_t>(place.source.value) * 0x9E3779B97F4A7C15ULL;
    hash = (hash ^ static_cast<std::uint64_t>(place.id)) * 0xBF58476D1CE4E5B9ULL;
    hash = (hash ^ static_cast<std::uint64_t>(place.begin)) * 0x94D049BB133111EBULL;
    return static_cast<std::size_t>((hash ^ (hash >> 29U)) + static_cast<std::uint64_t>(place.end));
}

std::size_t HitList::rows() const {
    return std::min(kPage, finding_.hits().size() - std::min(first_, finding_.hits().size()));
}

std::size_t HitList::hit_of(std::size_t row) const {
    // Between two sets of hits the order is that of the one before.
    return first_ + row < hits_in_order_.size() ? hits_in_order_[first_ + row] : first_ + row;
}

std::optional<std::size_t> HitList::row_of(std::size_t hit) const {
    if (hit >= finding_.hits().size()) return {};
    return hit < rows_of_hits_.size() ? rows_of_hits_[hit] : hit;
}

void HitList::take() {
    const std::string query = finding_.prepared() != nullptr ? finding_.prepared()->printed : std::string();
    const bool other = query != query_;
    if (other) checked_.clear();
    query_ = query;
    const auto kept = chosen();
    lines_.clear();
    keep_checks();
    hits_in_order_.clear();
    rows_of_hits_.clear();
    if (other || first_ >= finding_.hits().size()) first_ = 0;
    put_in_order(true);
    if (kept && finding_.current() == kept) choose(*kept);
    chosen_();
}

/// Of the checked passages those stay that are hits still.
void HitList::keep_checks() {
    if (checked_.empty()) return;
    decltype(checked_) kept;
    for (const auto& hit : finding_.hits()) {
        if (const auto key = key_of(hit); checked_.contains(key)) kept.insert(key);
    }
    checked_ = std::move(kept);
}

void HitList::set_order(search::Order order) {
    const auto kept = chosen();
    order_ = order;
    put_in_order(false);
    if (kept) choose(*kept);
}

void HitList::put_in_order(bool later) {
    // So many are in order before one sees it.
    constexpr std::size_t kAtOnce = 1'000;
    constexpr int kLater = 300;  // milliseconds: longer than between two key strokes
    wait_.Stop();
    sorting_.stop();
    const auto& hits = finding_.hits();
    if (order_ == search::Order::place || !finding_.is_complete() || hits.empty()) return take_order({});
    if (hits.size() > kAtOnce) {
        take_order({});
        if (later) {
            wait_.StartOnce(kLater);
        } else {
            order_beside();
        }
        return turned_();
    }
    std::vector<std::size_t> in_order;
    context_.attempt([&] {
        auto& search = finding_.search();
        in_order = search::sorted(search.study(), search.contents(), hits, order_);
    });
    take_order(std::move(in_order));
}

void HitList::order_beside() {
    using Sorted = std::vector<std::size_t>;
    sorting_.start<Sorted>(
        [beside = finding_.beside(), hits = finding_.hits(), order = order_](const base::Progress& progress) {
            return searched_beside<Sorted>(beside, [&](study::Study& study, search::Search& search) {
                return search::sorted(study, search.contents(), hits, order, progress);
            });
        },
        [this](const Outcome<Sorted>& outcome) {
            if (outcome.value && outcome.value->size() == finding_.hits().size()) {
                const auto kept = chosen();
                take_order(*outcome.value);
                if (kept) choose(*kept);
            }
            turned_();
        });
}

void HitList::take_order(std::vector<std::size_t> hits) {
    hits_in_order_ = std::move(hits);
    rows_of_hits_.resize(hits_in_order_.size());
    for (std::size_t row = 0; row < hits_in_order_.size(); ++row) rows_of_hits_[hits_in_order_[row]] = row;
    show_page(first_);
}

void HitList::show_page(std::size_t first) {
    first_ = first;
    rows_->Reset(static_cast<unsigned>(rows()));
    turned_();
}

void HitList::turn_to(std::size_t first) {
    if (first >= finding_.hits().size()) return;
    show_page(first);
    if (rows() > 0) EnsureVisible(rows_->GetItem(0));
    chosen_();
}

const search::Line& HitList::line(std::size_t hit) {
    if (const auto known = lines_.find(hit); known != lines_.end()) return known->second;
    if (lines_.size() > kLinesKept) lines_.clear();
    return lines_.emplace(hit, finding_.line(finding_.hits()[hit])).first->second;
}

std::string HitList::cell(std::size_t row, Column column) {
    if (row >= rows() || hit_of(row) >= finding_.hits().size()) return {};
    const search::Line& line = this->line(hit_of(row));
    const search::Hit& hit = line.hit;
    switch (column) {
        case kLeft:
            return line.left;
        case kMatch:
            return line.match;
        case kRight:
            return line.right;
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
    return row < rows() ? std::optional(hit_of(row)) : std::nullopt;
}

void HitList::choose(std::size_t hit) {
    const auto row = row_of(hit);
    if (!row) return;
    if (*row < first_ || *row >= first_ + rows()) show_page(*row / kPage * kPage);
    const auto item = rows_->GetItem(static_cast<unsigned>(*row - first_));
    SetCurrentItem(item);
    EnsureVisible(item);
    // GTK tells of what the user chooses alone.
    chosen_();
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
    const auto row = row_of(hit);
    if (row && *row >= first_ && *row < first_ + rows())
        rows_->RowChanged(static_cast<unsigned>(*row - first_));
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

bool HitList::checked_in_transcripts() const {
    return std::any_of(checked_.begin(), checked_.end(),
                       [](const search::HitPlace& one) { return one.where == search::Where::source; });
}

void HitList::OnKey(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (key == WXK_SPACE && !event.HasAnyModifiers()) {
        if (const auto hit = chosen()) check(*hit, !is_checked(*hit));
    } else if (key == 'A' && event.GetModifiers() == wxMOD_CONTROL) {
        check_all(checked_count() < finding_.hits().size());
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
