// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/contents.h"

#include <algorithm>

#include "base/translate.h"
#include "study/coders.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/memos.h"
#include "study/participants.h"
#include "study/sources.h"

namespace search {

namespace {

using study::Kind;

template <class Things, class Id>
auto found(const Things& things, Id id) -> decltype(things.data()) {
    const auto place =
        std::find_if(things.begin(), things.end(), [&](const auto& one) { return one.id == id; });
    return place == things.end() ? nullptr : &*place;
}

void load_people(Contents& contents, const study::Study& study) {
    contents.roles = study::participants::roles(study);
    contents.triads = study::participants::triads(study);
    contents.attributes = study::participants::attributes(study);
    contents.participants = study::participants::all(study);
}

void add_memos(const Contents& contents, const study::Study& study, std::vector<model::Memo> memos,
               std::vector<SideText>& texts) {
    for (auto& memo : memos) {
        SideText made;
        made.where = Where::memo;
        made.id = memo.id.value;
        made.text = text::Text(std::move(memo.content));
        made.coder = memo.coder;
        made.created = memo.created;
        switch (memo.about) {
            case model::Memo::About::study:
                made.title = study.name();
                break;
            case model::Memo::About::source:
                made.source = {memo.target};
                if (const auto* source = contents.source(made.source)) made.title = source->name;
                break;
            case model::Memo::About::participant:
                made.participants.push_back({memo.target});
                if (const auto* one = contents.participant({memo.target})) made.title = one->name;
                break;
            case model::Memo::About::code:
                made.codes.push_back({memo.target});
                if (contents.codebook.find({memo.target}) != nullptr)
                    made.title = contents.codebook.path({memo.target});
                break;
            case model::Memo::About::coding:
                for (const auto& coding : study::codings::get(study, {{memo.target}})) {
                    made.codes.push_back(coding.code);
                    made.source = coding.source;
                    const auto* source = contents.source(coding.source);
                    made.title =
                        (source != nullptr ? source->name + ", " : "") + contents.codebook.path(coding.code);
                }
                if (made.codes.empty()) continue;
                break;
        }
        texts.push_back(std::move(made));
    }
}

void add_definitions(const Contents& contents, std::vector<SideText>& texts) {
    for (const auto& code : contents.codebook.codes()) {
        for (const auto& part : {code.name, code.definition, code.when, code.when_not, code.example}) {
            if (part.empty()) continue;
            SideText made;
            made.where = Where::definition;
            made.id = code.id.value;
            made.title = contents.codebook.path(code.id);
            made.text = text::Text(part);
            made.codes.push_back(code.id);
            texts.push_back(std::move(made));
        }
    }
}

void add_attributes(const Contents& contents, std::vector<SideText>& texts) {
    for (const auto& participant : contents.participants) {
        for (const auto& attribute : contents.attributes) {
            const auto value = participant.attributes.find(attribute.id);
            if (value == participant.attributes.end() || value->second.empty()) continue;
            SideText made;
            made.where = Where::attribute;
            made.id = participant.id.value;
            made.title = participant.name + ", " + attribute.name;
            made.text = text::Text(value->second);
            made.participants.push_back(participant.id);
            texts.push_back(std::move(made));
        }
    }
}

}  // namespace

Contents Contents::load(const study::Study& study) {
    Contents contents;
    load_people(contents, study);
    contents.sources = study::sources::all(study);
    contents.coders = study::coders::all(study);
    contents.codebook = study::codes::codebook(study);
    contents.number_participants();
    return contents;
}

void Contents::refresh(const study::Study& study, const study::Changes& changes) {
    const auto any_of = [&](std::initializer_list<Kind> kinds) {
        return std::any_of(kinds.begin(), kinds.end(), [&](Kind kind) { return changes.touch(kind); });
    };
    if (any_of({Kind::role, Kind::triad, Kind::participant, Kind::attribute, Kind::attribute_value})) {
        load_people(*this, study);
        number_participants();
    }
    const bool speakers = any_of({Kind::speaker, Kind::speaker_participant, Kind::source_participant});
    if (speakers || !refresh_sources(study, changes.ids(Kind::source))) sources = study::sources::all(study);
    if (changes.touch(Kind::coder)) coders = study::coders::all(study);
    if (changes.touch(Kind::code)) codebook = study::codes::codebook(study);
    // What is filtered may hang on settings and marks.
    if (any_of({Kind::coding, Kind::source, Kind::mark, Kind::setting, Kind::coder})) codings_.clear();
}

bool Contents::refresh_sources(const study::Study& study, const std::vector<std::int64_t>& ids) {
    constexpr std::size_t kFew = 8;
    if (ids.size() > kFew) return false;
    for (const std::int64_t id : ids) {
        const auto known = std::find_if(sources.begin(), sources.end(),
                                        [&](const model::Source& one) { return one.id.value == id; });
        if (known == sources.end()) return false;
        try {
            auto fresh = study::sources::get(study, known->id);
            if (fresh.name != known->name) return false;
            *known = std::move(fresh);
        } catch (const base::Error&) {
            return false;  // it is gone
        }
    }
    return true;
}

void Contents::number_participants() {
    places_.clear();
    for (std::size_t i = 0; i < participants.size(); ++i) places_[participants[i].id] = i;
}

const model::Participant* Contents::participant(model::ParticipantId id) const {
    const auto place = places_.find(id);
    return place == places_.end() ? nullptr : &participants[place->second];
}

const model::Role* Contents::role(model::RoleId id) const {
    return found(roles, id);
}

const model::Triad* Contents::triad(model::TriadId id) const {
    return found(triads, id);
}

const model::Source* Contents::source(model::SourceId id) const {
    return found(sources, id);
}

const std::vector<model::Coding>& Contents::codings(const study::Study& study, model::SourceId source) const {
    const auto [place, is_new] = codings_.try_emplace(source);
    if (is_new) {
        place->second = study::codings::standing_of_source(study, source);
        if (filter_.codings) filter_.codings(source, place->second);
    }
    return place->second;
}

void Contents::set_filter(Filter filter) {
    filter_ = std::move(filter);
    codings_.clear();
}

std::vector<SideText> Contents::side_texts(const study::Study& study, Where where) const {
    std::vector<SideText> texts;
    if (where == Where::memo) {
        auto memos = study::memos::all(study);
        if (filter_.memos) filter_.memos(memos);
        add_memos(*this, study, std::move(memos), texts);
    }
    if (where == Where::definition) add_definitions(*this, texts);
    if (where == Where::attribute) add_attributes(*this, texts);
    return texts;
}

const model::Speaker* speaker_of(const model::Source& source, std::int32_t turn) {
    if (turn < 0 || static_cast<std::size_t>(turn) >= source.turns.size()) return nullptr;
    return found(source.speakers, source.turns[static_cast<std::size_t>(turn)].speaker);
}

const std::vector<model::ParticipantId>& voices_of(const model::Source& source, std::int32_t turn) {
    static const std::vector<model::ParticipantId> kNobody;
    if (const auto* speaker = speaker_of(source, turn)) return speaker->participants;
    return source.turns.empty() && source.participants.size() == 1 ? source.participants : kNobody;
}

}  // namespace search
