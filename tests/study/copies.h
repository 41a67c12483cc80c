// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "study/merging/plan.h"
#include "study/study.h"

namespace support {

/// What people entered in a study, told by guids instead of numbers, a line each, in order: two copies with
/// the same lines hold the same.
std::vector<std::string> told(const study::Study& study);

/// The lines that only one of the two has, "<" and ">"; empty where they are the same.
std::string difference(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// The lines but for those of things that are, or stand on, one of these.
std::vector<std::string> without(std::vector<std::string> lines, const std::set<base::Guid>& things);

/// Merges the study at `other` into `study` as one edit; codes of one path become one.
study::merging::MergeReport merge_in(study::Study& study, const std::filesystem::path& other);

}  // namespace support
