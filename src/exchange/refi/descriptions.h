// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/codebook.h"

namespace exchange {

/// The texts of a code as the one Description that REFI-QDA has for them: the definition, then a paragraph
/// each that starts with a label, "When to apply: ", "When not to apply: ", "Example: ", or in Dutch
/// "Wanneer wel: ", "Wanneer niet: ", "Voorbeeld: " where `language` begins with "nl". A line of a text that
/// looks like a label itself gets a "\" before it.
[[nodiscard]] std::string description_of(const model::Code& code, std::string_view language);

/// The reverse, which gives each text back to the byte. Labels of both languages and in any case count at
/// the start of a line, each once; a Description without them is the definition. Returns the language of
/// the first label, "en" or "nl", or an empty text.
std::string read_description(std::string_view description, model::Code& code);

}  // namespace exchange
