// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/guid.h"
#include "model/coding.h"
#include "study/study.h"

/// Packages: copies of a study that hold only what one coder may know.
namespace study::packages {

/// What a package says of itself.
struct Info {
    base::Guid coder;
    std::int64_t made = 0;  ///< seconds since 1970, UTC
    bool frozen = false;    ///< the codebook is to stay as it is
    base::Digest fingerprint{};
};

/// Nothing where the study is no package.
[[nodiscard]] std::optional<Info> of(const Study& study);

/// Texts and codebook as one number: the present texts of the study's sources by guid, and the codebook.
/// `within`: only of sources that this study has too.
[[nodiscard]] base::Digest fingerprint(const Study& study, const Study& within);

/// Throws Error(conflict) where the study is a package whose codebook is to stay as it is.
void check_codebook_open(const Study& study);

/// What goes into a package.
struct Contents {
    model::CoderId coder;
    std::vector<model::SourceId> sources;
    bool frozen = false;
};

/// Writes a package: a study file of the same study with these sources, their texts as they are now, who
/// speaks in them, the codebook, and of all codings, memos and marks only the coder's own. Nothing else of
/// the study is in its bytes: no history, no settled layer, no other coder. Ids that are made in it are of a
/// range of its own. The file appears when it is whole. Throws Error: conflict where it is there already, io.
void write(const Study& study, const Contents& contents, const std::filesystem::path& path);

}  // namespace study::packages
