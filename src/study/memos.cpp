// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/memos.h"

#include <array>

#include "study/row.h"

namespace study::memos {

namespace {

using model::Memo;

constexpr std::array<std::string_view, 5> kAboutWords{"study", "source", "participant", "code", "coding"};

constexpr const char* kColumns =
    "SELECT id, guid, about, target, first, past, coder, author, content, created FROM memo";

Memo read(const db::Statement& row) {
    Memo memo;
    row::read(row, 0, memo.id);
    memo.guid = row::guid(row, 1);
    const auto* about = std::find(kAboutWords.begin(), kAboutWords.end(), row.text(2));
    if (about != kAboutWords.end()) memo.about = static_cast<Memo::About>(about - kAboutWords.begin());
    memo.target = row.integer(3);
    memo.span = row::span(row, 4);
    row::read(row, 6, memo.coder);
    memo.author = row.text(7);
    memo.content = row.text(8);
    memo.created = row.integer(9);
    return memo;
}

std::vector<Memo> read_all(db::Statement& row) {
    std::vector<Memo> memos;
    while (row.step()) memos.push_back(read(row));
    return memos;
}

}  // namespace

std::vector<Memo> all(const Study& study) {
    db::Statement row = study.database().prepare(std::string(kColumns) + " ORDER BY created, id");
    return read_all(row);
}

std::vector<Memo> about(const Study& study, Memo::About about, std::int64_t target) {
    db::Statement row = study.database().prepare(std::string(kColumns) +
                                                 " WHERE target = ?1 AND about = ?2 ORDER BY created, id");
    row.bind(target, to_word(about));
    return read_all(row);
}

std::int64_t count_with(const Study& study, model::CodeId code) {
    db::Statement row = study.database().prepare(
        "SELECT (SELECT count(*) FROM memo WHERE about = ?2 AND target = ?1)"
        " + (SELECT count(*) FROM memo m JOIN coding c ON c.id = m.target WHERE m.about = ?3 AND c.code = "
        "?1)");
    row.bind(code.value, to_word(Memo::About::code), to_word(Memo::About::coding));
    row.step();
    return row.integer(0);
}

std::optional<Memo> get(const Study& study, model::MemoId memo) {
    db::Statement row = study.database().prepare(std::string(kColumns) + " WHERE id = ?1");
    row.bind(memo.value);
    if (!row.step()) return std::nullopt;
    return read(row);
}

model::MemoId insert(Edit& edit, const Memo& memo) {
    const model::MemoId id{edit.new_id()};
    const auto first = memo.span ? std::optional(memo.span->begin) : std::nullopt;
    const auto past = memo.span ? std::optional(memo.span->end) : std::nullopt;
    edit.database()
        .prepare(
            "INSERT INTO memo (id, guid, about, target, first, past, coder, author, content, created)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .run(id.value, row::kept_or_new(memo.guid).bytes, to_word(memo.about), memo.target, first, past,
             row::or_null(memo.coder), memo.author, memo.content,
             memo.created != 0 ? memo.created : edit.now());
    return id;
}

void update(Edit& edit, model::MemoId memo, std::string_view content) {
    edit.database().prepare("UPDATE memo SET content = ?2 WHERE id = ?1").run(memo.value, content);
}

void remove(Edit& edit, model::MemoId memo) {
    edit.database().prepare("DELETE FROM memo WHERE id = ?1").run(memo.value);
}

void move_about(Edit& edit, Memo::About about, std::int64_t from, std::int64_t to) {
    edit.database()
        .prepare("UPDATE memo SET target = ?3 WHERE target = ?1 AND about = ?2")
        .run(from, to_word(about), to);
}

void remove_about(Edit& edit, Memo::About about, std::int64_t target) {
    edit.database().prepare("DELETE FROM memo WHERE target = ?1 AND about = ?2").run(target, to_word(about));
}

std::string_view to_word(Memo::About about) {
    return kAboutWords[static_cast<std::size_t>(about)];
}

}  // namespace study::memos
