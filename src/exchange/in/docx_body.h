// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "exchange/in/docx_content.h"
#include "exchange/in/docx_styles.h"

namespace exchange {

/// Walks through WordprocessingML (ECMA-376 part 1, 17) and gathers its text: a paragraph is a line, a row
/// of a table is a line with tabs between its cells, and further paragraphs of a cell follow on lines of
/// their own. Elements that it does not know are walked into, so that no text is lost.
class DocxBody {
  public:
    /// `styles` outlives the reader.
    explicit DocxBody(const DocxStyles& styles) : styles_(styles) {}

    /// Reads the paragraphs and tables in `parent` behind what has been read already.
    void read(pugi::xml_node parent, const base::Progress& progress = {});
    /// Starts a line with `text`; what is read next goes on in it where `open`.
    void add_line(std::string_view text, bool open);

    [[nodiscard]] const DocxContent& content() const { return content_; }
    [[nodiscard]] DocxContent take() { return std::move(content_); }

  private:
    /// A field (17.16) between its begin and its end.
    struct Field {
        bool instruction = true;  ///< before its result
        std::size_t parked = 0;   ///< where what was parked for it begins
    };

    void block(pugi::xml_node node);
    void paragraph(pugi::xml_node node);
    void begin_paragraph(pugi::xml_node properties);
    void end_paragraph(pugi::xml_node properties);
    void table(pugi::xml_node node);
    void row(pugi::xml_node node, DocxTable& cells);
    void read_boxes();

    void inside(pugi::xml_node parent, const RunFormat& format);
    void element(pugi::xml_node node, const RunFormat& format);
    void written(pugi::xml_node text, const RunFormat& format);
    void symbol(pugi::xml_node node, const RunFormat& format);
    void note(pugi::xml_node node, bool endnote, const RunFormat& format);
    void field_character(pugi::xml_node node);
    void drawing(pugi::xml_node node);
    void one_alternative(pugi::xml_node node, const std::function<void(pugi::xml_node)>& walk);

    void mark(pugi::xml_node node);
    void left_out(pugi::xml_node deleted);
    [[nodiscard]] text::Position deleted_length(pugi::xml_node node);

    void emit(std::string_view characters, const RunFormat& format);
    void append(std::string_view characters);
    void start_line();

    const DocxStyles& styles_;
    DocxContent content_;
    std::map<DocxNote, std::size_t> note_numbers_;
    std::string style_;  ///< of the paragraph that is being read
    bool any_line_ = false;
    bool joined_ = false;       ///< the next line goes on in the present one
    bool bold_so_far_ = false;  ///< since the paragraph began
    int row_lines_ = 0;         ///< lines of rows that are being written
    std::vector<Field> fields_;
    int instructions_ = 0;               ///< fields that are before their result
    std::string parked_;                 ///< text before a field's result: dropped when the result comes
    std::vector<pugi::xml_node> boxes_;  ///< text boxes to be read behind the present paragraph or row
    text::Position last_deletion_ = -1;
    text::Position last_hidden_ = -1;
};

}  // namespace exchange
