// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "study/merging/replica.h"
#include "study/merging/same.h"
#include "text/edit_list.h"
#include "text/text.h"

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
    /// Where a passage of one version is in another, going back and forth. Nothing where it is gone, or no
    /// way leads there.
    [[nodiscard]] std::optional<text::Span> moved(text::Span span, const std::string& from,
                                                  const std::string& to) const;

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
    base::Guid guid;
    std::string name;
    std::string here, there;  ///< the first words that differ, with what stands around them
};

/// Where two texts differ first.
[[nodiscard]] RefusedSource first_difference(const base::Guid& source, const std::string& name,
                                             const text::Text& here, const text::Text& there);

}  // namespace study::merging
