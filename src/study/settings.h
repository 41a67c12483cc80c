// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "study/edit.h"

/// The store of the study's settings, which travel with the file. Writing is for the verbs alone.
namespace study::settings {

inline constexpr const char* kName = "name";
inline constexpr const char* kLanguage = "language";  ///< of the interviews: nl, en, …
/// "1": a coder sees others' work on a source only after marking it as coded (analysis/blind.h).
inline constexpr const char* kBlind = "blind";
/// Queries that were kept before each had a setting of its own: study/saved_searches.h.
inline constexpr const char* kSearches = "searches";
/// How a quotation is copied: report/passages/quotation.h.
inline constexpr const char* kQuotationTemplate = "quotation_template";

/// The value; empty where it is not set.
[[nodiscard]] std::string get(const Study& study, std::string_view name);
/// Sets a value; an empty one removes the setting.
void set(Edit& edit, std::string_view name, std::string_view value);

}  // namespace study::settings
