// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace exchange {

/// What of a run's formatting matters for its text.
struct RunFormat {
    bool bold = false;
    bool hidden = false;
};

/// The styles of a Word document: which text they make bold or hidden, which paragraphs they number.
class DocxStyles {
  public:
    DocxStyles() = default;
    /// `styles` is the root of styles.xml. Unknown and circular ancestors count as none.
    explicit DocxStyles(pugi::xml_node styles);

    /// The style that a paragraph without one has; may be empty.
    [[nodiscard]] const std::string& default_paragraph() const { return default_paragraph_; }
    /// How a run looks with these properties (w:rPr, may be null) in a paragraph of this style. Bold and
    /// hidden are toggles (ECMA-376 part 1, 17.7.3): the styles of paragraph and run annul each other, what
    /// stands at the run itself decides.
    [[nodiscard]] RunFormat format(std::string_view paragraph_style, pugi::xml_node properties) const;
    /// Whether the style gives a paragraph a number or a bullet.
    [[nodiscard]] bool numbered(std::string_view paragraph_style) const;

  private:
    struct Style {
        std::string based_on;
        std::optional<bool> bold, hidden, numbered;
        bool resolved = false;
    };

    const Style& resolve(const std::string& id, int depth);
    [[nodiscard]] const Style* find(std::string_view id) const;

    std::map<std::string, Style, std::less<>> styles_;
    std::string default_paragraph_;
    RunFormat defaults_;
};

/// The value of a property that is on or off (`<w:b/>`, `<w:b w:val="0"/>`), nothing where it is not there.
[[nodiscard]] std::optional<bool> on_off(pugi::xml_node properties, std::string_view local);

/// Whether w:pPr itself numbers its paragraph, or takes the number of its style away; nothing: it does not
/// say.
[[nodiscard]] std::optional<bool> numbering_of(pugi::xml_node paragraph_properties);

}  // namespace exchange
