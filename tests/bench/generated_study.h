// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "study/study.h"

namespace bench {

/// How large a study the generator makes.
struct Size {
    int sources = 150;
    int characters = 45'000;  ///< of each source, about
    int turns = 300;          ///< of each source
    int codes = 60;
    int codings = 52'000;  ///< in all, of two coders
    /// Words of the language, the n-th most frequent one n times rarer than the first; 0: chance syllables,
    /// of which there are few kinds.
    int vocabulary = 0;
};

/// Words that become rarer by their rank, as in every language (Zipf): some Dutch ones, the rest syllables.
class Vocabulary {
  public:
    explicit Vocabulary(int words);
    [[nodiscard]] const std::string& some_word(std::mt19937& random) const;

  private:
    std::vector<std::string> words_;
    std::vector<double> shares_;  ///< of all words up to each
};

/// A transcript of Dutch-looking words by two speakers, I and M.
std::string transcript(std::mt19937& random, int characters, int turns,
                       const Vocabulary* vocabulary = nullptr);

/// A study made by the verbs that every import uses, the same for the same seed: sources with one participant
/// each, of three roles in turn and a triad for three, codings by two coders, all sources marked as coded.
std::unique_ptr<study::Study> make_study(const std::filesystem::path& path, const Size& size, unsigned seed);

}  // namespace bench
