// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/changes.h"

namespace study {

namespace {

void make_set(std::vector<std::int64_t>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

Changes::Changes(std::int64_t number, const std::vector<db::RowChange>& rows) : revision_(number) {
    for (const auto& row : rows) {
        const auto* table = std::find(kRecordedTables.begin(), kRecordedTables.end(), row.table);
        if (table == kRecordedTables.end()) continue;
        ids_[static_cast<std::size_t>(table - kRecordedTables.begin())].push_back(row.id);
    }
    for (auto& ids : ids_) make_set(ids);
}

const std::vector<std::int64_t>& Changes::ids(Kind kind) const {
    return ids_[static_cast<std::size_t>(kind)];
}

bool Changes::empty() const {
    return std::all_of(ids_.begin(), ids_.end(), [](const auto& ids) { return ids.empty(); });
}

void Changes::add(const Changes& later) {
    revision_ = std::max(revision_, later.revision_);
    for (std::size_t kind = 0; kind < ids_.size(); ++kind) {
        ids_[kind].insert(ids_[kind].end(), later.ids_[kind].begin(), later.ids_[kind].end());
        make_set(ids_[kind]);
    }
}

}  // namespace study
