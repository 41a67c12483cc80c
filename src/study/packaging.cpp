// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/packaging.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include "base/strings.h"
#include "base/translate.h"
#include "study/participants.h"
#include "study/sources.h"

namespace study::packages {

namespace {

/// Shuffles in a way that is the same on every machine; std::shuffle is not.
template <class T>
void shuffle(std::vector<T>& items, std::mt19937_64& random) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
}

struct Interviewed {
    std::map<model::SourceId, std::string> roles;
    std::map<model::SourceId, std::string> triads;
};

Interviewed interviewed(const Study& study, const std::vector<model::Source>& sources) {
    std::map<model::RoleId, std::string> roles;
    for (const auto& role : participants::roles(study)) roles[role.id] = role.name;
    std::map<model::TriadId, std::string> triads;
    for (const auto& triad : participants::triads(study)) triads[triad.id] = triad.name;
    std::map<model::ParticipantId, model::Participant> people;
    for (const auto& one : participants::all(study)) people[one.id] = one;
    Interviewed result;
    for (const auto& source : sources) {
        std::set<std::string> its_roles, its_triads;
        for (const auto id : source.participants) {
            const auto& one = people[id];
            if (one.role) its_roles.insert(roles[one.role]);
            if (one.triad) its_triads.insert(triads[one.triad]);
        }
        result.roles[source.id] = base::join({its_roles.begin(), its_roles.end()}, ", ");
        result.triads[source.id] = base::join({its_triads.begin(), its_triads.end()}, ", ");
    }
    return result;
}

std::vector<Stratum> strata_of(std::vector<model::Source> sources, const Interviewed& who) {
    std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.guid < b.guid; });
    std::map<std::string, Stratum> by_role;
    for (const auto& source : sources) {
        const std::string& roles = who.roles.at(source.id);
        auto& stratum = by_role[roles];
        stratum.name = roles.empty() ? std::string(base::tr("no role")) : roles;
        stratum.sources.push_back(source.id);
    }
    std::vector<Stratum> strata;
    for (auto& [name, stratum] : by_role) strata.push_back(std::move(stratum));
    return strata;
}

/// How many of each stratum: its part of all, rounded so that they sum up (Hamilton's largest remainders).
std::vector<std::size_t> shares(const std::vector<Stratum>& strata, std::size_t number, std::size_t all) {
    std::vector<std::size_t> shares;
    std::vector<std::pair<std::size_t, std::size_t>> remainders;
    std::size_t given = 0;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        const std::size_t exact = strata[i].sources.size() * number;
        shares.push_back(exact / all);
        given += shares.back();
        remainders.emplace_back(exact % all, i);
    }
    std::stable_sort(remainders.begin(), remainders.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; given < number; ++i, ++given) ++shares[remainders[i].second];
    return shares;
}

}  // namespace

std::vector<Stratum> strata(const Study& study) {
    auto sources = sources::all(study);
    const auto who = interviewed(study, sources);
    return strata_of(std::move(sources), who);
}

std::vector<model::SourceId> draw(const Study& study, std::size_t number, std::uint64_t seed) {
    auto all = sources::all(study);
    const auto who = interviewed(study, all);
    const std::size_t size = all.size();
    auto strata = strata_of(std::move(all), who);
    std::vector<model::SourceId> drawn;
    const auto wanted = size == 0 ? std::vector<std::size_t>{} : shares(strata, std::min(number, size), size);
    std::mt19937_64 random(seed);
    std::map<std::string, int> from_triad;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        auto& left = strata[i].sources;
        shuffle(left, random);
        for (std::size_t n = 0; n < wanted[i]; ++n) {
            const auto next = std::min_element(left.begin(), left.end(), [&](auto a, auto b) {
                return from_triad[who.triads.at(a)] < from_triad[who.triads.at(b)];
            });
            ++from_triad[who.triads.at(*next)];
            drawn.push_back(*next);
            left.erase(next);
        }
    }
    std::sort(drawn.begin(), drawn.end());
    return drawn;
}

}  // namespace study::packages
