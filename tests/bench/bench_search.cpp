// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times what docs/performance.md states of search, each figure beside the bare Xapian loop over the same
// terms in the same run. `bench_search --quick` takes a study of 10 MB instead of 100 MB.
#include <fmt/format.h>
#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <functional>

#include "bench/generated_study.h"
#include "search/search.h"
#include "study/edit.h"
#include "study/sources.h"
#include "study/verbs/replace_text.h"
#include "support/temporary_folder.h"

namespace {

using Milliseconds = double;

Milliseconds now() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Milliseconds timed(const std::function<void()>& work) {
    const auto begin = now();
    work();
    return now() - begin;
}

Milliseconds median_of(int runs, const std::function<void()>& work) {
    std::vector<Milliseconds> times;
    for (int i = 0; i < runs; ++i) times.push_back(timed(work));
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[static_cast<std::size_t>(runs) / 2];
}

void row(const std::string& what, double ours, double bare, const std::string& goal) {
    fmt::print("| {} | {:.1f} | {} | {} | {} |\n", what, ours, bare > 0 ? fmt::format("{:.1f}", bare) : "",
               bare > 0 ? fmt::format("{:.2f}", ours / bare) : "", goal);
    std::fflush(stdout);
}

double megabytes(const std::filesystem::path& folder) {
    double size = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        size += static_cast<double>(entry.file_size());
    return size / 1e6;
}

/// The same documents with the same terms and positions, and nothing else. Only Xapian's work is timed.
Milliseconds bare_index(const study::Study& study, const std::filesystem::path& folder) {
    constexpr text::Position kDocument = 8'000, kCommit = 16'000'000;
    Milliseconds spent = 0;
    text::Position written = 0;
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    for (const auto& source : study::sources::all(study)) {
        const auto text = study::sources::text(study, source.text);
        const auto units = search::units_of(text, source.turns);
        for (std::size_t unit = 0; unit < units.size();) {
            std::vector<std::string> terms;
            text::Position characters = 0;
            const std::size_t first = unit;
            for (; unit < units.size() &&
                   (unit == first || characters + units[unit].body.length() <= kDocument);
                 ++unit) {
                characters += units[unit].body.length();
                search::each_word(text, units[unit].body, [&](const text::Span&, std::string_view word) {
                    terms.push_back(search::term_of(word));
                });
            }
            spent += timed([&] {
                Xapian::Document document;
                Xapian::termpos position = 0;
                for (const auto& term : terms) document.add_posting(term, ++position);
                database.add_document(document);
            });
        }
        if ((written += text.size()) < kCommit) continue;
        spent += timed([&] { database.commit(); });
        written = 0;
    }
    return spent + timed([&] { database.commit(); });
}

/// Goes through postings and positions of words, as exact counting has to.
std::int64_t bare_words(const Xapian::Database& database, const std::vector<std::string>& forms) {
    std::int64_t count = 0;
    for (const auto& form : forms) {
        for (auto posting = database.postlist_begin(form); posting != database.postlist_end(form);
             ++posting) {
            for (auto at = posting.positionlist_begin(); at != posting.positionlist_end(); ++at) ++count;
        }
    }
    return count;
}

std::int64_t bare_group(const Xapian::Database& database, Xapian::Query::op op,
                        const std::vector<std::string>& words, unsigned window) {
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(op, words.begin(), words.end(), window));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, database.get_doccount()).size();
}

void one_more_word(study::Study& study, const model::Source& source) {
    const auto text = study::sources::text(study, source.text);
    study::verbs::SourceDraft draft;
    draft.name = source.name;
    draft.origin = source.origin;
    std::string changed = text.utf8();
    changed.insert(text.byte_of(source.turns[source.turns.size() / 2].body), "school ");
    draft.content.text = text::Text(changed);
    draft.content.turns = text::detect_turns(draft.content.text);
    study::Edit edit(study, "import");
    auto updated = study::sources::get(study, source.id);
    study::verbs::replace_text(edit, updated, draft);
    edit.commit();
}

