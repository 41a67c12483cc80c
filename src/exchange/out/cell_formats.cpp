// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/cell_formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/error.h"
#include "base/translate.h"

namespace exchange {

namespace {

constexpr lxw_color_t kAccent = 0x1F5C75;    // of titles, links and the rule below headings
constexpr lxw_color_t kTint = 0xEAF2F5;      // behind group rows
constexpr lxw_color_t kHairline = 0xDDE3E6;  // between rows
constexpr lxw_color_t kQuiet = 0x6B777D;     // notes and zeros; 4.6 : 1 on white

std::string number_format(const SheetCell& cell) {
    const int decimals = std::clamp(cell.decimals, 0, 15);
    const std::string digits =
        decimals == 0 ? "0" : "0." + std::string(static_cast<std::size_t>(decimals), '0');
    return cell.style == CellStyle::percent ? digits + "%" : digits;
}

void set_small_print(lxw_format* format) {
    format_set_font_size(format, 9);
    format_set_font_color(format, kQuiet);
}

bool is_wrapped(CellStyle style) {
    return style != CellStyle::plain && style != CellStyle::number && style != CellStyle::percent &&
           style != CellStyle::quiet_number && style != CellStyle::date;
}

bool is_number_style(CellStyle style) {
    return style == CellStyle::number || style == CellStyle::percent || style == CellStyle::quiet_number;
}

bool is_heading(CellStyle style) {
    return style == CellStyle::heading || style == CellStyle::heading_note;
}

/// A mark or a zero, which should not draw the eye.
bool is_quiet(const SheetCell& cell) {
    return cell.style == CellStyle::quiet_number ||
           (is_number_style(cell.style) && cell.is_number && cell.number == 0);
}

/// One-line cells stand in the middle of their row; in rows that may grow tall all texts start at the top.
lxw_format_alignments vertical(CellStyle style) {
    if (is_heading(style)) return LXW_ALIGN_VERTICAL_BOTTOM;
    return is_number_style(style) || style == CellStyle::label ? LXW_ALIGN_VERTICAL_CENTER
                                                               : LXW_ALIGN_VERTICAL_TOP;
}

void set_alignment(lxw_format* format, const SheetCell& cell) {
    auto align = cell.align;
    if (align == CellAlign::by_style)
        align = is_number_style(cell.style) ? CellAlign::right : CellAlign::left;
    format_set_align(format, align == CellAlign::left     ? LXW_ALIGN_LEFT
                             : align == CellAlign::centre ? LXW_ALIGN_CENTER
                                                          : LXW_ALIGN_RIGHT);
    format_set_align(format, vertical(cell.style));
    if (cell.indent > 0) format_set_indent(format, static_cast<std::uint8_t>(std::min(cell.indent, 15)));
    if (is_wrapped(cell.style)) format_set_text_wrap(format);
}

void set_font(lxw_format* format, const SheetCell& cell) {
    switch (cell.style) {
        case CellStyle::title:
            format_set_bold(format);
            format_set_font_size(format, 14);
            format_set_font_color(format, kAccent);
            break;
        case CellStyle::heading:
            format_set_bold(format);
            break;
        case CellStyle::note:
        case CellStyle::heading_note:
            set_small_print(format);
            break;
        case CellStyle::quiet_number:
            format_set_font_color(format, kQuiet);
            break;
        default:
            break;
    }
    if (is_quiet(cell)) format_set_font_color(format, kQuiet);
    if (cell.group) format_set_bold(format);
    if (!cell.link.empty()) format_set_font_color(format, kAccent);
}

void set_lines(lxw_format* format, const SheetCell& cell) {
    if (cell.group) format_set_bg_color(format, kTint);
    const bool stands_free = cell.style == CellStyle::title || cell.style == CellStyle::note;
    if (cell.ruled) {
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, kAccent);
    } else if (!stands_free && !is_heading(cell.style) && !cell.open_below) {
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, kHairline);
    }
}

void set_number_format(lxw_format* format, const SheetCell& cell) {
    if (cell.style == CellStyle::date) {
        format_set_num_format(format, "yyyy\\-mm\\-dd\\ hh:mm");
    } else if (is_number_style(cell.style)) {
        format_set_num_format(format, number_format(cell).c_str());
    }
}

}  // namespace

lxw_format* CellFormats::of(const SheetCell& cell) {
    auto& format = formats_[{cell.style, cell.align, cell.decimals, cell.indent, !cell.link.empty(),
                             cell.group, cell.ruled, is_quiet(cell), cell.open_below}];
    if (format != nullptr) return format;
    format = workbook_add_format(workbook_);
    if (format == nullptr) {
        throw base::Error(base::ErrorKind::io, base::tr("There is not enough memory for the workbook."));
    }
    set_alignment(format, cell);
    set_font(format, cell);
    set_lines(format, cell);
    set_number_format(format, cell);
    return format;
}

}  // namespace exchange
