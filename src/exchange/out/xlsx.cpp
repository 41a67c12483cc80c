// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/workbook.h"

#include <locale.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/cell_formats.h"
#include "exchange/out/row_height.h"
#include "exchange/out/sheet_plan.h"
#include "exchange/out/sheet_text.h"
#include "exchange/zip.h"

namespace exchange {

namespace {

/// The C locale for this thread while it lives: libxlsxwriter prints numbers with printf, and a decimal
/// comma makes a workbook that cannot be opened.
class PlainNumbers {
  public:
    PlainNumbers() : locale_(::newlocale(LC_ALL_MASK, "C", nullptr)), before_(::uselocale(locale_)) {}
    ~PlainNumbers() {
        ::uselocale(before_);
        ::freelocale(locale_);
    }
    PlainNumbers(const PlainNumbers&) = delete;
    PlainNumbers& operator=(const PlainNumbers&) = delete;

  private:
    locale_t locale_;
    locale_t before_;
};

[[noreturn]] void throw_not_written(const std::filesystem::path& path, const char* reason) {
    throw base::Error(base::ErrorKind::io, base::say("{} could not be written: {}.", path.string(), reason),
                      base::tr("See whether the folder exists, may be written to and has room."));
}

struct FreeWorkbook {
    void operator()(lxw_workbook* workbook) const { ::lxw_workbook_free(workbook); }
};

/// Writes one workbook to a temporary path; errors name the path that the user asked for.
class XlsxWriter {
  public:
    XlsxWriter(const Workbook& content, std::filesystem::path temporary, std::filesystem::path path)
        : content_(content), plan_(content), temporary_(std::move(temporary)), path_(std::move(path)) {}

    void write();

  private:
    void check(lxw_error error) const {
        if (error != LXW_NO_ERROR) throw_not_written(path_, ::lxw_strerror(error));
    }
    void create();
    void set_properties();
    void write_part(const SheetPart& part);
    void write_cell(const SheetCell& cell, lxw_row_t row, lxw_col_t column);
    void write_merged(const SheetPart& part);
    void set_print(const SheetPart& part);
    void set_view(const SheetPart& part);
    void close();

    const Workbook& content_;
    SheetPlan plan_;
    std::filesystem::path temporary_, path_;
    std::unique_ptr<lxw_workbook, FreeWorkbook> workbook_;
    std::unique_ptr<CellFormats> formats_;
    lxw_worksheet* sheet_ = nullptr;
    std::size_t links_ = 0;  ///< in this sheet
};

void XlsxWriter::write() {
    create();
    set_properties();
    for (const auto& part : plan_.parts()) write_part(part);
    close();
}

void XlsxWriter::create() {
    // libxlsxwriter opens the file at the very end and complains on stderr; so we look first.
    errno = 0;
    if (std::FILE* file = std::fopen(temporary_.c_str(), "wb"); file == nullptr || std::fclose(file) != 0) {
        throw_not_written(path_, std::strerror(errno));
    }
    // Its own temporary files hold people's words: they stay on the disk that the workbook goes to.
    auto folder = temporary_.parent_path().string();
    lxw_workbook_options options{};
    options.use_zip64 = LXW_FALSE;
    if (!folder.empty()) options.tmpdir = folder.data();
    workbook_.reset(::workbook_new_opt(temporary_.c_str(), &options));
    if (!workbook_) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    formats_ = std::make_unique<CellFormats>(workbook_.get());
}

void XlsxWriter::set_properties() {
    auto title = cell_safe_text(content_.title, 255);
    auto author = cell_safe_text(content_.author, 255);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    // 0 would be the present time.
    properties.created = static_cast<time_t>(std::max<std::int64_t>(1, content_.created));
    check(::workbook_set_properties(workbook_.get(), &properties));
}

void XlsxWriter::write_part(const SheetPart& part) {
    sheet_ = ::workbook_add_worksheet(workbook_.get(), part.name.c_str());
    if (sheet_ == nullptr) check(LXW_ERROR_PARAMETER_VALIDATION);
    links_ = 0;
    const auto& widths = part.sheet->widths;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        const auto index = static_cast<lxw_col_t>(column);
        check(::worksheet_set_column(sheet_, index, index, widths[column], nullptr));
    }
    ::worksheet_set_default_row(sheet_, kRowHeight, LXW_FALSE);
    write_merged(part);
    for (std::size_t row = 0; row < part.size(); ++row) {
        const auto& cells = part.sheet->rows[part.source_row(row)];
        const double height = row_height(*part.sheet, part.source_row(row));
        if (height > kRowHeight) {
            check(::worksheet_set_row(sheet_, static_cast<lxw_row_t>(row), height, nullptr));
        }
        for (std::size_t column = 0; column < cells.size(); ++column) {
            write_cell(cells[column], static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column));
        }
    }
    set_print(part);
    set_view(part);
}

