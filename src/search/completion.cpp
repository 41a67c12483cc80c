// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/completion.h"

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "search/lexer.h"
#include "search/words.h"
#include "text/text.h"
#include "text/tokens.h"

namespace search {

namespace {

constexpr std::size_t kShortestWord = 2;  ///< letters from which on words and names are proposed
constexpr std::size_t kWords = 5;

bool is_quote(std::string_view c) {
    return c == "\"" || c == "“" || c == "”" || c == "„" || c == "‟" || c == "«" || c == "»";
}

bool ends_word(std::string_view c) {
    return c == " " || c == "\t" || c == "\n" || c == "(" || c == ")" || c == "\u00a0";
}

/// The word that ends at the caret.
struct Typed {
    text::Position begin = 0;
    std::string word;
    bool completes = true;  ///< false within a word, a quotation of words, or an expression
};

Typed typed_at(const text::Text& query, text::Position caret) {
    Typed typed;
    bool quoted = false;
    for (text::Position at = 0; at < caret; ++at) {
        const auto c = query.view({at, at + 1});
        if (is_quote(c)) quoted = !quoted;
        if (!quoted && ends_word(c)) typed.begin = at + 1;
    }
    if (caret < query.size() && !ends_word(query.view({caret, caret + 1}))) typed.completes = false;
    typed.word = std::string(query.view({typed.begin, caret}));
    while (typed.word.starts_with('-') || typed.word.starts_with('=')) {
        typed.word.erase(0, 1);
        ++typed.begin;
    }
    const bool of_field = typed.word.find(':') != std::string::npos;
    if (typed.word.empty() || typed.word.starts_with('/') || (quoted && !of_field)) typed.completes = false;
    return typed;
}

/// Whether a name or one of its words begins so.
bool begins_so(const std::string& name, const std::string& folded_prefix) {
    const std::string folded = text::folded(name);
    for (auto at = folded.find(folded_prefix); at != std::string::npos;
         at = folded.find(folded_prefix, at + 1)) {
        if (at == 0 || std::string_view(" /-_").find(folded[at - 1]) != std::string_view::npos) return true;
    }
    return false;
}

std::string unquoted(std::string name) {
    std::erase(name, '"');
    return name;
}

std::vector<std::string> values_of(const Contents& contents, const NamedField& named, bool dutch) {
    std::vector<std::string> names;
    const auto take = [&](const auto& things) {
        for (const auto& one : things) names.push_back(one.name);
    };
    switch (named.field->id) {
        case FieldId::role:
            take(contents.roles);
            break;
        case FieldId::participant:
            take(contents.participants);
            break;
        case FieldId::triad:
            take(contents.triads);
            break;
        case FieldId::source:
            take(contents.sources);
            break;
        case FieldId::coder:
            take(contents.coders);
            names.emplace_back(dutch ? kSettledInDutch : model::kSettled);
            break;
        case FieldId::speaker:
            for (const auto& kind : kSpeakerKinds) names.emplace_back(dutch ? kind.dutch : kind.english);
            for (const auto& source : contents.sources) {
                for (const auto& one : source.speakers) names.push_back(one.label);
            }
            break;
        case FieldId::code:
        case FieldId::turn_code:
            for (const auto& code : contents.codebook.codes())
                names.push_back(contents.codebook.path(code.id));
            break;
        case FieldId::dimension:
            for (const auto& code : contents.codebook.codes()) {
                if (!code.parent) names.push_back(contents.codebook.path(code.id));
            }
            break;
        case FieldId::attribute:
            for (const auto& attribute : contents.attributes) {
                if (text::folded(attribute.name) != text::folded(unquoted(named.attribute))) continue;
                for (const auto& participant : contents.participants) {
                    const auto value = participant.attributes.find(attribute.id);
                    if (value != participant.attributes.end()) names.push_back(value->second);
                }
            }
            break;
        default:
            break;
    }
    std::vector<std::string> once;
    for (auto& name : names) {
        if (!name.empty() && std::find(once.begin(), once.end(), name) == once.end())
            once.push_back(std::move(name));
    }
    return once;
}

/// A name as it stands behind a field, in quotation marks where it needs them.
std::string written(const std::string& name) {
    Node node;
    node.kind = Node::Kind::field;
    node.field = FieldId::role;
    node.text = name;
    return printed(node).substr(std::string_view("role:").size());
}

class Completer {
  public:
    Completer(Search& search, Keywords keywords, std::size_t most)
        : search_(search), contents_(search.contents()), dutch_(keywords == Keywords::dutch), most_(most) {}

