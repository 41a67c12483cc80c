// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generated_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "study/edit.h"
#include "study/verbs/codebook.h"
#include "study/verbs/import.h"

namespace bench {

namespace {

using study::Edit;

int between(std::mt19937& random, int low, int high) {
    // std::uniform_int_distribution differs between libraries; the benchmark must not.
    return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
}

constexpr std::array kSyllables{"ge",   "ver", "be",   "lo",     "pen", "moe",  "der",   "huis", "een", "dag",
                                "ster", "ken", "werk", "school", "te",  "heid", "praat", "ik",   "we",  "ën"};

void add_word(std::string& text, std::mt19937& random) {
    const int syllables = between(random, 1, 3);
    for (int i = 0; i < syllables; ++i) text += kSyllables[random() % kSyllables.size()];
}

/// Words with the rank that they have in spoken Dutch, about.
struct Ranked {
    int rank;
    const char* word;
};
constexpr std::array kRanked{Ranked{1, "ik"},
                             Ranked{2, "en"},
                             Ranked{3, "de"},
                             Ranked{4, "dat"},
                             Ranked{5, "het"},
                             Ranked{6, "niet"},
                             Ranked{7, "een"},
                             Ranked{8, "ze"},
                             Ranked{9, "mijn"},
                             Ranked{10, "heb"},
                             Ranked{60, "school"},
                             Ranked{70, "moeder"},
                             Ranked{120, "huis"},
                             Ranked{200, "vertrouwen"},
                             Ranked{350, "vertrouw"},
                             Ranked{400, "scholen"},
                             Ranked{500, "huizen"},
                             Ranked{600, "vertrouwt"},
                             Ranked{900, "verloren"},
                             Ranked{1500, "grootmoeder"},
                             Ranked{1700, "verlof"},
                             Ranked{2500, "verlopen"},
                             Ranked{3000, "pleegmoeder"},
                             Ranked{4000, "werkdag"},
                             Ranked{8000, "schoonmoeder"},
                             Ranked{9000, "verloop"},
                             Ranked{20'000, "verlost"}};

void add_codebook(study::Study& study, int codes) {
    Edit edit(study, "codebook");
    model::CodeId dimension;
    for (int i = 0; i < codes; ++i) {
        if (i % 12 == 0) {
            model::Code heading;
            heading.name = fmt::format("Dimensie {}", i / 12 + 1);
            heading.codable = false;
            dimension = study::verbs::add_code(edit, heading);
        }
        model::Code code;
        code.name = fmt::format("Code {}", i + 1);
        code.parent = dimension;
        study::verbs::add_code(edit, code);
    }
    edit.commit();
}

std::string name_of(int source) {
    static constexpr std::array kRoles{"jongere", "ouder", "JIM"};
    return fmt::format("T{}_{}", source / 3 + 1, kRoles[static_cast<std::size_t>(source) % 3]);
}

void add_sources(study::Study& study, const Size& size, std::mt19937& random) {
    const auto vocabulary = size.vocabulary > 0 ? std::make_unique<Vocabulary>(size.vocabulary) : nullptr;
    static constexpr std::array kRoles{"jongere", "ouder", "JIM"};
    model::ParticipantTable people;
    people.file = "participants.csv";
    Edit edit(study, "import");
    for (int i = 0; i < size.sources; ++i) {
        study::verbs::SourceDraft draft;
        draft.name = name_of(i);
        draft.origin = draft.name + ".txt";
        draft.content.text = text::Text(transcript(random, size.characters, size.turns, vocabulary.get()));
        draft.content.turns = text::detect_turns(draft.content.text);
        study::verbs::import_source(edit, draft, false);
        model::ParticipantRow row;
        row.file = draft.name;
        row.participant = draft.name;
        row.role = kRoles[static_cast<std::size_t>(i) % 3];
        row.triad = fmt::format("T{}", i / 3 + 1);
        row.speaker = "M";
        people.rows.push_back(row);
        row = {};
        row.file = draft.name;
        row.speaker = "I";
        row.interviewer = true;
        people.rows.push_back(row);
    }
    study::verbs::apply_participants(edit, people);
    edit.commit();
}

model::CodingTable codings(const Size& size, std::mt19937& random) {
    model::CodingTable table;
    table.file = "codings.csv";
    for (int i = 0; i < size.codings; ++i) {
        model::CodingRow row;
        row.source = name_of(i % size.sources);
        const int begin = between(random, 0, size.characters * 9 / 10 - 700);
        row.begin = begin;
        row.end = begin + between(random, 20, 600);
        const int code = between(random, 0, size.codes - 1);
        row.code = fmt::format("Dimensie {}/Code {}", code / 12 + 1, code + 1);
        row.coder = i % 2 == 0 ? "Anna" : "Bram";
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

Vocabulary::Vocabulary(int words) {
    std::mt19937 random(7);
    std::set<std::string> known;
    for (const Ranked& one : kRanked) known.insert(one.word);
    auto ranked = kRanked.begin();
    double all = 0;
    for (int rank = 1; rank <= words; ++rank) {
        std::string word;
        if (ranked != kRanked.end() && ranked->rank == rank) {
            word = (ranked++)->word;
        } else {
            // Rarer words are longer.
            const int least = rank < 100 ? 1 : rank < 5000 ? 2 : 3;
            do {
                word.clear();
                for (int i = between(random, least, least + 2); i > 0; --i)
                    word += kSyllables[random() % kSyllables.size()];
            } while (!known.insert(word).second);
        }
        words_.push_back(std::move(word));
        shares_.push_back(all += 1.0 / rank);
    }
}

const std::string& Vocabulary::some_word(std::mt19937& random) const {
    const double at = shares_.back() * (static_cast<double>(random() >> 8U) / (1U << 24U));
    const auto found = std::upper_bound(shares_.begin(), shares_.end(), at);
    return words_[static_cast<std::size_t>(found - shares_.begin())];
}

std::string transcript(std::mt19937& random, int characters, int turns, const Vocabulary* vocabulary) {
    std::string text;
    text.reserve(static_cast<std::size_t>(characters) + 256);
    for (int turn = 0; turn < turns; ++turn) {
        text += turn % 2 == 0 ? "I: " : "M: ";
        const auto end = static_cast<std::size_t>(characters) * static_cast<std::size_t>(turn + 1) /
                         static_cast<std::size_t>(turns);
        while (text.size() + 8 < end) {
            if (vocabulary != nullptr) {
                text += vocabulary->some_word(random);
            } else {
                add_word(text, random);
            }
            text += between(random, 0, 9) == 0 ? ", " : " ";
        }
        text += turn % 2 == 0 ? "zo?\n" : "ja.\n";
    }
    return text;
}

std::unique_ptr<study::Study> make_study(const std::filesystem::path& path, const Size& size, unsigned seed) {
    std::mt19937 random(seed);
    auto study = study::Study::create(path, "Benchmark", "nl");
    add_codebook(*study, size.codes);
    add_sources(*study, size, random);
    const auto table = codings(size, random);
    Edit edit(*study, "import");
    study::verbs::import_codings(edit, table, {}, true);
    edit.commit();
    return study;
}

}  // namespace bench
