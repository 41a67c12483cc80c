// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/dataview.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/material.h"

namespace ui {

/// What the sources pane shows: triads, their participants and whose interviews they gave; or a list of all
/// sources. Rows are made anew when people or sources change; a new coding changes only its row's number.
class SourceTree : public wxDataViewModel {
  public:
    enum Column : unsigned { kName, kWords, kCodings, kMark };

    enum class Kind { triad, participant, source, group };
    /// What a row stands for, the same after rows were made anew: a source may stand under two people.
    struct Key {
        Kind kind = Kind::group;
        std::int64_t id = 0;
        std::int64_t within = 0;  ///< of a source: its participant; of a group: which

        auto operator<=>(const Key&) const = default;
    };

    /// Makes the rows that hold every word of `filter`. `coder` is whose codings and marks are counted.
    void show(const model::Material& material, model::CoderId coder, const std::string& filter, bool flat);
    /// Brings the numbers up to now, in one pass over the codings; tells only of rows that differ.
    void count(const model::Material& material, model::CoderId coder);

    [[nodiscard]] Key key(const wxDataViewItem& item) const;
    /// The row of a key, or none.
    [[nodiscard]] wxDataViewItem item(const Key& key) const;
    /// The first row of a source, or none.
    [[nodiscard]] wxDataViewItem item_of(model::SourceId source) const;
    /// The source of a row, or those of all rows below it, each once.
    [[nodiscard]] std::vector<model::SourceId> sources(const wxDataViewItem& item) const;
    /// The participant of a row, or of the row above it; nobody for others.
    [[nodiscard]] model::ParticipantId participant(const wxDataViewItem& item) const;
    /// What a tooltip says of a row.
    [[nodiscard]] std::string hint(const wxDataViewItem& item) const;
    /// How many rows are sources.
    [[nodiscard]] std::size_t source_rows() const;
    /// A text of a row as it is shown.
    [[nodiscard]] std::string text(const wxDataViewItem& item, Column column) const;
    [[nodiscard]] bool IsContainer(const wxDataViewItem& item) const override;
    [[nodiscard]] bool HasContainerColumns(const wxDataViewItem& item) const override;
    [[nodiscard]] wxDataViewItem GetParent(const wxDataViewItem& item) const override;
    [[nodiscard]] unsigned GetChildren(const wxDataViewItem& item,
                                       wxDataViewItemArray& children) const override;
    [[nodiscard]] unsigned GetColumnCount() const override { return 4; }
    [[nodiscard]] wxString GetColumnType(unsigned column) const override;
    void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const override;
    bool SetValue(const wxVariant& value, const wxDataViewItem& item, unsigned column) override;
    bool GetAttr(const wxDataViewItem& item, unsigned column, wxDataViewItemAttr& attr) const override;
    int Compare(const wxDataViewItem& a, const wxDataViewItem& b, unsigned column,
                bool ascending) const override;

  private:
    struct Node {
        Key key;
        Node* parent = nullptr;
        std::vector<Node*> children;
        bool dot = false;  ///< before its name, in the role's colour
        std::string name;
        std::string role;  ///< of a participant; of a source in the list: whose
        wxColour colour;   ///< of the role
        std::int64_t words = 0;
        std::int64_t codings = 0;
        model::Mark mark = model::Mark::to_do;
    };
    class Builder;

    [[nodiscard]] static Node* node(const wxDataViewItem& item) { return static_cast<Node*>(item.GetID()); }

    std::vector<std::unique_ptr<Node>> nodes_;
    std::vector<Node*> tops_;
};

}  // namespace ui
