// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/history/sentence.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/translate.h"
#include "study/coders.h"
#include "study/codes.h"
#include "study/participants.h"
#include "study/sources.h"

namespace report {

namespace {

using base::msg;
using base::say;
using base::tr;

struct VerbSentence {
    std::string_view verb;
    const char* sentence;
};

/// What each verb does, as the history tells it.
constexpr std::array kSentences{
    VerbSentence{"add_attribute", msg("Added an attribute")},
    VerbSentence{"add_code", msg("Added a code")},
    VerbSentence{"add_coder", msg("Added a coder")},
    VerbSentence{"add_memo", msg("Wrote a memo")},
    VerbSentence{"again", msg("Began to code once more")},
    VerbSentence{"back", msg("Took a further round back")},
    VerbSentence{"change_code", msg("Changed a code")},
    VerbSentence{"change_participant", msg("Changed a participant")},
    VerbSentence{"code", msg("Coded a passage")},
    VerbSentence{"code_found", msg("Coded by search")},
    VerbSentence{"forget", msg("Removed the old values of the history for good")},
    VerbSentence{"import", msg("Imported")},
    VerbSentence{"import_codebook", msg("Brought in a codebook")},
    VerbSentence{"import_codings", msg("Imported codings")},
    VerbSentence{"import_participants", msg("Said who is who")},
    VerbSentence{"join_turns", msg("Made one turn of two")},
    VerbSentence{"mark", msg("Said how far a coder is")},
    VerbSentence{"merge", msg("Merged a copy")},
    VerbSentence{"merge_codes", msg("Merged codes")},
    VerbSentence{"move_code", msg("Moved a code")},
    VerbSentence{"package", msg("Made a package for a coder")},
    VerbSentence{"recode", msg("Put another code on a passage")},
    VerbSentence{"remove_code", msg("Removed a code")},
    VerbSentence{"remove_coding", msg("Took a code off a passage")},
    VerbSentence{"remove_memo", msg("Removed a memo")},
    VerbSentence{"remove_participant", msg("Removed a participant")},
    VerbSentence{"remove_source", msg("Removed a source")},
    VerbSentence{"remove_search", msg("Removed a saved search")},
    VerbSentence{"rename_coder", msg("Renamed a coder")},
    VerbSentence{"rename_participant", msg("Renamed a participant")},
    VerbSentence{"rename_source", msg("Renamed a source")},
    VerbSentence{"resize_coding", msg("Moved the ends of a coded passage")},
    VerbSentence{"reopen", msg("Took a decision back")},
    VerbSentence{"save_search", msg("Saved a search")},
    VerbSentence{"set_attribute", msg("Changed what is known of a participant")},
    VerbSentence{"set_role", msg("Gave a participant a role")},
    VerbSentence{"set_role_colour", msg("Gave a role a colour")},
    VerbSentence{"set_setting", msg("Changed a setting of the study")},
    VerbSentence{"set_speaker", msg("Said whom a label stands for")},
    VerbSentence{"set_triad", msg("Put a participant in a triad")},
    VerbSentence{"set_supervisor", msg("Said who may see others’ work")},
    VerbSentence{"set_turn_speaker", msg("Said who speaks in a turn")},
    VerbSentence{"settle", msg("Settled a disagreement")},
    VerbSentence{"settle_by_rule", msg("Settled by rule")},
    VerbSentence{"split_turn", msg("Made two turns of one")},
    VerbSentence{"star", msg("Put a star on a passage")},
    VerbSentence{"uncode", msg("Took a code off a passage")},
    VerbSentence{"unstar", msg("Took the star off a passage")},
    VerbSentence{"update_memo", msg("Changed a memo")},
};

/// So many names are said; of the others their number.
constexpr std::size_t kNamed = 3;

std::string plain_sentence(const std::string& verb) {
    const auto* const known = std::find_if(kSentences.begin(), kSentences.end(),
                                           [&](const VerbSentence& one) { return one.verb == verb; });
    return known == kSentences.end() ? verb : std::string(tr(known->sentence));
}

}  // namespace

HistorySentences::HistorySentences(const study::Study& study) {
    for (const auto& source : study::sources::all(study)) names_[source.guid] = source.name;
    for (const auto& participant : study::participants::all(study))
        names_[participant.guid] = participant.name;
    for (const auto& coder : study::coders::all(study)) names_[coder.guid] = coder.name;
    const auto codebook = study::codes::codebook(study);
    for (const auto& code : codebook.codes()) names_[code.guid] = codebook.path(code.id);
}

void HistorySentences::add_names(std::vector<std::string>& to, const nlohmann::json& value) const {
    if (value.is_array()) {
        for (const auto& one : value) add_names(to, one);
    } else if (value.is_string()) {
        const auto guid = base::Guid::parse(value.get_ref<const std::string&>());
        const auto name = guid ? names_.find(*guid) : names_.end();
        if (name != names_.end()) to.push_back(name->second);
    }
}

std::vector<std::string> HistorySentences::details(const nlohmann::json& args) const {
    std::vector<std::string> details;
    if (!args.is_object()) return details;
    // Where a list of sources says what a change was about, a single one was only part of it.
    for (const char* key : {"code", "into", args.contains("sources") ? "sources" : "source"}) {
        if (args.contains(key)) add_names(details, args[key]);
    }
    if (args.contains("coder")) add_names(details, args["coder"]);
    if (args.contains("participant")) add_names(details, args["participant"]);
    if (details.size() > kNamed) {
        const std::size_t others = details.size() - kNamed;
        details.resize(kNamed);
        details.push_back(base::say_n("{} other", "{} others", others));
    }
    const auto count = [&](const char* key) {
        const auto value = args.find(key);
        return value != args.end() && value->is_number_unsigned() ? value->get<std::size_t>() : 0;
    };
    if (const auto n = count("participants"); n > 0) {
        details.push_back(base::say_n("{} row of participants", "{} rows of participants", n));
    }
    if (const auto n = count("codings"); n > 0) details.push_back(base::say_n("{} coding", "{} codings", n));
    if (const auto n = count("disagreements"); n > 0) {
        details.push_back(base::say_n("{} passage", "{} passages", n));
    }
    if (const auto query = args.find("query"); query != args.end() && query->is_string())
        details.push_back(say("“{}”", query->get<std::string>()));
    for (const char* key : {"label", "mark", "file"}) {
        const auto value = args.find(key);
        if (value != args.end() && value->is_string()) details.push_back(value->get<std::string>());
    }
    return details;
}

std::string HistorySentences::sentence(const study::Revision& revision) const {
    std::string sentence = plain_sentence(revision.verb);
    if (revision.kind == "barrier") return tr("A newer version of the program changed the study's tables");
    if (revision.kind == "undo") return say("Undid no. {}: {}", revision.of.value_or(0), sentence);
    if (revision.kind == "redo") return say("Redid no. {}: {}", revision.of.value_or(0), sentence);
    const auto more = details(revision.args);
    return more.empty() ? sentence : sentence + ": " + base::join(more, ", ");
}

std::string HistorySentences::coder(const study::Revision& revision) const {
    if (!revision.coder) return {};
    const auto name = names_.find(*revision.coder);
    return name == names_.end() ? std::string() : name->second;
}

}  // namespace report
