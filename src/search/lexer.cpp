// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/lexer.h"

#include <algorithm>
#include <charconv>

#include "base/strings.h"
#include "base/translate.h"
#include "text/tokens.h"
#include "text/utf8_scan.h"

namespace search {

namespace {

using base::say;
using base::tr;
using Kind = Token::Kind;

bool opens_quote(char32_t c) {
    return c == '"' || c == U'“' || c == U'”' || c == U'„' || c == U'‟' || c == U'«' || c == U'»';
}

/// Which ends a word wherever it stands.
bool ends_word(char32_t c) {
    return text::is_blank(c) || c == '\n' || c == '(' || c == ')' || opens_quote(c);
}

/// The query as code points, so that every place is one.
class Lexer {
  public:
    explicit Lexer(std::string_view query) {
        if (query.size() > kLongestQuery) {
            throw QueryError({0, 0}, say("The query is longer than {} characters.", kLongestQuery));
        }
        read(query);
    }

    std::vector<Token> run() {
        std::vector<Token> tokens;
        do {
            while (at_ < size() && (text::is_blank(query_[at_]) || query_[at_] == '\n')) ++at_;
            const auto begin = static_cast<text::Position>(at_);
            tokens.push_back(next(!tokens.empty() && tokens.back().kind == Kind::field));
            tokens.back().place = {begin, static_cast<text::Position>(at_)};
        } while (tokens.back().kind != Kind::end);
        return tokens;
    }

  private:
    [[nodiscard]] std::size_t size() const { return query_.size(); }

    /// Valid UTF-8 without NUL, or an error at the place. (Lone surrogates are no UTF-8.)
    void read(std::string_view utf8) {
        for (std::size_t at = 0; at < utf8.size();) {
            const auto here = static_cast<text::Position>(query_.size());
            const auto c = text::code_point_at(utf8, at);
            const auto first = static_cast<unsigned char>(utf8[at]);
            const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
            bool sound = !(first >= 0x80 && first < 0xC2) && first <= 0xF4 && c.end - at == length;
            for (std::size_t i = at + 1; i < c.end; ++i)
                sound = sound && (static_cast<unsigned char>(utf8[i]) & 0xC0U) == 0x80U;
            constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
            sound = sound && c.value >= kLeast[length] && c.value <= 0x10FFFF &&
                    !(c.value >= 0xD800 && c.value < 0xE000);
            if (!sound) throw QueryError({here, here + 1}, tr("The query is not valid UTF-8 at this place."));
            if (c.value == 0) throw QueryError({here, here + 1}, tr("The query holds a NUL character."));
            query_ += c.value;
            offsets_.push_back(at);
            at = c.end;
        }
        offsets_.push_back(utf8.size());
        utf8_ = utf8;
    }

    [[nodiscard]] std::string between(std::size_t begin, std::size_t end) const {
        return std::string(utf8_.substr(offsets_[begin], offsets_[end] - offsets_[begin]));
    }

    /// `of_field`: what stands directly behind a field's colon is a name, whatever signs are in it.
    Token next(bool of_field) {
        if (at_ == size()) return {};
        const char32_t c = query_[at_];
        if (c == '(' || c == ')') {
            ++at_;
            Token token;
            token.kind = c == '(' ? Kind::open : Kind::close;
            return token;
        }
        if (opens_quote(c)) return quoted();
        if (c == '/') return regex();
        const bool more = at_ + 1 < size() && (!ends_word(query_[at_ + 1]) || query_[at_ + 1] == '(' ||
                                               opens_quote(query_[at_ + 1]));
        if (c == '-' && more && !of_field) {
            ++at_;
            Token token;
            token.kind = Kind::not_;
            return token;
        }
        if (c == '=' && more && query_[at_ + 1] != '(') {
            ++at_;
            Token token = opens_quote(query_[at_]) ? quoted() : run_of_characters();
            if (token.kind == Kind::word) token.kind = Kind::exact;
            return token;
        }
        return of_field ? run_of_characters() : word();
    }

    /// Up to the next quotation mark; \ takes the meaning of a mark and of \ away.
    Token quoted() {
        const std::size_t begin = at_++;
        Token token;
        token.kind = Kind::quoted;
        for (; at_ < size(); ++at_) {
            if (opens_quote(query_[at_])) {
                ++at_;
                return token;
            }
            const bool escapes = query_[at_] == '\\' && at_ + 1 < size() &&
                                 (query_[at_ + 1] == '\\' || opens_quote(query_[at_ + 1]));
            if (escapes) ++at_;
            token.text += between(at_, at_ + 1);
        }
        throw QueryError(place(begin, begin + 1), tr("This quotation mark has no partner."),
                         tr("Close the quotation, or leave the mark out."));
    }

