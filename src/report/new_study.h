// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/progress.h"
#include "exchange/refi/codebook.h"
#include "study/study.h"

namespace report {

/// What somebody says of a study that is to be made.
struct NewStudy {
    std::filesystem::path file;
    std::string name;
    std::string language = "nl";      ///< of the interviews
    exchange::ReadCodebook codebook;  ///< empty: none
    std::string codebook_file;        ///< its name, for the history
    std::string coder;                ///< who makes it; empty: nobody yet
};

/// Makes a study with its codebook and coder, or throws Error and leaves no file. Where the file is there
/// already, it is not touched.
std::unique_ptr<study::Study> make_study(const NewStudy& wished);

/// Makes the sample study: transcripts, participants.csv and codings-*.csv of a folder, with that codebook.
/// Throws Error and leaves no file; a stop does, too.
void make_sample_study(const std::filesystem::path& file, const std::filesystem::path& material,
                       const std::filesystem::path& codebook, const base::Progress& progress = {});

}  // namespace report
