// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/exclusivity.h"

#include <algorithm>

namespace analysis {

Exclusivity::Exclusivity(const Numbered& numbered, const Selection& selection)
    : numbered_(numbered), selection_(selection) {
    const model::Codebook& codebook = numbered.material().codebook;
    for (Index begin = 0; begin < numbered.codes(); ++begin) {
        const model::Code& code = codebook.codes()[begin];
        if (!code.exclusive) continue;
        Index end = begin + 1;
        while (end < numbered.codes() && codebook.is_within(codebook.codes()[end].id, code.id)) ++end;
        bool complete = end > begin + 1;
        // The heading itself need not be asked for where all codes below it are.
        for (Index i = begin + 1; i < end; ++i) {
            if (codebook.codes()[i].codable && !selection.codes[i]) complete = false;
        }
        if (complete) watched_.push_back({begin, end});
    }
    if (watched_.empty()) return;
    found_.resize(static_cast<std::size_t>(numbered.participants()) *
                  static_cast<std::size_t>(numbered.codes()));
}

void Exclusivity::add(const std::vector<Finding>& findings) {
    if (watched_.empty()) return;
    for (const Finding& finding : findings) found_[place(finding.participant, finding.code)] = true;
}

std::vector<ExclusivityWarning> Exclusivity::warnings(const Coverage& coverage) const {
    const auto& codes = numbered_.material().codebook.codes();
    std::vector<ExclusivityWarning> all;
    for (const Watched& dimension : watched_) {
        for (Index person = 0; person < numbered_.participants(); ++person) {
            if (!selection_.participants[person] || !coverage.participant(person)) continue;
            ExclusivityWarning warning{
                codes[dimension.begin].id, numbered_.material().participants[person].id, {}};
            for (Index code = dimension.begin; code < dimension.end; ++code) {
                if (found_[place(person, code)]) warning.codes.push_back(codes[code].id);
            }
            if (warning.codes.size() != 1) all.push_back(std::move(warning));
        }
    }
    return all;
}

}  // namespace analysis
