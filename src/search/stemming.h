// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// Which words are forms of one word. Two terms are, where they have a key in common; docs/query-language.md
/// says what this cannot do.
///
/// Dutch: the stemmer of Kraaij and Pohlmann (1994) as Xapian has it, corrected where it cuts into the word
/// (gesprek, mogelijk) and helped with forms that it leaves alone (lieve, vertrouwd, vertrouwt). Porter's
/// Dutch stemmer was tried and left: it joins neither huis and huizen nor werk and gewerkt.
class Stemmer {
  public:
    /// `language`: ISO 639-1, "nl". Of a language without stemmer every term is its only form.
    explicit Stemmer(std::string_view language);
    ~Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;

    /// One to four keys; the first for certain, no key twice.
    [[nodiscard]] std::vector<std::string> keys(std::string_view term) const;
    /// Changes whenever the same term may get other keys: what was stored with other rules is stale.
    [[nodiscard]] const std::string& rules() const { return rules_; }

  private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
    std::string rules_;
};

}  // namespace search
