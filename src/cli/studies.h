// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "model/participant.h"
#include "study/edit.h"
#include "study/study.h"

namespace cli {

/// The file that a person means by a study's name: with ".trialogue" where it was left out.
[[nodiscard]] std::filesystem::path study_file(const std::string& name);
/// The same of a study that is there; a file without the ending is taken as it is.
[[nodiscard]] std::filesystem::path present_study_file(const std::string& name);

[[nodiscard]] std::unique_ptr<study::Study> open_to_read(const std::string& name);
[[nodiscard]] std::unique_ptr<study::Study> open_to_write(const std::string& name);

/// Whose change the history shall say it is: the coder of that name, if the study knows one.
[[nodiscard]] study::Edit::Options made_by(const study::Study& study,
                                           const std::optional<std::string>& coder);

/// The names of participants, in their order.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<model::Participant>& participants,
                                                const std::vector<model::ParticipantId>& ids);

}  // namespace cli
