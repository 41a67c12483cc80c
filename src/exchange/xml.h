// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace exchange {

/// An XML document that may come from anybody, for readers that walk it. Names are compared without their
/// prefix, because programs disagree about namespaces. White space is kept as it stands.
class XmlDocument {
  public:
    /// Deeper documents are refused, so that a reader may call itself for each level.
    static constexpr std::size_t kDeepest = 1000;
    /// More elements and attributes together are refused.
    static constexpr std::size_t kMostParts = 20'000'000;

    /// Parses `bytes` (UTF-8, UTF-16 or what its declaration says). `file` and `part`, which may be empty,
    /// say in messages where it comes from. Throws Error(bad_input) with file, part and line for what is not
    /// well-formed XML, a document type declaration (so there are no entities), NUL, and too many or
    /// too deep elements.
    XmlDocument(std::string_view bytes, std::filesystem::path file, std::string part = {});

    /// The one element that holds all others.
    [[nodiscard]] pugi::xml_node root() const;
    /// The line of the file in which a node starts, from 1.
    [[nodiscard]] std::size_t line_of(pugi::xml_node node) const;
    /// An error that names file, part and the line of the node: "x.qdc, line 7: MESSAGE".
    [[nodiscard]] base::Error error_at(pugi::xml_node node, const std::string& message,
                                       std::string hint = {}) const;

  private:
    [[nodiscard]] std::size_t line_at(std::size_t offset) const;
    [[nodiscard]] base::Error error_in(std::size_t line, const std::string& message, std::string hint) const;
    [[nodiscard]] base::Error not_well_formed(std::size_t line) const;
    [[nodiscard]] std::string decoded(std::string_view bytes) const;
    void check_text(std::string_view xml) const;
    void check_nodes() const;

    std::filesystem::path file_;
    std::string part_;
    pugi::xml_document document_;
    std::vector<std::size_t> line_ends_;  ///< offsets of LF
};

/// The name without its prefix: "p" for `w:p`; empty for a node that is no element.
[[nodiscard]] std::string_view local_name(pugi::xml_node node);
[[nodiscard]] std::string_view local_name(pugi::xml_attribute attribute);

/// The first child element of that local name, or a null node.
[[nodiscard]] pugi::xml_node child(pugi::xml_node node, std::string_view local);

/// The value of the first attribute of that local name, empty where there is none. The view lives as long
/// as the document.
[[nodiscard]] std::string_view attribute(pugi::xml_node node, std::string_view local);
[[nodiscard]] bool has_attribute(pugi::xml_node node, std::string_view local);

/// The characters that stand directly in the element, CDATA included; those of its children are not.
[[nodiscard]] std::string text_of(pugi::xml_node node);

}  // namespace exchange
