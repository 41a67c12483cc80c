// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/chart_view.h"

#include <wx/dcbuffer.h>
#include <wx/dcmemory.h>
#include <wx/image.h>
#include <wx/mstream.h>
#include <wx/settings.h>

#include <algorithm>
#include <cmath>

#include "base/translate.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using report::Shape;

constexpr int kScrollStep = 12;
constexpr int kNarrowest = 420, kWidest = 1100;
constexpr double kPictureScale = 2;

wxFont sized(wxFont font, double size, bool bold) {
    font.SetPixelSize(wxSize(0, static_cast<int>(std::lround(size))));
    font.SetWeight(bold ? wxFONTWEIGHT_BOLD : wxFONTWEIGHT_NORMAL);
    return font;
}

std::string hex(Shade shade) {
    return utf8(colour(shade).GetAsString(wxC2S_HTML_SYNTAX));
}

void draw_text(const Shape& shape, wxGraphicsContext& graphics, const wxFont& font) {
    graphics.SetFont(sized(font, shape.size, shape.bold), wxColour(wx(shape.colour)));
    const wxString text = wx(shape.text);
    double width = 0, height = 0, descent = 0;
    graphics.GetTextExtent(text, &width, &height, &descent);
    const double left = shape.align == Shape::Align::left    ? shape.x
                        : shape.align == Shape::Align::right ? shape.x - width
                                                             : shape.x - width / 2;
    graphics.DrawText(text, left, shape.y - (height - descent));
}

}  // namespace

ChartView::ChartView(wxWindow* parent)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxVSCROLL | wxHSCROLL | wxBORDER_NONE) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(FromDIP(kScrollStep), FromDIP(kScrollStep));
    EnableScrolling(false, false);
    describe(*this, wx(base::tr("Chart of the matrix")));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        lay_out();
    });
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        event.Skip();
        SetFocus();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        lay_out();
    });
}

void ChartView::show(model::Table table, report::ChartKind kind, std::vector<std::string> colours) {
    show([table = std::move(table), kind, colours = std::move(colours)](const report::ChartLook& look,
                                                                        const report::TextWidth& width) {
        report::ChartLook coloured = look;
        coloured.columns = colours;
        return report::chart(table, kind, coloured, width);
    });
}

void ChartView::show(Make make) {
    make_ = std::move(make);
    lay_out();
}

void ChartView::lay_out() {
    if (!make_) return;
    report::ChartLook look;
    look.width = std::clamp(GetClientSize().x, FromDIP(kNarrowest), FromDIP(kWidest));
    look.size = GetFont().GetPixelSize().y;
    look.paper = hex(Shade::paper);
    look.ink = hex(Shade::ink);
    look.quiet_ink = hex(Shade::quiet_ink);
    look.rule = hex(Shade::rule);
    const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create());
    chart_ = make_(look, measured_by(*graphics, GetFont()));
    SetVirtualSize(static_cast<int>(chart_.width), static_cast<int>(chart_.height));
    Refresh();
}

void ChartView::paint() {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(colour(Shade::paper)));
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::CreateFromUnknownDC(dc));
    if (!graphics) return;
    const wxPoint offset = CalcUnscrolledPosition(wxPoint(0, 0));
    graphics->Translate(-offset.x, -offset.y);
    draw(chart_, *graphics, GetFont());
}

report::TextWidth measured_by(wxGraphicsContext& graphics, const wxFont& font) {
    return [&graphics, font](std::string_view text, double size, bool bold) {
        graphics.SetFont(sized(font, size, bold), colour(Shade::ink));
        double width = 0;
        graphics.GetTextExtent(wx(text), &width, nullptr);
        return width;
    };
}

void draw(const report::Chart& chart, wxGraphicsContext& graphics, const wxFont& font) {
    for (const auto& shape : chart.shapes) {
        const wxColour ink(wx(shape.colour));
        graphics.SetPen(shape.kind == Shape::Kind::line ? wxPen(ink) : *wxTRANSPARENT_PEN);
        graphics.SetBrush(shape.kind == Shape::Kind::line ? *wxTRANSPARENT_BRUSH : wxBrush(ink));
        switch (shape.kind) {
            case Shape::Kind::rectangle:
                graphics.DrawRectangle(shape.x, shape.y, shape.width, shape.height);
                break;
            case Shape::Kind::line:
                graphics.StrokeLine(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height);
                break;
            case Shape::Kind::circle:
                graphics.DrawEllipse(shape.x - shape.width / 2, shape.y - shape.height / 2, shape.width,
                                     shape.height);
                break;
            case Shape::Kind::text:
                draw_text(shape, graphics, font);
                break;
        }
    }
}

std::string file_of(const ChartView::Make& make, const std::string& ending, const std::string& title,
                    report::ChartLook look) {
    const wxFont font = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
    const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create());
    const auto made = make(look, measured_by(*graphics, font));
    if (ending == ".svg") return report::chart_svg(made, title);
    if (wxImage::FindHandler(wxBITMAP_TYPE_PNG) == nullptr) wxImage::AddHandler(new wxPNGHandler);
    wxMemoryOutputStream stream;
    picture_of(made, font).ConvertToImage().SaveFile(stream, wxBITMAP_TYPE_PNG);
    std::string bytes(stream.GetSize(), '\0');
    stream.CopyTo(bytes.data(), bytes.size());
    return bytes;
}

wxBitmap picture_of(const report::Chart& chart, const wxFont& font) {
    wxBitmap bitmap(static_cast<int>(std::ceil(chart.width * kPictureScale)),
                    static_cast<int>(std::ceil(chart.height * kPictureScale)), 24);
    wxMemoryDC memory(bitmap);
    {
        const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(memory));
        graphics->Scale(kPictureScale, kPictureScale);
        draw(chart, *graphics, font);
    }
    memory.SelectObject(wxNullBitmap);
    return bitmap;
}

}  // namespace ui
