// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_plan.h"

#include <algorithm>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "study/participants.h"
#include "study/sources.h"
#include "study/verbs/codebook.h"
#include "study/verbs/people.h"
#include "text/tokens.h"

namespace ui {

namespace {

using base::say;
using base::say_n;
using base::tr;
using text::SpeakerKind;

bool same_name(const std::string& a, const std::string& b) {
    return text::folded(a) == text::folded(b);
}

/// Whether a row's `file` means this file: with or without its ending.
bool means(const std::string& row_file, const std::filesystem::path& path) {
    return same_name(row_file, path.filename().string()) || same_name(row_file, path.stem().string()) ||
           same_name(std::filesystem::path(row_file).stem().string(), path.stem().string());
}

void set_label(PlannedFile& file, const std::string& label, SpeakerKind kind,
               const std::string& participant) {
    for (auto& one : file.labels) {
        if (!same_name(one.label, label)) continue;
        one.kind = kind;
        one.participant = participant;
    }
}

/// Whom each label stands for, as the user left it. A participant who is not the file's own gets the same
/// role and triad: the second parent.
void write_speakers(study::Edit& edit, study::verbs::People& people, const PlannedFile& file,
                    model::SourceId source) {
    const auto& about = file.about;
    bool said = false;
    for (const auto& label : file.labels) {
        study::verbs::SpeakerMeaning meaning{label.kind, {}};
        if (label.kind == SpeakerKind::participant) {
            if (label.participant.empty()) continue;
            meaning.participants.push_back(people.ensure(label.participant, about.role, about.triad));
            said = said || label.participant == about.participant;
        }
        study::verbs::set_speaker(edit, source, label.label, meaning);
    }
    if (!said && !about.participant.empty()) {
        study::verbs::add_participant(edit, source,
                                      people.ensure(about.participant, about.role, about.triad));
    }
}

study::verbs::SourceDraft draft_of(const PlannedFile& file) {
    study::verbs::SourceDraft draft;
    draft.name = file.name;
    draft.origin = file.read.path.filename().string();
    draft.content = *file.transcript();
    return draft;
}

void add_notes(ImportReport& report, const std::vector<std::string>& notes) {
    for (const auto& note : notes) report.lines.push_back("    " + note);
}

void write_source(study::Edit& edit, const PlannedFile& file, bool update, ImportReport& report) {
    const auto imported = study::verbs::import_source(edit, draft_of(file), update);
    std::string line =
        imported.name + ": " + say_n("{} turn", "{} turns", static_cast<std::size_t>(imported.turns));
    if (imported.updated) line += std::string(" (") + tr("updated") + ")";
    report.lines.push_back(line);
    add_notes(report, imported.notes);
    report.sources.push_back(imported.source);
}

/// Writes a table or a codebook.
void write_other(study::Edit& edit, const PlannedFile& file, const std::optional<std::string>& coder,
                 bool mark_coded, ImportReport& report) {
    const std::string name = file.read.path.filename().string() + ": ";
    if (const auto* table = std::get_if<model::ParticipantTable>(file.read.content.get())) {
        const auto notes = study::verbs::apply_participants(edit, *table);
        report.lines.push_back(name + say_n("{} row", "{} rows", table->rows.size()));
        add_notes(report, notes);
    } else if (const auto* codings = std::get_if<model::CodingTable>(file.read.content.get())) {
        const auto result = study::verbs::import_codings(edit, *codings, coder, mark_coded);
        report.lines.push_back(name +
                               say_n("{} coding", "{} codings", static_cast<std::size_t>(result.codings)));
        if (result.present > 0) {
            report.lines.back() += ", " + say_n("{} was there already", "{} were there already",
                                                static_cast<std::size_t>(result.present));
        }
        add_notes(report, result.notes);
    } else if (const auto* read = std::get_if<exchange::ReadCodebook>(file.read.content.get())) {
        const auto result = study::verbs::import_codebook(edit, read->codebook);
        report.lines.push_back(
            name + say_n("{} new code", "{} new codes", static_cast<std::size_t>(result.added)) + ", " +
            say_n("{} changed", "{} changed", static_cast<std::size_t>(result.changed)));
        add_notes(report, read->losses);
    }
}

}  // namespace

ImportPlan::ImportPlan(const study::Study& study)
    : study_(study),
      habits_(study::sources::all(study)),
      roles_(study::participants::roles(study)),
      triads_(study::participants::triads(study)) {}

void ImportPlan::add(const std::vector<ReadFile>& files) {
    for (const auto& read : files) {
        PlannedFile file;
        file.read = read;
        file.name = read.path.stem().string();
        files_.push_back(std::move(file));
    }
    for (auto& file : files_) {
        if (file.transcript() == nullptr) continue;
        file.twin = study::sources::with_text(study_, file.transcript()->text);
        propose(file);
    }
    judge();
}

void ImportPlan::replace(std::size_t place, const ReadFile& read) {
    auto& file = files_[place];
    file.read = read;
    if (file.transcript() != nullptr) {
        file.twin = study::sources::with_text(study_, file.transcript()->text);
        propose_labels(place);
    }
    judge();
}

void ImportPlan::propose(PlannedFile& file) const {
    file.about = study::propose_from_name(file.read.path.stem().string(), roles_, triads_, study_.language());
    file.labels = study::propose_labels(*file.transcript(), file.about, habits_);
    if (!propose_from_table(file)) (void)propose_from_study(file);
}

void ImportPlan::propose_labels(std::size_t place) {
    auto& file = files_[place];
    if (file.transcript() == nullptr) return;
    const auto before = std::move(file.labels);
    file.labels = study::propose_labels(*file.transcript(), file.about, habits_);
    // What was said of a label stays, where it is still there.
    for (const auto& label : before) {
        if (label.kind != SpeakerKind::unknown && label.kind != SpeakerKind::participant)
            set_label(file, label.label, label.kind, {});
    }
}

bool ImportPlan::propose_from_table(PlannedFile& file) const {
    bool found = false;
    for (const auto& other : files_) {
        const auto* table = std::get_if<model::ParticipantTable>(other.read.content.get());
        if (table == nullptr) continue;
        std::vector<std::string> participants;
        study::NameProposal about;
        for (const auto& row : table->rows) {
            if (row.file.empty() || !means(row.file, file.read.path)) continue;
            found = true;
            if (!row.speaker.empty()) {
                set_label(file, row.speaker,
                          row.interviewer ? SpeakerKind::interviewer : SpeakerKind::participant,
                          row.participant);
            }
            if (row.interviewer) continue;
            about = {row.participant, row.role, row.triad};
            participants.push_back(row.participant);
        }
        if (participants.empty()) continue;
        if (participants.size() > 1) about.participant.clear();
        const bool labels_said = std::any_of(table->rows.begin(), table->rows.end(), [&](const auto& row) {
            return !row.speaker.empty() && means(row.file, file.read.path);
        });
        if (!labels_said) file.labels = study::propose_labels(*file.transcript(), about, habits_);
        file.about = about;
    }
    return found;
}

bool ImportPlan::propose_from_study(PlannedFile& file) const {
    const auto known = study::sources::named(study_, file.name);
    if (!known) return false;
    const auto source = study::sources::get(study_, *known);
    const auto people = study::participants::all(study_);
    const auto person = [&](model::ParticipantId id) {
        return std::find_if(people.begin(), people.end(), [id](const auto& one) { return one.id == id; });
    };
    for (const auto& speaker : source.speakers) {
        if (speaker.kind == SpeakerKind::unknown || speaker.participants.size() > 1) continue;
        const auto whose = speaker.participants.empty() ? people.end() : person(speaker.participants.front());
        set_label(file, speaker.label, speaker.kind, whose == people.end() ? "" : whose->name);
    }
    if (source.participants.size() != 1) {
        file.about = {};
        return true;
    }
    const auto whose = person(source.participants.front());
    if (whose == people.end()) return true;
    file.about = {whose->name, {}, {}};
    for (const auto& role : roles_) {
        if (role.id == whose->role) file.about.role = role.name;
    }
    for (const auto& triad : triads_) {
        if (triad.id == whose->triad) file.about.triad = triad.name;
    }
    return true;
}

std::string ImportPlan::problem_of(const PlannedFile& file, std::size_t place) const {
    if (const auto* unreadable = file.unreadable()) {
        return unreadable->hint.empty() ? unreadable->reason : unreadable->reason + " " + unreadable->hint;
    }
    if (file.transcript() == nullptr) return {};
    if (base::trimmed(file.name).empty()) return tr("It needs a name.");
    if (file.updates && !update) return tr("A source of this name is in the study already.");
    for (std::size_t i = 0; i < place; ++i) {
        const auto& other = files_[i];
        if (!other.taken() || other.transcript() == nullptr) continue;
        if (other.name == file.name) {
            return say("{} would get the same name; give one of them another.",
                       other.read.path.filename().string());
        }
        if (other.read.fingerprint == file.read.fingerprint &&
            other.transcript()->text.utf8() == file.transcript()->text.utf8()) {
            return say("{} has the same text.", other.read.path.filename().string());
        }
    }
    if (file.twin && !file.updates) {
        return say("It has the same text as “{}”, which is in the study already.",
                   study::sources::get(study_, *file.twin).name);
    }
    return {};
}

void ImportPlan::judge() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
        auto& file = files_[i];
        file.updates = file.transcript() != nullptr && study::sources::named(study_, file.name).has_value();
        file.problem = problem_of(file, i);
    }
}

