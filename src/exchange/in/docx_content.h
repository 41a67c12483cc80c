// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/imported.h"
#include "text/span.h"

namespace exchange {

/// How often a document holds what its text cannot show.
struct DocxTally {
    std::int64_t deleted_passages = 0;
    std::int64_t deleted_characters = 0;
    std::int64_t hidden_passages = 0;
    std::int64_t hidden_characters = 0;
    std::int64_t text_boxes = 0;
    std::int64_t pictures = 0;
    std::int64_t charts = 0;
    std::int64_t diagrams = 0;
    std::int64_t equations = 0;
    std::int64_t objects = 0;
    std::int64_t numbered = 0;  ///< paragraphs with a number or a bullet that is not in the text
    std::int64_t symbols = 0;   ///< signs of fonts that we do not know
    std::int64_t readings = 0;  ///< small characters above others that say how to read them

    bool operator==(const DocxTally&) const = default;
};

/// The sentences for what was counted, in the order of importance.
[[nodiscard]] std::vector<model::Loss> losses_of(const DocxTally& tally);

/// One paragraph in the text, without its line end.
struct DocxParagraph {
    text::Span span;
    std::string style;            ///< id; empty: none
    text::Position bold_end = 0;  ///< all from the beginning of the span to here is bold
};

/// The cells of a table, row by row: what stands of each on the line of its row.
using DocxTable = std::vector<std::vector<text::Span>>;

/// Where a comment points; what is not there is not in the file.
struct DocxMark {
    std::optional<text::Position> begin, end, reference;
};

/// A footnote or endnote that the text refers to, be it once or more often.
struct DocxNote {
    bool endnote = false;
    std::string id;
    auto operator<=>(const DocxNote&) const = default;
};

/// The text of a document and what was seen on the way through it. Positions are code points.
struct DocxContent {
    std::string utf8;
    text::Position length = 0;
    std::vector<DocxParagraph> paragraphs;
    std::vector<DocxTable> tables;
    std::map<std::string, DocxMark, std::less<>> marks;  ///< by the id of the comment
    std::vector<DocxNote> notes;                         ///< note n stands at n - 1
    DocxTally tally;
};

}  // namespace exchange
