// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "search/lexer.h"
#include "search/query.h"
#include "search/words.h"

namespace search {

namespace {

using base::say;
using base::tr;

// The grammar; each rule is one function below.
//
//   query  = scoped
//   scoped = any (WITHIN scope)?
//   any    = all (OR all)*
//   all    = not ((AND)? not)*
//   not    = (NOT | -) not | near
//   near   = atom (NEAR/n atom)* | atom (ADJ/n atom)*      from left to right
//   atom   = "(" scoped ")" | FIELD: value | term
//   value  = "(" scoped ")" | term
class Parser {
  public:
    explicit Parser(std::string_view query) : tokens_(tokens_of(query)) {}

    Node run() {
        if (is(Token::Kind::end)) {
            throw QueryError(here(), tr("The query is empty."), tr("Write a word to search for."));
        }
        Node node = scoped();
        if (is(Token::Kind::close)) {
            throw QueryError(here(), tr("This parenthesis closes nothing."),
                             tr("Take it away, or put its partner before it."));
        }
        if (!is(Token::Kind::end)) refuse_operator();
        return node;
    }

  private:
    [[nodiscard]] const Token& token() const { return tokens_[at_]; }
    [[nodiscard]] bool is(Token::Kind kind) const { return token().kind == kind; }
    [[nodiscard]] text::Span here() const { return token().place; }
    Token take() { return tokens_[at_++]; }

    [[nodiscard]] bool starts_operand() const {
        switch (token().kind) {
            case Token::Kind::open:
            case Token::Kind::not_:
            case Token::Kind::field:
            case Token::Kind::word:
            case Token::Kind::exact:
            case Token::Kind::quoted:
            case Token::Kind::regex:
                return true;
            default:
                return false;
        }
    }

    [[noreturn]] void refuse_operator() const {
        if (is(Token::Kind::end) || is(Token::Kind::close)) {
            throw QueryError(at_ > 0 ? tokens_[at_ - 1].place : here(),
                             tr("Something is missing after this."),
                             tr("Write a word behind it, or take it away."));
        }
        throw QueryError(
            here(), tr("This operator has nothing to work on."),
            tr("To search for the word itself, write it in small letters or in quotation marks."));
    }

    /// Parents before children; the deepest query that is read is kDeepest deep.
    struct Descent {
        explicit Descent(Parser& parser) : parser_(parser) {
            if (++parser_.depth_ > kDeepest) {
                throw QueryError(parser_.here(), say("The query is nested more than {} deep.", kDeepest),
                                 tr("Leave out parentheses that are not needed."));
            }
        }
        ~Descent() { --parser_.depth_; }
        Descent(const Descent&) = delete;
        Descent& operator=(const Descent&) = delete;
        Parser& parser_;
    };

    static Node joined(Node::Kind kind, std::vector<Node> children) {
        if (children.size() == 1) return std::move(children.front());
        Node node;
        node.kind = kind;
        node.place = {children.front().place.begin, children.back().place.end};
        // (a AND b) AND c is a AND b AND c.
        for (Node& child : children) {
            if (child.kind == kind) {
                std::move(child.children.begin(), child.children.end(), std::back_inserter(node.children));
            } else {
                node.children.push_back(std::move(child));
            }
        }
        return node;
    }

    Node scoped() {
        Node node = any();
        while (is(Token::Kind::within)) {
            const Token within = take();
            Node around;
            around.kind = Node::Kind::within;
            around.scope = within.scope;
            around.place = {node.place.begin, within.place.end};
            around.children.push_back(std::move(node));
            node = std::move(around);
            const Descent descent(*this);
            ++scopes_;
            if (scopes_ > kDeepest) refuse_operator();
        }
        return node;
    }

    Node any() {
        std::vector<Node> nodes;
        nodes.push_back(all());
        while (is(Token::Kind::or_)) {
            take();
            nodes.push_back(all());
        }
        return joined(Node::Kind::any_of, std::move(nodes));
    }

    Node all() {
        std::vector<Node> nodes;
        nodes.push_back(negated());
        while (is(Token::Kind::and_) || starts_operand()) {
            if (is(Token::Kind::and_)) take();
            nodes.push_back(negated());
        }
        return joined(Node::Kind::all_of, std::move(nodes));
    }

    Node negated() {
        if (!is(Token::Kind::not_)) return near();
        const Descent descent(*this);
        const Token sign = take();
        Node child = negated();
        // NOT NOT x is x.
        if (child.kind == Node::Kind::none_of) return std::move(child.children.front());
        Node node;
        node.kind = Node::Kind::none_of;
        node.place = {sign.place.begin, child.place.end};
        node.children.push_back(std::move(child));
        return node;
    }

    Node near() {
        Node node = atom();
        std::size_t groups = 0;
        while (is(Token::Kind::near) || is(Token::Kind::adjacent)) {
            const auto place = here();
            const Token sign = take();
            const auto kind = sign.kind == Token::Kind::near ? Node::Kind::near : Node::Kind::adjacent;
            Node right = atom();
            require_words(node);
            require_words(right);
            const text::Span whole{node.place.begin, right.place.end};
            // a NEAR/5 b NEAR/5 c is one group of three.
            const bool goes_on = groups > 0 && node.kind == kind && node.distance == sign.number;
            if (!goes_on) {
                Node group;
                group.kind = kind;
                group.distance = sign.number;
                group.children.push_back(std::move(node));
                node = std::move(group);
                if (++groups > kMostNear) refuse_group(place);
            }
            node.children.push_back(std::move(right));
            node.place = whole;
            if (node.children.size() > kMostNear) refuse_group(place);
        }
        return node;
    }

