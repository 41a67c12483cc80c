// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/plan.h"

#include <unordered_set>

#include "base/error.h"
#include "base/translate.h"
#include "study/checking.h"
#include "study/merging/joint.h"
#include "study/merging/normal.h"
#include "study/merging/remarks.h"
#include "study/opening.h"
#include "study/packages.h"
#include "study/row.h"

namespace study::merging {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

constexpr std::size_t kVerbOfMerged = 2;  // of merged_revision

void check_is_copy(const Study& here, const Study& there) {
    const std::string file = there.path().filename().string();
    if (there.guid() != here.guid()) {
        throw Error(ErrorKind::bad_input, say("{} is another study, not a copy of this one.", file),
                    tr("A copy is made by `trialogue package`, or by copying the file of the study."));
    }
    check_is_other_file(here, there.path());
    if (there.version() < kVersion) {
        throw Error(ErrorKind::bad_input,
                    say("{} was made by an older Trialogue and must be brought up to date first.", file),
                    tr("Open it once in Trialogue, then merge it."));
    }
    const auto findings = check(there);
    if (findings.empty()) return;
    throw Error(ErrorKind::damaged, say("{} is not whole; nothing was merged. {}", file, findings.front()),
                tr("Run `trialogue check` on it, and take its newest backup."));
}

/// Makes the plan of a joint.
class Planner {
  public:
    Planner(const Study& here, const Study& there, SameCodes codes)
        : here_(here), there_(there), same_(here_, there_) {
        plan_.revision = here.revision();
        plan_.clock = here_.past.clock();
        plan_.report.file = there.path().filename().string();
        tell_revisions();
        // From a table to those that refer to it; passages are compared when both copies have one text.
        for (int table = 0; table < kTables; ++table) {
            if (table == kCoding) join_texts_now();
            same_.rewrite(table, here_, there_);
            same_.discover(table, here_, there_, codes);
        }
        for (int table = 0; table < kTables; ++table) same_.rewrite(table, here_, there_);
        if (codes == SameCodes::ask) plan_.report.to_confirm = same_.differences();
    }

    MergePlan run() {
        Joint joint(here_, there_, same_, texts_.untouched);
        const Settled settled = make_valid(joint);
        for (int table = 0; table < kTables; ++table) {
            for (const auto& thing : joint.of(table)) write(table, thing);
        }
        learn();
        remember_corrections();
        plan_.report.remarks = remarks(joint, settled, texts_);
        plan_.texts = std::move(texts_.made);
        take_texts();
        if (only_merges_came()) plan_.added.clear();
        return std::move(plan_);
    }

  private:
    void join_texts_now() {
        texts_ = join_texts(here_, there_, same_);
        plan_.report.refused = texts_.refused;
    }

    /// The other copy's steps that are neither of a common past nor known from an earlier merge become rows.
    void tell_revisions() {
        std::unordered_set<base::Guid> known;
        db::Statement ours = here_.study.database().prepare("SELECT guid FROM revision");
        while (ours.step()) known.insert(row::guid(ours, 0));
        for (const auto& record : here_.of(kMergedRevision)) known.insert(record.guid);
        for (auto& record : there_.of(kMergedRevision)) {
            // Our own history, told back to us.
            if (known.contains(record.guid)) record.left_out = true;
        }
        auto& report = plan_.report;
        std::unordered_set<base::Guid> coders;
        db::Statement row =
            there_.study.database().prepare("SELECT guid, at, coder, verb FROM revision ORDER BY n");
        while (row.step()) {
            if (known.contains(row::guid(row, 0))) continue;
            Record record;
            record.guid = row::guid(row, 0);
            Value coder;
            if (!row.is_null(2)) {
                coder = row::guid(row, 2);
                if (coders.insert(guid_in(coder)).second) report.coders.push_back(guid_in(coder));
            }
            record.values = {row.integer(1), coder, std::string(row.text(3)), report.file};
            if (report.steps++ == 0) report.first_step = row.integer(1);
            report.last_step = row.integer(1);
            there_.of(kMergedRevision).push_back(std::move(record));
        }
    }