    void add_values(const std::string& typed) {
        const auto colon = typed.find(':');
        const auto named = field_named(std::string_view(typed).substr(0, colon));
        if (named.field == nullptr || named.field->kind == FieldKind::words) return;
        const std::string before = typed.substr(0, colon + 1);
        std::string begun = typed.substr(colon + 1);
        while (!begun.empty() && (begun.front() == '"' || begun.front() == '(')) begun.erase(0, 1);
        for (const auto& name : values_of(contents_, named, dutch_)) {
            if (begun.empty() || begins_so(name, text::folded(begun)))
                add(before + written(name), name_of(*named.field));
        }
    }

    void add_operators(const std::string& typed) {
        const bool capitals =
            std::all_of(typed.begin(), typed.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!capitals) return;
        for (const Keyword& one : kKeywords) {
            const std::string word = dutch_ ? one.dutch : one.english;
            const bool counted = one.kind == Token::Kind::near || one.kind == Token::Kind::adjacent;
            if (word.starts_with(typed) && word != typed)
                add(word + (counted ? "/5" : ""), base::tr("operator"));
        }
    }

    void add_fields(const std::string& begun) {
        for (const Field& one : kFields) {
            const std::string name = dutch_ ? one.dutch : one.name, other = dutch_ ? one.name : one.dutch;
            if (one.id == FieldId::attribute) {
                const std::string stem = name.substr(0, name.find('.') + 1);
                for (const auto& attribute : contents_.attributes) {
                    if (begun.size() > 1 && text::folded(stem + attribute.name).starts_with(begun))
                        add(stem + written(attribute.name) + ":", base::tr(one.what));
                }
            } else if (name.starts_with(begun) || other.starts_with(begun)) {
                add(name + ":", base::tr(one.what));
            }
        }
    }

    void add_words(const std::string& begun) {
        const std::string prefix = term_of(begun);
        if (text::count_code_points(prefix) < static_cast<text::Position>(kShortestWord)) return;
        for (auto& word : search_.words_with(prefix, kWords + 1)) {
            if (word != prefix) add(std::move(word), {});
        }
    }

    void add_names(const std::string& begun) {
        if (text::count_code_points(begun) < static_cast<text::Position>(kShortestWord)) return;
        for (const FieldId id : {FieldId::role, FieldId::participant, FieldId::triad, FieldId::code,
                                 FieldId::coder, FieldId::source}) {
            const Field& one = field(id);
            for (const auto& name : values_of(contents_, {&one, {}}, dutch_)) {
                if (begins_so(name, begun))
                    add((dutch_ ? one.dutch : one.name) + (":" + written(name)), name_of(one));
            }
        }
    }

    [[nodiscard]] std::vector<Completion::Proposal> take() { return std::move(proposals_); }

  private:
    void add(std::string text, std::string about) {
        const bool known = std::any_of(proposals_.begin(), proposals_.end(),
                                       [&](const Completion::Proposal& one) { return one.text == text; });
        if (!known && proposals_.size() < most_) proposals_.push_back({std::move(text), std::move(about)});
    }
    [[nodiscard]] std::string name_of(const Field& field) const { return dutch_ ? field.dutch : field.name; }

    Search& search_;
    const Contents& contents_;
    bool dutch_;
    std::size_t most_;
    std::vector<Completion::Proposal> proposals_;
};

}  // namespace

Completion complete(Search& search, std::string_view query, text::Position caret, Keywords keywords,
                    std::size_t most) {
    Completion made;
    if (query.size() > kLongestQuery) return made;
    const text::Text text{std::string(query)};
    caret = std::clamp<text::Position>(caret, 0, text.size());
    const Typed typed = typed_at(text, caret);
    made.replaced = {typed.begin, caret};
    if (!typed.completes) return made;
    Completer completer(search, keywords, most);
    if (typed.word.find(':') != std::string::npos) {
        completer.add_values(typed.word);
    } else {
        const std::string begun = text::folded(typed.word);
        completer.add_operators(typed.word);
        completer.add_fields(begun);
        completer.add_words(typed.word);
        completer.add_names(begun);
    }
    made.proposals = completer.take();
    // What is there already needs no proposal.
    std::erase_if(made.proposals, [&](const auto& one) { return one.text == typed.word; });
    return made;
}

}  // namespace search
