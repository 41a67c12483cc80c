// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/strings.h"
#include "base/translate.h"
#include "text/encoding.h"

namespace exchange {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

[[nodiscard]] std::string_view without_prefix(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// The encoding that decode() cannot see by itself: UTF-16 without a mark, or what the declaration says.
/// UTF-16 in a declaration that can be read as single bytes is not true.
[[nodiscard]] std::string declared_encoding(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("<\0"sv)) return "UTF-16LE";
    if (bytes.starts_with("\0<"sv)) return "UTF-16BE";
    const auto declaration = bytes.substr(0, std::min(bytes.find("?>"), std::size_t{200}));
    const auto name = declaration.find("encoding=");
    if (!declaration.starts_with("<?xml") || name == std::string_view::npos) return "UTF-8";
    const auto open = name + std::string_view("encoding=").size();
    const auto close = declaration.find_first_of("\"'", open + 1);
    if (close == std::string_view::npos) return "UTF-8";
    std::string encoding(declaration.substr(open + 1, close - open - 1));
    return base::ascii_lower(encoding).starts_with("utf-16") ? "UTF-8" : encoding;
}

/// Where a reference to a character that no text can hold stands (`&#0;`, a surrogate), if anywhere:
/// pugixml would put it into its strings.
[[nodiscard]] std::optional<std::size_t> bad_reference(std::string_view bytes) {
    for (auto at = bytes.find("&#"); at != std::string_view::npos; at = bytes.find("&#", at + 2)) {
        const bool hexadecimal = bytes.substr(at + 2).starts_with('x');
        const char* begin = bytes.data() + at + (hexadecimal ? 3 : 2);
        std::uint32_t value = 0;
        const auto [end, fault] =
            std::from_chars(begin, bytes.data() + bytes.size(), value, hexadecimal ? 16 : 10);
        if (end == begin) continue;
        const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
        if (fault != std::errc{} || value == 0 || surrogate || value > 0x10FFFF) return at;
    }
    return std::nullopt;
}

/// Declarations of namespaces are no attributes.
[[nodiscard]] pugi::xml_attribute find_attribute(pugi::xml_node node, std::string_view local) {
    return node.find_attribute([&](pugi::xml_attribute one) {
        return local_name(one) == local && !std::string_view(one.name()).starts_with("xmlns:");
    });
}

}  // namespace

XmlDocument::XmlDocument(std::string_view bytes, std::filesystem::path file, std::string part)
    : file_(std::move(file)), part_(std::move(part)) {
    const std::string xml = decoded(bytes);
    for (auto at = xml.find('\n'); at != std::string::npos; at = xml.find('\n', at + 1)) {
        line_ends_.push_back(at);
    }
    check_text(xml);
    const auto parsed = document_.load_buffer(
        xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype,
        pugi::encoding_utf8);
    if (parsed.status == pugi::status_out_of_memory) throw std::bad_alloc();
    if (!parsed) {
        throw not_well_formed(line_at(static_cast<std::size_t>(std::max<ptrdiff_t>(parsed.offset, 0))));
    }
    check_nodes();
}

std::string XmlDocument::decoded(std::string_view bytes) const {
    text::Decoded text;
    try {
        text = text::decode(bytes, declared_encoding(bytes));
    } catch (const Error& error) {
        throw error_in(0, say("It is not XML. {}", error.what()), error.hint());
    }
    if (text.nul > 0 || text.replaced > 0) {
        throw error_in(0, tr("It holds bytes that XML forbids."),
                       tr("Fetch the file again, or open it in the program that made it and save it anew."));
    }
    return std::move(text.utf8);
}

void XmlDocument::check_text(std::string_view xml) const {
    const auto marks = std::count_if(xml.begin(), xml.end(), [](char c) { return c == '<' || c == '='; });
    if (static_cast<std::size_t>(marks) > kMostParts) {
        throw error_in(0, tr("There are too many elements in it."),
                       tr("Divide the document into several files and read these."));
    }
    if (const auto at = bad_reference(xml)) throw not_well_formed(line_at(*at));
}

void XmlDocument::check_nodes() const {
    std::size_t depth = 0;
    for (pugi::xml_node node = document_.first_child(); node;) {
        if (node.type() == pugi::node_doctype) {
            throw error_at(node, tr("It has a document type declaration, which is not read for safety."),
                           tr("Remove the lines from <!DOCTYPE on, or export the file anew."));
        }
        if (const auto inner = node.first_child()) {
            if (++depth > kDeepest) {
                throw error_at(node, tr("Its elements are nested too deep."),
                               tr("Programs do not write such files; ask where it comes from."));
            }
            node = inner;
            continue;
        }
        while (node && !node.next_sibling()) {
            node = node.parent();
            if (depth == 0) return;
            --depth;
        }
        node = node.next_sibling();
    }
}

pugi::xml_node XmlDocument::root() const {
    return document_.document_element();
}

std::size_t XmlDocument::line_at(std::size_t offset) const {
    return 1 + static_cast<std::size_t>(std::lower_bound(line_ends_.begin(), line_ends_.end(), offset) -
                                        line_ends_.begin());
}

std::size_t XmlDocument::line_of(pugi::xml_node node) const {
    return line_at(static_cast<std::size_t>(std::max<ptrdiff_t>(node.offset_debug(), 0)));
}

Error XmlDocument::error_at(pugi::xml_node node, const std::string& message, std::string hint) const {
    return error_in(line_of(node), message, std::move(hint));
}

/// `line` 0: the whole file.
Error XmlDocument::error_in(std::size_t line, const std::string& message, std::string hint) const {
    const std::string place = part_.empty() ? file_.string() : say("{} (in {})", file_.string(), part_);
    return {ErrorKind::bad_input,
            line == 0 ? say("{}: {}", place, message) : say("{}, line {}: {}", place, line, message),
            std::move(hint)};
}

Error XmlDocument::not_well_formed(std::size_t line) const {
    return error_in(line, tr("It is damaged from here on: it is not well-formed XML."),
                    tr("Fetch the file again, or open it in the program that made it and save it anew."));
}

std::string_view local_name(pugi::xml_node node) {
    return without_prefix(node.name());
}

std::string_view local_name(pugi::xml_attribute attribute) {
    return without_prefix(attribute.name());
}

pugi::xml_node child(pugi::xml_node node, std::string_view local) {
    return node.find_child([&](pugi::xml_node inner) { return local_name(inner) == local; });
}

std::string_view attribute(pugi::xml_node node, std::string_view local) {
    return find_attribute(node, local).value();
}

bool has_attribute(pugi::xml_node node, std::string_view local) {
    return !find_attribute(node, local).empty();
}

std::string text_of(pugi::xml_node node) {
    std::string text;
    for (const auto inner : node.children()) {
        if (inner.type() == pugi::node_pcdata || inner.type() == pugi::node_cdata) text += inner.value();
    }
    return text;
}

}  // namespace exchange