    /// Copies that merge each other would else tell each other of it for ever.
    [[nodiscard]] bool only_merges_came() const {
        return plan_.changed.empty() && plan_.removed.empty() && plan_.learned.empty() &&
               std::all_of(plan_.added.begin(), plan_.added.end(), [](const WrittenRow& row) {
                   return row.table == kMergedRevision && text_in(row.values[kVerbOfMerged]) == "merge";
               });
    }

    /// Of a refused source only what others are one thing with: a code that both added.
    void write_untouched(int table, const Record& record) {
        WrittenRow row{table, record.id, record.guid, {}, {}};
        for (std::size_t i = 0; i < record.values.size(); ++i) {
            const auto* guid = std::get_if<base::Guid>(&record.values[i]);
            if (guid == nullptr || record.values[i] == record.in_file()[i]) continue;
            if (texts_.untouched.contains(guid_in(record.in_file()[i]))) continue;
            row.columns.push_back(static_cast<int>(i));
            row.values.push_back(*guid);
        }
        if (!row.columns.empty()) plan_.changed.push_back(std::move(row));
    }

    void write(int table, const Thing& thing) {
        if (thing.untouched) return write_untouched(table, *thing.here);
        auto& count = plan_.report.counts[static_cast<std::size_t>(table)];
        const bool was_here = thing.here != nullptr;
        const Record* kept = was_here && thing.here->guid == thing.guid ? thing.here : nullptr;
        if (was_here && (!thing.exists || kept == nullptr)) plan_.removed.emplace_back(table, thing.here->id);
        for (const auto& side : thing.more) {
            if (side.from_here && !side.deleted) plan_.removed.emplace_back(table, side.record->id);
        }
        if (!thing.exists) {
            remember(table, thing);
            count.went += was_here ? 1 : 0;
            return;
        }
        tell_what_was_said(table, thing);
        if (kept == nullptr) {
            std::vector<int> all(thing.values().size());
            for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i);
            plan_.added.push_back({table, 0, thing.guid, all, thing.values()});
            ++(was_here ? count.changed : count.came);
            forget_what_is_lost(table, thing);
        } else {
            WrittenRow row{table, kept->id, thing.guid, {}, {}};
            for (std::size_t i = 0; i < thing.values().size(); ++i) {
                if (thing.values()[i] == kept->in_file()[i]) continue;
                row.columns.push_back(static_cast<int>(i));
                row.values.push_back(thing.values()[i]);
            }
            if (row.columns.empty()) {
                count.present += thing.there != nullptr ? 1 : 0;
            } else {
                plan_.changed.push_back(std::move(row));
                ++count.changed;
            }
        }
    }

