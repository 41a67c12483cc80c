// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/material_builder.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "base/strings.h"

namespace {

template <class Things>
auto find_by_name(Things& things, const std::string& name) {
    return std::find_if(things.begin(), things.end(), [&](const auto& one) { return one.name == name; });
}

template <class Things>
auto id_by_name(const Things& things, const std::string& name) {
    const auto found = find_by_name(things, name);
    if (found == things.end()) throw std::logic_error("the test names no " + name);
    return found->id;
}

template <class Thing>
auto id_or_new(std::vector<Thing>& things, const std::string& name, std::int64_t from) {
    const auto found = find_by_name(things, name);
    if (found != things.end()) return found->id;
    Thing made;
    made.id.value = from + static_cast<std::int64_t>(things.size());
    made.name = name;
    things.push_back(made);
    return made.id;
}

}  // namespace

MaterialBuilder& MaterialBuilder::participant(const std::string& name, const std::string& role,
                                              const std::string& triad) {
    model::Participant made;
    made.id.value = 500 + static_cast<std::int64_t>(made_.participants.size());
    made.name = name;
    if (!role.empty()) made.role = id_or_new(made_.roles, role, 100);
    if (!triad.empty()) made.triad = id_or_new(made_.triads, triad, 200);
    made_.participants.push_back(made);
    return *this;
}

MaterialBuilder& MaterialBuilder::role(const std::string& name) {
    id_or_new(made_.roles, name, 100);
    return *this;
}

MaterialBuilder& MaterialBuilder::triad(const std::string& name) {
    id_or_new(made_.triads, name, 200);
    return *this;
}

MaterialBuilder& MaterialBuilder::attribute(const std::string& name, model::AttributeType type) {
    id_or_new(made_.attributes, name, 300);
    find_by_name(made_.attributes, name)->type = type;
    return *this;
}

MaterialBuilder& MaterialBuilder::value(const std::string& participant, const std::string& attribute,
                                        const std::string& value) {
    find_by_name(made_.participants, participant)->attributes[id_by_name(made_.attributes, attribute)] =
        value;
    return *this;
}

MaterialBuilder& MaterialBuilder::coder(const std::string& name) {
    coder_or_new(name);
    return *this;
}

MaterialBuilder& MaterialBuilder::code(const std::string& path) {
    code_or_new(path, true);
    return *this;
}

MaterialBuilder& MaterialBuilder::exclusive(const std::string& path) {
    const model::CodeId id = code_or_new(path, false);
    for (model::Code& code : code_list_) {
        if (code.id == id) code.exclusive = true;
    }
    return *this;
}

model::CodeId MaterialBuilder::code_or_new(const std::string& path, bool codable) {
    if (const auto found = codes_.find(path); found != codes_.end()) return found->second;
    model::Code made;
    const auto slash = path.rfind('/');
    if (slash != std::string::npos) made.parent = code_or_new(path.substr(0, slash), false);
    // Later codes have lower ids, so that their order is not that of the codebook.
    made.id.value = 899 - static_cast<std::int64_t>(code_list_.size());
    made.name = slash == std::string::npos ? path : path.substr(slash + 1);
    made.codable = codable;
    code_list_.push_back(made);
    return codes_[path] = made.id;
}

MaterialBuilder& MaterialBuilder::source(const std::string& name,
                                         const std::vector<std::string>& participants, std::int64_t length) {
    model::CountedSource made;
    made.id.value = 1000 + static_cast<std::int64_t>(made_.sources.size());
    made.name = name;
    made.length = length;
    for (const auto& participant : participants) made.participants.push_back(participant_id(participant));
    made_.sources.push_back(made);
    return *this;
}

MaterialBuilder& MaterialBuilder::turn(const std::string& source, const std::string& speaker,
                                       std::int64_t length) {
    model::CountedSource& where = source_of(source);
    std::vector<model::ParticipantId> people;
    if (!speaker.empty()) {
        for (const auto name : base::split(speaker, '+')) people.push_back(participant_id(std::string(name)));
    }
    auto known = std::find_if(where.speakers.begin(), where.speakers.end(),
                              [&](const auto& entry) { return entry.second == people; });
    if (known == where.speakers.end()) {
        const model::SpeakerId id{400 + static_cast<std::int64_t>(where.speakers.size())};
        known = where.speakers.emplace(id, people).first;
    }
    const std::int64_t begin = where.turns.empty() ? 0 : where.turns.back().span.end;
    where.turns.push_back({{begin, begin + length}, begin, known->first});
    where.length = std::max(where.length, begin + length);
    return *this;
}

MaterialBuilder& MaterialBuilder::mark(const std::string& source, const std::string& coder,
                                       model::Mark mark) {
    source_of(source).marks[coder.empty() ? model::CoderId{} : coder_or_new(coder)] = mark;
    return *this;
}

model::CodingId MaterialBuilder::coding(const std::string& source, const std::string& code,
                                        std::int64_t begin, std::int64_t end, const std::string& coder) {
    model::CountedCoding made;
    made.id.value = next_coding_++;
    made.code = code_or_new(code, true);
    made.span = {begin, end};
    if (coder.empty()) {
        made.layer = model::kSettledLayer;
    } else {
        made.coder = coder_or_new(coder);
    }
    source_of(source).codings.push_back(made);
    return made.id;
}

model::CodingId MaterialBuilder::whole(const std::string& source, const std::string& code,
                                       const std::string& coder) {
    return coding(source, code, -1, -1, coder);
}

model::Material MaterialBuilder::material() const {
    model::Material material = made_;
    material.codebook = model::Codebook(code_list_);
    for (auto& source : material.sources) {
        std::sort(source.codings.begin(), source.codings.end(), [](const auto& a, const auto& b) {
            return std::tie(a.code, a.span.begin, a.id) < std::tie(b.code, b.span.begin, b.id);
        });
    }
    return material;
}

model::ParticipantId MaterialBuilder::participant_id(const std::string& name) const {
    return id_by_name(made_.participants, name);
}

model::CoderId MaterialBuilder::coder_id(const std::string& name) const {
    return id_by_name(made_.coders, name);
}

model::CountedSource& MaterialBuilder::source_of(const std::string& name) {
    const auto found = find_by_name(made_.sources, name);
    if (found == made_.sources.end()) throw std::logic_error("the test names no source " + name);
    return *found;
}

model::CoderId MaterialBuilder::coder_or_new(const std::string& name) {
    return id_or_new(made_.coders, name, 700);
}
