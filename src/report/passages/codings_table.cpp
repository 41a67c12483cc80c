// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/passages/codings_table.h"

#include <map>
#include <set>

#include "base/strings.h"
#include "base/translate.h"
#include "report/passages/passages.h"
#include "study/memos.h"
#include "study/participants.h"
#include "study/sources.h"

namespace report {

namespace {

using base::tr;

/// The remarks on each coding; several stand below each other.
std::map<std::int64_t, std::string> memos_on_codings(const study::Study& study, const Sight& sight) {
    std::map<std::int64_t, std::string> memos;
    for (const auto& memo : study::memos::all(study)) {
        if (memo.about != model::Memo::About::coding || !sight.sees(memo)) continue;
        auto& text = memos[memo.target];
        text += (text.empty() ? "" : "\n\n") + memo.content;
    }
    return memos;
}

std::map<model::SpeakerId, std::string> labels(const std::vector<model::Source>& sources) {
    std::map<model::SpeakerId, std::string> labels;
    for (const auto& source : sources) {
        for (const auto& speaker : source.speakers) labels[speaker.id] = speaker.label;
    }
    return labels;
}

/// Writes the rows of participants.csv.
class WhoIsWho {
  public:
    explicit WhoIsWho(const study::Study& study)
        : participants_(study::participants::all(study)),
          attributes_(study::participants::attributes(study)) {
        for (const auto& role : study::participants::roles(study)) roles_[role.id] = role.name;
        for (const auto& triad : study::participants::triads(study)) triads_[triad.id] = triad.name;
        listing_.title = tr("Participants");
        listing_.columns = {{"file", tr("File")},
                            {"participant", tr("Participant")},
                            {"role", tr("Role")},
                            {"triad", tr("Triad")},
                            {"speaker", tr("Speaker")}};
        for (const auto& attribute : attributes_) {
            const std::string type(study::participants::to_word(attribute.type));
            listing_.columns.push_back({attribute.name + ":" + type, attribute.name});
        }
    }

    void add(const model::Source& source) {
        std::set<model::ParticipantId> labelled;
        for (const auto& speaker : source.speakers) {
            if (speaker.kind == text::SpeakerKind::interviewer) {
                listing_.rows.push_back({source.name, "", "-", "", speaker.label});
                listing_.rows.back().resize(listing_.columns.size());
            }
            for (const auto participant : speaker.participants) {
                add(source.name, participant, speaker.label);
                labelled.insert(participant);
            }
        }
        for (const auto participant : source.participants) {
            if (labelled.insert(participant).second) add(source.name, participant, "");
        }
    }

    void add_those_without_source() {
        for (const auto& participant : participants_) {
            if (!written_.contains(participant.id)) add("", participant.id, "");
        }
    }

    [[nodiscard]] Listing take() { return std::move(listing_); }

  private:
    void add(const std::string& file, model::ParticipantId id, const std::string& label) {
        for (const auto& participant : participants_) {
            if (participant.id != id) continue;
            written_.insert(id);
            std::vector<std::string> row{file, participant.name, roles_[participant.role],
                                         triads_[participant.triad], label};
            for (const auto& attribute : attributes_) {
                const auto value = participant.attributes.find(attribute.id);
                row.push_back(value == participant.attributes.end() ? "" : value->second);
            }
            listing_.rows.push_back(std::move(row));
        }
    }

    std::vector<model::Participant> participants_;
    std::vector<model::Attribute> attributes_;
    std::map<model::RoleId, std::string> roles_;
    std::map<model::TriadId, std::string> triads_;
    std::set<model::ParticipantId> written_;
    Listing listing_;
};

}  // namespace

Listing codings_listing(const study::Study& study, const Sight& sight, const model::Material& material,
                        const std::vector<model::CodingId>& codings) {
    Listing listing;
    listing.title = tr("Codings");
    listing.columns = {
        {"source", tr("Source")},   {"begin", tr("Begin"), true}, {"end", tr("End"), true},
        {"quote", tr("Quotation")}, {"code", tr("Code")},         {"coder", tr("Coder")},
        {"created", tr("Made")},    {"turn", tr("Turn"), true},   {"speaker", tr("Speaker")},
        {"memo", tr("Memo")},       {"star", tr("Star")},         {"round", tr("Round"), true}};
    auto memos = memos_on_codings(study, sight);
    auto label_of = labels(study::sources::all(study));
    Passages passages(study, material);
    for (const auto id : codings) {
        const Passage passage = passages.of(id);
        const bool placed = !passage.whole_source;
        const auto& turns = passages.source_of(id).turns;
        const auto speaker =
            passage.turn > 0 ? turns[static_cast<std::size_t>(passage.turn - 1)].speaker : model::SpeakerId{};
        listing.rows.push_back({passage.source, placed ? std::to_string(passage.begin) : "",
                                placed ? std::to_string(passage.end) : "", passage.quotation,
                                passage.code_path, passage.coder, base::iso_time(passage.created),
                                passage.turn > 0 ? std::to_string(passage.turn) : "",
                                speaker ? label_of[speaker] : "", memos[id.value], passage.starred ? "1" : "",
                                passage.round > 0 ? std::to_string(passage.round) : ""});
    }
    return listing;
}

Listing participants_listing(const study::Study& study) {
    WhoIsWho rows(study);
    for (const auto& source : study::sources::all(study)) rows.add(source);
    rows.add_those_without_source();
    return rows.take();
}

Listing codebook_listing(const model::Codebook& codebook) {
    Listing listing;
    listing.title = tr("Codebook");
    listing.columns = {{"path", tr("Code")},
                       {"codable", tr("Can be put on passages")},
                       {"exclusive", tr("Exactly one")},
                       {"definition", tr("Definition")},
                       {"when", tr("When")},
                       {"when_not", tr("When not")},
                       {"example", tr("Example")},
                       {"colour", tr("Colour")},
                       {"guid", tr("GUID")}};
    for (const auto& code : codebook.codes()) {
        listing.rows.push_back({codebook.path(code.id), code.codable ? "true" : "false",
                                code.exclusive ? "true" : "false", code.definition, code.when, code.when_not,
                                code.example, code.colour, code.guid.to_string()});
    }
    return listing;
}

}  // namespace report