void queries(search::Search& search, const Xapian::Database& bare) {
    struct Asked {
        const char* query;
        std::function<std::int64_t()> bare;
        const char* goal;
    };
    const auto forms = [&](const char* query) { return search.forms(search.prepare(query)).front(); };
    const auto word = forms("school"), prefix = forms("verlo*"), suffix = forms("*moeder"),
               glob = forms("w?rkdag");
    const std::vector<Asked> all{
        {"school", [&] { return bare_words(bare, word); }, "≤ 20; ≤ 2 ×"},
        {"\"school moeder\"",
         [&] {
             return bare_group(bare, Xapian::Query::OP_PHRASE, {"school", "moeder"}, 2);
         },
         "≤ 20; ≤ 2 ×"},
        {"=school NEAR/5 =huis",
         [&] {
             return bare_group(bare, Xapian::Query::OP_NEAR, {"school", "huis"}, 6);
         },
         "≤ 20; ≤ 2 ×"},
        {"verlo*", [&] { return bare_words(bare, prefix); }, "≤ 20; ≤ 2 ×"},
        {"role:ouder school", [&] { return bare_words(bare, word); }, "≤ 20; ≤ 2 ×"},
        {"*moeder", [&] { return bare_words(bare, suffix); }, "≤ 150"},
        {"w?rkdag", [&] { return bare_words(bare, glob); }, "≤ 150"},
    };
    for (const auto& asked : all) {
        const auto query = search.prepare(asked.query);
        const auto first =
            median_of(7, [&] { static_cast<void>(search.lines(query, search::Order::place, 0, 50)); });
        search::Totals totals;
        const auto every = median_of(3, [&] { totals = search.totals(query); });
        const auto beside = median_of(3, [&] { static_cast<void>(asked.bare()); });
        row(fmt::format("`{}`: first 50 hits with context", asked.query), first, 0, asked.goal);
        row(fmt::format("`{}`: exact totals ({} hits, {} turns)", asked.query, totals.hits, totals.turns),
            every, beside, asked.goal);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const support::TemporaryFolder folder;
    bench::Size size;
    size.sources = quick ? 200 : 2000;
    size.characters = 50'000;
    size.turns = 250;
    size.codings = 2000;
    auto study = bench::make_study(folder / "bench.trialogue", size, 1);
    fmt::print("| what ({} MB, {} turns) | ours | bare Xapian | ratio | goal |\n|---|---|---|---|---|\n",
               size.sources / 20, size.sources * size.turns);
    const auto bare_folder = folder / "bare";
    const auto bare_time = bare_index(*study, bare_folder);
    auto search = std::make_unique<search::Search>(*study, search::KeepIndex::on_disk, folder / "cache");
    const auto ours = timed([&] { search->update_index(); });
    row("indexing, ms", ours, bare_time, "≤ 1.43 ×");
    const auto our_folder = folder / "cache" / study->guid().to_string();
    Xapian::Database(our_folder.string()).compact((folder / "compact").string());
    Xapian::Database bare(bare_folder.string());
    bare.compact((folder / "bare-compact").string());
    row("index, MB", megabytes(our_folder), megabytes(bare_folder), "");
    row("index, compacted, MB", megabytes(folder / "compact"), megabytes(folder / "bare-compact"), "≤ 1.1 ×");
    queries(*search, bare);
    std::vector<Milliseconds> edits;
    for (int i = 0; i < 5; ++i) {
        one_more_word(*study, search->contents().sources[static_cast<std::size_t>(i) * 7]);
        edits.push_back(timed([&] { search->update_index(); }));
    }
    std::sort(edits.begin(), edits.end());
    row("the index after one edit of a text, ms", edits[2], 0, "≤ 50");
    const auto scan_begin = now();
    search::Search scan(*study, search::KeepIndex::in_memory);
    const auto totals = scan.totals(scan.prepare("school"));
    row(fmt::format("without index, first query: `school` ({} hits)", totals.hits), now() - scan_begin, 0,
        "");
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    fmt::print("| peak memory of all of it | {} MB | | | |\n", usage.ru_maxrss / 1024);
}
