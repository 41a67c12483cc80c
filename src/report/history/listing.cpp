// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/history/listing.h"

#include <limits>

#include "base/strings.h"
#include "base/translate.h"
#include "report/history/sentence.h"

namespace report {

using base::tr;

std::vector<study::Revision> visible_history(study::Study& study, const Sight& sight, std::int64_t limit) {
    const study::History history(study);
    if (sight.sees_all()) return history.newest(limit);
    std::vector<study::Revision> visible;
    for (auto& revision : history.newest(std::numeric_limits<std::int64_t>::max())) {
        if (static_cast<std::int64_t>(visible.size()) == limit) break;
        if (!sight.sees(revision)) continue;
        if (!sight.is_own(revision) && revision.args.is_object()) revision.args.erase("codings");
        visible.push_back(std::move(revision));
    }
    return visible;
}

Listing history_listing(study::Study& study, const Sight& sight, std::int64_t limit) {
    Listing listing;
    listing.title = tr("History");
    listing.columns = {{"number", tr("No."), true}, {"time", tr("Time")}, {"coder", tr("Coder")},
                       {"what", tr("What")},        {"kind", tr("Kind")}, {"verb", tr("Verb")}};
    const HistorySentences sentences(study);
    for (const auto& revision : visible_history(study, sight, limit)) {
        listing.rows.push_back({std::to_string(revision.n), base::iso_time(revision.at),
                                sentences.coder(revision), sentences.sentence(revision), revision.kind,
                                revision.verb});
    }
    return listing;
}

}  // namespace report
