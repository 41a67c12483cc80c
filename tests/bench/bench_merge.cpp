// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times merging and packages as docs/performance.md states them.
#include <fmt/format.h>

#include <chrono>
#include <functional>

#include "bench/generated_study.h"
#include "study/copying.h"
#include "study/packages.h"
#include "study/sources.h"
#include "study/verbs/coding.h"
#include "study/verbs/import.h"
#include "study/verbs/merge.h"
#include "study/verbs/package.h"
#include "support/temporary_folder.h"

namespace {

double timed(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

std::vector<model::SourceId> all_sources(const study::Study& study) {
    std::vector<model::SourceId> ids;
    for (const auto& source : study::sources::all(study)) ids.push_back(source.id);
    return ids;
}

std::filesystem::path package(study::Study& study, const std::filesystem::path& path) {
    study::Edit edit(study, "package");
    const auto contents = study::verbs::assign(edit, "Carla", all_sources(study));
    edit.commit();
    study::packages::write(study, contents, path);
    return path;
}

/// Codes in the package as a second coder would.
void code(const std::filesystem::path& path, int codings) {
    const auto copy = study::Study::open(path, study::Access::write);
    model::CodingTable table;
    table.file = "codings.csv";
    const auto sources = study::sources::all(*copy);
    for (int i = 0; i < codings; ++i) {
        model::CodingRow row;
        row.source = sources[static_cast<std::size_t>(i) % sources.size()].name;
        row.begin = i / static_cast<int>(sources.size()) * 7;
        row.end = *row.begin + 40;
        row.code = fmt::format("Dimensie 1/Code {}", i % 12 + 1);
        row.coder = "Carla";
        table.rows.push_back(std::move(row));
    }
    study::Edit edit(*copy, "import");
    study::verbs::import_codings(edit, table, {}, true);
    edit.commit();
}

/// Takes off every second coding of hers.
void uncode(const std::filesystem::path& path) {
    const auto copy = study::Study::open(path, study::Access::write);
    std::vector<model::CodingId> hers;
    db::Statement row = copy->database().prepare("SELECT id FROM coding ORDER BY id");
    while (row.step()) hers.push_back({row.integer(0)});
    study::Edit edit(*copy, "uncode");
    for (std::size_t i = 0; i < hers.size(); i += 2) study::verbs::remove_coding(edit, hers[i]);
    edit.commit();
}

}  // namespace

int main() {
    const support::TemporaryFolder folder;
    bench::Size size;
    size.codings = 100'000;
    const auto study = bench::make_study(folder / "study.trialogue", size, 1);
    const auto copy = package(*study, folder / "carla.trialogue");
    code(copy, 50'000);
    study::merging::MergePlan plan;
    const double planned = timed([&] {
        const auto other = study::Study::open(copy, study::Access::snapshot);
        plan = study::merging::plan(*study, *other);
    });
    const double written = timed([&] {
        study::Edit edit(*study, "merge");
        study::verbs::merge(edit, plan);
        edit.commit();
    });
    const double again = timed([&] {
        const auto other = study::Study::open(copy, study::Access::snapshot);
        plan = study::merging::plan(*study, *other);
    });
    fmt::print(
        "| merging 50,000 codings into 100,000: comparing {:.0f} + writing {:.0f} | {:.0f} | ≤ 2000 |\n",
        planned, written, planned + written);
    fmt::print("| the same copy again: {} | {:.0f} | |\n", plan.empty() ? "nothing" : "SOMETHING", again);
    uncode(copy);
    const double removed = timed([&] {
        const auto other = study::Study::open(copy, study::Access::snapshot);
        study::Edit edit(*study, "merge");
        study::verbs::merge(edit, study::merging::plan(*study, *other));
        edit.commit();
    });
    fmt::print("| the same copy again, with every second coding removed: {} left | {:.0f} | |\n",
               study->database().number("SELECT count(*) FROM coding"), removed);
    bench::Size large;
    large.sources = 1'000;
    const auto many = bench::make_study(folder / "many.trialogue", large, 2);
    const double packed = timed([&] { package(*many, folder / "package.trialogue"); });
    fmt::print("| a package of 1,000 sources of 45,000 characters | {:.0f} | ≤ 5000 |\n", packed);
}
