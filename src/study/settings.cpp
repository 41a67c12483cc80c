// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/settings.h"

namespace study::settings {

std::string get(const Study& study, std::string_view name) {
    db::Statement row = study.database().prepare("SELECT value FROM setting WHERE name = ?1 ORDER BY id");
    row.bind(name);
    return row.step() ? std::string(row.text(0)) : std::string();
}

void set(Edit& edit, std::string_view name, std::string_view value) {
    db::Statement known = edit.database().prepare("SELECT id FROM setting WHERE name = ?1 ORDER BY id");
    known.bind(name);
    if (!known.step()) {
        if (value.empty()) return;
        edit.database()
            .prepare("INSERT INTO setting (id, guid, name, value) VALUES (?1, ?2, ?3, ?4)")
            .run(edit.new_id(), base::Guid::random().bytes, name, value);
    } else if (value.empty()) {
        edit.database().prepare("DELETE FROM setting WHERE id = ?1").run(known.integer(0));
    } else {
        edit.database().prepare("UPDATE setting SET value = ?2 WHERE id = ?1").run(known.integer(0), value);
    }
}

}  // namespace study::settings