void XlsxWriter::write_cell(const SheetCell& cell, lxw_row_t row, lxw_col_t column) {
    auto shown = cell;
    shown.link = links_ < kSheetLinkLimit ? plan_.resolved(cell.link) : std::string();
    lxw_format* const format = formats_->of(shown);
    if (!shown.link.empty()) {
        // The link keeps to the cell; the text that comes with it is written over.
        check(::worksheet_write_url(sheet_, row, column, shown.link.c_str(), format));
        ++links_;
    }
    if (!cell.is_number) {
        check(::worksheet_write_string(sheet_, row, column, cell_safe_text(cell.text).c_str(), format));
    } else if (!std::isfinite(cell.number)) {
        check(::worksheet_write_string(sheet_, row, column, "–", format));
    } else {
        // Days since 1899-12-30, Excel's zero.
        const double number = cell.style == CellStyle::date ? cell.number / 86'400 + 25'569 : cell.number;
        check(::worksheet_write_number(sheet_, row, column, number, format));
    }
}

void XlsxWriter::write_merged(const SheetPart& part) {
    const auto& sheet = *part.sheet;
    for (const auto& range : sheet.merged) {
        const auto first = static_cast<std::size_t>(range.first_row);
        const auto last = static_cast<std::size_t>(range.last_row);
        std::size_t shift = 0;
        if (first >= part.begin && last < part.end) {
            shift = part.begin - part.repeated;
        } else if (last >= part.repeated) {
            continue;
        }
        SheetCell cell;
        if (first < sheet.rows.size() &&
            static_cast<std::size_t>(range.first_column) < sheet.rows[first].size()) {
            cell = sheet.rows[first][static_cast<std::size_t>(range.first_column)];
        }
        const auto row = static_cast<lxw_row_t>(first - shift);
        check(::worksheet_merge_range(sheet_, row, static_cast<lxw_col_t>(range.first_column),
                                      static_cast<lxw_row_t>(last - shift),
                                      static_cast<lxw_col_t>(range.last_column), "", formats_->of(cell)));
    }
}

void XlsxWriter::set_print(const SheetPart& part) {
    constexpr std::uint8_t kA4 = 9;
    ::worksheet_set_paper(sheet_, kA4);
    if (part.sheet->landscape) ::worksheet_set_landscape(sheet_);
    ::worksheet_fit_to_pages(sheet_, 1, 0);
    ::worksheet_set_margins(sheet_, 0.6, 0.6, 0.7, 0.7);
    check(::worksheet_set_footer(sheet_, "&L&8&A&R&8&P / &N"));
    if (part.sheet->heading_rows > 0) {
        check(::worksheet_repeat_rows(sheet_, 0, static_cast<lxw_row_t>(part.sheet->heading_rows - 1)));
    }
    ::worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
}

void XlsxWriter::set_view(const SheetPart& part) {
    const auto& sheet = *part.sheet;
    if (sheet.frozen_rows > 0 || sheet.frozen_columns > 0) {
        ::worksheet_freeze_panes(sheet_, static_cast<lxw_row_t>(sheet.frozen_rows),
                                 static_cast<lxw_col_t>(sheet.frozen_columns));
    }
    if (sheet.filter_row < 0 || part.size() <= static_cast<std::size_t>(sheet.filter_row)) return;
    const auto columns = sheet.rows[static_cast<std::size_t>(sheet.filter_row)].size();
    if (columns == 0) return;
    check(::worksheet_autofilter(sheet_, static_cast<lxw_row_t>(sheet.filter_row), 0,
                                 static_cast<lxw_row_t>(part.size() - 1),
                                 static_cast<lxw_col_t>(columns - 1)));
}

void XlsxWriter::close() {
    errno = 0;
    const auto error = ::workbook_close(workbook_.release());
    const int code = errno;
    // It does not look at the writes to its temporary files; a full disk shows in errno only.
    if (code == ENOSPC || code == EFBIG || code == EDQUOT || code == EIO) {
        throw_not_written(path_, std::strerror(code));
    }
    check(error);
}

/// True where the part ends with a closing tag, as each part of a workbook does.
bool is_closed(std::string_view part) {
    const auto text = base::trimmed(part);
    const auto tag = text.rfind('<');
    return tag != std::string_view::npos && text.back() == '>' && text.substr(tag, 2) == "</";
}

/// Throws where the workbook is not whole: reads all of it back.
void check_whole(const std::filesystem::path& temporary, const std::filesystem::path& path) {
    bool whole = true;
    try {
        const ZipReader archive(temporary);
        for (const auto& name : archive.names()) {
            whole = whole && is_closed(archive.read(name, std::numeric_limits<std::uint64_t>::max()));
        }
    } catch (const base::Error&) {
        whole = false;
    }
    if (!whole) throw_not_written(path, base::tr("the disk did not keep all of it"));
}

}  // namespace

SheetCell text_cell(std::string text, CellStyle style) {
    SheetCell cell;
    cell.text = std::move(text);
    cell.style = style;
    return cell;
}

SheetCell number_cell(double number, CellStyle style, int decimals) {
    SheetCell cell;
    cell.number = number;
    cell.is_number = true;
    cell.style = style;
    cell.decimals = decimals;
    return cell;
}

void write_xlsx(const Workbook& workbook, const std::filesystem::path& path) {
    const PlainNumbers plain;
    base::replace_file(path, [&](const std::filesystem::path& temporary) {
        XlsxWriter(workbook, temporary, path).write();
        check_whole(temporary, path);
    });
}

}  // namespace exchange
