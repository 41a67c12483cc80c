// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "exchange/in/docx_content.h"
#include "text/text.h"
#include "text/turns.h"

namespace exchange {

/// Where the formatting of the document says that speaker labels stand, in the order of the text and each
/// place once: bold words that open a paragraph, paragraphs of a style that recurs with names and is
/// followed by another style, and the column of a table that holds few different short texts.
[[nodiscard]] std::vector<text::LabelHint> label_hints(const text::Text& text, const DocxContent& content);

}  // namespace exchange
