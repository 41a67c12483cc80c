// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/codebook.h"

#include <map>
#include <tuple>

#include "base/error.h"
#include "base/translate.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/packages.h"
#include "study/settlements.h"
#include "study/verbs/judgement.h"
#include "study/verbs/rules.h"

namespace study::verbs {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;
using model::Code;
using model::Codebook;
using model::CodeId;

void check_name_free(const Codebook& codebook, const Code& code) {
    for (const CodeId brother : codebook.children(code.parent)) {
        const Code* other = codebook.find(brother);
        if (other->name == code.name && other->id != code.id) {
            throw Error(ErrorKind::conflict,
                        say("There is a code “{}” already in the same place.", code.name),
                        tr("Choose another name, or merge the two."));
        }
    }
}

bool same_content(const Code& a, const Code& b) {
    const auto content = [](const Code& c) {
        return std::tie(c.name, c.colour, c.codable, c.exclusive, c.definition, c.when, c.when_not,
                        c.example);
    };
    return content(a) == content(b);
}

/// The code in the study that this one of a file is: by GUID, else by name below the same parent.
const Code* counterpart(const Codebook& study, const Code& code, CodeId parent_there) {
    for (const Code& one : study.codes()) {
        if (one.guid == code.guid && !code.guid.is_nil()) return &one;
    }
    for (const CodeId child : study.children(parent_there)) {
        if (study.find(child)->name == code.name) return study.find(child);
    }
    return nullptr;
}

std::vector<CodeId> with_descendants(const Codebook& codebook, CodeId root) {
    std::vector<CodeId> ids;
    for (const Code& code : codebook.codes()) {
        if (codebook.is_within(code.id, root)) ids.push_back(code.id);
    }
    return ids;
}

std::vector<model::Coding> codings_with(const Edit& edit, CodeId code) {
    std::vector<model::CodingId> ids;
    db::Statement row = edit.database().prepare("SELECT id FROM coding WHERE code = ?1 ORDER BY id");
    row.bind(code.value);
    while (row.step()) ids.push_back({row.integer(0)});
    return codings::get(edit.study(), ids);
}

}  // namespace

ImportedCodebook import_codebook(Edit& edit, const Codebook& codebook) {
    packages::check_codebook_open(edit.study());
    ImportedCodebook result;
    const Codebook study = codes::codebook(edit.study());
    std::map<CodeId, CodeId> ids_there;
    for (const Code& code : codebook.codes()) {
        const CodeId parent = code.parent ? ids_there.at(code.parent) : CodeId{};
        if (const Code* known = counterpart(study, code, parent)) {
            ids_there[code.id] = known->id;
            if (same_content(*known, code)) continue;
            Code changed = code;
            changed.id = known->id;
            codes::update(edit, changed);
            ++result.changed;
        } else {
            Code added = code;
            added.parent = parent;
            added.name = clean_name(code.name, tr("A code"));
            ids_there[code.id] = codes::insert(edit, added);
            ++result.added;
        }
    }
    return result;
}

CodeId add_code(Edit& edit, Code code) {
    packages::check_codebook_open(edit.study());
    code.id = {};
    code.name = clean_name(code.name, tr("A code"));
    check_name_free(codes::codebook(edit.study()), code);
    if (code.guid.is_nil()) code.guid = base::Guid::random();
    edit.args()["code"] = code.guid.to_string();
    return codes::insert(edit, code);
}

void change_code(Edit& edit, const Code& code) {
    packages::check_codebook_open(edit.study());
    const Codebook codebook = codes::codebook(edit.study());
    const Code* before = codebook.find(code.id);
    if (before == nullptr) throw Error(ErrorKind::not_found, tr("This code is no longer in the codebook."));
    Code changed = code;
    changed.name = clean_name(code.name, tr("A code"));
    changed.parent = before->parent;
    check_name_free(codebook, changed);
    edit.args()["code"] = before->guid.to_string();
    codes::update(edit, changed);
}

void move_code(Edit& edit, CodeId code, CodeId parent, CodeId before) {
    packages::check_codebook_open(edit.study());
    const Codebook codebook = codes::codebook(edit.study());
    if (const auto reason = codebook.why_not_move(code, parent)) throw Error(ErrorKind::conflict, *reason);
    edit.args()["code"] = codebook.find(code)->guid.to_string();
    codes::move(edit, code, parent, before);
}

void merge_codes(Edit& edit, CodeId from, CodeId into) {
    packages::check_codebook_open(edit.study());
    const Codebook codebook = codes::codebook(edit.study());
    if (codebook.find(from) == nullptr || codebook.find(into) == nullptr || codebook.is_within(into, from)) {
        throw Error(ErrorKind::conflict, tr("A code cannot be merged into itself or into one below it."));
    }
    std::map<Judgement, model::Coding> present;
    for (const auto& coding : codings_with(edit, into)) present.emplace(judgement(coding), coding);
    for (auto& coding : codings_with(edit, from)) {
        coding.code = into;
        const auto [twin, is_new] = present.emplace(judgement(coding), coding);
        if (is_new) {
            codings::update(edit, coding);
        } else {
            join(edit, twin->second, coding);
        }
    }
    for (const CodeId child : codebook.children(from)) {
        if (const auto reason = codebook.why_not_move(child, into)) throw Error(ErrorKind::conflict, *reason);
        codes::move(edit, child, into);
    }
    edit.args()["code"] = codebook.find(into)->guid.to_string();
    edit.args()["from"] = codebook.find(from)->guid.to_string();
    settlements::move_code(edit, from, into);
    codes::remove(edit, from);
}

std::int64_t remove_code(Edit& edit, CodeId code) {
    packages::check_codebook_open(edit.study());
    const Codebook codebook = codes::codebook(edit.study());
    std::int64_t removed = 0;
    auto ids = with_descendants(codebook, code);
    // Children first, so that no row is left without its parent.
    std::reverse(ids.begin(), ids.end());
    for (const CodeId id : ids) {
        settlements::forget_code(edit, id);
        for (const auto& coding : codings_with(edit, id)) {
            codings::remove(edit, coding.id);
            ++removed;
        }
        codes::remove(edit, id);
    }
    edit.args()["codings"] = removed;
    return removed;
}

}  // namespace study::verbs
