// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/codes.h"

#include "study/memos.h"
#include "study/row.h"

namespace study::codes {

using model::Code;
using model::CodeId;

namespace {

constexpr std::string_view kColumns =
    "SELECT id, guid, parent, name, colour, codable, exclusive, definition, \"when\", when_not, example FROM "
    "code ";

Code read(const db::Statement& row) {
    Code code;
    row::read(row, 0, code.id);
    code.guid = row::guid(row, 1);
    row::read(row, 2, code.parent);
    code.name = row.text(3);
    code.colour = row.text(4);
    code.codable = row.integer(5) != 0;
    code.exclusive = row.integer(6) != 0;
    code.definition = row.text(7);
    code.when = row.text(8);
    code.when_not = row.text(9);
    code.example = row.text(10);
    return code;
}

}  // namespace

model::Codebook codebook(const Study& study) {
    std::vector<Code> codes;
    db::Statement row = study.database().prepare(std::string(kColumns) + "ORDER BY place, guid");
    while (row.step()) codes.push_back(read(row));
    try {
        return model::Codebook(std::move(codes));
    } catch (const base::Error& error) {
        row::throw_damaged(study, error);
    }
}

std::optional<Code> get(const Study& study, CodeId id) {
    db::Statement row = study.database().prepare(std::string(kColumns) + "WHERE id = ?1");
    row.bind(id.value);
    if (!row.step()) return std::nullopt;
    return read(row);
}

CodeId insert(Edit& edit, const Code& code) {
    const CodeId id{edit.new_id()};
    db::Statement place =
        edit.database().prepare("SELECT coalesce(max(place), 0) + 1 FROM code WHERE parent IS ?1");
    place.bind(row::or_null(code.parent));
    place.step();
    edit.database()
        .prepare(
            "INSERT INTO code (id, guid, parent, place, name, colour, codable, exclusive, definition, "
            "\"when\","
            " when_not, example) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
        .run(id.value, row::kept_or_new(code.guid).bytes, row::or_null(code.parent), place.integer(0),
             code.name, code.colour, code.codable, code.exclusive, code.definition, code.when, code.when_not,
             code.example);
    return id;
}

void update(Edit& edit, const Code& code) {
    edit.database()
        .prepare(
            "UPDATE code SET name = ?2, colour = ?3, codable = ?4, exclusive = ?5, definition = ?6,"
            " \"when\" = ?7, when_not = ?8, example = ?9 WHERE id = ?1")
        .run(code.id.value, code.name, code.colour, code.codable, code.exclusive, code.definition, code.when,
             code.when_not, code.example);
}

void move(Edit& edit, CodeId code, CodeId parent, CodeId before) {
    std::vector<std::int64_t> brothers;
    db::Statement row =
        edit.database().prepare("SELECT id FROM code WHERE parent IS ?1 AND id <> ?2 ORDER BY place, guid");
    row.bind(row::or_null(parent), code.value);
    while (row.step()) brothers.push_back(row.integer(0));
    brothers.insert(std::find(brothers.begin(), brothers.end(), before.value), code.value);
    db::Statement write = edit.database().prepare(
        "UPDATE code SET parent = ?2, place = ?3 WHERE id = ?1 AND (parent IS NOT ?2 OR place <> ?3)");
    std::int64_t place = 0;
    for (const std::int64_t id : brothers) write.run(id, row::or_null(parent), ++place);
}

void remove(Edit& edit, CodeId code) {
    memos::remove_about(edit, model::Memo::About::code, code.value);
    edit.database().prepare("DELETE FROM code WHERE id = ?1").run(code.value);
}

}  // namespace study::codes
