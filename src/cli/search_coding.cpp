// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/search_coding.h"

#include <charconv>
#include <limits>

#include "base/error.h"
#include "base/translate.h"
#include "cli/studies.h"
#include "report/listing.h"
#include "study/codes.h"
#include "study/saved_searches.h"
#include "study/sources.h"
#include "study/verbs/coding.h"

namespace cli {

namespace {

using base::say;
using base::tr;

std::vector<study::verbs::SourcePassage> passages_of(const study::Study& study,
                                                     const std::vector<search::Hit>& hits,
                                                     const search::Expansion& expansion) {
    std::vector<study::verbs::SourcePassage> passages;
    model::Source source;
    text::Text text;
    for (const auto& hit : hits) {
        if (hit.where != search::Where::source) continue;
        if (source.id != hit.source) {
            source = study::sources::get(study, hit.source);
            text = study::sources::text(study, source.text);
        }
        passages.push_back({hit.source, search::expanded(text, source, hit.span, expansion)});
    }
    return passages;
}

}  // namespace

search::Expansion expansion_of(const std::string& expand) {
    using To = search::Expansion::To;
    if (expand == "hit") return {To::hit, 0};
    if (expand == "word") return {To::word, 0};
    if (expand == "sentence") return {To::sentence, 0};
    if (expand == "turn") return {To::turn, 0};
    int words = 0;
    const auto [end, error] = std::from_chars(expand.data(), expand.data() + expand.size(), words);
    if (error == std::errc{} && end == expand.data() + expand.size() && words > 0 && words <= 1000)
        return {To::words, words};
    throw base::Error(base::ErrorKind::usage, say("--expand {}: this is no passage around a hit.", expand),
                      tr("Say hit, word, sentence, turn, or a number of words."));
}

void code_hits(study::Study& study, search::Search& search, const search::Prepared& query,
               const HitCoding& how, bool json) {
    const auto code = study::codes::codebook(study).resolve(how.code);
    const auto hits = search.hits(query, 0, std::numeric_limits<std::size_t>::max());
    const auto passages = passages_of(study, hits, expansion_of(how.expand));
    std::size_t fresh = 0;
    if (!passages.empty()) {
        study::Edit edit(study, "code_found", nlohmann::json::object(), made_by(study, how.coder));
        const auto hand = study::verbs::hand(edit, how.coder);
        fresh = study::verbs::code_found(edit, passages, code.id, hand, query.printed).size();
        edit.commit();
    }
    if (json) {
        print_json({{"query", query.printed}, {"hits", passages.size()}, {"codings", fresh}});
        return;
    }
    print_line(base::say_n("{} hit, coded as {}.", "{} hits, coded as {}.", passages.size(),
                           study::codes::codebook(study).path(code.id)));
    if (fresh < passages.size())
        print_line(
            say("{} of them are new codings; the others were there already, or lie in one passage.", fresh));
}

void print_saved(const study::Study& study, bool json) {
    report::Listing listing;
    listing.title = tr("Saved searches");
    listing.columns = {{"name", tr("Name")}, {"query", tr("Query")}};
    for (const auto& one : study::saved_searches(study)) listing.rows.push_back({one.name, one.query});
    if (json) return print_json(report::listing_json(listing, "searches"));
    if (listing.rows.empty()) return print_line(tr("This study keeps no searches."));
    print_listing(listing);
}

}  // namespace cli
