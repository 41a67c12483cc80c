// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace search {

/// Which words were met before, by 63 bits of each: while a study is indexed it is asked millions of times,
/// and finding the words themselves in memory took a twelfth of all the time. Of 150,000 words two would be
/// taken for one, and a form of a word not be found by another, in one of some hundred million studies.
class SeenWords {
  public:
    /// True where the word is new, which is remembered.
    bool insert(std::string_view word) {
        if (2 * (count_ + 1) > table_.size()) grow();
        std::uint64_t& place = slot_of(hash_of(word));
        if (place != 0) return false;
        place = hash_of(word);
        ++count_;
        return true;
    }
    [[nodiscard]] bool empty() const { return count_ == 0; }
    void clear() {
        table_.clear();
        count_ = 0;
    }

  private:
    /// Never 0, which is an empty slot.
    [[nodiscard]] static std::uint64_t hash_of(std::string_view word) {
        return std::hash<std::string_view>{}(word) | 1U;
    }

    [[nodiscard]] std::uint64_t& slot_of(std::uint64_t hash) {
        std::size_t at = (hash >> 1U) & (table_.size() - 1);
        while (table_[at] != 0 && table_[at] != hash) at = (at + 1) & (table_.size() - 1);
        return table_[at];
    }

    void grow() {
        std::vector<std::uint64_t> before(table_.empty() ? 1024 : 2 * table_.size());
        before.swap(table_);
        for (const std::uint64_t hash : before)
            if (hash != 0) slot_of(hash) = hash;
    }

    std::vector<std::uint64_t> table_;  ///< a power of two, at most half full
    std::size_t count_ = 0;
};

}  // namespace search
