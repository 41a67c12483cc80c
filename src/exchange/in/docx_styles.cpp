// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/docx_styles.h"

#include "exchange/xml.h"

namespace exchange {

namespace {

/// Longer chains of styles come from no program.
constexpr int kLongestChain = 100;

}  // namespace

std::optional<bool> on_off(pugi::xml_node properties, std::string_view local) {
    const auto property = child(properties, local);
    if (!property) return std::nullopt;
    const auto value = attribute(property, "val");
    return value != "0" && value != "false" && value != "off";
}

std::optional<bool> numbering_of(pugi::xml_node paragraph_properties) {
    const auto numbering = child(paragraph_properties, "numPr");
    if (!numbering) return std::nullopt;
    const auto id = child(numbering, "numId");
    // A style may number by level alone; number 0 takes numbering away.
    return !id || attribute(id, "val") != "0";
}

DocxStyles::DocxStyles(pugi::xml_node styles) {
    const auto defaults = child(child(child(styles, "docDefaults"), "rPrDefault"), "rPr");
    defaults_ = {on_off(defaults, "b").value_or(false), on_off(defaults, "vanish").value_or(false)};
    for (const auto node : styles.children()) {
        if (local_name(node) != "style") continue;
        const auto run = child(node, "rPr");
        const std::string id(attribute(node, "styleId"));
        styles_[id] = {std::string(attribute(child(node, "basedOn"), "val")), on_off(run, "b"),
                       on_off(run, "vanish"), numbering_of(child(node, "pPr")), false};
        const auto is_default = attribute(node, "default");
        if (attribute(node, "type") == "paragraph" && (is_default == "1" || is_default == "true")) {
            default_paragraph_ = id;
        }
    }
    for (const auto& [id, style] : styles_) resolve(id, 0);
}

const DocxStyles::Style& DocxStyles::resolve(const std::string& id, int depth) {
    Style& style = styles_.at(id);
    if (style.resolved) return style;
    // Said before its ancestors are asked, so that a circle ends here.
    style.resolved = true;
    if (depth < kLongestChain && styles_.contains(style.based_on)) {
        const Style& base = resolve(style.based_on, depth + 1);
        if (!style.bold) style.bold = base.bold;
        if (!style.hidden) style.hidden = base.hidden;
        if (!style.numbered) style.numbered = base.numbered;
    }
    return style;
}

const DocxStyles::Style* DocxStyles::find(std::string_view id) const {
    const auto found = styles_.find(id.empty() ? std::string_view(default_paragraph_) : id);
    return found == styles_.end() ? nullptr : &found->second;
}

RunFormat DocxStyles::format(std::string_view paragraph_style, pugi::xml_node properties) const {
    const Style* paragraph = find(paragraph_style);
    const auto run_style = attribute(child(properties, "rStyle"), "val");
    const Style* run = run_style.empty() ? nullptr : find(run_style);
    const auto toggled = [&](std::optional<bool> Style::*property, bool by_default) {
        const bool by_paragraph = paragraph != nullptr && (paragraph->*property).value_or(false);
        const bool by_run = run != nullptr && (run->*property).value_or(false);
        return by_default || by_paragraph != by_run;
    };
    return {on_off(properties, "b").value_or(toggled(&Style::bold, defaults_.bold)),
            on_off(properties, "vanish").value_or(toggled(&Style::hidden, defaults_.hidden))};
}

bool DocxStyles::numbered(std::string_view paragraph_style) const {
    const Style* style = find(paragraph_style);
    return style != nullptr && style->numbered.value_or(false);
}

}  // namespace exchange
