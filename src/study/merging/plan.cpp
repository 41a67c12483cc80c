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

void check_is_copy(const Study& here, const Study& there) {
    const std::string file = there.path().filename().string();
    if (there.guid() != here.guid()) {
        throw Error(ErrorKind::bad_input, say("{} is another study, not a copy of this one.", file),
                    tr("A copy is made by `trialogue package`, or by copying the file of the study."));
    }
    std::error_code ignored;
    if (std::filesystem::equivalent(here.path(), there.path(), ignored)) {
        throw Error(ErrorKind::bad_input, say("{} is this study itself.", file));
    }
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
        plan_.report.remarks = remarks(joint, settled, texts_);
        plan_.texts = std::move(texts_.made);
        take_texts();
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

    void write(int table, const Thing& thing) {
        auto& count = plan_.report.counts[static_cast<std::size_t>(table)];
        const Record* kept = nullptr;
        for (const Record* record : thing.here) {
            if (record->guid == thing.guid) kept = record;
        }
        for (const Record* record : thing.here) {
            if (!thing.exists || record != kept) plan_.removed.emplace_back(table, record->id);
        }
        if (!thing.exists) {
            absent_.emplace(thing.guid, std::pair{table, &thing});
            if (!thing.here.empty()) remember(table, thing);
            count.went += thing.here.empty() ? 0 : 1;
            return;
        }
        if (kept == nullptr) {
            std::vector<int> all(thing.values().size());
            for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i);
            plan_.added.push_back({table, 0, thing.guid, all, thing.values()});
            ++(thing.here.empty() ? count.came : count.changed);
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
        tell_what_was_said(table, thing);
    }

    /// Keeps what was said here of a row that goes: a third copy may need it.
    void remember(int table, const Thing& thing) {
        for (const auto& guid : same_.members(thing.guid)) {
            const auto events = here_.past.events().find(guid);
            if (events == here_.past.events().end()) continue;
            for (const auto& event : events->second) {
                const int column = tables()[static_cast<std::size_t>(table)].column(event.what);
                if (column < 0 || !told_.insert({thing.guid, event.what}).second) continue;
                plan_.learned.push_back({thing.guid, event.what, same_.when(thing.guid, event.what),
                                         fields_of(table, column, thing.values())});
            }
        }
    }

    void tell_what_was_said(int table, const Thing& thing) {
        for (const auto& [column, value] : thing.said) {
            const char* name =
                tables()[static_cast<std::size_t>(table)].columns[static_cast<std::size_t>(column)].name;
            const Event* known = here_.past.find(thing.guid, name);
            const Stamp stamp = same_.when(thing.guid, name);
            if (known != nullptr && known->said == Fields{value} && known->stamp >= stamp) continue;
            plan_.learned.push_back({thing.guid, name, stamp, Fields{value}});
            told_.insert({thing.guid, name});
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
                plan_.learned.push_back(
                    {standing, event.what, same_.when(row, event.what), remembered(standing, event)});
            }
        }
        for (const auto& [row, other] : same_.pairs()) {
            const auto known = here_.past.same().find(row);
            if (known != here_.past.same().end() && known->second == other) continue;
            plan_.learned.push_back({row, kSame, {}, Fields{other}});
        }
    }

    /// What is written nowhere here: a third copy may need the row, and then shows what was said last.
    std::optional<Fields> remembered(const base::Guid& row, const Event& event) const {
        const auto absent = absent_.find(row);
        if (absent == absent_.end() || absent->second.second->there == nullptr) return event.said;
        const auto& [table, thing] = absent->second;
        const int column = tables()[static_cast<std::size_t>(table)].column(event.what);
        if (column < 0) return std::nullopt;
        return fields_of(table, column, thing->values());
    }

    static Fields fields_of(int table, int column, const std::vector<Value>& values) {
        Fields fields;
        for (const int one : tables()[static_cast<std::size_t>(table)].unit(column)) {
            fields.push_back(values[static_cast<std::size_t>(one)]);
        }
        return fields;
    }

    /// The texts that rows will show and that are not here yet.
    void take_texts() {
        std::set<std::string> wanted;
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
            if (!here_.texts.contains(hash)) plan_.texts.emplace_back(hash, there_.text(hash));
        }
    }

    Replica here_, there_;
    Same same_;
    TextsJoined texts_;
    std::set<std::pair<base::Guid, std::string>> told_;
    /// Things that are not in the study in the end, with their tables.
    std::unordered_map<base::Guid, std::pair<int, const Thing*>> absent_;
    MergePlan plan_;
};

}  // namespace

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
