// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/sources.h"

#include <array>
#include <unordered_map>

#include "base/digest.h"
#include "base/error.h"
#include "base/translate.h"
#include "study/memos.h"
#include "study/number_list.h"
#include "study/row.h"
#include "study/settlements.h"
#include "text/tokens.h"

namespace study::sources {

namespace {

using base::say;
using model::Source;
using model::SourceId;

constexpr std::array<std::string_view, 4> kSpeakerWords{"unknown", "participant", "interviewer", "other"};

constexpr const char* kColumns =
    "SELECT s.id, s.guid, s.name, s.kind, s.origin, s.encoding, s.text, t.length, t.words, s.turns, s.anchors"
    " FROM source s JOIN text t ON t.id = s.text";

text::SpeakerKind speaker_kind(std::string_view word) {
    const auto* found = std::find(kSpeakerWords.begin(), kSpeakerWords.end(), word);
    return found == kSpeakerWords.end() ? text::SpeakerKind::unknown
                                        : static_cast<text::SpeakerKind>(found - kSpeakerWords.begin());
}

std::string turns_list(const std::vector<model::Turn>& turns) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(turns.size() * 4);
    for (const auto& turn : turns) {
        numbers.insert(numbers.end(), {turn.span.begin, turn.body, turn.span.end, turn.speaker.value});
    }
    return to_list(numbers);
}

std::string anchors_list(const std::vector<model::Anchor>& anchors) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(anchors.size() * 3);
    for (const auto& anchor : anchors) {
        numbers.insert(numbers.end(),
                       {anchor.position, static_cast<std::int64_t>(anchor.kind), anchor.value});
    }
    return to_list(numbers);
}

Source read(const db::Statement& row) {
    Source source;
    row::read(row, 0, source.id);
    source.guid = row::guid(row, 1);
    source.name = row.text(2);
    source.kind = row.text(3);
    source.origin = row.text(4);
    source.encoding = row.text(5);
    row::read(row, 6, source.text);
    source.length = row.integer(7);
    source.words = row.integer(8);
    const auto turns = from_list(row.text(9));
    source.turns.reserve(turns.size() / 4);
    for (std::size_t i = 0; i + 3 < turns.size(); i += 4) {
        source.turns.push_back({{turns[i], turns[i + 2]}, turns[i + 1], {turns[i + 3]}});
    }
    const auto anchors = from_list(row.text(10));
    for (std::size_t i = 0; i + 2 < anchors.size(); i += 3) {
        source.anchors.push_back(
            {anchors[i], static_cast<model::Anchor::Kind>(anchors[i + 1]), anchors[i + 2]});
    }
    return source;
}

/// Fills speakers and participants of sources that are there.
void add_people(const Study& study, std::vector<Source>& sources) {
    std::unordered_map<SourceId, std::size_t> places;
    for (std::size_t i = 0; i < sources.size(); ++i) places[sources[i].id] = i;
    const std::string only = sources.size() == 1 ? " WHERE source = ?1" : "";
    const std::int64_t one = sources.size() == 1 ? sources.front().id.value : 0;
    const auto bound = [&](db::Statement& statement) -> db::Statement& {
        return only.empty() ? statement.bind() : statement.bind(one);
    };
    const auto place = [&](std::int64_t id) { return places.find(SourceId{id}); };

    db::Statement links = study.database().prepare(
        "SELECT l.speaker, l.participant FROM speaker_participant l JOIN speaker ON speaker.id = l.speaker" +
        only + " ORDER BY l.id");
    std::unordered_map<std::int64_t, std::vector<model::ParticipantId>> of_speaker;
    bound(links);
    while (links.step()) of_speaker[links.integer(0)].push_back({links.integer(1)});

    db::Statement speakers =
        study.database().prepare("SELECT id, guid, source, label, kind FROM speaker" + only + " ORDER BY id");
    bound(speakers);
    while (speakers.step()) {
        const auto found = place(speakers.integer(2));
        if (found == places.end()) continue;
        model::Speaker speaker;
        row::read(speakers, 0, speaker.id);
        speaker.guid = row::guid(speakers, 1);
        speaker.source = found->first;
        speaker.label = speakers.text(3);
        speaker.kind = speaker_kind(speakers.text(4));
        speaker.participants = of_speaker[speaker.id.value];
        sources[found->second].speakers.push_back(std::move(speaker));
    }

    db::Statement participants = study.database().prepare(
        "SELECT source, participant FROM source_participant" + only + " ORDER BY id");
    bound(participants);
    while (participants.step()) {
        const auto found = place(participants.integer(0));
        if (found != places.end()) sources[found->second].participants.push_back({participants.integer(1)});
    }
}

