// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/guid.h"
#include "model/ids.h"
#include "text/span.h"

namespace model {

/// Free text on anything in the study.
struct Memo {
    enum class About { study, source, participant, code, coding };
    MemoId id;
    base::Guid guid;
    About about = About::study;
    std::int64_t target = 0;         ///< the row it is about; 0 for the study
    std::optional<text::Span> span;  ///< a passage, where it is about a source
    CoderId coder;                   ///< who wrote it here; nobody for an imported comment
    std::string author;              ///< the name that an imported comment carried
    std::string content;
    std::int64_t created = 0;  ///< seconds since 1970, UTC
};

}  // namespace model
