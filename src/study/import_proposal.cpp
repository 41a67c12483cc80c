// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/import_proposal.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/tokens.h"

namespace study {

namespace {

using text::SpeakerKind;

/// Folded words for one kind of person; the first two are the usual role in Dutch and English.
struct Kind {
    const char* dutch;
    const char* english;
    std::vector<std::string_view> words;
};

const std::array<Kind, 4>& kinds() {
    static const std::array<Kind, 4> kinds{
        Kind{"jongere",
             "youth",
             {"jongere", "youth", "jeugdige", "jongen", "meisje", "kind", "client", "puber", "adolescent",
              "child", "dochter", "zoon", "son", "daughter"}},
        Kind{"ouder",
             "parent",
             {"ouder", "parent", "ouders", "parents", "moeder", "vader", "mother", "father", "mama", "papa",
              "stiefmoeder", "stiefvader", "stiefouder", "pleegmoeder", "pleegvader", "pleegouder",
              "pleegouders", "verzorger", "opvoeder"}},
        Kind{"JIM", "JIM", {"jim", "yim", "mentor", "steunfiguur", "vertrouwenspersoon"}},
        Kind{"hulpverlener",
             "professional",
             {"hulpverlener", "professional", "behandelaar", "begeleider", "gezinsbegeleider", "therapeut",
              "gezinsvoogd", "jeugdzorgwerker", "hv", "practitioner", "therapist"}},
    };
    return kinds;
}

bool is_plural(std::string_view word) {
    return word == "ouders" || word == "parents" || word == "pleegouders";
}

const Kind* kind_of(const std::string& folded) {
    for (const auto& kind : kinds()) {
        if (std::find(kind.words.begin(), kind.words.end(), folded) != kind.words.end()) return &kind;
    }
    return nullptr;
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

bool is_number(const std::string& word) {
    return !word.empty() && word.size() <= 3 && std::all_of(word.begin(), word.end(), is_digit);
}

/// T3, t03: a letter for the triad and its number.
bool is_triad(const std::string& word) {
    return word.size() >= 2 && (word[0] == 'T' || word[0] == 't') && is_number(word.substr(1));
}

std::string number_in(const std::string& name) {
    auto end = name.size();
    while (end > 0 && is_digit(name[end - 1])) --end;
    std::string digits = name.substr(end);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

/// Parts between blanks and signs, and between a word and the number behind it: “jongere4” is two.
std::vector<std::string> parts_of(std::string_view stem) {
    std::vector<std::string> parts;
    std::string part;
    const auto finish = [&] {
        if (!part.empty()) parts.push_back(part);
        part.clear();
    };
    for (const char letter : stem) {
        if (std::string_view(" _-.,+()[]&").find(letter) != std::string_view::npos) {
            finish();
            continue;
        }
        // “T3” stays together.
        const bool begins_number = is_digit(letter) && part.size() > 1 && !is_digit(part.back());
        const bool begins_word = !is_digit(letter) && !part.empty() && is_digit(part.back());
        if (begins_number || begins_word) finish();
        part += letter;
    }
    finish();
    return parts;
}

/// The triad of that number: as the study calls it, else T and the number.
std::string triad_of_number(const std::string& number, const std::vector<model::Triad>& triads) {
    for (const auto& triad : triads) {
        if (!number_in(triad.name).empty() && number_in(triad.name) == number_in(number)) return triad.name;
    }
    return "T" + number_in(number);
}

std::string find_triad(const std::vector<std::string>& parts, const std::vector<std::string>& folded,
                       const std::vector<model::Triad>& triads) {
    for (const auto& part : folded) {
        for (const auto& triad : triads) {
            if (text::folded(triad.name) == part) return triad.name;
        }
    }
    for (const auto& part : parts) {
        if (is_triad(part)) return "T" + part.substr(1);
    }
    constexpr std::array kFamily{"triade", "triad", "gezin", "casus", "case", "family"};
    for (std::size_t i = 0; i + 1 < folded.size(); ++i) {
        const bool counts = std::find(kFamily.begin(), kFamily.end(), folded[i]) != kFamily.end() ||
                            kind_of(folded[i]) != nullptr;
        if (counts && is_number(parts[i + 1])) return triad_of_number(parts[i + 1], triads);
    }
    return {};
}

/// The study's role for a word: of that name, or of the same kind of person.
std::optional<std::string> find_role(const std::string& word, const std::vector<model::Role>& roles,
                                     std::string_view language) {
    for (const auto& role : roles) {
        if (text::folded(role.name) == word) return role.name;
    }
    const Kind* kind = kind_of(word);
    if (kind == nullptr) return std::nullopt;
    for (const auto& role : roles) {
        if (kind_of(text::folded(role.name)) == kind) return role.name;
    }
    return language == "nl" ? kind->dutch : kind->english;
}

/// The one of these speakers whose turn is the first with a question mark.
std::optional<std::size_t> who_asks_first(const model::Imported& content,
                                          const std::vector<std::size_t>& among) {
    for (const auto& turn : content.turns.turns) {
        const bool is_one = std::find(among.begin(), among.end(), turn.speaker) != among.end();
        if (is_one && content.text.view(turn.span).find('?') != std::string_view::npos) return turn.speaker;
    }
    return std::nullopt;
}

}  // namespace

NameProposal propose_from_name(std::string_view stem, const std::vector<model::Role>& roles,
                               const std::vector<model::Triad>& triads, std::string_view language) {
    const auto parts = parts_of(stem);
    std::vector<std::string> folded;
    for (const auto& part : parts) folded.push_back(text::folded(part));
    NameProposal proposal;
    proposal.triad = find_triad(parts, folded, triads);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto role = find_role(folded[i], roles, language);
        if (!role) continue;
        proposal.role = *role;
        // Of “the parents” nobody can say yet which is which.
        if (is_plural(folded[i])) break;
        proposal.participant = proposal.triad.empty() ? std::string(stem) : proposal.triad + "-" + parts[i];
        break;
    }
    return proposal;
}

LabelHabits::LabelHabits(const std::vector<model::Source>& sources) {
    for (const auto& source : sources) {
        for (const auto& speaker : source.speakers) {
            if (speaker.kind != SpeakerKind::unknown) ++counts_[text::folded(speaker.label)][speaker.kind];
        }
    }
}

SpeakerKind LabelHabits::usual(std::string_view label) const {
    const auto known = counts_.find(text::folded(label));
    if (known == counts_.end()) return SpeakerKind::unknown;
    return std::max_element(known->second.begin(), known->second.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

std::vector<LabelProposal> propose_labels(const model::Imported& content, const NameProposal& about,
                                          const LabelHabits& habits) {
    std::vector<LabelProposal> labels;
    std::vector<std::size_t> open;
    bool interviewer_known = false;
    for (const auto& speaker : content.turns.speakers) {
        LabelProposal one{speaker.label, speaker.kind, {}, speaker.turns};
        if (one.kind == SpeakerKind::unknown) one.kind = habits.usual(speaker.label);
        interviewer_known = interviewer_known || one.kind == SpeakerKind::interviewer;
        if (one.kind != SpeakerKind::interviewer && one.kind != SpeakerKind::other)
            open.push_back(labels.size());
        labels.push_back(std::move(one));
    }
    if (open.size() == 2 && !interviewer_known) {
        if (const auto asker = who_asks_first(content, open)) {
            labels[*asker].kind = SpeakerKind::interviewer;
            std::erase(open, *asker);
        }
    }
    for (const auto i : open) {
        auto& one = labels[i];
        const std::string folded = text::folded(one.label);
        if (!about.participant.empty() && open.size() == 1) {
            one.participant = about.participant;
        } else if (about.participant.empty() && !about.triad.empty() && kind_of(folded) != nullptr) {
            one.participant = about.triad + "-" + folded;
        }
        one.kind = one.participant.empty() ? SpeakerKind::unknown : SpeakerKind::participant;
    }
    return labels;
}

}  // namespace study
