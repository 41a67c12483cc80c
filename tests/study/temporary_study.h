// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/imported.h"
#include "study/edit.h"
#include "study/study.h"
#include "study/verbs/import.h"
#include "support/temporary_folder.h"

namespace support {

/// A study in a folder of its own; by default an empty one that is open for changes.
class TemporaryStudy {
  public:
    TemporaryStudy();

    study::Study& operator*() const { return *study_; }
    study::Study* operator->() const { return study_.get(); }
    [[nodiscard]] std::filesystem::path path() const { return folder_ / "test.trialogue"; }
    [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

    void close() { study_.reset(); }
    void reopen(study::Access access = study::Access::write);

    /// A transcript of "I: …" and "M: …" turns with two labels, or any text without turns.
    model::SourceId add_source(const std::string& name, const std::string& text);
    model::CodeId add_code(const std::string& name, model::CodeId parent = {}, bool codable = true);
    model::CodingId add_coding(model::SourceId source, text::Span span, model::CodeId code,
                               const std::string& coder);

  private:
    TemporaryFolder folder_;
    std::unique_ptr<study::Study> study_;
};

/// The draft of a file whose lines begin with a label and a colon.
study::verbs::SourceDraft draft_of(const std::string& name, const std::string& text);

/// Every row of the given tables, or of all recorded tables, as text: for comparing two states byte for byte.
std::map<std::string, std::vector<std::string>> rows_of(const study::Study& study,
                                                        std::vector<std::string> tables = {});

}  // namespace support