    /// Up to the next slash that no \ stands before; the expression keeps its \ but for \/.
    Token regex() {
        const std::size_t begin = at_++;
        Token token;
        token.kind = Kind::regex;
        for (; at_ < size(); ++at_) {
            if (query_[at_] == '/') {
                ++at_;
                return token;
            }
            if (query_[at_] == '\\' && at_ + 1 < size()) {
                if (query_[at_ + 1] != '/') token.text += '\\';
                ++at_;
            }
            token.text += between(at_, at_ + 1);
        }
        throw QueryError(place(begin, begin + 1), tr("This regular expression has no end."),
                         tr("Write it between two slashes; to search for a word with a slash, put it in "
                            "quotation marks."));
    }

    Token run_of_characters() {
        const std::size_t begin = at_;
        while (at_ < size() && !ends_word(query_[at_])) ++at_;
        Token token;
        token.kind = Kind::word;
        token.text = between(begin, at_);
        return token;
    }

    Token word() {
        const std::size_t begin = at_;
        if (Token token; field_at(begin, token)) return token;
        Token token = run_of_characters();
        const std::string_view word = token.text;
        for (const Keyword& keyword : kKeywords) {
            for (const std::string_view name : {keyword.english, keyword.dutch}) {
                if (word == name || (word.starts_with(name) && word[name.size()] == '/')) {
                    token.kind = keyword.kind;
                    read_operand(token, word.substr(name.size()), begin);
                    return token;
                }
            }
        }
        return token;
    }

    /// What belongs to a keyword: the distance of NEAR/5, the scope of WITHIN source.
    void read_operand(Token& token, std::string_view rest, std::size_t begin) {
        if (token.kind == Kind::near || token.kind == Kind::adjacent) {
            token.number = token.kind == Kind::near ? kUsualNear : 1;
            if (!rest.empty()) token.number = distance(rest.substr(1), begin);
        } else if (!rest.empty()) {
            token.kind = Kind::word;  // AND/OR, EN/OF: words of a sentence
        } else if (token.kind == Kind::within) {
            token.scope = scope(begin);
        }
    }

    [[nodiscard]] std::int64_t distance(std::string_view digits, std::size_t begin) const {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error == std::errc{} && end == digits.data() + digits.size() && number >= 1 &&
            number <= kFarthest) {
            return number;
        }
        throw QueryError(place(begin, at_), say("“{}” is not a distance in words.", digits),
                         say("Write a number from 1 to {}: NEAR/5.", kFarthest));
    }

    Scope scope(std::size_t begin) {
        while (at_ < size() && text::is_blank(query_[at_])) ++at_;
        const std::size_t from = at_;
        const std::string word = base::ascii_lower(run_of_characters().text);
        for (int i = 0; i < 2; ++i) {
            if (word == kScopeWords[i][0] || word == kScopeWords[i][1]) return static_cast<Scope>(i);
        }
        throw QueryError(place(word.empty() ? begin : from, at_),
                         tr("WITHIN needs to know in what: turn or source."),
                         tr("For example: vertrouwen AND school WITHIN source"));
    }

    /// A name, a colon, and something directly behind it. Digits before a colon are a time.
    bool field_at(std::size_t begin, Token& token) {
        std::size_t end = begin;
        const auto names = [&](char32_t c) {
            return (c < 0x80 && std::isalnum(static_cast<int>(c)) != 0) || c >= 0xC0 || c == '.' ||
                   c == '_' || c == '-';
        };
        while (end < size() && names(query_[end])) ++end;
        const std::string head = between(begin, end);
        std::string name = head;
        if (end < size() && opens_quote(query_[end]) && head.ends_with('.') &&
            field_named(head + "x").field) {
            at_ = end;
            name += quoted().text;
            end = at_;
        }
        at_ = begin;
        const bool has_letter = std::any_of(name.begin(), name.end(), [](char c) {
            return !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_';
        });
        if (end == size() || query_[end] != ':' || !has_letter) return false;
        token.field = field_named(name);
        if (token.field.field == nullptr) {
            throw QueryError(
                place(begin, end), say("There is no field “{}”.", name),
                say("Fields are: {}. To search for the characters themselves, put them in quotation "
                    "marks.",
                    fields_like(name)));
        }
        token.kind = Kind::field;
        token.text = name;
        at_ = end + 1;
        if (at_ == size() || text::is_blank(query_[at_]) || query_[at_] == ')') {
            throw QueryError(place(begin, at_), say("Nothing stands behind “{}:”.", name),
                             say("Write it without a blank: {}", token.field.field->example));
        }
        return true;
    }

    [[nodiscard]] static text::Span place(std::size_t begin, std::size_t end) {
        return {static_cast<text::Position>(begin), static_cast<text::Position>(end)};
    }

    std::string_view utf8_;
    std::u32string query_;
    std::vector<std::size_t> offsets_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view query) {
    return Lexer(query).run();
}

bool is_keyword(std::string_view word) {
    return std::any_of(kKeywords.begin(), kKeywords.end(),
                       [&](const Keyword& one) { return word == one.english || word == one.dutch; });
}

}  // namespace search
