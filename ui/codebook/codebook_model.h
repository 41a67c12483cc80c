// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/dataview.h>

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ui/codebook/code_counts.h"
#include "ui/context/context.h"

namespace ui {

/// The codebook as its tree shows it: codes that pass the filter and what stands above and below them, with
/// live counts. Items are the codes' ids, so that they mean the same after every change.
class CodebookModel : public wxDataViewModel {
  public:
    enum Column : unsigned { kName, kSign, kParticipants, kPassages };

    explicit CodebookModel(const Context& context);

    [[nodiscard]] static wxDataViewItem item_of(model::CodeId code);
    [[nodiscard]] static model::CodeId code_of(const wxDataViewItem& item);

    /// Takes the codebook as it is now. The control has to be told by Cleared().
    void take_codebook();
    /// Shows codes in whose names each typed word stands, without regard to case and accents.
    void set_filter(const std::string& typed);
    [[nodiscard]] bool filtered() const { return !wanted_.empty(); }
    /// Counts the codings that are shown, and gives the codes their numbers.
    void count();
    void number();

    [[nodiscard]] bool is_shown(model::CodeId code) const { return visible_.contains(code); }
    /// The first code that passes the filter itself, not for one above or below it.
    [[nodiscard]] model::CodeId first_match() const { return first_match_; }
    /// The shown codes below one, or the dimensions below nobody.
    [[nodiscard]] const std::vector<model::CodeId>& children(model::CodeId parent) const;
    /// The places among brothers from the dimension down to the code.
    [[nodiscard]] std::vector<int> path_of(model::CodeId code) const;
    [[nodiscard]] CodeCount count_of(model::CodeId code) const;
    /// What a mouse that rests on a code is told.
    [[nodiscard]] std::string hint_of(model::CodeId code) const;

    /// A name was typed in the tree; called when the typing is over.
    void on_renamed(std::function<void(model::CodeId, const std::string&)> renamed) {
        renamed_ = std::move(renamed);
    }

    unsigned int GetColumnCount() const override { return kPassages + 1; }
    wxString GetColumnType(unsigned int column) const override;
    void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned int column) const override;
    bool SetValue(const wxVariant& value, const wxDataViewItem& item, unsigned int column) override;
    bool GetAttr(const wxDataViewItem& item, unsigned int column, wxDataViewItemAttr& attr) const override;
    wxDataViewItem GetParent(const wxDataViewItem& item) const override;
    bool IsContainer(const wxDataViewItem& item) const override;
    bool HasContainerColumns(const wxDataViewItem&) const override { return true; }
    unsigned int GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const override;
    bool HasDefaultCompare() const override { return false; }

  private:
    [[nodiscard]] bool matches(std::size_t place) const;
    [[nodiscard]] wxString sign_of(const model::Code& code) const;
    [[nodiscard]] const wxBitmapBundle& swatch(const std::string& colour) const;

    const Context& context_;
    std::vector<std::string> folded_;  ///< names, parallel to the codebook's codes
    std::vector<std::string> wanted_;  ///< the filter's words, folded
    /// The tree as the control knows it: it may ask while a change is under way.
    std::unordered_map<model::CodeId, std::vector<model::CodeId>> children_;
    std::unordered_map<model::CodeId, model::CodeId> parents_;
    std::unordered_set<model::CodeId> visible_;
    model::CodeId first_match_;
    CodeCounts counts_;
    std::unordered_map<model::CodeId, int> numbers_;
    std::function<void(model::CodeId, const std::string&)> renamed_;
    mutable std::map<std::string, wxBitmapBundle> swatches_;
};

}  // namespace ui
