// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/study_at_risk.h"

#include <cstdlib>
#include <ctime>

#include "base/error.h"
#include "base/strings.h"
#include "study/forgetting.h"
#include "study/history.h"
#include "study/random_edits.h"
#include "study/temporary_study.h"

namespace faults {

namespace {

std::string bytes_of_new_study() {
    support::TemporaryStudy study;
    study.close();
    return support::content_of(study.path());
}

/// Takes back what the newest revision changed, so that the study is as the last acknowledged one left it.
/// Forgetting cannot be taken back: what it may remove is taken out of `expected`.
void take_back_newest(study::Study& study, Rows& expected) {
    study::History history(study);
    const std::string kind = history.newest(1).at(0).kind;
    if (kind == "undo") {
        history.redo();
    } else if (kind == "forget") {
        // It empties the one, and keeps in the other when things were changed.
        for (const char* table : {"text_edit", "known_change"}) {
            expected.erase(table);
            expected.merge(support::rows_of(study, {table}));
        }
    } else {
        history.undo();
    }
}

std::string verdict_of_history(study::Study& study) {
    study::History history(study);
    const auto now = support::rows_of(study);
    std::size_t back = 0;
    for (; history.undoable(); ++back) history.undo();
    for (; back > 0; --back) history.redo();
    return support::rows_of(study) == now ? "" : "undoing and redoing all gives another study";
}

}  // namespace

int rounds(int usual, int all) {
    return std::getenv("TRIALOGUE_LONG") != nullptr ? all : usual;
}

StudyAtRisk::StudyAtRisk() {
    static const std::string bytes = bytes_of_new_study();
    folder_.file("test.trialogue", bytes);
}

void make_backup_undue(const support::TemporaryFolder& folder) {
    std::string name = base::iso_time(std::time(nullptr));
    std::replace(name.begin(), name.end(), ':', '-');
    folder.file("test.trialogue-backups/" + name + ".trialogue", "");
}

void work(study::Study& study, std::mt19937& random, Acknowledged& known) {
    const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
    study::History history(study);
    const int chance = below(100);
    std::optional<std::int64_t> revision;
    if (chance < 12 && history.undoable()) {
        revision = history.undo();
    } else if (chance < 24 && history.redoable()) {
        revision = history.redo();
    } else if (chance == 99) {
        study::forget(study);
        revision = study.revision();
    } else {
        const int what = below(support::kThings);
        revision = support::do_something(study, what, below(1000));
    }
    if (!revision) return;
    known = {*revision, {}};
    known.rows = support::rows_of(study);
}

std::string verdict(const std::filesystem::path& path, const Acknowledged& known) {
    try {
        const auto study = study::Study::open(path, study::Access::write);
        for (const auto& error : study->database().integrity_errors()) return error;
        const std::int64_t unknown = study->revision() - known.revision;
        if (unknown < 0) {
            return fmt::format("revision {} of {} acknowledged", study->revision(), known.revision);
        }
        if (unknown > 1) return fmt::format("{} revisions that were not acknowledged", unknown);
        auto expected = known.rows.value_or(Rows{});
        if (unknown == 1) take_back_newest(*study, expected);
        if (known.rows && support::rows_of(*study) != expected) {
            return "other rows than were acknowledged, newest: " +
                   study::History(*study).newest(1).at(0).kind;
        }
        return verdict_of_history(*study);
    } catch (const base::Error& error) {
        return error.what();
    }
}

}  // namespace faults