    /// Keeps what the other copy had of a row that is not here in the end, where it is not what the history
    /// will say of it: a third copy may need the row.
    void remember(int table, const Thing& thing) {
        const Record* ours = thing.of(true);
        const bool is_known = ours != nullptr && ours->waits == thing.waits &&
                              (thing.lost ? ours->lost : ours->in_file() == thing.values());
        if (is_known) return;
        plan_.learned.push_back({thing.guid, kWas, {}, memory_of(table, thing.values(), thing.waits)});
        const auto& columns = tables()[static_cast<std::size_t>(table)].columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].form == Form::text) wanted_texts_.insert(text_in(thing.values()[i]));
        }
    }

    void remember_corrections() {
        std::unordered_set<base::Guid> known;
        for (const auto* edits : {&here_.of(kTextEdit), &here_.deleted[kTextEdit]}) {
            for (const auto& edit : *edits) known.insert(edit.guid);
        }
        for (const auto& edit : there_.deleted[kTextEdit]) {
            if (known.contains(edit.guid)) continue;
            plan_.learned.push_back({edit.guid, kWas, {}, memory_of(kTextEdit, edit.values)});
            wanted_texts_.insert({text_in(edit.values[1]), text_in(edit.values[2])});
        }
    }

    /// What stands in a row that comes back may be older than what was known here of when it was changed, but
    /// not what it was changed to.
    void forget_what_is_lost(int table, const Thing& thing) {
        if (thing.of(true) != nullptr || thing.there == nullptr) return;
        for (const auto& guid : same_.members(thing.guid)) {
            const auto events = here_.past.events().find(guid);
            if (events == here_.past.events().end()) continue;
            for (const auto& event : events->second) {
                const Stamp theirs = same_.when(there_.past, thing.guid, event.what);
                const int column = tables()[static_cast<std::size_t>(table)].column(event.what);
                if (column < 0 || event.said || event.stamp <= theirs) continue;
                if (!told_.insert({guid, event.what}).second) continue;
                plan_.learned.push_back({guid, event.what, theirs, std::nullopt});
            }
        }
    }

    void tell_what_was_said(int table, const Thing& thing) {
        const Table& described = tables()[static_cast<std::size_t>(table)];
        for (const auto& [column, value] : thing.said) {
            const auto unit = described.unit(column);
            const char* name = described.columns[static_cast<std::size_t>(unit.front())].name;
            Fields said;
            for (const int one : unit) said.push_back(thing.said_in(one));
            const Event* known = here_.past.find(thing.guid, name);
            const Stamp stamp = same_.when(thing.guid, name);
            if (known != nullptr && known->said == said && known->stamp >= stamp) continue;
            if (!told_.insert({thing.guid, name}).second) continue;
            plan_.learned.push_back({thing.guid, name, stamp, std::move(said)});
        }
    }

    /// What the other copy knows later than we do.
    void learn() {
        std::set<std::pair<base::Guid, std::string>> done = told_;
        for (const auto& [row, events] : there_.past.events()) {
            if (texts_.untouched.contains(row)) continue;
            const auto standing = same_.standing(row);
            for (const auto& event : events) {
                if (same_.when(here_.past, row, event.what) >= same_.when(row, event.what)) continue;
                if (!done.insert({standing, event.what}).second) continue;
                plan_.learned.push_back({standing, event.what, same_.when(row, event.what), std::nullopt});
            }
        }
        for (const auto& [row, other] : same_.pairs()) {
            if (texts_.untouched.contains(row)) continue;
            const auto known = here_.past.same().find(row);
            if (known != here_.past.same().end() && known->second == other) continue;
            plan_.learned.push_back({row, kSame, {}, Fields{other}});
        }
    }

    /// The texts that rows will show and that are not here yet.
    void take_texts() {
        std::set<std::string>& wanted = wanted_texts_;
        for (const auto* rows : {&plan_.added, &plan_.changed}) {
            for (const auto& row : *rows) {
                const auto& columns = tables()[static_cast<std::size_t>(row.table)].columns;
                for (std::size_t i = 0; i < row.columns.size(); ++i) {
                    if (columns[static_cast<std::size_t>(row.columns[i])].form == Form::text) {
                        wanted.insert(text_in(row.values[i]));
                    }
                }
            }
        }
        for (const auto& made : plan_.texts) wanted.erase(made.first);
        for (const auto& hash : wanted) {
            if (!hash.empty() && !here_.texts.contains(hash))
                plan_.texts.emplace_back(hash, there_.text(hash));
        }
    }

    Replica here_, there_;
    Same same_;
    TextsJoined texts_;
    std::set<std::pair<base::Guid, std::string>> told_;
    std::set<std::string> wanted_texts_;
    MergePlan plan_;
};

}  // namespace

void check_is_other_file(const Study& here, const std::filesystem::path& there) {
    std::error_code ignored;
    if (!std::filesystem::equivalent(here.path(), there, ignored)) return;
    throw Error(ErrorKind::bad_input, say("{} is this study itself.", there.filename().string()));
}

MergePlan plan(const Study& here, const Study& there, SameCodes codes) {
    check_is_copy(here, there);
    auto plan = Planner(here, there, codes).run();
    if (const auto package = packages::of(there)) {
        plan.report.coder = package->coder;
        plan.report.codebook_differs = package->fingerprint != packages::fingerprint(here, there);
    }
    return plan;
}

}  // namespace study::merging
