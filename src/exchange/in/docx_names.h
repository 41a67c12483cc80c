// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pugixml.hpp>

namespace exchange {

/// What an element of WordprocessingML means for the text.
enum class DocxName {
    other,  ///< walked into
    properties,
    wrapper,  ///< holds the same elements as its parent
    paragraph,
    table,
    row,
    cell,
    text_box,
    external,
    run,
    text,
    deleted_text,
    tab,
    line_break,
    no_break_hyphen,
    soft_hyphen,
    symbol,
    field_character,
    footnote,
    endnote,
    comment_begin,
    comment_end,
    comment_reference,
    deleted,
    alternatives,
    drawing,
    object,
    picture,
    chart,
    diagram,
    equation,
    reading,
};

[[nodiscard]] DocxName docx_name(pugi::xml_node node);

}  // namespace exchange
