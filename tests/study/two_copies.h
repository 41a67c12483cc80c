// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "model/coding.h"
#include "study/copying.h"
#include "study/merging/plan.h"
#include "study/temporary_study.h"
#include "study/verbs/codebook.h"

namespace support {

/// My study with a source, a dimension with a code and a coding of mine, and the colleague's copy of it. The
/// ids of the common past are the same in both.
struct TwoCopies {
    TwoCopies();

    [[nodiscard]] std::filesystem::path path() const { return study.folder() / "copy.trialogue"; }

    /// Something that the colleague does.
    template <class Do>
    void there(const Do& what) {
        study::Edit edit(*copy, "test");
        what(edit);
        edit.commit();
    }
    template <class Do>
    void here(const Do& what) {
        study::Edit edit(*study, "test");
        what(edit);
        edit.commit();
    }
    /// The colleague's copy made anew of my study as it is now.
    void copy_again();

    /// Takes her copy into my study, which is whole afterwards.
    study::merging::MergeReport merge();

    [[nodiscard]] std::vector<std::string> paths() const;

    TemporaryStudy study;
    std::unique_ptr<study::Study> copy;
    model::SourceId source;
    model::CodeId dimension, code;
    model::CodingId mine;
};

/// What a merge decided by a rule, a line each.
std::string remarks(const study::merging::MergeReport& report);

model::Code code_named(const std::string& name, model::CodeId parent = {});
void rename_code(study::Edit& edit, model::CodeId id, const std::string& name);
/// Gives the source T1 that text.
void correct(study::Study& study, const std::string& text);
std::string quoted(const study::Study& study, const model::Coding& coding);

}  // namespace support