std::size_t ImportPlan::taken() const {
    return static_cast<std::size_t>(
        std::count_if(files_.begin(), files_.end(), [](const auto& file) { return file.taken(); }));
}

bool ImportPlan::meets_known_names() const {
    return std::any_of(files_.begin(), files_.end(), [](const auto& file) { return file.updates; });
}

bool ImportPlan::has_codings() const {
    return std::any_of(files_.begin(), files_.end(), [](const auto& file) {
        return std::holds_alternative<model::CodingTable>(*file.read.content);
    });
}

ImportReport ImportPlan::write(study::Edit& edit, const std::optional<std::string>& coder,
                               const std::function<void(std::size_t done)>& step) const {
    ImportReport report;
    std::size_t done = 0;
    // Codebooks before codings, sources before both tables. What the user said of a file was proposed from
    // the table of participants, so it comes after that and wins.
    const auto pass = [&](auto wanted, auto write_one) {
        for (const auto& file : files_) {
            if (!file.taken() || !wanted(file)) continue;
            write_one(file);
            step(++done);
        }
    };
    const auto holds = []<class Value>(Value*) {
        return [](const PlannedFile& file) { return std::holds_alternative<Value>(*file.read.content); };
    };
    const auto other = [&](const PlannedFile& file) { write_other(edit, file, coder, mark_coded, report); };
    pass(holds(static_cast<exchange::ReadCodebook*>(nullptr)), other);
    std::vector<const PlannedFile*> transcripts;
    pass(holds(static_cast<model::Imported*>(nullptr)), [&](const PlannedFile& file) {
        write_source(edit, file, update, report);
        transcripts.push_back(&file);
    });
    pass(holds(static_cast<model::ParticipantTable*>(nullptr)), other);
    study::verbs::People people(edit);
    for (std::size_t i = 0; i < transcripts.size(); ++i) {
        write_speakers(edit, people, *transcripts[i], report.sources[i]);
    }
    pass(holds(static_cast<model::CodingTable*>(nullptr)), other);
    report.headline = report.sources.empty()
                          ? say_n("{} file imported.", "{} files imported.", done)
                          : say_n("{} source imported.", "{} sources imported.", report.sources.size());
    std::vector<std::string> left_out;
    for (const auto& file : files_) {
        if (!file.taken()) {
            left_out.push_back("    " + file.read.path.filename().string() + ": " +
                               (file.problem.empty() ? std::string(tr("not chosen")) : file.problem));
        }
    }
    if (!left_out.empty()) {
        report.lines.push_back(say_n("{} file was left out:", "{} files were left out:", left_out.size()));
        report.lines.insert(report.lines.end(), left_out.begin(), left_out.end());
    }
    return report;
}

}  // namespace ui
