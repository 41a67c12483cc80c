// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.h"

#include <wx/settings.h>

#include <algorithm>
#include <cmath>

#include "ui/kit/words.h"

namespace ui {

namespace {

struct Pair {
    const char* light;
    const char* dark;
};

Pair pair_of(Shade shade) {
    switch (shade) {
        case Shade::paper:
            return {"#fdfdfb", "#22252a"};
        case Shade::ink:
            return {"#1d2126", "#e6e6e3"};
        case Shade::quiet_ink:
            return {"#5d646d", "#a3a9b1"};
        case Shade::label_ink:
            return {"#274b6d", "#9cc4ea"};
        case Shade::margin:
            return {"#f3f3ef", "#1c1f23"};
        case Shade::rule:
            return {"#d9d9d3", "#3c4148"};
        case Shade::selection:
            return {"#b9d7f5", "#2f5379"};
        case Shade::accent:
            return {"#1f66a8", "#6aaeef"};
        case Shade::heading:
            return {"#eeeeea", "#2c3036"};
        case Shade::warning:
            return {"#fdf0cf", "#4a3c12"};
        case Shade::heat:
            return {"#7fb1dc", "#2c6ca3"};
        case Shade::hit:
            return {"#f0b429", "#c98a10"};
        case Shade::error:
            return {"#b3261e", "#f2938c"};
    }
    return {"#000000", "#ffffff"};
}

double luminance(const wxColour& colour) {
    const auto linear = [](unsigned char value) {
        const double part = value / 255.0;
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.Red()) + 0.7152 * linear(colour.Green()) + 0.0722 * linear(colour.Blue());
}

}  // namespace

bool is_dark() {
    return wxSystemSettings::GetAppearance().IsDark();
}

wxColour colour(Shade shade) {
    const Pair pair = pair_of(shade);
    return wxColour(is_dark() ? pair.dark : pair.light);
}

wxColour bar_colour(std::string_view hex) {
    wxColour result(wx(hex));
    if (!result.IsOk()) return colour(Shade::quiet_ink);
    const wxColour paper = colour(Shade::paper);
    const wxColour ink = colour(Shade::ink);
    // 3 : 1 is what WCAG asks of graphics.
    for (double part = 0.1; contrast(result, paper) < 3 && part < 0.9; part += 0.1) {
        result = blended(ink, wxColour(wx(hex)), part);
    }
    return result;
}

wxColour tint_colour(const wxColour& bar) {
    const wxColour paper = colour(Shade::paper);
    const wxColour ink = colour(Shade::ink);
    wxColour result = bar;
    // 4.5 : 1 is what WCAG asks of letters.
    for (double part = 0.95; contrast(result, ink) < 4.5 && part > 0; part -= 0.05) {
        result = blended(bar, paper, part);
    }
    return result;
}

wxColour ink_on(const wxColour& background) {
    return contrast(*wxBLACK, background) >= contrast(*wxWHITE, background) ? *wxBLACK : *wxWHITE;
}

wxColour blended(const wxColour& over, const wxColour& under, double part) {
    const auto mix = [part](unsigned char a, unsigned char b) {
        return static_cast<unsigned char>(std::lround(a * part + b * (1 - part)));
    };
    return {mix(over.Red(), under.Red()), mix(over.Green(), under.Green()), mix(over.Blue(), under.Blue())};
}

double contrast(const wxColour& a, const wxColour& b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace ui
