// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times what docs/performance.md states, each figure beside the bare work in the same run, and prints the
// table of that page. Machines differ and are noisy: read the ratios. `bench_matrix --quick` leaves the
// million codings out.
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>

#include "analysis/crosstab.h"
#include "bench/generated_study.h"
#include "exchange/in/importer.h"
#include "study/codings.h"
#include "study/edit.h"
#include "study/history.h"
#include "study/material.h"
#include "study/verbs/codebook.h"
#include "study/verbs/coding.h"
#include "study/verbs/import.h"
#include "support/temporary_folder.h"

extern char** environ;

namespace {

using Milliseconds = double;

/// Wall-clock time; with TRIALOGUE_BENCH=cpu the processor's, which other programs disturb less.
Milliseconds now() {
    static const bool by_cpu = std::getenv("TRIALOGUE_BENCH") != nullptr;
    if (by_cpu) return static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC;
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Milliseconds timed(const std::function<void()>& work) {
    const auto begin = now();
    work();
    return now() - begin;
}

/// The median of some runs.
Milliseconds median_of(int runs, const std::function<void()>& work) {
    std::vector<Milliseconds> times;
    for (int i = 0; i < runs; ++i) times.push_back(timed(work));
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[static_cast<std::size_t>(runs) / 2];
}

void row(const std::string& what, Milliseconds ours, Milliseconds bare, const std::string& bare_is,
         const std::string& goal) {
    const std::string ratio = bare > 0 ? fmt::format("{:.2f}", ours / bare) : "";
    const std::string beside = bare > 0 ? fmt::format("{:.1f} ({})", bare, bare_is) : bare_is;
    fmt::print("| {} | {:.1f} | {} | {} | {} |\n", what, ours, beside, ratio, goal);
    std::fflush(stdout);
}

/// Role × code with participants, codings, sources and characters: four tables.
std::int64_t four_tables(const model::Material& material) {
    std::int64_t sum = 0;
    for (const auto count : {analysis::Count::participants, analysis::Count::codings,
                             analysis::Count::sources, analysis::Count::characters}) {
        analysis::CrosstabSpec spec;
        spec.count = count;
        const auto table = analysis::crosstab(material, spec);
        for (const auto& cells : table.cells) {
            for (const auto& cell : cells) sum += cell.value;
        }
    }
    return sum;
}

/// The same figures but characters, as one statement gives them: what a program without a model would do.
std::int64_t one_statement(const std::filesystem::path& path) {
    const db::Database database(path, db::Access::read);
    auto statement = database.prepare(
        "SELECT coding.code, participant.role, count(DISTINCT participant.id), count(*), count(DISTINCT "
        "coding.source),"
        " sum(coding.past - coding.first) FROM coding JOIN source_participant ON source_participant.source ="
        " coding.source JOIN participant ON participant.id = source_participant.participant GROUP BY 1, 2");
    std::int64_t sum = 0;
    while (statement.step()) sum += statement.integer(2) + statement.integer(3) + statement.integer(4);
    return sum;
}

Milliseconds process(const std::filesystem::path& study) {
    return median_of(5, [&] {
        const std::string program = TRIALOGUE_PROGRAM;
        std::vector<std::string> words{program, "matrix", study.string(), "-o", study.string() + ".csv"};
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        pid_t child = 0;
        posix_spawn_file_actions_t quiet;
        ::posix_spawn_file_actions_init(&quiet);
        ::posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        const int failed = ::posix_spawn(&child, program.c_str(), &quiet, nullptr, arguments.data(), environ);
        ::posix_spawn_file_actions_destroy(&quiet);
        if (failed != 0) return;
        int status = 0;
        ::waitpid(child, &status, 0);
        if (status != 0) fmt::print(stderr, "trialogue matrix ended with {}\n", status);
    });
}

void one_more_coding(study::Study& study, const model::Material& material, int i) {
    study::Edit edit(study, "code");
    const auto& source = material.sources[static_cast<std::size_t>(i) % material.sources.size()];
    study::verbs::code(edit, source.id, text::Span{i * 7 + 1, i * 7 + 25}, material.codebook.codes()[3].id,
                       study::verbs::hand(edit, "Anna"));
    edit.commit();
}

void tables_of(const std::filesystem::path& path, const std::string& size, const std::string& first_goal,
               const std::string& next_goal) {
    const Milliseconds bare = median_of(5, [&] { one_statement(path); });
    const Milliseconds first = median_of(5, [&] {
        const auto study = study::Study::open(path, study::Access::read);
        four_tables(study::load_material(*study));
    });
    row("open, then role × code by participants, codings, sources, characters: " + size, first, bare,
        "one SQL statement, without characters' union", first_goal);

    const auto study = study::Study::open(path, study::Access::write);
    auto material = study::load_material(*study);
    study::Changes changes;
    const auto connection = study->on_changed([&](const study::Changes& told) { changes = told; });
    std::vector<Milliseconds> times, by_characters;
    analysis::Crosstab shown;
    for (int i = 0; i < 9; ++i) {
        one_more_coding(*study, material, i);
        times.push_back(timed([&] {
            study::refresh(material, *study, changes);
            shown = analysis::crosstab(material, {});
        }));
        by_characters.push_back(timed([&] {
            analysis::CrosstabSpec spec;
            spec.count = analysis::Count::characters;
            shown = analysis::crosstab(material, spec);
        }));
    }
    for (auto* list : {&times, &by_characters})
        std::nth_element(list->begin(), list->begin() + 4, list->end());
    row("the next table, by participants, after one edit: " + size, times[4], 0, "", next_goal);
    row("the same by characters: " + size, by_characters[4], 0, "", next_goal);
}

void durable_coding(const support::TemporaryFolder& folder, const std::filesystem::path& path) {
    const auto bare_path = folder / "bare.db";
    const db::Database bare(bare_path, db::Access::create);
    bare.set_journal(db::Journal::wal);
    bare.execute(
        "CREATE TABLE coding (id INTEGER PRIMARY KEY, guid BLOB UNIQUE, source, code, first, past, coder, "
        "layer, text,"
        " created); CREATE INDEX c ON coding (source, code, first, past, coder, layer); CREATE INDEX d ON "
        "coding (code)");
    int n = 0;
    const Milliseconds insert = median_of(201, [&] {
        ++n;
        const auto guid = base::Guid::random();
        bare.execute("BEGIN IMMEDIATE");
        bare.prepare("INSERT INTO coding VALUES (?1, ?2, 1, 2, ?3, ?4, 5, 1, 6, 7)")
            .run(n, guid.bytes, n * 7, n * 7 + 20);
        bare.execute("COMMIT");
    });
    const auto study = study::Study::open(path, study::Access::write);
    const auto material = study::load_material(*study);
    int i = 1000;
    const Milliseconds ours = median_of(201, [&] { one_more_coding(*study, material, ++i); });
    row("one durable coding", ours, insert, "INSERT in a transaction of its own, same pragmas", "≤ 3 ×");
}

void undo_of_many(const std::filesystem::path& path) {
    const auto study = study::Study::open(path, study::Access::write);
    study::History history(*study);
    while (history.undoable() && history.undoable()->verb == "code") history.undo();
    row("undo of an import of 52,000 codings", timed([&] { history.undo(); }), 0, "", "≤ 1000 for 50,000");
    row("redo of it", timed([&] { history.redo(); }), 0, "", "");
}

void text_import(const support::TemporaryFolder& folder) {
    std::mt19937 random(3);
    std::vector<std::filesystem::path> files;
    std::size_t bytes = 0;
    while (bytes < 100'000'000) {
        const auto content = bench::transcript(random, 500'000, 3000);
        bytes += content.size();
        files.push_back(folder.file(fmt::format("text{}.txt", files.size()), content));
    }
    const Milliseconds bare = timed([&] {
        const db::Database database(folder / "bare-text.db", db::Access::create);
        database.set_journal(db::Journal::wal);
        database.execute("CREATE TABLE text (id INTEGER PRIMARY KEY, content TEXT); BEGIN");
        auto insert = database.prepare("INSERT INTO text (content) VALUES (?1)");
        for (const auto& file : files) insert.run(support::content_of(file));
        database.execute("COMMIT");
    });
    const Milliseconds ours = timed([&] {
        const auto study = study::Study::create(folder / "texts.trialogue", "Texts", "nl");
        study::Edit edit(*study, "import");
        for (const auto& file : files) {
            study::verbs::SourceDraft draft;
            draft.name = file.stem().string();
            draft.origin = file.filename().string();
            draft.content = exchange::import_file(file);
            study::verbs::import_source(edit, draft, false);
        }
        edit.commit();
    });
    row("import of 100 MB of plain text", ours, bare, "reading the files and inserting the rows",
        fmt::format("≤ bare + 3300: {:.0f} more", ours - bare));
}

double peak_megabytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// The peak memory of opening and counting alone, in a process of its own.
void peak_memory(const std::filesystem::path& path) {
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        const std::string word = path.string();
        ::execl("/proc/self/exe", "bench_matrix", "--peak", word.c_str(), nullptr);
        ::_exit(1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::strcmp(argv[1], "--peak") == 0) {
        const auto study = study::Study::open(argv[2], study::Access::read);
        four_tables(study::load_material(*study));
        fmt::print("| peak memory of open and four tables: 1,000,000 codings | {:.0f} MB | | | ≤ 600 MB |\n",
                   peak_megabytes());
        return 0;
    }
    const bool quick = argc == 2 && std::strcmp(argv[1], "--quick") == 0;
    const support::TemporaryFolder folder(TRIALOGUE_BINARY_DIR);
    fmt::print("| what | ms | bare work in the same run, ms | ratio | goal |\n|---|---|---|---|---|\n");

    const auto small = folder / "small.trialogue";
    bench::make_study(small, {}, 1);
    tables_of(small, "52,000 codings", "≤ 60", "≤ 5");
    row("the whole process `trialogue matrix -o FILE.csv`: 52,000 codings", process(small), 0, "", "≤ 150");
    durable_coding(folder, small);
    undo_of_many(small);
    text_import(folder);

    if (!quick) {
        const auto large = folder / "large.trialogue";
        const bench::Size million{10'000, 9'000, 60, 60, 1'000'000};
        const Milliseconds making = timed([&] { bench::make_study(large, million, 2); });
        tables_of(large, "1,000,000 codings in 10,000 sources", "≤ 2500", "≤ 150");
        peak_memory(large);
        fmt::print("\nThe large study was made in {:.0f} s.\n", making / 1000);
    }
    return 0;
}
