// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/coding.h"
#include "study/edit.h"

/// The store of coders. Writing is for the verbs alone.
namespace study::coders {

/// By name.
[[nodiscard]] std::vector<model::Coder> all(const Study& study);
/// By name (as written, else folded) or GUID; nothing where there is none.
[[nodiscard]] std::optional<model::Coder> find(const Study& study, std::string_view name);
/// The same; throws Error(not_found) that lists the coders there are.
[[nodiscard]] model::Coder resolve(const Study& study, std::string_view name);

/// The coder with that number; nothing for nobody.
[[nodiscard]] std::optional<model::Coder> get(const Study& study, model::CoderId id);

model::CoderId insert(Edit& edit, std::string_view name);
void set_supervisor(Edit& edit, model::CoderId coder, bool supervisor);
void rename(Edit& edit, model::CoderId coder, std::string_view name);

}  // namespace study::coders
