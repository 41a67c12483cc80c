// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "study/temporary_study.h"

namespace support {

/// A study with roles ouder, jongere and JIM and triads T1, T2, …, to which interviews are added.
class PeopleStudy : public TemporaryStudy {
  public:
    /// An interview of one participant, "T1-ouder" for role "ouder" of triad "T1": turns of M are theirs, of
    /// I the interviewer's.
    model::SourceId add_interview(const std::string& triad, const std::string& role, const std::string& text);
};

}  // namespace support
