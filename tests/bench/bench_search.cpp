// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times what docs/performance.md states of search, each figure beside the bare Xapian loop over the same
// terms, SQLite's FTS5 and a scan of the texts in the same run. `bench_search --quick` takes a study of 10 MB
// instead of 100 MB.
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>

#include "bench/beside_search.h"
#include "bench/generated_study.h"
#include "search/gathering.h"
#include "search/search.h"
#include "study/edit.h"
#include "study/sources.h"
#include "study/verbs/replace_text.h"
#include "support/temporary_folder.h"

namespace {

using Work = std::function<void()>;

/// The processor's time, user and system: others may use the machine meanwhile.
double timed(const Work& work) {
    const double begin = bench::processor_time();
    work();
    return bench::processor_time() - begin;
}

double median_of(int runs, const Work& work) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) times.push_back(timed(work));
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[static_cast<std::size_t>(runs) / 2];
}

/// Figures beside ours; 0: none was taken.
struct Beside {
    double bare = 0, full_text = 0, scan = 0;
};

void row(const std::string& what, double ours, const Beside& beside, const std::string& goal) {
    const auto shown = [](double figure) { return figure > 0 ? fmt::format("{:.1f}", figure) : ""; };
    fmt::print("| {} | {:.1f} | {} | {} | {} | {} | {} |\n", what, ours, shown(beside.bare),
               beside.bare > 0 ? fmt::format("{:.2f}", ours / beside.bare) : "", shown(beside.full_text),
               shown(beside.scan), goal);
    std::fflush(stdout);
}

double megabytes(const std::filesystem::path& path) {
    if (std::filesystem::is_regular_file(path))
        return static_cast<double>(std::filesystem::file_size(path)) / 1e6;
    double size = 0;
    for (const auto& entry : std::filesystem::directory_iterator(path))
        size += static_cast<double>(entry.file_size());
    return size / 1e6;
}

/// The largest memory since the last call, in megabytes. What was freed before, making the study, is given
/// back.
double peak_memory() {
    ::malloc_trim(0);
    double peak = 0;
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) peak = std::stod(line.substr(6)) / 1024;
    }
    std::ofstream("/proc/self/clear_refs") << "5";
    return peak;
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

/// One query, and how the others are asked for it; empty where they cannot be.
struct Asked {
    const char* query;
    std::function<std::int64_t()> bare;
    std::string full_text, role, expression;
    bool is_glob = false;
};

std::vector<Asked> all_asked(search::Search& search, const Xapian::Database& bare) {
    const auto words = [&search, &bare](const char* query) {
        const auto forms = search.forms(search.prepare(query)).front();
        return [&bare, forms] { return bench::bare_words(bare, forms); };
    };
    const auto pairs = [&search, &bare](const char* first, const char* second, int distance) {
        const auto a = search.forms(search.prepare(first)).front();
        const auto b = search.forms(search.prepare(second)).front();
        return [&bare, a, b, distance] { return bench::bare_pairs(bare, a, b, distance); };
    };
    const auto near = [](const std::string& a, const std::string& b) {
        const std::string between = "\\W+(?:\\w+\\W+){0,4}";
        return "\\b" + a + between + b + "\\b|\\b" + b + between + a + "\\b";
    };
    return {
        {"school", words("school"), "school OR scholen", "", "\\b(school|scholen)\\b"},
        {"=ik", words("=ik"), "ik", "", "\\bik\\b"},
        {"\"mijn moeder\"", pairs("=mijn", "=moeder", 0), "\"mijn moeder\"", "", "\\bmijn\\W+moeder\\b"},
        {"\"ik heb\"", pairs("=ik", "=heb", 0), "\"ik heb\"", "", "\\bik\\W+heb\\b"},
        {"=school NEAR/5 =huis", pairs("=school", "=huis", 5), "NEAR(school huis, 4)", "",
         near("school", "huis")},
        {"vertrouwen NEAR/5 school", pairs("vertrouwen", "school", 5), "", "", ""},
        {"=ik NEAR/5 =school", pairs("=ik", "=school", 5), "NEAR(ik school, 4)", "", ""},
        {"verlo*", words("verlo*"), "verlo*", "", "\\bverlo\\w*"},
        {"role:ouder school", words("school"), "school OR scholen", "ouder", ""},
        {"*moeder", words("*moeder"), "", "", "\\b\\w*moeder\\b", true},
        {"w?rkdag", words("w?rkdag"), "", "", "\\bw\\wrkdag\\b", true},
    };
}

