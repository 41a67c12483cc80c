// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/studies.h"

#include <algorithm>

#include "study/coders.h"

namespace cli {

namespace {

constexpr const char* kEnding = ".trialogue";

}  // namespace

std::filesystem::path study_file(const std::string& name) {
    std::filesystem::path path(name);
    if (path.extension() != kEnding) path += kEnding;
    return path;
}

std::filesystem::path present_study_file(const std::string& name) {
    std::error_code ignored;
    const auto with_ending = study_file(name);
    if (!std::filesystem::exists(name, ignored) && std::filesystem::exists(with_ending, ignored)) {
        return with_ending;
    }
    return name;
}

std::unique_ptr<study::Study> open_to_read(const std::string& name) {
    return study::Study::open(present_study_file(name), study::Access::snapshot);
}

std::unique_ptr<study::Study> open_to_write(const std::string& name) {
    return study::Study::open(present_study_file(name), study::Access::write);
}

study::Edit::Options made_by(const study::Study& study, const std::optional<std::string>& coder) {
    study::Edit::Options options;
    if (!coder) return options;
    if (const auto known = study::coders::find(study, *coder)) options.coder = known->guid;
    return options;
}

std::vector<std::string> names_of(const std::vector<model::Participant>& participants,
                                  const std::vector<model::ParticipantId>& ids) {
    std::vector<std::string> names;
    for (const auto& participant : participants) {
        if (std::find(ids.begin(), ids.end(), participant.id) != ids.end()) names.push_back(participant.name);
    }
    return names;
}

}  // namespace cli
