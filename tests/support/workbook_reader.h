// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <list>
#include <map>
#include <pugixml.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "exchange/zip.h"

namespace support {

/// A cell of an .xlsx file as it stands there.
struct ReadCell {
    std::string type;   ///< "s" for a shared string, empty for a number
    std::string value;  ///< the string itself, or the digits of the number
    std::string style;  ///< the number of its format
    bool formula = false;
};

struct ReadSheet {
    std::string name;
    std::map<std::string, ReadCell> cells;     ///< by "A1"
    std::map<std::string, std::string> links;  ///< cell to place in the workbook
    std::vector<std::string> merged;
    std::string frozen;  ///< the first cell that moves
    std::string filter;
    pugi::xml_document xml;
};

/// Reads a workbook without the program's own writer, strictly: throws where a part is not XML.
class WorkbookReader {
  public:
    explicit WorkbookReader(const std::filesystem::path& path) : archive_(path) {
        pugi::xml_document workbook;
        parse("xl/workbook.xml", workbook);
        read_strings();
        int number = 0;
        for (const auto sheet : workbook.child("workbook").child("sheets").children("sheet")) {
            sheets_.emplace_back();
            sheets_.back().name = sheet.attribute("name").value();
            read_sheet("xl/worksheets/sheet" + std::to_string(++number) + ".xml", sheets_.back());
        }
    }

    [[nodiscard]] const std::list<ReadSheet>& sheets() const { return sheets_; }
    [[nodiscard]] const ReadSheet& sheet(const std::string& name) const {
        for (const auto& sheet : sheets_) {
            if (sheet.name == name) return sheet;
        }
        throw std::runtime_error("no sheet " + name);
    }
    [[nodiscard]] std::string part(const std::string& name) const { return archive_.read(name); }

  private:
    void parse(const std::string& name, pugi::xml_document& document) const {
        const auto bytes = archive_.read(name);
        if (!document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata)) {
            throw std::runtime_error(name + " is not XML");
        }
    }

    void read_strings() {
        if (!archive_.contains("xl/sharedStrings.xml")) return;
        pugi::xml_document document;
        parse("xl/sharedStrings.xml", document);
        for (const auto item : document.child("sst").children("si"))
            strings_.push_back(item.child_value("t"));
    }

    void read_sheet(const std::string& part, ReadSheet& sheet) const {
        parse(part, sheet.xml);
        const auto root = sheet.xml.child("worksheet");
        for (const auto row : root.child("sheetData").children("row")) {
            for (const auto cell : row.children("c")) {
                auto& read = sheet.cells[cell.attribute("r").value()];
                read.type = cell.attribute("t").value();
                read.style = cell.attribute("s").value();
                read.value = cell.child_value("v");
                read.formula = !cell.child("f").empty();
                if (read.type == "s") read.value = strings_.at(std::stoul(read.value));
            }
        }
        for (const auto link : root.child("hyperlinks").children("hyperlink")) {
            sheet.links[link.attribute("ref").value()] = link.attribute("location").value();
        }
        for (const auto range : root.child("mergeCells").children("mergeCell")) {
            sheet.merged.emplace_back(range.attribute("ref").value());
        }
        sheet.frozen =
            root.child("sheetViews").child("sheetView").child("pane").attribute("topLeftCell").value();
        sheet.filter = root.child("autoFilter").attribute("ref").value();
    }

    exchange::ZipReader archive_;
    std::vector<std::string> strings_;
    std::list<ReadSheet> sheets_;
};

}  // namespace support
