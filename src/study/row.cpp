// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/row.h"

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "text/tokens.h"

namespace study::row {

namespace {

constexpr std::size_t kNamesInHint = 8;

/// Names that hold the wanted one, or are held by it, are what was probably meant.
bool is_near(const std::string& name, const std::string& wanted) {
    return name.find(wanted) != std::string::npos || wanted.find(name) != std::string::npos;
}

}  // namespace

base::Guid guid(const db::Statement& row, int column) {
    base::Guid guid;
    const db::Blob blob = row.blob(column);
    if (blob.size() == guid.bytes.size()) std::copy(blob.begin(), blob.end(), guid.bytes.begin());
    return guid;
}

std::optional<text::Span> span(const db::Statement& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return text::Span{row.integer(column), row.integer(column + 1)};
}

base::Guid kept_or_new(const base::Guid& guid) {
    return guid.is_nil() ? base::Guid::random() : guid;
}

void throw_unknown(const std::string& sentence, std::string_view name, std::vector<std::string> names) {
    const std::string wanted = text::folded(name);
    std::stable_partition(names.begin(), names.end(),
                          [&](const std::string& one) { return is_near(text::folded(one), wanted); });
    const bool more = names.size() > kNamesInHint;
    if (more) names.resize(kNamesInHint);
    std::string hint;
    if (!names.empty()) hint = base::say("There are: {}{}.", base::join(names, ", "), more ? ", …" : "");
    throw base::Error(base::ErrorKind::not_found, sentence, hint);
}

void throw_damaged(const Study& study, const base::Error& error) {
    throw base::Error(base::ErrorKind::damaged,
                      base::say("{} is damaged: {}", study.path().string(), error.what()),
                      base::tr("Run `trialogue check` on the study, or open a backup."));
}

}  // namespace study::row