void run(const Edit& edit, std::string_view sql, std::int64_t id) {
    edit.database().prepare(sql).run(id);
}

}  // namespace

std::vector<Source> all(const Study& study) {
    std::vector<Source> sources;
    db::Statement row = study.database().prepare(kColumns);
    while (row.step()) sources.push_back(read(row));
    std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) {
        return text::name_less(a.name, b.name) || (!text::name_less(b.name, a.name) && a.id < b.id);
    });
    add_people(study, sources);
    return sources;
}

Source get(const Study& study, SourceId id) {
    db::Statement row = study.database().prepare(std::string(kColumns) + " WHERE s.id = ?1");
    row.bind(id.value);
    if (!row.step()) {
        throw base::Error(base::ErrorKind::not_found, base::tr("This source is no longer in the study."));
    }
    std::vector<Source> sources{read(row)};
    add_people(study, sources);
    return std::move(sources.front());
}

std::optional<SourceId> named(const Study& study, std::string_view name) {
    db::Statement row = study.database().prepare("SELECT id FROM source WHERE name = ?1 ORDER BY id");
    row.bind(name);
    if (!row.step()) return std::nullopt;
    return SourceId{row.integer(0)};
}

Source resolve(const Study& study, std::string_view name) {
    if (const auto exact = named(study, name)) return get(study, *exact);
    const auto guid = base::Guid::parse(name);
    const std::string wanted = text::folded(name);
    std::optional<SourceId> by_fold;
    std::vector<std::string> names;
    db::Statement row = study.database().prepare("SELECT id, guid, name, origin FROM source ORDER BY name");
    while (row.step()) {
        const SourceId id{row.integer(0)};
        if (guid && row::guid(row, 1) == *guid) return get(study, id);
        if (row.text(3) == name || text::folded(row.text(2)) == wanted) by_fold = id;
        names.emplace_back(row.text(2));
    }
    if (by_fold) return get(study, *by_fold);
    row::throw_unknown(say("There is no source “{}” in the study.", name), name, names);
}

std::optional<SourceId> with_text(const Study& study, const text::Text& text) {
    db::Statement row = study.database().prepare(
        "SELECT source.id FROM text JOIN source ON source.text = text.id WHERE text.hash = ?1 ORDER BY "
        "source.id");
    const auto hash = base::digest_of(text.utf8());
    row.bind(hash);
    if (!row.step()) return std::nullopt;
    return SourceId{row.integer(0)};
}

text::Text text(const Study& study, model::TextId id) {
    db::Statement row = study.database().prepare("SELECT content FROM text WHERE id = ?1");
    row.bind(id.value);
    if (!row.step()) {
        throw base::Error(base::ErrorKind::damaged, base::tr("A text is missing from the study."),
                          base::tr("Run `trialogue check` on the study, or open a backup."));
    }
    try {
        return text::Text(std::string(row.text(0)));
    } catch (const base::Error& error) {
        row::throw_damaged(study, error);
    }
}

model::TextId insert_text(Edit& edit, const text::Text& text) {
    const auto hash = base::digest_of(text.utf8());
    db::Statement known = edit.database().prepare("SELECT id FROM text WHERE hash = ?1");
    known.bind(hash);
    if (known.step()) return {known.integer(0)};
    const model::TextId id{edit.new_id()};
    edit.database()
        .prepare("INSERT INTO text (id, hash, length, words, content) VALUES (?1, ?2, ?3, ?4, ?5)")
        .run(id.value, hash, text.size(), text::count_words(text), text.utf8());
    return id;
}