void queries(const study::Study& study, search::Search& search, const Xapian::Database& bare,
             bench::FullText& full_text) {
    constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();
    for (const auto& asked : all_asked(search, bare)) {
        const auto query = search.prepare(asked.query);
        Beside first, every;
        const auto ours_first =
            median_of(9, [&] { static_cast<void>(search.lines(query, search::Order::place, 0, 50)); });
        search::Totals totals;
        const auto ours_every = median_of(5, [&] { totals = search.totals(query); });
        every.bare = median_of(5, [&] { static_cast<void>(asked.bare()); });
        if (!asked.full_text.empty()) {
            first.full_text = median_of(5, [&] { full_text.first(asked.full_text, asked.role); });
            every.full_text = median_of(5, [&] { full_text.count(asked.full_text, asked.role); });
        }
        if (!asked.expression.empty()) {
            first.scan = timed([&] { static_cast<void>(bench::scan(study, asked.expression, 50)); });
            every.scan = timed([&] { static_cast<void>(bench::scan(study, asked.expression, kAll)); });
        }
        row(fmt::format("`{}`: first 50 hits with context", asked.query), ours_first, first,
            asked.is_glob ? "≤ 150" : "≤ 20");
        row(fmt::format("`{}`: exact totals ({} hits, {} turns)", asked.query, totals.hits, totals.turns),
            ours_every, every, asked.is_glob ? "≤ 150" : "≤ 2 ×");
    }
}

/// What an edit costs beyond the edit itself, until a search finds the new words.
void edits(study::Study& study, const std::filesystem::path& cache) {
    constexpr int kEdits = 7;
    std::vector<double> alone, with;
    const auto sources = study::sources::all(study);
    for (std::size_t i = 0; i < kEdits; ++i)
        alone.push_back(timed([&] { one_more_word(study, sources[i * 7]); }));
    search::Search search(study, search::KeepIndex::on_disk, cache);
    search.update_index();
    for (std::size_t i = 0; i < kEdits; ++i) {
        with.push_back(timed([&] {
            one_more_word(study, sources[i * 7 + 3]);
            search.update_index();
        }));
    }
    std::sort(alone.begin(), alone.end());
    std::sort(with.begin(), with.end());
    row("the index after one edit of a text", with[kEdits / 2] - alone[kEdits / 2], {}, "≤ 50");
}

void without_index(study::Study& study) {
    search::Search scan(study, search::KeepIndex::in_memory);
    const auto query = scan.prepare("school");
    row("nothing indexed yet: first 50 hits of `school`",
        timed([&] { static_cast<void>(scan.hits(query, 0, 50)); }), {}, "");
    search::Totals totals;
    const auto all = timed([&] { totals = scan.totals(query); });
    row(fmt::format("nothing indexed yet: exact totals of `school` ({} hits)", totals.hits), all, {}, "");
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const support::TemporaryFolder folder;
    bench::Size size;
    size.sources = quick ? 200 : 2000;
    size.characters = 50'000;
    size.turns = 250;
    size.codings = size.sources * 20;
    size.vocabulary = 150'000;
    auto study = bench::make_study(folder / "bench.trialogue", size, 1);
    fmt::print(
        "| {} MB, {} turns: ms | ours | bare Xapian | ratio | FTS5 | scan | goal |\n"
        "|---|---|---|---|---|---|---|\n",
        size.sources / 20, size.sources * size.turns);
    const auto bare_folder = folder / "bare";
    const auto bare_time = bench::bare_index(*study, bare_folder);
    peak_memory();
    auto search = std::make_unique<search::Search>(*study, search::KeepIndex::on_disk, folder / "cache");
    const auto ours = timed([&] { search->update_index(); });
    const double indexing = peak_memory();
    std::unique_ptr<bench::FullText> full_text;
    const auto beside =
        timed([&] { full_text = std::make_unique<bench::FullText>(*study, folder / "fts.db"); });
    row("indexing", ours, {bare_time, beside, 0}, "≤ 1.43 ×");
    const auto our_folder = folder / "cache" / study->guid().to_string();
    Xapian::Database(our_folder.string()).compact((folder / "compact").string());
    Xapian::Database bare(bare_folder.string());
    bare.compact((folder / "bare-compact").string());
    const double fts_size = megabytes(folder / "fts.db");
    row("the index, MB", megabytes(our_folder), {megabytes(bare_folder), fts_size, 0}, "");
    row("the index, compacted, MB", megabytes(folder / "compact"), {megabytes(folder / "bare-compact"), 0, 0},
        "≤ 1.1 ×");
    peak_memory();
    row("opening it", timed([&] {
            search.reset();
            search = std::make_unique<search::Search>(*study, search::KeepIndex::on_disk, folder / "cache");
        }),
        {}, "");
    queries(*study, *search, bare, *full_text);
    const double searching = peak_memory();
    search.reset();
    edits(*study, folder / "cache");
    without_index(*study);
    row("peak memory of indexing, MB", indexing, {}, "≤ 300");
    row("peak memory of searching, MB", searching, {}, "≤ 300");
}
