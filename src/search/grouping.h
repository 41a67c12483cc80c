// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <unordered_map>
#include <vector>

#include "search/search.h"

namespace search {

/// Counts hits by headings.
class Grouping {
  public:
    Grouping(const Contents& contents, const study::Study& study, GroupBy by);

    /// Adds a hit in a unit of a source; hits come in the order of the text.
    void add(const model::Source& source, std::size_t unit, const std::vector<model::ParticipantId>& voices,
             const std::function<text::Span()>& span);
    /// The headings in the study's order; the one for what has none comes last, and only with hits.
    [[nodiscard]] std::vector<Group> take(bool empty_too);

  private:
    [[nodiscard]] std::vector<std::int64_t> keys_of(const model::Source& source,
                                                    const std::vector<model::ParticipantId>& voices,
                                                    const std::function<text::Span()>& span) const;
    [[nodiscard]] std::int64_t key_of(model::ParticipantId voice) const;

    const Contents& contents_;
    const study::Study& study_;
    GroupBy by_;
    std::vector<Group> groups_;
    std::unordered_map<std::int64_t, std::size_t> places_;
    /// For each group the last unit with a hit in it, so that a turn counts once.
    std::vector<std::pair<model::SourceId, std::size_t>> last_;
};

/// Participants or triads in which one role says something and another does not.
struct Contrast {
    enum class Finding : std::uint8_t {
        first_only,  ///< the first says it, the second was interviewed and does not
        second_only,
        both,
        neither,
        incomplete,  ///< one of the two was not interviewed
    };
    struct Row {
        model::TriadId triad;
        std::string name;
        Finding finding = Finding::neither;
        std::int64_t first_hits = 0, second_hits = 0;
        std::vector<model::ParticipantId> first, second;          ///< who says it
        std::vector<model::ParticipantId> first_not, second_not;  ///< who was interviewed and does not
    };
    model::RoleId first, second;
    std::vector<Row> rows;  ///< every triad, by name

    [[nodiscard]] std::int64_t count(Finding finding) const;
};

/// Compares two roles triad by triad. A participant was interviewed where a turn or a source is theirs.
[[nodiscard]] Contrast contrast(Search& search, const Prepared& query, model::RoleId first,
                                model::RoleId second);

/// The role of that name. Throws Error(not_found) that lists the roles.
[[nodiscard]] model::RoleId role_named(const Contents& contents, std::string_view name);

}  // namespace search
