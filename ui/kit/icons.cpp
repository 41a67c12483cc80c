// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icons.h"

#include <map>

#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

/// Lines on a field of 24 × 24, our own drawings.
const std::map<std::string, const char*> kDrawings{
    {"import.files", "<path d='M12 3v11m-4-4 4 4 4-4M4 15v5h16v-5'/>"},
    {"edit.undo", "<path d='M9 5 4 10l5 5M4 10h10a6 6 0 0 1 0 12h-3' transform='translate(0 -1.5)'/>"},
    {"edit.redo", "<path d='m15 5 5 5-5 5M20 10H10a6 6 0 0 0 0 12h3' transform='translate(0 -1.5)'/>"},
    {"coding.quick", "<path d='M4 6h16M4 12h9M4 18h6'/><path d='M17 11v8m-4-4h8'/>"},
    {"coding.repeat", "<path d='M5 12a7 7 0 0 1 12-5l2 2m0-5v5h-5M19 12a7 7 0 0 1-12 5l-2-2m0 5v-5h5'/>"},
    {"coding.star",
     "<path d='m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.500 9.700l5.900-.8z'/>"},
    {"memo.add", "<path d='M5 4h14v11l-5 5H5z M14 20v-5h5 M8 8.500h8M8 12h5'/>"},
    {"go.triad", "<path d='M3.500 5h4.700v14H3.500z M9.700 5h4.600v14H9.700z M15.800 5h4.700v14h-4.700z'/>"},
    {"go.uncoded", "<path d='M4 6h10M4 12h6M4 18h10'/><path d='m15 9 4 3-4 3z'/>"},
    {"page.matrix", "<path d='M4 5h16v14H4z M4 10h16M4 14.500h16M10 5v14M15 5v14'/>"},
    {"page.agreement", "<path d='M4 6h16M8 4v4M15 4v4M4 12h16M6 10v4M12 10v4M4 18h16M10 16v4M18 16v4'/>"},
    {"page.memos", "<path d='M7 3h12v14H7z M5 6H4v15h12v-1 M10 7h6M10 10.500h6'/>"},
    {"page.history", "<path d='M4.500 12a7.500 7.500 0 1 0 2.500-5.600L4.500 9m0-5v5h5 M12 8v4.500l3 2'/>"},
    {"help.palette", "<path d='m5 6 6 6-6 6M13 18h7'/>"},
    {"search.study", "<circle cx='10.500' cy='10.500' r='6'/><path d='m15 15 5.500 5.500'/>"},
    {"study.open", "<path d='M3 6h6l2 2h10v11H3z'/>"},
    {"study.new", "<path d='M6 3h8l4 4v14H6z M14 3v4h4 M12 11v6m-3-3h6'/>"},
    {"study.sample", "<path d='M4 5h7v15H4z M13 5h7v15h-7z M6 9h3M6 12h3M15 9h3M15 12h3'/>"},
};

}  // namespace

wxBitmapBundle icon_of(const std::string& action) {
    const auto drawing = kDrawings.find(action);
    if (drawing == kDrawings.end()) return {};
    const std::string svg = fmt::format(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><g fill='none' stroke='{}' "
        "stroke-width='1.700' stroke-linecap='round' stroke-linejoin='round'>{}</g></svg>",
        utf8(colour(Shade::ink).GetAsString(wxC2S_HTML_SYNTAX)), drawing->second);
    return wxBitmapBundle::FromSVG(svg.c_str(), wxSize(20, 20));
}

wxBitmapBundle swatch_of(const wxColour& fill) {
    const std::string svg = fmt::format(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 14 14'><rect x='1' y='1' width='12' "
        "height='12' rx='2.500' fill='{}'/></svg>",
        fill.IsOk() ? utf8(fill.GetAsString(wxC2S_HTML_SYNTAX)) : "none");
    return wxBitmapBundle::FromSVG(svg.c_str(), wxSize(14, 14));
}

}  // namespace ui
