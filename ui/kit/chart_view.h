// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/bitmap.h>
#include <wx/graphics.h>
#include <wx/scrolwin.h>

#include <functional>
#include <string>
#include <vector>

#include "model/table.h"
#include "report/charts/table_chart.h"

namespace ui {

/// A matrix as a picture, as wide as the window, in the colours of the desktop.
class ChartView : public wxScrolledCanvas {
  public:
    explicit ChartView(wxWindow* parent);

    /// `colours`: "#rrggbb" or empty for each column.
    void show(model::Table table, report::ChartKind kind, std::vector<std::string> colours);
    /// Another picture: `make` draws it for a width, in the colours and letters of the window.
    using Make = std::function<report::Chart(const report::ChartLook&, const report::TextWidth&)>;
    void show(Make make);
    [[nodiscard]] const report::Chart& chart() const { return chart_; }

  private:
    void lay_out();
    void paint();

    Make make_;
    report::Chart chart_;
};

/// How wide texts are in the letters of the window, for report::chart().
[[nodiscard]] report::TextWidth measured_by(wxGraphicsContext& graphics, const wxFont& font);
void draw(const report::Chart& chart, wxGraphicsContext& graphics, const wxFont& font);
/// A chart for paper, whatever the desktop's colours are, as the bytes of a PNG or an SVG file by its ending.
[[nodiscard]] std::string file_of(const ChartView::Make& make, const std::string& ending,
                                  const std::string& title, report::ChartLook look = {});
/// The chart with twice as many pixels each way as it has units, sharp in print.
[[nodiscard]] wxBitmap picture_of(const report::Chart& chart, const wxFont& font);

}  // namespace ui
