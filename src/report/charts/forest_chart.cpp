// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/charts/forest_chart.h"

#include <algorithm>
#include <cmath>

#include "report/agreement/figure_text.h"

namespace report {

namespace {

using analysis::Lack;
using Align = Shape::Align;

constexpr double kMargin = ChartCanvas::kMargin;
/// Below this an interval runs off the scale: what is that bad need not be read exactly.
constexpr double kLowest = -1, kUsualLowest = -0.2;
constexpr double kTick = 0.2;

class Forest {
  public:
    Forest(const std::vector<ForestLine>& lines, const ChartLook& look, const TextWidth& text_width)
        : lines_(lines), look_(look), canvas_(look, text_width, look.size * 1.6) {
        double widest = 0;
        low_ = kUsualLowest;
        for (const ForestLine& line : lines) {
            widest = std::max(widest, text_width(line.label, look.size, line.heading));
            if (!line.figure.value.defined() || line.heading) continue;
            low_ = std::min(low_, line.figure.value.value);
            if (line.figure.interval.lack == Lack::none) low_ = std::min(low_, line.figure.interval.low);
        }
        low_ = std::max(kLowest, std::floor(low_ / kTick) * kTick);
        labels_ = std::min(look.width * 0.42, widest + kMargin);
        left_ = kMargin + labels_;
        right_ = look.width - kMargin - text_width("0.00 [-0.00, 0.00]", look.size, false) - look.size;
    }

    Chart draw(const std::string& title, const std::vector<std::string>& notes) {
        canvas_.title(title);
        canvas_.down(canvas_.line() * 0.9);
        const double top = canvas_.y();
        const std::size_t before = canvas_.place();
        for (const ForestLine& line : lines_) draw_line(line);
        draw_scale(top, before);
        canvas_.down(canvas_.line() * 0.6);
        canvas_.notes(notes);
        return canvas_.finish();
    }

  private:
    [[nodiscard]] double x_of(double number) const {
        return left_ + (right_ - left_) * std::clamp((number - low_) / (1 - low_), 0.0, 1.0);
    }
    void draw_line(const ForestLine& line) {
        canvas_.down(canvas_.line());
        canvas_.text(line.heading ? kMargin : kMargin + look_.size * 0.6, canvas_.y(),
                     canvas_.fitting(line.label, labels_ - look_.size), look_.ink, Align::left, 0,
                     line.heading);
        if (line.heading) return;
        const double middle = canvas_.y() - look_.size * 0.35;
        const auto& figure = line.figure;
        if (!figure.value.defined()) {
            canvas_.text(left_ + look_.size * 0.5, canvas_.y(),
                         canvas_.fitting(sentence_of(figure.value.lack), right_ - left_), look_.quiet_ink);
            return;
        }
        std::string words = coefficient_text(figure.value.value);
        if (figure.interval.lack == Lack::none) {
            const double from = x_of(figure.interval.low), to = x_of(figure.interval.high);
            canvas_.add({Shape::Kind::rectangle, from, middle - 1, std::max(1.0, to - from), 2, look_.ink});
            for (const double end : {from, to})
                canvas_.add({Shape::Kind::rectangle, end - 0.5, middle - 4, 1, 8, look_.ink});
            words += fmt::format(" [{}, {}]", coefficient_text(figure.interval.low),
                                 coefficient_text(figure.interval.high));
        }
        canvas_.add({Shape::Kind::circle, x_of(figure.value.value), middle, look_.size * 0.6,
                     look_.size * 0.6, look_.ink});
        canvas_.text(look_.width - kMargin, canvas_.y(), words, look_.ink, Align::right);
    }

    /// The lines of the scale lie behind everything.
    void draw_scale(double top, std::size_t before) {
        std::vector<Shape> behind;
        const double bottom = canvas_.y() + canvas_.line() * 0.4;
        const auto rule = [&](double at, const std::string& colour) {
            behind.push_back({Shape::Kind::line, x_of(at), top, 0, bottom - top, colour});
        };
        const int ticks = static_cast<int>(std::lround((1 - low_) / kTick));
        for (int i = 0; i <= ticks; ++i) {
            const double at = low_ + kTick * i;
            rule(at, look_.rule);
            behind.push_back({Shape::Kind::text, x_of(at), bottom + look_.size * 1.1, 0, 0, look_.quiet_ink,
                              fmt::format("{:.1f}", std::abs(at) < 0.01 ? 0.0 : at), Align::centre,
                              look_.size * 0.9, false});
        }
        for (const double target : analysis::kTargets) {
            rule(target, look_.quiet_ink);
            behind.push_back({Shape::Kind::text, x_of(target), top - look_.size * 0.3, 0, 0, look_.quiet_ink,
                              fmt::format("{:.3f}", target).substr(1), Align::centre, look_.size * 0.85,
                              false});
        }
        canvas_.put_behind(before, behind);
        canvas_.down(bottom + look_.size * 1.2 - canvas_.y());
    }

    const std::vector<ForestLine>& lines_;
    const ChartLook& look_;
    ChartCanvas canvas_;
    double low_ = 0, labels_ = 0, left_ = 0, right_ = 0;
};

}  // namespace

Chart forest_chart(const std::string& title, const std::vector<ForestLine>& lines,
                   const std::vector<std::string>& notes, const ChartLook& look,
                   const TextWidth& text_width) {
    return Forest(lines, look, text_width).draw(title, notes);
}

}  // namespace report
