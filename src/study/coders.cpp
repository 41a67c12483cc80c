// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/coders.h"

#include "base/translate.h"
#include "study/row.h"
#include "text/tokens.h"

namespace study::coders {

using model::Coder;

namespace {

constexpr int kSupervisorsSince = 3;

std::string select(const Study& study, std::string_view which) {
    return fmt::format("SELECT id, guid, name, {} FROM coder {}",
                       study.version() < kSupervisorsSince ? "0" : "supervisor", which);
}

Coder read(const db::Statement& row) {
    return {{row.integer(0)}, row::guid(row, 1), std::string(row.text(2)), row.integer(3) != 0};
}

}  // namespace

std::vector<Coder> all(const Study& study) {
    std::vector<Coder> coders;
    db::Statement row = study.database().prepare(select(study, "ORDER BY id"));
    while (row.step()) coders.push_back(read(row));
    std::stable_sort(coders.begin(), coders.end(),
                     [](const Coder& a, const Coder& b) { return text::name_less(a.name, b.name); });
    return coders;
}

std::optional<Coder> find(const Study& study, std::string_view name) {
    const auto guid = base::Guid::parse(name);
    const std::string wanted = text::folded(name);
    std::optional<Coder> by_fold;
    for (auto& coder : all(study)) {
        if (coder.name == name || (guid && coder.guid == *guid)) return std::move(coder);
        if (!by_fold && text::folded(coder.name) == wanted) by_fold = std::move(coder);
    }
    return by_fold;
}

Coder resolve(const Study& study, std::string_view name) {
    if (auto found = find(study, name)) return *std::move(found);
    std::vector<std::string> names;
    for (const auto& coder : all(study)) names.push_back(coder.name);
    row::throw_unknown(base::say("There is no coder “{}” in the study.", name), name, names);
}

std::optional<Coder> get(const Study& study, model::CoderId id) {
    db::Statement row = study.database().prepare(select(study, "WHERE id = ?1"));
    row.bind(id.value);
    if (!row.step()) return std::nullopt;
    return read(row);
}

model::CoderId insert(Edit& edit, std::string_view name) {
    const model::CoderId id{edit.new_id()};
    edit.database()
        .prepare("INSERT INTO coder (id, guid, name) VALUES (?1, ?2, ?3)")
        .run(id.value, base::Guid::random().bytes, name);
    return id;
}

void set_supervisor(Edit& edit, model::CoderId coder, bool supervisor) {
    edit.database().prepare("UPDATE coder SET supervisor = ?2 WHERE id = ?1").run(coder.value, supervisor);
}

void rename(Edit& edit, model::CoderId coder, std::string_view name) {
    edit.database().prepare("UPDATE coder SET name = ?2 WHERE id = ?1").run(coder.value, name);
}

}  // namespace study::coders
