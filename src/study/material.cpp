// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/material.h"

#include <unordered_map>
#include <unordered_set>

#include "db/transaction.h"
#include "study/coders.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/participants.h"
#include "study/settlements.h"
#include "study/sources.h"
#include "text/tokens.h"

namespace study {

namespace {

using model::CountedCoding;
using model::CountedSource;
using model::Material;
using model::SourceId;

CountedSource counted(model::Source source) {
    CountedSource result;
    result.id = source.id;
    result.name = std::move(source.name);
    result.length = source.length;
    result.words = source.words;
    result.turns = std::move(source.turns);
    result.participants = std::move(source.participants);
    for (auto& speaker : source.speakers) {
        for (const auto participant : speaker.participants) {
            auto& all = result.participants;
            if (std::find(all.begin(), all.end(), participant) == all.end()) all.push_back(participant);
        }
        result.speakers[speaker.id] = std::move(speaker.participants);
    }
    return result;
}

void load_sources(Material& material, const Study& study) {
    auto loaded = sources::all(study);
    std::unordered_map<SourceId, CountedSource> known;
    for (auto& source : material.sources) known.emplace(source.id, std::move(source));
    material.sources.clear();
    material.sources.reserve(loaded.size());
    for (auto& source : loaded) {
        const SourceId id = source.id;
        material.sources.push_back(counted(std::move(source)));
        if (const auto before = known.find(id); before != known.end()) {
            material.sources.back().codings = std::move(before->second.codings);
            material.sources.back().aside = std::move(before->second.aside);
            material.sources.back().marks = std::move(before->second.marks);
        }
    }
}

using Places = std::unordered_map<SourceId, std::size_t>;

Places places_of(const Material& material) {
    Places places;
    for (std::size_t i = 0; i < material.sources.size(); ++i) places[material.sources[i].id] = i;
    return places;
}

/// The columns are exactly those of the index coding_to_count, so the table itself is not read.
std::string select_codings(const Study& study, std::string_view which) {
    return fmt::format(
        "SELECT id, source, code, first, past, coder, layer, {} FROM coding INDEXED BY coding_to_count {}"
        " ORDER BY source, code, first",
        codings::starred_column(study), which);
}

CountedCoding counted_coding(const db::Statement& row) {
    CountedCoding coding;
    coding.id = {row.integer(0)};
    coding.code = {row.integer(2)};
    coding.span = row.is_null(3) ? text::Span{-1, -1} : text::Span{row.integer(3), row.integer(4)};
    coding.coder = {row.integer(5)};
    coding.layer = static_cast<model::Layer>(row.integer(6));
    coding.starred = row.integer(7) != 0;
    return coding;
}

void load_codings(Material& material, const Study& study) {
    const Places places = places_of(material);
    for (auto& source : material.sources) {
        source.codings.clear();
        source.aside.clear();
    }
    db::Statement row = study.database().prepare(select_codings(study, ""));
    SourceId current;
    CountedSource* source = nullptr;
    while (row.step()) {
        const SourceId id{row.integer(1)};
        if (source == nullptr || id != current) {
            const auto place = places.find(id);
            source = place == places.end() ? nullptr : &material.sources[place->second];
            current = id;
        }
        if (source != nullptr) source->codings.push_back(counted_coding(row));
    }
    for (auto& one : material.sources) model::sort_rounds(one);
}

void load_codings_of(CountedSource& source, const Study& study) {
    source.codings.clear();
    source.aside.clear();
    db::Statement row = study.database().prepare(select_codings(study, "WHERE source = ?1"));
    row.bind(source.id.value);
    while (row.step()) source.codings.push_back(counted_coding(row));
    model::sort_rounds(source);
}

void load_marks(Material& material, const Study& study) {
    const Places places = places_of(material);
    for (auto& source : material.sources) source.marks.clear();
    db::Statement row = study.database().prepare(
        fmt::format("SELECT source, coder, mark, {} FROM mark", codings::round_column(study)));
    while (row.step()) {
        const auto place = places.find({row.integer(0)});
        if (place == places.end()) continue;
        material.sources[place->second].marks[{row.integer(1)}] = {
            codings::mark_of(row.text(2)).value_or(model::Mark::to_do),
            static_cast<model::Layer>(row.integer(3))};
    }
}

void load_people(Material& material, const Study& study) {
    material.roles = participants::roles(study);
    material.triads = participants::triads(study);
    material.attributes = participants::attributes(study);
    material.participants = participants::all(study);
}

/// The sources on which these codings stand or stood.
std::unordered_set<SourceId> sources_with(const std::vector<std::int64_t>& codings, const Material& material,
                                          const Study& study) {
    std::unordered_set<SourceId> touched;
    const std::unordered_set<std::int64_t> changed(codings.begin(), codings.end());
    for (const auto& source : material.sources) {
        const auto is_changed = [&](const CountedCoding& coding) {
            return changed.contains(coding.id.value);
        };
        if (std::any_of(source.codings.begin(), source.codings.end(), is_changed) ||
            std::any_of(source.aside.begin(), source.aside.end(), is_changed)) {
            touched.insert(source.id);
        }
    }
    db::Statement row = study.database().prepare("SELECT source FROM coding WHERE id = ?1");
    for (const std::int64_t id : codings) {
        row.bind(id);
        if (row.step()) touched.insert({row.integer(0)});
    }
    return touched;
}

/// With more changed codings than this, loading all of them again is quicker.
constexpr std::size_t kFew = 2000;

}  // namespace

Material load_material(const Study& study) {
    const db::Reading reading(study.database());
    Material material;
    load_people(material, study);
    material.coders = coders::all(study);
    material.codebook = codes::codebook(study);
    load_sources(material, study);
    load_marks(material, study);
    load_codings(material, study);
    material.settlements = settlements::all(study);
    return material;
}

void refresh(Material& material, const Study& study, const Changes& changes) {
    const db::Reading reading(study.database());
    const auto any_of = [&](std::initializer_list<Kind> kinds) {
        return std::any_of(kinds.begin(), kinds.end(), [&](Kind kind) { return changes.touch(kind); });
    };
    if (any_of({Kind::role, Kind::triad, Kind::participant, Kind::attribute, Kind::attribute_value})) {
        load_people(material, study);
    }
    if (changes.touch(Kind::coder)) material.coders = coders::all(study);
    if (changes.touch(Kind::code)) material.codebook = codes::codebook(study);
    if (any_of({Kind::source, Kind::speaker, Kind::speaker_participant, Kind::source_participant})) {
        load_sources(material, study);
    }
    if (any_of({Kind::mark, Kind::source})) {
        load_marks(material, study);
        for (auto& source : material.sources) model::sort_rounds(source);
    }
    if (any_of({Kind::settlement, Kind::settlement_coding})) material.settlements = settlements::all(study);
    const auto& codings = changes.ids(Kind::coding);
    if (codings.size() > kFew) {
        load_codings(material, study);
    } else if (!codings.empty()) {
        const auto touched = sources_with(codings, material, study);
        for (auto& source : material.sources) {
            if (touched.contains(source.id)) load_codings_of(source, study);
        }
    }
}

std::int64_t WordCounter::count(model::SourceId source, const std::vector<text::Span>& spans) {
    if (source != source_) {
        words_ = text::words(sources::text(study_, sources::get(study_, source).text));
        source_ = source;
    }
    std::int64_t count = 0;
    for (const auto& span : spans) {
        const auto first = std::lower_bound(words_.begin(), words_.end(), text::Span{span.begin, 0});
        const auto past = std::lower_bound(first, words_.end(), text::Span{span.end, 0});
        count += past - first;
    }
    return count;
}

}  // namespace study
