// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "exchange/in/docx_content.h"
#include "exchange/in/docx_package.h"
#include "exchange/in/docx_styles.h"
#include "text/text.h"

namespace exchange {

/// The comments of a document and how many of them point to no place.
struct DocxComments {
    std::vector<model::Comment> comments;  ///< in the order of the text
    std::int64_t lost_places = 0;          ///< these stand at the beginning of the text
};

/// Reads the comments with the places that `content` saw for them. Where a range has no end, it ends at the
/// comment's reference or with its paragraph; where it ends before it begins, it is turned round. A reply
/// without a place has that of what it answers.
[[nodiscard]] DocxComments read_comments(const DocxPackage& package, const DocxStyles& styles,
                                         const text::Text& text, const DocxContent& content);

}  // namespace exchange
