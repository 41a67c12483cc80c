// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/catalogue.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"

namespace house {

namespace {

/// "a\"b\n" with its quotes, as the text that it stands for.
std::string unquoted(std::string_view quoted) {
    std::string text;
    for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
        if (quoted[i] != '\\') {
            text += quoted[i];
        } else if (quoted[++i] == 'n') {
            text += '\n';
        } else {
            text += quoted[i];
        }
    }
    return text;
}

/// The placeholders of a sentence without their formats, in order: "{}", "{1}".
std::vector<std::string> placeholders(const std::string& sentence) {
    std::vector<std::string> found;
    for (auto at = sentence.find('{'); at != std::string::npos; at = sentence.find('{', at + 1)) {
        if (sentence.compare(at, 2, "{{") == 0) {
            ++at;
            continue;
        }
        const auto end = sentence.find('}', at);
        found.push_back(sentence.substr(at, std::min(end, sentence.find(':', at)) - at) + "}");
    }
    return found;
}

/// Which values a sentence shows; empty where it both counts them itself and names their numbers, which fmt
/// refuses when the sentence is printed.
std::vector<std::string> values_shown(const std::string& sentence) {
    auto found = placeholders(sentence);
    const auto unnumbered = std::count(found.begin(), found.end(), "{}");
    if (unnumbered > 0 && unnumbered < static_cast<std::ptrdiff_t>(found.size())) return {};
    if (unnumbered > 0) {
        for (std::size_t i = 0; i < found.size(); ++i) found[i] = fmt::format("{{{}}}", i);
    }
    std::sort(found.begin(), found.end());
    return found;
}

void check_forms(const Sentence& source, const Sentence& translated, std::vector<std::string>& faults) {
    const std::size_t forms = source.many.empty() ? 1 : 2;
    if (translated.translated.size() != forms) {
        faults.push_back(
            fmt::format("“{}” has {} forms, not {}", source.one, translated.translated.size(), forms));
    }
    for (std::size_t i = 0; i < std::min(forms, translated.translated.size()); ++i) {
        const std::string& english = i == 0 ? source.one : source.many;
        const std::string& dutch = translated.translated[i];
        if (dutch.empty()) {
            faults.push_back(fmt::format("“{}” has no translation", english));
        } else if (values_shown(english) != values_shown(dutch)) {
            faults.push_back(fmt::format("“{}” shows other values than “{}”", dutch, english));
        } else if (dutch.find("“") != std::string::npos || dutch.find('"') != std::string::npos ||
                   dutch.find("„") != std::string::npos) {
            faults.push_back(fmt::format("“{}” has other quotation marks than ‘…’", dutch));
        }
    }
}

}  // namespace

Catalogue parse_catalogue(std::string_view text) {
    Catalogue catalogue;
    Sentence sentence;
    std::string* open = nullptr;
    const auto finish = [&] {
        if (!sentence.one.empty()) catalogue.sentences[sentence.one] = std::move(sentence);
        sentence = {};
        open = nullptr;
    };
    for (const auto line : base::split(text, '\n')) {
        if (line.empty()) finish();
        if (line.starts_with("#~")) catalogue.has_obsolete = true;
        if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos) sentence.fuzzy = true;
        if (line.starts_with("msgid ")) open = &sentence.one;
        if (line.starts_with("msgid_plural ")) open = &sentence.many;
        if (line.starts_with("msgstr")) open = &sentence.translated.emplace_back();
        const auto quote = line.find('"');
        if (open != nullptr && !line.starts_with('#') && quote != std::string_view::npos) {
            *open += unquoted(line.substr(quote));
        }
    }
    finish();
    return catalogue;
}

std::vector<std::string> faults(const Catalogue& sources, const Catalogue& catalogue) {
    std::vector<std::string> faults;
    for (const auto& [key, source] : sources.sentences) {
        const auto found = catalogue.sentences.find(key);
        if (found == catalogue.sentences.end() || found->second.many != source.many) {
            faults.push_back(fmt::format("“{}” is not in the catalogue", key));
            continue;
        }
        check_forms(source, found->second, faults);
    }
    for (const auto& [key, sentence] : catalogue.sentences) {
        if (sentence.fuzzy) faults.push_back(fmt::format("“{}” is fuzzy", key));
        if (!sources.sentences.contains(key)) {
            faults.push_back(fmt::format("“{}” is no longer in the sources", key));
        }
    }
    if (catalogue.has_obsolete) faults.emplace_back("there are obsolete sentences");
    return faults;
}

}  // namespace house