    [[noreturn]] static void refuse_group(const text::Span& place) {
        throw QueryError(place, say("At most {} things can be near each other.", kMostNear));
    }

    /// Nearness is between words; a role is near nothing.
    static void require_words(const Node& node) {
        switch (node.kind) {
            case Node::Kind::field:
            case Node::Kind::none_of:
            case Node::Kind::all_of:
            case Node::Kind::within:
            case Node::Kind::elsewhere:
                throw QueryError(node.place,
                                 tr("Only words, phrases and expressions can be near each other."),
                                 tr("Put this beside the group: role:ouder (vertrouwen NEAR/5 school)"));
            default:
                for (const Node& child : node.children) require_words(child);
        }
    }

    Node atom() {
        const Descent descent(*this);
        switch (token().kind) {
            case Token::Kind::open:
                return group();
            case Token::Kind::field:
                return field();
            case Token::Kind::word:
            case Token::Kind::exact:
            case Token::Kind::quoted:
            case Token::Kind::regex:
                return value_of_ != nullptr ? value() : term();
            default:
                refuse_operator();
        }
    }

    Node group() {
        const Token opening = take();
        if (is(Token::Kind::close)) {
            throw QueryError({opening.place.begin, here().end},
                             tr("There is nothing between these parentheses."));
        }
        Node node = scoped();
        if (!is(Token::Kind::close)) {
            if (!is(Token::Kind::end)) refuse_operator();
            throw QueryError(opening.place, tr("This parenthesis is not closed."),
                             tr("Put a ) where its part of the query ends."));
        }
        node.place = {opening.place.begin, take().place.end};
        return node;
    }

    /// FIELD: and its value, or several values in parentheses: role:(ouder OR jongere).
    Node field() {
        const Token name = take();
        if (value_of_ != nullptr) {
            throw QueryError(name.place, tr("A field cannot be the value of another one."));
        }
        const bool words = name.field.field->kind == FieldKind::words;
        if (!words) value_of_ = &name;
        Node node = atom();
        value_of_ = nullptr;
        if (!words) {
            if (node.kind == Node::Kind::field) node.place.begin = name.place.begin;
            return node;
        }
        if (has_fields(node)) {
            throw QueryError(node.place, tr("A field cannot be the value of another one."));
        }
        Node around;
        around.kind = Node::Kind::elsewhere;
        around.field = name.field.field->id;
        around.place = {name.place.begin, node.place.end};
        around.children.push_back(std::move(node));
        return around;
    }

    static bool has_fields(const Node& node) {
        return node.kind == Node::Kind::field || node.kind == Node::Kind::elsewhere ||
               std::any_of(node.children.begin(), node.children.end(), has_fields);
    }

    Node value() {
        const Token token = take();
        if (token.kind == Token::Kind::regex || token.kind == Token::Kind::exact) {
            throw QueryError(token.place, tr("A field's value is a name; * and ? may stand for letters."));
        }
        if (++terms_ > kMostTerms) refuse_terms(token.place);
        Node node;
        node.kind = Node::Kind::field;
        node.field = value_of_->field.field->id;
        node.attribute = value_of_->field.attribute;
        node.text = token.text;
        node.place = token.place;
        return node;
    }

    [[noreturn]] static void refuse_terms(const text::Span& place) {
        throw QueryError(place, say("The query has more than {} words.", kMostTerms));
    }

    Node term() {
        const Token token = take();
        if (++terms_ > kMostTerms) refuse_terms(token.place);
        Node node;
        node.place = token.place;
        node.text = token.text;
        if (token.kind == Token::Kind::regex) {
            node.kind = Node::Kind::regex;
            if (token.text.empty()) {
                throw QueryError(token.place, tr("There is nothing between these slashes."));
            }
            return node;
        }
        const bool pattern =
            token.kind == Token::Kind::word && token.text.find_first_of("*?") != std::string::npos;
        if (pattern) return glob(std::move(node));
        const auto words = terms_of(token.text);
        if (words.empty()) {
            throw QueryError(token.place, say("“{}” holds no letter and no digit.", token.text),
                             tr("Signs are found by a regular expression: /😀/"));
        }
        terms_ += static_cast<int>(words.size()) - 1;
        if (terms_ > kMostTerms) refuse_terms(token.place);
        if (words.size() > 1) {
            node.kind = Node::Kind::phrase;
            node.text = base::join(words, " ");
        } else {
            node.kind = token.kind == Token::Kind::word ? Node::Kind::word : Node::Kind::exact;
            node.text = words.front();
        }
        return node;
    }

    static Node glob(Node node) {
        node.kind = Node::Kind::glob;
        node.text = folded_glob(node.text);
        const bool has_letter = node.text.find_first_not_of("*?") != std::string::npos;
        if (!has_letter) {
            throw QueryError(node.place, tr("* and ? need at least one letter beside them."),
                             tr("For example: vertrouw*, *moeder, w?rd"));
        }
        if (!is_one_word(node.text)) {
            throw QueryError(node.place, tr("* and ? stand for letters of one word."),
                             tr("Put several words beside each other with ADJ: JIM ADJ vra*"));
        }
        return node;
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0, terms_ = 0, scopes_ = 0;
    const Token* value_of_ = nullptr;  ///< the field whose value is being read
};

}  // namespace

Node parse(std::string_view query) {
    return Parser(query).run();
}

}  // namespace search
