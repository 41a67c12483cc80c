// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/guid.h"
#include "model/ids.h"

namespace model {

/// A node of the codebook. A dimension is a code without a parent; its children are its codes.
struct Code {
    CodeId id;
    base::Guid guid;
    CodeId parent;  ///< nobody: a dimension
    std::string name;
    std::string colour;      ///< "#rrggbb" or empty
    bool codable = true;     ///< false: a heading that cannot be put on a passage
    bool exclusive = false;  ///< of its codes a participant should have exactly one
    std::string definition;
    std::string when;      ///< when to apply it
    std::string when_not;  ///< when not to
    std::string example;
};

/// The tree of codes in the order in which a reader sees it. A value; ids are kept unique by the study, and
/// in a codebook from a file they are numbered from 1.
class Codebook {
  public:
    Codebook() = default;
    /// Takes codes in any order; brothers keep the order given. A code whose parent is missing becomes a
    /// dimension; on a cycle throws Error(bad_input) that names a code of it. Ids that are nobody or not
    /// unique are Error(internal).
    explicit Codebook(std::vector<Code> codes);

    /// Every code, parents before children, brothers in order.
    [[nodiscard]] const std::vector<Code>& codes() const { return codes_; }
    [[nodiscard]] bool empty() const { return codes_.empty(); }

    [[nodiscard]] const Code* find(CodeId id) const;
    /// The code itself where it has no parent. `id` must be in the codebook.
    [[nodiscard]] const Code& dimension_of(CodeId id) const;
    /// True where `id` is `ancestor` or stands below it.
    [[nodiscard]] bool is_within(CodeId id, CodeId ancestor) const;
    [[nodiscard]] std::vector<CodeId> children(CodeId parent) const;

    /// The names from the dimension down, "Rechten/Afspraken"; "/" and "\" in names as "\/" and "\\".
    [[nodiscard]] std::string path(CodeId id) const;
    /// The code of a GUID, of a path, or of a name that occurs once; a path goes before a name, and what is
    /// the same letter by letter before what is the same by text::folded. The names of
    /// dimensions, and in a path all but the last, may be cut after a word: "Rechten/Afspraken" for "Rechten
    /// van de JIM/Afspraken". Throws Error(not_found) whose hint proposes near ones, or Error(bad_input)
    /// where several codes match.
    [[nodiscard]] const Code& resolve(std::string_view text) const;

    /// Why `code` may not become a child of `parent` (itself, a descendant, a name in use there); nothing
    /// where it may.
    [[nodiscard]] std::optional<std::string> why_not_move(CodeId code, CodeId parent) const;

  private:
    /// The place in codes_; `id` must be in the codebook.
    [[nodiscard]] std::size_t index_of(CodeId id) const;
    void put_in_reading_order(std::vector<Code> codes);
    /// The codes whose path is `parts`, or else those whose name is `name`, where `name_at` gives the name
    /// of the code at a place and `leads` compares the names above the last one with a part.
    template <class NameAt, class Leads>
    [[nodiscard]] std::vector<const Code*> matches(const std::vector<std::string>& parts,
                                                   const std::string& name, const NameAt& name_at,
                                                   const Leads& leads) const;
    [[nodiscard]] std::vector<std::string> near_misses(std::string_view text) const;

    std::vector<Code> codes_;
    /// Parallel to codes_: the place after a code's last descendant.
    std::vector<std::size_t> ends_;
    /// Parallel to codes_: the names by text::folded, without blanks at the ends.
    std::vector<std::string> folded_names_;
    std::unordered_map<CodeId, std::size_t> places_;
};

/// One name as it stands in a path.
[[nodiscard]] std::string escaped_path_part(std::string_view name);
/// The names of a path. A "\" before another character than "/" and "\" stands for itself.
[[nodiscard]] std::vector<std::string> path_parts(std::string_view path);

}  // namespace model
