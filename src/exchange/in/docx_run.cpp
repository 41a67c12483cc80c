// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DocxBody that reads what stands inside a paragraph.
#include "exchange/in/docx_body.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/strings.h"
#include "exchange/in/docx_names.h"
#include "exchange/in/docx_symbols.h"
#include "exchange/xml.h"
#include "text/text.h"

namespace exchange {

void DocxBody::inside(pugi::xml_node parent, const RunFormat& format) {
    for (const auto node : parent.children()) {
        if (node.type() == pugi::node_element) element(node, format);
    }
}

void DocxBody::element(pugi::xml_node node, const RunFormat& format) {
    switch (docx_name(node)) {
        case DocxName::properties:
        case DocxName::deleted_text:
            return;
        case DocxName::run:
            return inside(node, styles_.format(style_, child(node, "rPr")));
        case DocxName::text:
            return written(node, format);
        case DocxName::tab:
            return emit("\t", format);
        case DocxName::line_break:
            return emit("\n", format);
        case DocxName::no_break_hyphen:
            return emit("\u2011", format);
        case DocxName::soft_hyphen:
            return emit("\u00AD", format);
        case DocxName::symbol:
            return symbol(node, format);
        case DocxName::field_character:
            return field_character(node);
        case DocxName::footnote:
            return note(node, false, format);
        case DocxName::endnote:
            return note(node, true, format);
        case DocxName::comment_begin:
        case DocxName::comment_end:
        case DocxName::comment_reference:
            return mark(node);
        case DocxName::deleted:
            return left_out(node);
        case DocxName::alternatives:
            return one_alternative(node, [&](pugi::xml_node one) { inside(one, format); });
        case DocxName::reading:
            ++content_.tally.readings;
            return;
        case DocxName::equation:
            ++content_.tally.equations;
            return inside(node, format);
        case DocxName::paragraph:
        case DocxName::table:
        case DocxName::text_box:
        case DocxName::drawing:
        case DocxName::object:
        case DocxName::external:
            if (!format.hidden) drawing(node);
            return;
        default:
            return inside(node, format);
    }
}

void DocxBody::written(pugi::xml_node text, const RunFormat& format) {
    std::string characters = text_of(text);
    // Word shows line ends of the XML as blanks.
    std::replace_if(
        characters.begin(), characters.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    std::string_view shown = characters;
    if (attribute(text, "space") != "preserve") shown = base::trimmed(shown);
    emit(shown, format);
}

void DocxBody::symbol(pugi::xml_node node, const RunFormat& format) {
    const auto character = symbol_character(attribute(node, "font"), attribute(node, "char"));
    if (!character && !format.hidden) ++content_.tally.symbols;
    emit(character.value_or("\uFFFD"), format);
}

void DocxBody::note(pugi::xml_node node, bool endnote, const RunFormat& format) {
    if (format.hidden) return;
    const DocxNote note{endnote, std::string(attribute(node, "id"))};
    // A note has one number: it may be referred to again, even within itself.
    const auto [number, is_new] = note_numbers_.emplace(note, content_.notes.size() + 1);
    if (is_new) content_.notes.push_back(note);
    emit("[" + std::to_string(number->second) + "]", format);
}

void DocxBody::field_character(pugi::xml_node node) {
    const auto type = attribute(node, "fldCharType");
    if (type == "begin") {
        fields_.push_back({true, parked_.size()});
        ++instructions_;
        return;
    }
    if (fields_.empty()) return;
    auto& field = fields_.back();
    if (field.instruction) {
        field.instruction = false;
        --instructions_;
        parked_.resize(std::min(parked_.size(), field.parked));
    }
    if (type == "end") fields_.pop_back();
}

void DocxBody::drawing(pugi::xml_node node) {
    auto& tally = content_.tally;
    switch (docx_name(node)) {
        case DocxName::paragraph:
        case DocxName::table:
        case DocxName::text_box:
            boxes_.push_back(node);
            return;
        case DocxName::alternatives:
            return one_alternative(node, [this](pugi::xml_node one) { drawing(one); });
        case DocxName::object:
        case DocxName::external:
            ++tally.objects;
            return;
        case DocxName::picture:
            ++tally.pictures;
            return;
        case DocxName::chart:
            ++tally.charts;
            return;
        case DocxName::diagram:
            ++tally.diagrams;
            return;
        default:
            for (const auto inner : node.children()) drawing(inner);
    }
}

/// Programs write one thing in several ways, for younger and older readers: the first that holds anything
/// that we know is taken.
void DocxBody::one_alternative(pugi::xml_node node, const std::function<void(pugi::xml_node)>& walk) {
    const auto state = [this] {
        return std::tuple(content_.length, content_.tally, boxes_.size(), parked_.size(), fields_.size());
    };
    const auto before = state();
    for (const auto one : node.children()) {
        if (state() != before) return;
        walk(one);
    }
}

void DocxBody::emit(std::string_view characters, const RunFormat& format) {
    if (characters.empty()) return;
    if (format.hidden) {
        content_.tally.hidden_characters += text::count_code_points(characters);
        if (std::exchange(last_hidden_, content_.length) != content_.length) {
            ++content_.tally.hidden_passages;
        }
        return;
    }
    if (instructions_ > 0) {
        parked_ += characters;
        return;
    }
    const bool blank = characters.find_first_not_of(' ') == std::string_view::npos;
    if (!format.bold && !blank) bold_so_far_ = false;
    append(characters);
    if (format.bold && bold_so_far_) content_.paragraphs.back().bold_end = content_.length;
}

}  // namespace exchange
