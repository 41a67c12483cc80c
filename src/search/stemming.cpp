// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/stemming.h"

#include <xapian.h>

#include <algorithm>

#include "text/utf8_scan.h"

namespace search {

namespace {

/// Raise it with every change of the rules below.
constexpr const char* kRules = "1";

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// Without the ending of "JIM's" and "foto's".
std::string_view bare(std::string_view term) {
    for (const std::string_view ending : {"'s", "'"}) {
        if (term.size() > ending.size() + 1 && term.ends_with(ending))
            return term.substr(0, term.size() - ending.size());
    }
    return term;
}

std::size_t common_begin(std::string_view a, std::string_view b) {
    std::size_t length = 0;
    while (length < a.size() && length < b.size() && a[length] == b[length]) ++length;
    return length;
}

/// A stem is believed where it is the begin of the word but for its last two letters (huiz- huis, lop- loop).
bool begins_as(std::string_view stem, std::string_view word) {
    return stem.size() >= 2 && common_begin(stem, word) + 2 >= stem.size();
}

/// gewerkt, gelopen, but not gezinnen and gesprekken.
bool may_be_participle(std::string_view word) {
    if (word.size() < 5 || !word.starts_with("ge")) return false;
    if (word.ends_with("en")) return word[word.size() - 3] != word[word.size() - 4];
    return word.ends_with('d') || word.ends_with('t');
}

/// For words into which the stemmer cuts: plurals, and no more.
std::string plural_taken_off(std::string_view word) {
    std::string stem(word);
    if (stem.ends_with("heden")) return stem.substr(0, stem.size() - 4) + "eid";
    if (stem.size() > 4 && stem.ends_with("en")) {
        stem.resize(stem.size() - 2);
        const std::size_t size = stem.size();
        if (size > 2 && stem[size - 1] == stem[size - 2] && !is_vowel(stem.back())) stem.pop_back();
        if (stem.back() == 'v') stem.back() = 'f';
        if (stem.back() == 'z') stem.back() = 's';
    } else if (stem.size() > 4 && stem.ends_with('s') && !stem.ends_with("is") && !stem.ends_with("ss")) {
        stem.pop_back();
    } else if (stem.size() > 4 && stem.ends_with('e') && !is_vowel(stem[stem.size() - 2])) {
        stem.pop_back();
    }
    return stem;
}

/// Whether a final t may be that of the third person: vertrouwt, vindt, steunt, but not kant, echt, feest.
bool may_be_third_person(std::string_view word) {
    if (word.size() < 4 || !word.ends_with('t')) return false;
    const char before = word[word.size() - 2];
    if (std::string_view("wgkpfbd").find(before) != std::string_view::npos) return true;
    return std::string_view("nlrm").find(before) != std::string_view::npos && word.size() > 4 &&
           is_vowel(word[word.size() - 3]) && is_vowel(word[word.size() - 4]);
}

/// verteld, vertrouwd: participles without ge-.
bool may_be_prefixed_participle(std::string_view word) {
    if (word.size() < 6 || !word.ends_with('d')) return false;
    return word.starts_with("ver") || word.starts_with("be") || word.starts_with("ont") ||
           word.starts_with("her");
}

}  // namespace

struct Stemmer::Engine {
    bool dutch = false;
    Xapian::Stem stem;

    [[nodiscard]] std::string stemmed(std::string_view word) const { return stem(std::string(word)); }

    /// problemen, mentoren: the vowel before -en may be long or short; in short words that would join too
    /// much (bomen and bom).
    template <class Add>
    static void add_open_syllable(std::string_view word, const Add& add) {
        if (!word.ends_with("en")) return;
        const std::string stem(word.substr(0, word.size() - 2));
        const std::size_t at = stem.size() - 2;
        if (!is_vowel(stem[at]) || is_vowel(stem[at + 1]) || is_vowel(stem[at - 1]) || stem[at] == 'i')
            return;
        add(stem);
        add(stem.substr(0, at) + stem[at] + stem.substr(at));
    }

    [[nodiscard]] std::vector<std::string> dutch_keys(std::string_view word) const {
        std::vector<std::string> keys;
        const auto add = [&](std::string key) {
            if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
        };
        const auto add_stem = [&](std::string_view form) {
            std::string stem_of_form = stemmed(form);
            if (begins_as(stem_of_form, form) && !form.ends_with("iteit") && !form.ends_with("iteiten")) {
                add(std::move(stem_of_form));
                return true;
            }
            return false;
        };
        if (!add_stem(word)) {
            add(plural_taken_off(word));
            if (may_be_participle(word)) add(stemmed(word));
        }
        if (may_be_third_person(word)) add_stem(word.substr(0, word.size() - 1));
        // The stemmer knows -en but leaves many adjectives on -e alone: lieve, boze, gekke.
        if (word.size() > 3 && word.ends_with('e')) add_stem(std::string(word) + "n");
        if (may_be_prefixed_participle(word)) add_stem(std::string(word) + "e");
        // wor-den would lose its d as a past tense.
        if (word.size() > 5 && word.ends_with("den")) add(std::string(word.substr(0, word.size() - 2)));
        if (word.size() >= 7) add_open_syllable(word, add);
        return keys;
    }
};

Stemmer::Stemmer(std::string_view language) : rules_(std::string(language) + " " + kRules) {
    try {
        auto engine = std::make_unique<Engine>();
        engine->dutch = language == "nl";
        engine->stem = Xapian::Stem(engine->dutch ? "kraaij_pohlmann" : std::string(language));
        if (!engine->stem.is_none()) engine_ = std::move(engine);
    } catch (const Xapian::Error&) {
        // A language without stemmer: words have one form.
    }
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::vector<std::string> Stemmer::keys(std::string_view term) const {
    const std::string_view word = bare(term);
    const bool has_digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (engine_ == nullptr || word.size() < 3 || has_digit) return {std::string(word)};
    if (engine_->dutch) return engine_->dutch_keys(word);
    return {engine_->stemmed(word)};
}

}  // namespace search
