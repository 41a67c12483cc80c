// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "study/merging/replica.h"
#include "study/merging/same.h"
#include "text/edit_list.h"

namespace study::merging {

/// The versions of one source's text, by hash, and how each became the next, as either copy knows it.
class Versions {
  public:
    /// `source`: the guid that stands for it in `same`.
    Versions(const base::Guid& source, const Same& same, const Replica& here, const Replica& there);

    void add(const std::string& from, const std::string& to, text::EditList edits);
    /// Whether a text became the other, in one step or several.
    [[nodiscard]] bool leads(const std::string& from, const std::string& to) const;
    /// The last text from which both came; nothing where there is none.
    [[nodiscard]] std::optional<std::string> origin_of(const std::string& a, const std::string& b) const;
    /// Where a passage of one version is in another, going back and forth. Nothing where it is gone; `known`
    /// becomes false where no way leads there.
    [[nodiscard]] std::optional<text::Span> moved(text::Span span, const std::string& from,
                                                  const std::string& to, bool& known) const;

  private:
    struct Step {
        std::string to;
        text::EditList edits;
        bool forwards = true;
    };
    [[nodiscard]] std::optional<std::vector<const Step*>> way(const std::string& from, const std::string& to,
                                                              bool forwards_only) const;
    [[nodiscard]] std::vector<std::string> ancestors(const std::string& of) const;

    std::map<std::string, std::vector<Step>> steps_;
};

/// How two versions of a text become one.
struct JoinedText {
    text::Text text;
    text::EditList from_here, from_there;  ///< how each of the two became it
};

/// Makes both sets of corrections to `origin`; nothing where they touch the same words.
[[nodiscard]] std::optional<JoinedText> joined(const text::Text& origin, const text::Text& here,
                                               const text::Text& there);

/// A source that cannot be merged, and why.
struct RefusedSource {
    std::string name;
    std::string here, there;  ///< the first words that differ, with what stands around them
};

/// Where two texts differ first.
[[nodiscard]] RefusedSource first_difference(const std::string& name, const text::Text& here,
                                             const text::Text& there);

/// What became of the sources whose texts differ.
struct TextsJoined {
    std::vector<RefusedSource> refused;
    std::vector<std::pair<std::string, text::Text>> made;  ///< hash and content of texts that were made
    std::int64_t passages_gone = 0;  ///< codings of either copy whose passage the other's corrections removed
    std::set<base::Guid> untouched;  ///< rows of refused sources: nothing of them is merged
};

/// Brings the sources of both copies to one text: the one that was corrected later, or both corrections where
/// they do not touch. Passages of both are moved along. What cannot be joined is left out.
[[nodiscard]] TextsJoined join_texts(Replica& here, Replica& there, const Same& same);

}  // namespace study::merging
