// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/codings.h"

#include <array>

#include "study/row.h"
#include "study/settlements.h"

namespace study::codings {

namespace {

using model::Coding;

constexpr std::array<std::string_view, 3> kMarkWords{"to-do", "coding", "coded"};

std::string select(const Study& study, std::string_view which) {
    return fmt::format(
        "SELECT id, guid, source, text, code, coder, layer, first, past, created, {} FROM coding {}",
        starred_column(study), which);
}

Coding read(const db::Statement& row) {
    Coding coding;
    row::read(row, 0, coding.id);
    coding.guid = row::guid(row, 1);
    row::read(row, 2, coding.source);
    row::read(row, 3, coding.text);
    row::read(row, 4, coding.code);
    row::read(row, 5, coding.coder);
    coding.layer = static_cast<model::Layer>(row.integer(6));
    coding.span = row::span(row, 7);
    coding.created = row.integer(9);
    coding.starred = row.integer(10) != 0;
    return coding;
}

std::optional<std::int64_t> first_of(const Coding& coding) {
    return coding.span ? std::optional(coding.span->begin) : std::nullopt;
}

std::optional<std::int64_t> past_of(const Coding& coding) {
    return coding.span ? std::optional(coding.span->end) : std::nullopt;
}

}  // namespace

std::vector<Coding> of_source(const Study& study, model::SourceId source) {
    std::vector<Coding> codings;
    db::Statement row = study.database().prepare(select(study, "WHERE source = ?1 ORDER BY first, past, id"));
    row.bind(source.value);
    while (row.step()) codings.push_back(read(row));
    return codings;
}

std::vector<Coding> standing_of_source(const Study& study, model::SourceId source) {
    auto codings = of_source(study, source);
    const auto marks = codings::marks(study, source);
    std::erase_if(codings, [&](const Coding& coding) {
        return coding.layer != model::kSettledLayer &&
               coding.layer != model::standing_round(marks, coding.coder);
    });
    return codings;
}

std::vector<Coding> get(const Study& study, const std::vector<model::CodingId>& ids) {
    std::vector<Coding> codings;
    codings.reserve(ids.size());
    db::Statement row = study.database().prepare(select(study, "WHERE id = ?1"));
    for (const auto id : ids) {
        row.bind(id.value);
        if (row.step()) codings.push_back(read(row));
    }
    return codings;
}

std::int64_t count(const Study& study) {
    return study.database().number("SELECT count(*) FROM coding");
}

std::int64_t count_with(const Study& study, model::CodeId code) {
    db::Statement row = study.database().prepare("SELECT count(*) FROM coding WHERE code = ?1");
    row.bind(code.value);
    row.step();
    return row.integer(0);
}

std::string_view starred_column(const Study& study) {
    return study.version() < 2 ? "0" : "starred";
}

std::string_view round_column(const Study& study) {
    return study.version() < 3 ? "1" : "round";
}

void insert(Edit& edit, std::vector<Coding>& codings) {
    db::Statement statement = edit.database().prepare(
        "INSERT INTO coding (id, guid, source, text, code, coder, layer, first, past, created, starred)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    for (auto& coding : codings) {
        if (!coding.id) coding.id = {edit.new_id()};
        coding.guid = row::kept_or_new(coding.guid);
        statement.run(coding.id.value, coding.guid.bytes, coding.source.value, coding.text.value,
                      coding.code.value, row::or_null(coding.coder), coding.layer, first_of(coding),
                      past_of(coding), coding.created, coding.starred);
    }
}

void remove(Edit& edit, model::CodingId coding) {
    settlements::forget_coding(edit, coding);
    edit.database().prepare("DELETE FROM memo WHERE target = ?1 AND about = 'coding'").run(coding.value);
    edit.database().prepare("DELETE FROM coding WHERE id = ?1").run(coding.value);
}

void update(Edit& edit, const Coding& coding) {
    edit.database()
        .prepare("UPDATE coding SET text = ?2, code = ?3, first = ?4, past = ?5, starred = ?6 WHERE id = ?1")
        .run(coding.id.value, coding.text.value, coding.code.value, first_of(coding), past_of(coding),
             coding.starred);
}

model::Marks marks(const Study& study, model::SourceId source) {
    model::Marks marks;
    db::Statement row = study.database().prepare(
        fmt::format("SELECT coder, mark, {} FROM mark WHERE source = ?1 ORDER BY id", round_column(study)));
    row.bind(source.value);
    while (row.step()) {
        marks[{row.integer(0)}] = {mark_of(row.text(1)).value_or(model::Mark::to_do),
                                   static_cast<model::Layer>(row.integer(2))};
    }
    return marks;
}

model::Progress progress(const Study& study, model::SourceId source, model::CoderId coder) {
    const auto all = marks(study, source);
    const auto here = all.find(coder);
    return here == all.end() ? model::Progress{} : here->second;
}

void set_progress(Edit& edit, model::SourceId source, model::CoderId coder, const model::Progress& progress) {
    db::Statement known =
        edit.database().prepare("SELECT id, mark, round FROM mark WHERE source = ?1 AND coder IS ?2");
    known.bind(source.value, row::or_null(coder));
    if (!known.step()) {
        edit.database()
            .prepare(
                "INSERT INTO mark (id, guid, source, coder, mark, round) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .run(edit.new_id(), base::Guid::random().bytes, source.value, row::or_null(coder),
                 to_word(progress.mark), progress.round);
    } else if (known.text(1) != to_word(progress.mark) || known.integer(2) != progress.round) {
        edit.database()
            .prepare("UPDATE mark SET mark = ?2, round = ?3 WHERE id = ?1")
            .run(known.integer(0), to_word(progress.mark), progress.round);
    }
}

std::string_view to_word(model::Mark mark) {
    return kMarkWords[static_cast<std::size_t>(mark)];
}

std::optional<model::Mark> mark_of(std::string_view word) {
    const auto* found = std::find(kMarkWords.begin(), kMarkWords.end(), word);
    if (found == kMarkWords.end()) return std::nullopt;
    return static_cast<model::Mark>(found - kMarkWords.begin());
}

}  // namespace study::codings
