// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/docx_body.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/translate.h"
#include "exchange/in/docx_names.h"
#include "exchange/xml.h"
#include "text/text.h"

namespace exchange {

namespace {

/// The children that are no mere wrappers (content controls, tracked insertions), through which they are
/// reached.
void unwrap(pugi::xml_node parent, std::vector<pugi::xml_node>& children) {
    for (const auto node : parent.children()) {
        switch (docx_name(node)) {
            case DocxName::wrapper:
                unwrap(node, children);
                break;
            case DocxName::properties:
                break;
            default:
                if (node.type() == pugi::node_element) children.push_back(node);
        }
    }
}

std::vector<pugi::xml_node> unwrapped(pugi::xml_node parent) {
    std::vector<pugi::xml_node> children;
    unwrap(parent, children);
    return children;
}

}  // namespace

void DocxBody::read(pugi::xml_node parent, const base::Progress& progress) {
    constexpr std::size_t kStep = 256;
    const auto blocks = unwrapped(parent);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (i % kStep == 0) {
            progress.step(static_cast<double>(i) / static_cast<double>(blocks.size()),
                          base::tr("Reading the document"));
        }
        block(blocks[i]);
    }
}

void DocxBody::add_line(std::string_view text, bool open) {
    start_line();
    append(text);
    joined_ = open;
}

void DocxBody::start_line() {
    if (!joined_ && any_line_) append("\n");
    joined_ = false;
    any_line_ = true;
}

void DocxBody::block(pugi::xml_node node) {
    switch (docx_name(node)) {
        case DocxName::paragraph:
            return paragraph(node);
        case DocxName::table:
            return table(node);
        case DocxName::deleted:
            return left_out(node);
        case DocxName::alternatives:
            return one_alternative(node, [this](pugi::xml_node one) { read(one); });
        case DocxName::comment_begin:
        case DocxName::comment_end:
            return mark(node);
        case DocxName::external:
            ++content_.tally.objects;
            return;
        case DocxName::run:
            // No program writes a run outside a paragraph, but its words are words.
            begin_paragraph({});
            element(node, {});
            return end_paragraph({});
        default:
            for (const auto inner : unwrapped(node)) block(inner);
    }
}

void DocxBody::paragraph(pugi::xml_node node) {
    const auto properties = child(node, "pPr");
    begin_paragraph(properties);
    inside(node, styles_.format(style_, {}));
    end_paragraph(properties);
    if (row_lines_ == 0) read_boxes();
}

void DocxBody::begin_paragraph(pugi::xml_node properties) {
    start_line();
    const auto style = attribute(child(properties, "pStyle"), "val");
    style_ = style.empty() ? styles_.default_paragraph() : std::string(style);
    content_.paragraphs.push_back({{content_.length, content_.length}, style_, content_.length});
    bold_so_far_ = true;
}

void DocxBody::end_paragraph(pugi::xml_node properties) {
    if (instructions_ > 0) {
        // A field without a result, or a damaged one: text of the paragraph must not be lost with it.
        instructions_ = 0;
        for (auto& field : fields_) field = {false, 0};
        append(std::exchange(parked_, {}));
    }
    auto& paragraph = content_.paragraphs.back();
    paragraph.span.end = content_.length;
    const bool numbered = numbering_of(properties).value_or(styles_.numbered(paragraph.style));
    if (numbered && !paragraph.span.empty()) ++content_.tally.numbered;
    // The end of the paragraph itself was deleted, so the next one goes on in its line.
    if (on_off(child(properties, "rPr"), "del")) joined_ = true;
}

void DocxBody::table(pugi::xml_node node) {
    DocxTable cells;
    for (const auto inner : unwrapped(node)) {
        if (docx_name(inner) == DocxName::row) {
            row(inner, cells);
        } else {
            block(inner);
        }
    }
    content_.tables.push_back(std::move(cells));
}

void DocxBody::row(pugi::xml_node node, DocxTable& cells) {
    if (child(child(node, "trPr"), "del")) return left_out(node);
    std::vector<std::vector<pugi::xml_node>> rest;
    auto& spans = cells.emplace_back();
    start_line();
    ++row_lines_;
    for (const auto cell : unwrapped(node)) {
        if (docx_name(cell) != DocxName::cell) {
            block(cell);
            continue;
        }
        if (!spans.empty()) append("\t");
        const text::Position begin = content_.length;
        auto blocks = unwrapped(cell);
        joined_ = true;
        std::size_t done = 0;
        while (done < blocks.size() && joined_) block(blocks[done++]);
        joined_ = false;
        spans.push_back({begin, content_.length});
        blocks.erase(blocks.begin(), std::next(blocks.begin(), static_cast<std::ptrdiff_t>(done)));
        rest.push_back(std::move(blocks));
    }
    --row_lines_;
    if (row_lines_ == 0) read_boxes();
    for (const auto& blocks : rest) {
        for (const auto one : blocks) block(one);
    }
}

void DocxBody::read_boxes() {
    for (const auto box : std::exchange(boxes_, {})) {
        // Only w:txbxContent is a box; a paragraph in a paragraph comes from a faulty program.
        if (docx_name(box) == DocxName::text_box) {
            ++content_.tally.text_boxes;
            read(box);
        } else {
            block(box);
        }
    }
}

void DocxBody::mark(pugi::xml_node node) {
    auto& mark = content_.marks[std::string(attribute(node, "id"))];
    const auto name = docx_name(node);
    auto& place = name == DocxName::comment_begin ? mark.begin
                  : name == DocxName::comment_end ? mark.end
                                                  : mark.reference;
    if (!place) place = content_.length;
}

void DocxBody::left_out(pugi::xml_node deleted) {
    const auto length = deleted_length(deleted);
    if (length == 0) return;
    content_.tally.deleted_characters += length;
    // Word cuts one deletion into pieces where the formatting changes.
    if (std::exchange(last_deletion_, content_.length) != content_.length) ++content_.tally.deleted_passages;
}

text::Position DocxBody::deleted_length(pugi::xml_node node) {
    text::Position length = 0;
    for (const auto inner : node.children()) {
        switch (docx_name(inner)) {
            case DocxName::text:
            case DocxName::deleted_text:
                length += text::count_code_points(text_of(inner));
                break;
            case DocxName::comment_begin:
            case DocxName::comment_end:
            case DocxName::comment_reference:
                mark(inner);
                break;
            default:
                length += deleted_length(inner);
        }
    }
    return length;
}

void DocxBody::append(std::string_view characters) {
    constexpr std::string_view kByteOrderMark = "\uFEFF";
    if (content_.length == 0 && characters.starts_with(kByteOrderMark)) {
        characters.remove_prefix(kByteOrderMark.size());
    }
    content_.utf8 += characters;
    content_.length += text::count_code_points(characters);
}

}  // namespace exchange
