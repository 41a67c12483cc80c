// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/history.h"

#include <algorithm>

#include "base/error.h"
#include "base/translate.h"
#include "db/changeset.h"
#include "study/edit.h"
#include "study/opening.h"

namespace study {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

base::Guid guid_of(const db::Blob& blob) {
    base::Guid guid;
    if (blob.size() == guid.bytes.size()) std::copy(blob.begin(), blob.end(), guid.bytes.begin());
    return guid;
}

std::optional<base::Guid> optional_guid(const db::Statement& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return guid_of(row.blob(column));
}

std::optional<std::int64_t> optional_number(const db::Statement& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return row.integer(column);
}

struct Recorded {
    db::Changeset changes;
    std::int64_t schema = 0;
};

Recorded recorded(const db::Database& database, std::int64_t n) {
    db::Statement row = database.prepare("SELECT changes, schema FROM revision WHERE n = ?1");
    row.bind(n);
    if (!row.step() || row.is_null(0)) {
        throw Error(ErrorKind::conflict,
                    tr("What this step changed has been forgotten; it cannot be undone."));
    }
    const db::Blob blob = row.blob(0);
    return {{blob.begin(), blob.end()}, row.integer(1)};
}

void check_fits(const db::Database& database, const Recorded& step) {
    std::vector<std::string> tables;
    for (const auto& row : db::decoded(step.changes)) {
        if (tables.empty() || tables.back() != row.table) tables.push_back(row.table);
    }
    check_schema_fits(database, step.schema, tables);
}

}  // namespace

std::vector<Revision> History::newest(std::int64_t limit) const {
    std::vector<Revision> revisions;
    db::Statement row = study_.database().prepare(
        "SELECT n, guid, at, coder, session, kind, of, joins, verb, args, changes IS NULL"
        " FROM revision ORDER BY n DESC LIMIT ?1");
    row.bind(limit);
    while (row.step()) {
        Revision revision;
        revision.n = row.integer(0);
        revision.guid = guid_of(row.blob(1));
        revision.at = row.integer(2);
        revision.coder = optional_guid(row, 3);
        revision.session = guid_of(row.blob(4));
        revision.kind = row.text(5);
        revision.of = optional_number(row, 6);
        revision.joins = optional_number(row, 7);
        revision.verb = row.text(8);
        revision.args = nlohmann::json::parse(row.text(9), nullptr, false);
        revision.forgotten = row.integer(10) != 0;
        revisions.push_back(std::move(revision));
    }
    return revisions;
}

std::int64_t History::changed_at() const {
    return study_.database().number(
        "SELECT coalesce((SELECT at FROM revision ORDER BY n DESC LIMIT 1), (SELECT created FROM identity))");
}

History::Stacks History::stacks() const {
    Stacks stacks;
    db::Statement row =
        study_.database().prepare("SELECT n, kind, joins, coder, session, verb FROM revision ORDER BY n");
    while (row.step()) {
        const std::string_view kind = row.text(1);
        auto& from = kind == "undo" ? stacks.done : stacks.undone;
        auto& to = kind == "undo" ? stacks.undone : stacks.done;
        if ((kind == "undo" || kind == "redo") && !from.empty()) {
            to.push_back(std::move(from.back()));
            from.pop_back();
        } else if (kind == "edit") {
            stacks.undone.clear();
            const auto joins = optional_number(row, 2);
            if (joins && !stacks.done.empty() && stacks.done.back().number() == *joins) {
                stacks.done.back().revisions.push_back(row.integer(0));
            } else {
                stacks.done.push_back({{row.integer(0)},
                                       optional_guid(row, 3),
                                       guid_of(row.blob(4)),
                                       std::string(row.text(5))});
            }
        } else {
            stacks = {};
        }
    }
    return stacks;
}

std::optional<Step> History::undoable() const {
    auto done = stacks().done;
    if (done.empty()) return std::nullopt;
    return std::move(done.back());
}

std::optional<Step> History::redoable() const {
    auto undone = stacks().undone;
    if (undone.empty()) return std::nullopt;
    return std::move(undone.back());
}

std::int64_t History::undo(const std::optional<base::Guid>& coder) {
    const auto step = undoable();
    if (!step) throw Error(ErrorKind::conflict, tr("There is nothing to undo."));
    return apply(*step, true, coder);
}

std::int64_t History::redo(const std::optional<base::Guid>& coder) {
    const auto step = redoable();
    if (!step) throw Error(ErrorKind::conflict, tr("There is nothing to redo."));
    return apply(*step, false, coder);
}

std::int64_t History::apply(const Step& step, bool backwards, const std::optional<base::Guid>& coder) {
    if (coder && step.coder && *step.coder != *coder) {
        throw Error(ErrorKind::conflict, tr("The newest change is another coder's; it is not yours to undo."),
                    tr("The history shows whose it is; there it can be undone on purpose."));
    }
    Edit edit(study_, backwards ? "undo" : "redo", step.number(), step.verb, nlohmann::json::object(),
              {coder, {}});
    std::vector<db::Changeset> parts;
    for (const std::int64_t n : step.revisions) {
        Recorded part = recorded(study_.database(), n);
        check_fits(study_.database(), part);
        parts.push_back(std::move(part.changes));
    }
    if (backwards) {
        std::reverse(parts.begin(), parts.end());
        for (auto& part : parts) part = db::inverted(part);
    }
    std::vector<const db::Changeset*> in_order;
    for (const auto& part : parts) in_order.push_back(&part);
    db::apply(study_.database(), db::combined(in_order));
    const auto number = edit.commit();
    if (!number) {
        // No edit is recorded that changed nothing.
        throw Error(ErrorKind::damaged,
                    say("{} is damaged: what was recorded of step {} changes nothing.",
                        study_.path().string(), step.number()),
                    tr("Run `trialogue check` on the study, or open a backup."));
    }
    return *number;
}

}  // namespace study
