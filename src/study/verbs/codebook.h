// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/codebook.h"
#include "study/edit.h"

namespace study::verbs {

/// What became of a codebook that was brought in.
struct ImportedCodebook {
    std::int64_t added = 0;
    std::int64_t changed = 0;  ///< known by their GUID or path, with other texts or colours
};

/// Adds the codes of a codebook. A code that is there already, by GUID or else by path, gets the file's name,
/// texts and colour; none is removed.
ImportedCodebook import_codebook(Edit& edit, const model::Codebook& codebook);

/// Adds a code. Throws Error(conflict) where a brother has its name, Error(bad_input) for an empty name.
model::CodeId add_code(Edit& edit, model::Code code);
/// Writes name, colour, texts and flags of a code. Throws as add_code().
void change_code(Edit& edit, const model::Code& code);
/// Throws Error(conflict) with the reason of Codebook::why_not_move().
void move_code(Edit& edit, model::CodeId code, model::CodeId parent, model::CodeId before = {});
/// Puts the codings of `from` on `into` and removes `from`; children move along. Codings that would then be
/// there twice are kept once, with the memos and the star of both.
void merge_codes(Edit& edit, model::CodeId from, model::CodeId into);
/// Removes a code, what stands below it, and all their codings. Returns how many codings went.
std::int64_t remove_code(Edit& edit, model::CodeId code);

}  // namespace study::verbs
