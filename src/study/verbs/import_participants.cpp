// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/import.h"

#include <filesystem>
#include <map>
#include <unordered_map>

#include "base/error.h"
#include "base/translate.h"
#include "study/participants.h"
#include "study/sources.h"
#include "study/verbs/people.h"
#include "study/verbs/rules.h"
#include "study/verbs/speakers.h"
#include "text/tokens.h"

namespace study::verbs {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;
using model::ParticipantRow;
using model::ParticipantTable;

/// What the rows of one file say.
struct FileRows {
    std::vector<const ParticipantRow*> rows;
    const model::Source* source = nullptr;
};

[[noreturn]] void refuse(const ParticipantTable& table, const ParticipantRow& row,
                         const std::string& reason) {
    throw Error(ErrorKind::bad_input, say("{}, line {}: {}", table.file, row.line, reason),
                tr("Nothing was imported. Mend the line and try again."));
}

std::string without_extension(const std::string& file) {
    return std::filesystem::path(file).stem().string();
}

/// The sources by all that a row may call them: name, file name, with or without extension.
class SourcesByFile {
  public:
    explicit SourcesByFile(std::vector<model::Source> all) : all_(std::move(all)) {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            places_.emplace(text::folded(all_[i].name), i);
            places_.emplace(text::folded(all_[i].origin), i);
        }
    }

    [[nodiscard]] const model::Source* find(const std::string& file) const {
        for (const auto& name : {file, without_extension(file)}) {
            if (const auto place = places_.find(text::folded(name)); place != places_.end())
                return &all_[place->second];
        }
        return nullptr;
    }

  private:
    std::vector<model::Source> all_;
    std::unordered_map<std::string, std::size_t> places_;
};

/// A participant has one role and one triad; two rows must not say otherwise.
void check_consistent(const ParticipantTable& table) {
    std::map<std::string, const ParticipantRow*> first;
    for (const auto& row : table.rows) {
        if (row.interviewer) continue;
        const auto [known, is_new] = first.emplace(text::folded(row.participant), &row);
        const auto contradicts = [](const std::string& a, const std::string& b) {
            return !a.empty() && !b.empty() && text::folded(a) != text::folded(b);
        };
        if (!is_new &&
            (contradicts(known->second->role, row.role) || contradicts(known->second->triad, row.triad))) {
            refuse(table, row,
                   say("“{}” has another role or triad here than on line {}.", row.participant,
                       known->second->line));
        }
    }
}

std::vector<model::AttributeId> ensure_attributes(Edit& edit, const ParticipantTable& table) {
    std::vector<model::AttributeId> ids;
    const auto present = participants::attributes(edit.study());
    for (const auto& [name, type] : table.attributes) {
        const std::string clean = clean_name(name, tr("An attribute"));
        const auto known = std::find_if(present.begin(), present.end(), [&](const model::Attribute& one) {
            return text::folded(one.name) == text::folded(clean);
        });
        if (known == present.end()) {
            ids.push_back(participants::insert_attribute(edit, clean, type));
        } else if (known->type == type || known->type == model::AttributeType::text) {
            ids.push_back(known->id);
        } else {
            throw Error(
                ErrorKind::bad_input,
                say("{}: the attribute “{}” holds values of the kind “{}” in the study, and “{}” here.",
                    table.file, clean, participants::to_word(known->type), participants::to_word(type)),
                tr("Say the kind in the header, as in “age:number”, or mend the values."));
        }
    }
    return ids;
}

/// Whom each label of a file stands for, by the rows that name a label.
struct Meanings {
    std::map<std::string, SpeakerMeaning> of_label;
    std::vector<model::ParticipantId> without_label;
};

Meanings meanings_of(const ParticipantTable& table, const FileRows& file,
                     const std::map<const ParticipantRow*, model::ParticipantId>& ids) {
    Meanings meanings;
    std::map<std::string, bool> is_interviewer;
    for (const ParticipantRow* row : file.rows) {
        if (row->speaker.empty()) {
            if (!row->interviewer) meanings.without_label.push_back(ids.at(row));
            continue;
        }
        const auto [known, is_new] = is_interviewer.emplace(row->speaker, row->interviewer);
        if (!is_new && known->second != row->interviewer) {
            refuse(table, *row,
                   say("the label “{}” is an interviewer on one line and a participant on another.",
                       row->speaker));
        }
        auto& meaning = meanings.of_label[row->speaker];
        meaning.kind = row->interviewer ? text::SpeakerKind::interviewer : text::SpeakerKind::participant;
        if (!row->interviewer) meaning.participants.push_back(ids.at(row));
    }
    return meanings;
}

const ParticipantRow& row_with_label(const FileRows& file, const std::string& label) {
    return **std::find_if(file.rows.begin(), file.rows.end(),
                          [&](const ParticipantRow* row) { return row->speaker == label; });
}

void apply_to_source(Edit& edit, const ParticipantTable& table, const FileRows& file,
                     const Meanings& meanings, std::vector<std::string>& notes) {
    const auto& source = *file.source;
    std::vector<model::SpeakerId> decided;
    for (const auto& [label, meaning] : meanings.of_label) {
        try {
            set_speaker(edit, source.id, label, meaning);
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::not_found) throw;
            throw Error(ErrorKind::bad_input,
                        say("{}, line {}: {}", table.file, row_with_label(file, label).line, error.what()),
                        error.hint());
        }
        for (const auto& speaker : source.speakers) {
            if (text::folded(speaker.label) == text::folded(label)) decided.push_back(speaker.id);
        }
    }
    if (meanings.without_label.size() == 1) {
        for (auto& note : tie_only_participant(edit, source.id, meanings.without_label.front(), decided)) {
            notes.push_back(std::move(note));
        }
        return;
    }
    for (const auto participant : meanings.without_label)
        sources::add_participant(edit, source.id, participant);
    if (!meanings.without_label.empty() && !source.speakers.empty()) {
        notes.push_back(say("{} has several participants; say with a column “speaker” which label is whose.",
                            source.name));
    }
}

}  // namespace

std::vector<std::string> apply_participants(Edit& edit, const ParticipantTable& table) {
    check_consistent(table);
    const auto attributes = ensure_attributes(edit, table);
    const SourcesByFile sources(sources::all(edit.study()));
    std::vector<std::string> notes;
    std::vector<std::string> order;
    std::map<std::string, FileRows> files;
    std::map<const ParticipantRow*, model::ParticipantId> ids;
    People people(edit);
    for (const auto& row : table.rows) {
        if (!row.interviewer) {
            ids[&row] = people.ensure(row.participant, row.role, row.triad);
            for (std::size_t i = 0; i < attributes.size() && i < row.attributes.size(); ++i) {
                // An empty field says nothing; it does not take back what is known.
                if (!row.attributes[i].empty()) {
                    participants::set_attribute(edit, ids[&row], attributes[i], row.attributes[i]);
                }
            }
        }
        if (row.file.empty()) continue;
        const auto [place, is_new] = files.try_emplace(row.file);
        if (is_new) {
            order.push_back(row.file);
            place->second.source = sources.find(row.file);
            if (!place->second.source) {
                notes.push_back(say("{}, line {}: there is no source “{}” in the study yet.", table.file,
                                    row.line, row.file));
            }
        }
        place->second.rows.push_back(&row);
    }
    for (const auto& name : order) {
        const FileRows& file = files.at(name);
        if (file.source) apply_to_source(edit, table, file, meanings_of(table, file, ids), notes);
    }
    edit.args()["participants"] = table.rows.size();
    return notes;
}

}  // namespace study::verbs
