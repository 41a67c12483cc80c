// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/docx_names.h"

#include <string_view>
#include <unordered_map>

#include "exchange/xml.h"

namespace exchange {

DocxName docx_name(pugi::xml_node node) {
    using enum DocxName;
    static const std::unordered_map<std::string_view, DocxName> kNames{
        {"pPr", properties},
        {"rPr", properties},
        {"sdtPr", properties},
        {"sdtEndPr", properties},
        {"tblPr", properties},
        {"tblPrEx", properties},
        {"tblGrid", properties},
        {"trPr", properties},
        {"tcPr", properties},
        {"sectPr", properties},
        {"smartTagPr", properties},
        {"customXmlPr", properties},
        {"rubyPr", properties},
        {"instrText", properties},
        {"delInstrText", properties},
        {"ffData", properties},
        {"fldData", properties},
        {"sdt", wrapper},
        {"sdtContent", wrapper},
        {"customXml", wrapper},
        {"smartTag", wrapper},
        {"ins", wrapper},
        {"moveTo", wrapper},
        {"p", paragraph},
        {"tbl", table},
        {"tr", row},
        {"tc", cell},
        {"txbxContent", text_box},
        {"altChunk", external},
        {"subDoc", external},
        {"r", run},
        {"t", text},
        {"delText", deleted_text},
        {"tab", tab},
        {"ptab", tab},
        {"br", line_break},
        {"cr", line_break},
        {"noBreakHyphen", no_break_hyphen},
        {"softHyphen", soft_hyphen},
        {"sym", symbol},
        {"fldChar", field_character},
        {"footnoteReference", footnote},
        {"endnoteReference", endnote},
        {"commentRangeStart", comment_begin},
        {"commentRangeEnd", comment_end},
        {"commentReference", comment_reference},
        {"del", deleted},
        {"moveFrom", deleted},
        {"AlternateContent", alternatives},
        {"drawing", drawing},
        {"pict", drawing},
        {"object", object},
        {"OLEObject", object},
        {"pic", picture},
        {"imagedata", picture},
        {"contentPart", picture},
        {"chart", chart},
        {"relIds", diagram},
        {"oMath", equation},
        {"rt", reading},
    };
    const auto found = kNames.find(local_name(node));
    return found == kNames.end() ? other : found->second;
}

}  // namespace exchange
