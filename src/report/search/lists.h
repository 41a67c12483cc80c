// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analysis/axis.h"
#include "model/material.h"
#include "model/table.h"
#include "report/listing.h"
#include "search/grouping.h"
#include "search/search.h"

/// What a search found, as lists and tables that are printed, exported and shown.
namespace report {

/// The word of a kind of text: transcript, memo, definition, attribute.
[[nodiscard]] std::string_view to_word(search::Where where);

/// The names of participants, of their roles and of their triads, each once, in the study's order.
struct WhoSaid {
    std::string participants, roles, triads;  ///< several joined with "; "
};
[[nodiscard]] WhoSaid who_said(const search::Contents& contents,
                               const std::vector<model::ParticipantId>& ids);

/// "12 hits, 9 turns, 4 sources, 4 participants, 3 triads".
[[nodiscard]] std::string totals_text(const search::Totals& totals);

/// That so many sources are not in the index yet, and were read instead.
[[nodiscard]] std::string scanned_text(std::int64_t sources);

/// A concordance: columns where, source, begin, end, turn, speaker, participant, role, triad, left, match,
/// right. The title holds the query.
[[nodiscard]] Listing hits_listing(const search::Prepared& query, const search::Contents& contents,
                                   const std::vector<search::Line>& lines);

/// Columns name, hits, turns, participants, sources.
[[nodiscard]] Listing groups_listing(const search::Prepared& query, const std::string& heading,
                                     const std::vector<search::Group>& groups);

/// The query in the title. Columns triad, finding, hits of both, who says it and who does not.
[[nodiscard]] Listing contrast_listing(const search::Prepared& query, const search::Contents& contents,
                                       const search::Contrast& contrast);

/// How often each query occurs in each item of an axis: a row for each query, with the participants who say
/// it, and below it its hits. A participant counts once a cell; a hit of two participants counts for each.
/// Axes by coder are refused with Error(usage).
[[nodiscard]] model::Table search_table(search::Search& search, const std::vector<search::Prepared>& queries,
                                        const analysis::Axis& axis, const model::Material& material);

}  // namespace report
