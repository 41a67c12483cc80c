// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/query.h"

#include <algorithm>

#include "search/lexer.h"
#include "text/text.h"
#include "text/utf8_scan.h"

namespace search {

namespace {

using Kind = Node::Kind;

/// How tightly a node holds together; a child that holds less tightly than its parent needs parentheses.
int tightness(const Node& node) {
    switch (node.kind) {
        case Kind::within:
            return 0;
        case Kind::any_of:
            return 1;
        case Kind::all_of:
            return 2;
        case Kind::none_of:
            return 3;
        case Kind::near:
        case Kind::adjacent:
            return 4;
        default:
            return 5;
    }
}

class Printer {
  public:
    explicit Printer(Keywords keywords) : dutch_(keywords == Keywords::dutch) {}

    [[nodiscard]] std::string print(const Node& node) const {
        switch (node.kind) {
            case Kind::all_of:
                return list(node, word(Token::Kind::and_));
            case Kind::any_of:
                return list(node, word(Token::Kind::or_));
            case Kind::none_of:
                return word(Token::Kind::not_) + " " + child(node.children.front(), 3);
            case Kind::near:
                return group(node, word(Token::Kind::near));
            case Kind::adjacent:
                return group(node, word(Token::Kind::adjacent));
            case Kind::within:
                return child(node.children.front(), 0) + " " + word(Token::Kind::within) + " " +
                       kScopeWords[static_cast<int>(node.scope)][dutch_ ? 1 : 0];
            case Kind::elsewhere:
                return name(node) + ":" + child(node.children.front(), 5);
            case Kind::word:
                return is_keyword(node.text) ? quoted(node.text) : node.text;
            case Kind::exact:
                return "=" + node.text;
            case Kind::glob:
                return node.text;
            case Kind::phrase:
                return quoted(node.text);
            case Kind::regex:
                return "/" + with_slashes_escaped(node.text) + "/";
            case Kind::field:
                return name(node) + ":" + value(node.text);
        }
        return {};
    }

  private:
    [[nodiscard]] std::string word(Token::Kind kind) const {
        for (const Keyword& one : kKeywords) {
            if (one.kind == kind) return dutch_ ? one.dutch : one.english;
        }
        return {};
    }

    [[nodiscard]] std::string child(const Node& node, int least) const {
        return tightness(node) < least ? "(" + print(node) + ")" : print(node);
    }

    [[nodiscard]] std::string list(const Node& node, const std::string& sign) const {
        std::string text;
        for (const Node& one : node.children) {
            if (!text.empty()) text += " " + sign + " ";
            // AND binds closer than OR, which not everybody knows who reads how a query was understood.
            text += child(one, node.kind == Kind::any_of ? 3 : tightness(node) + 1);
        }
        return text;
    }

    [[nodiscard]] std::string group(const Node& node, const std::string& sign) const {
        std::string text;
        for (const Node& one : node.children) {
            const bool first = &one == &node.children.front();
            // A group on the left that differs needs no parentheses but is easier to read with them.
            text += (first ? "" : " " + sign + "/" + std::to_string(node.distance) + " ") + child(one, 5);
        }
        return text;
    }

    [[nodiscard]] std::string name(const Node& node) const {
        const Field& one = field(node.field);
        const std::string name = dutch_ ? one.dutch : one.name;
        if (node.field != FieldId::attribute) return name;
        const std::string stem = name.substr(0, name.find('.') + 1);
        const bool plain = std::all_of(node.attribute.begin(), node.attribute.end(), [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
        });
        return stem + (plain ? node.attribute : quoted(node.attribute));
    }

    static std::string quoted(const std::string& text) {
        std::string made = "\"";
        for (std::size_t at = 0; at < text.size();) {
            const auto c = text::code_point_at(text, at);
            const bool mark = c.value == '"' || c.value == '\\' || c.value == U'“' || c.value == U'”' ||
                              c.value == U'„' || c.value == U'‟' || c.value == U'«' || c.value == U'»';
            if (mark) made += '\\';
            made += text.substr(at, c.end - at);
            at = c.end;
        }
        return made + "\"";
    }

    /// A name that the lexer reads as one word needs no quotation marks.
    static std::string value(const std::string& text) {
        try {
            const auto tokens = tokens_of("role:" + text);
            if (tokens.size() == 3 && tokens[1].kind == Token::Kind::word && tokens[1].text == text)
                return text;
        } catch (const QueryError&) {
            // It is quoted then.
        }
        return quoted(text);
    }

    static std::string with_slashes_escaped(const std::string& expression) {
        std::string made;
        for (std::size_t i = 0; i < expression.size(); ++i) {
            if (expression[i] == '/') made += '\\';
            made += expression[i];
            if (expression[i] == '\\' && i + 1 < expression.size()) made += expression[++i];
        }
        return made;
    }

    bool dutch_;
};

const char* outline_word(const Node& node) {
    switch (node.kind) {
        case Kind::all_of:
            return "all";
        case Kind::any_of:
            return "any";
        case Kind::none_of:
            return "not";
        case Kind::near:
            return "near";
        case Kind::adjacent:
            return "adjacent";
        case Kind::within:
            return "within";
        case Kind::elsewhere:
            return "in";
        case Kind::word:
            return "word";
        case Kind::exact:
            return "exact";
        case Kind::glob:
            return "glob";
        case Kind::phrase:
            return "phrase";
        case Kind::regex:
            return "regex";
        case Kind::field:
            return "field";
    }
    return "";
}

void outline(const Node& node, int level, std::string& lines) {
    lines += std::string(static_cast<std::size_t>(level) * 2, ' ') + outline_word(node);
    if (node.kind == Kind::near || node.kind == Kind::adjacent) lines += " " + std::to_string(node.distance);
    if (node.kind == Kind::within) lines += std::string(" ") + kScopeWords[static_cast<int>(node.scope)][0];
    if (node.kind == Kind::elsewhere) lines += std::string(" ") + field(node.field).name;
    if (node.kind == Kind::field) {
        lines += std::string(" ") +
                 (node.attribute.empty() ? field(node.field).name : "attribute." + node.attribute);
    }
    if (!node.text.empty()) lines += " " + node.text;
    lines += "\n";
    for (const Node& child : node.children) outline(child, level + 1, lines);
}

}  // namespace

bool Node::same_as(const Node& other) const {
    return kind == other.kind && text == other.text && field == other.field && attribute == other.attribute &&
           distance == other.distance && scope == other.scope &&
           std::equal(children.begin(), children.end(), other.children.begin(), other.children.end(),
                      [](const Node& a, const Node& b) { return a.same_as(b); });
}

std::string printed(const Node& node, Keywords keywords) {
    return Printer(keywords).print(node);
}

std::string outline(const Node& node) {
    std::string lines;
    outline(node, 0, lines);
    return lines;
}

std::string pointed_at(std::string_view query, const text::Span& place) {
    // Long queries are shown from a little before the place.
    constexpr text::Position kBefore = 40, kShown = 70;
    std::string line, marks;
    text::Position position = 0;
    const text::Position from = std::max<text::Position>(0, place.begin - kBefore);
    for (std::size_t at = 0; at < query.size() && position < from + kShown; ++position) {
        const auto c = text::code_point_at(query, at);
        if (position >= from) {
            const bool control = c.value < 0x20 || c.value == 0x7F;
            line += control ? " " : std::string(query.substr(at, c.end - at));
            if (position < std::max(place.end, place.begin + 1)) marks += position < place.begin ? ' ' : '^';
        }
        at = c.end;
    }
    if (place.begin >= position) marks += '^';
    return line + "\n" + marks;
}

}  // namespace search
