// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "study/history.h"

namespace report {

/// Says in the user's language what revisions did, from their verb and arguments.
class HistorySentences {
  public:
    /// `study` must outlive it; names are those of now.
    explicit HistorySentences(const study::Study& study);

    /// "Coded a passage: Rechten/Afspraken, T1-moeder". What is no longer in the study, or was
    /// forgotten, is not named. A verb of a newer program stands there as it is.
    [[nodiscard]] std::string sentence(const study::Revision& revision) const;
    /// The coder's name; empty where none was said.
    [[nodiscard]] std::string coder(const study::Revision& revision) const;

  private:
    [[nodiscard]] std::vector<std::string> details(const nlohmann::json& args) const;
    void add_names(std::vector<std::string>& to, const nlohmann::json& value) const;

    std::unordered_map<base::Guid, std::string> names_;
};

}  // namespace report
