// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/colour.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "report/passages/passages.h"
#include "ui/context/context.h"

namespace ui {

/// Which of the listed passages are shown; what is not set leaves all.
struct PassageFilter {
    model::RoleId role;
    model::TriadId triad;
    std::optional<std::pair<model::AttributeId, std::string>> value;
    std::optional<model::CoderId> coder;  ///< nobody: the settled layer
    bool starred = false;
    std::string words;  ///< stand in the quotation, without regard to case and accents

    bool operator==(const PassageFilter&) const = default;
};

/// A code that stands on some of the same words.
struct Overlap {
    std::string name, colour;
};

/// One passage as it is shown.
struct PassageEntry {
    report::Passage passage;
    std::string before, after;  ///< the words around it, a line at most
    wxColour role_colour;       ///< none where nobody says it
    std::vector<Overlap> overlaps;
};

/// The passages that the pane lists: of a code and of what stands below it, or of a list that was brought.
/// Knows at once how many there are; words are read when a passage is looked at.
class PassageList {
  public:
    explicit PassageList(Context& context);

    void list_code(model::CodeId code);
    void list(std::vector<model::CodingId> codings);
    void set_filter(const PassageFilter& filter);
    /// Takes everything anew from the material, after a change.
    void refresh();

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] std::size_t participants() const { return participants_; }
    [[nodiscard]] model::CodingId coding(std::size_t row) const { return rows_[row].id; }
    /// The place to which a row leads.
    [[nodiscard]] Place place(std::size_t row) const;
    /// Empty while a change is under way of which refresh() has not been told.
    [[nodiscard]] const PassageEntry& entry(std::size_t row);
    [[nodiscard]] bool starred(std::size_t row) const { return rows_[row].starred; }
    /// “…” (mother, 45): each row's on a line of its own.
    [[nodiscard]] std::string quotations(const std::vector<std::size_t>& rows);

  private:
    struct Row {
        model::CodingId id;
        model::SourceId source;
        text::Span span;  ///< begin -1: the source as a whole
        bool starred = false;
        std::vector<model::ParticipantId> owners;
    };

    [[nodiscard]] std::vector<Row> listed() const;
    [[nodiscard]] bool passes(const model::CountedCoding& coding) const;
    [[nodiscard]] bool passes(const Row& row);
    [[nodiscard]] bool has_words(const Row& row);
    [[nodiscard]] PassageEntry made(const Row& row);
    void add_context(PassageEntry& entry, const Row& row);
    void add_overlaps(PassageEntry& entry, const Row& row);
    report::Passages& passages();
    /// Read once for all its passages.
    const std::optional<model::Source>& source(model::SourceId id);

    Context& context_;
    model::CodeId code_;
    std::optional<std::vector<model::CodingId>> brought_;
    PassageFilter filter_;
    std::vector<Row> rows_;
    std::size_t participants_ = 0;
    std::uint64_t version_ = 0;  ///< of the material from which the rows are
    std::map<model::SourceId, std::optional<model::Source>> sources_;
    std::optional<report::Passages> passages_;
    std::unordered_map<model::CodingId, PassageEntry> entries_;
};

}  // namespace ui