void insert(Edit& edit, Source& source) {
    source.id = {edit.new_id()};
    source.guid = row::kept_or_new(source.guid);
    // Turns name speakers by their place in source.speakers until these have their ids.
    for (auto& speaker : source.speakers) {
        speaker.source = source.id;
        speaker.id = insert_speaker(edit, source.id, speaker.label, speaker.kind);
        set_speaker(edit, speaker.id, speaker.kind, speaker.participants);
    }
    for (auto& turn : source.turns) {
        turn.speaker = source.speakers.at(static_cast<std::size_t>(turn.speaker.value)).id;
    }
    edit.database()
        .prepare(
            "INSERT INTO source (id, guid, name, kind, origin, encoding, text, created, turns, anchors)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .run(source.id.value, source.guid.bytes, source.name, source.kind, source.origin, source.encoding,
             source.text.value, edit.now(), turns_list(source.turns), anchors_list(source.anchors));
    for (const auto participant : source.participants) add_participant(edit, source.id, participant);
}

void update(Edit& edit, const Source& source) {
    edit.database()
        .prepare(
            "UPDATE source SET name = ?2, origin = ?3, encoding = ?4, text = ?5, turns = ?6, anchors = ?7"
            " WHERE id = ?1")
        .run(source.id.value, source.name, source.origin, source.encoding, source.text.value,
             turns_list(source.turns), anchors_list(source.anchors));
}

void remove(Edit& edit, SourceId id) {
    run(edit,
        "DELETE FROM memo WHERE about = 'coding' AND target IN (SELECT id FROM coding WHERE source = ?1)",
        id.value);
    memos::remove_about(edit, model::Memo::About::source, id.value);
    settlements::forget_source(edit, id);
    run(edit, "DELETE FROM coding WHERE source = ?1", id.value);
    run(edit, "DELETE FROM mark WHERE source = ?1", id.value);
    run(edit, "DELETE FROM text_edit WHERE source = ?1", id.value);
    run(edit, "DELETE FROM speaker_participant WHERE speaker IN (SELECT id FROM speaker WHERE source = ?1)",
        id.value);
    run(edit, "DELETE FROM speaker WHERE source = ?1", id.value);
    run(edit, "DELETE FROM source_participant WHERE source = ?1", id.value);
    run(edit, "DELETE FROM source WHERE id = ?1", id.value);
}

model::SpeakerId insert_speaker(Edit& edit, SourceId source, std::string_view label, text::SpeakerKind kind) {
    const model::SpeakerId id{edit.new_id()};
    edit.database()
        .prepare("INSERT INTO speaker (id, guid, source, label, kind) VALUES (?1, ?2, ?3, ?4, ?5)")
        .run(id.value, base::Guid::random().bytes, source.value, label, to_word(kind));
    return id;
}

void set_speaker(Edit& edit, model::SpeakerId speaker, text::SpeakerKind kind,
                 const std::vector<model::ParticipantId>& participants) {
    edit.database().prepare("UPDATE speaker SET kind = ?2 WHERE id = ?1").run(speaker.value, to_word(kind));
    std::vector<model::ParticipantId> present;
    db::Statement row =
        edit.database().prepare("SELECT participant FROM speaker_participant WHERE speaker = ?1 ORDER BY id");
    row.bind(speaker.value);
    while (row.step()) present.push_back({row.integer(0)});
    if (present == participants) return;
    run(edit, "DELETE FROM speaker_participant WHERE speaker = ?1", speaker.value);
    for (const auto participant : participants) {
        edit.database()
            .prepare(
                "INSERT INTO speaker_participant (id, guid, speaker, participant) VALUES (?1, ?2, ?3, ?4)")
            .run(edit.new_id(), base::Guid::random().bytes, speaker.value, participant.value);
    }
}

void add_participant(Edit& edit, SourceId source, model::ParticipantId participant) {
    db::Statement known =
        edit.database().prepare("SELECT 1 FROM source_participant WHERE source = ?1 AND participant = ?2");
    known.bind(source.value, participant.value);
    if (known.step()) return;
    edit.database()
        .prepare("INSERT INTO source_participant (id, guid, source, participant) VALUES (?1, ?2, ?3, ?4)")
        .run(edit.new_id(), base::Guid::random().bytes, source.value, participant.value);
}

void remove_participant(Edit& edit, SourceId source, model::ParticipantId participant) {
    edit.database()
        .prepare("DELETE FROM source_participant WHERE source = ?1 AND participant = ?2")
        .run(source.value, participant.value);
}

std::string_view to_word(text::SpeakerKind kind) {
    return kSpeakerWords[static_cast<std::size_t>(kind)];
}

}  // namespace study::sources
