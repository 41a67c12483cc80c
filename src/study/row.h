// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/guid.h"
#include "db/statement.h"
#include "model/ids.h"
#include "study/study.h"
#include "text/span.h"

/// Small conversions between rows and values that all stores share.
namespace study::row {

[[nodiscard]] base::Guid guid(const db::Statement& row, int column);
/// The span of the columns `column` and `column + 1`, where they are not NULL.
[[nodiscard]] std::optional<text::Span> span(const db::Statement& row, int column);

/// An id; nobody for NULL.
template <class Tag>
void read(const db::Statement& row, int column, model::Id<Tag>& id) {
    id.value = row.integer(column);
}

/// What is bound for an id that may be nobody.
template <class Tag>
[[nodiscard]] std::optional<std::int64_t> or_null(model::Id<Tag> id) {
    return id ? std::optional(id.value) : std::nullopt;
}

/// The guid, or a new one where it is nil.
[[nodiscard]] base::Guid kept_or_new(const base::Guid& guid);

/// "There is no coder “x”." with the names there are, near ones first, as hint.
[[noreturn]] void throw_unknown(const std::string& sentence, std::string_view name,
                                std::vector<std::string> names);

/// Error(damaged) for rows of a study of which no value can be made, for the reason of `error`.
[[noreturn]] void throw_damaged(const Study& study, const base::Error& error);

}  // namespace study::row
