// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "report/sight.h"
#include "study/study.h"

namespace report {

/// Writes everything that a data archive asks for into one .zip: the study file, each transcript as text, the
/// codebook (.qdc), participants, codings, quotations and the history as CSV, and a page that says what is
/// what. All of one state of the study; the same state gives the same bytes. `sight` must see all. Throws
/// Error(io).
void write_archive(study::Study& study, const Sight& sight, const std::filesystem::path& path);

}  // namespace report
