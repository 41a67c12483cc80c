// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sight.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/translate.h"
#include "study/coders.h"
#include "study/codings.h"
#include "study/material.h"
#include "study/settings.h"
#include "study/sources.h"
#include "text/tokens.h"

namespace report {

namespace {

using base::tr;

/// The verbs of the history that are a coder's work on sources; the others change what all share.
constexpr std::array<std::string_view, 18> kWork{
    "add_memo", "again",          "back",          "code",        "code_found", "import_codings",
    "mark",     "recode",         "remove_coding", "remove_memo", "reopen",     "resize_coding",
    "settle",   "settle_by_rule", "star",          "uncode",      "unstar",     "update_memo"};

analysis::Viewer viewer_of(const study::Study& study, model::CoderId coder) {
    const auto known = study::coders::get(study, coder);
    const bool blind = study::settings::get(study, study::settings::kBlind) == "1";
    return {coder, !blind || (known && known->supervisor)};
}

/// The guids of the sources that a step names.
std::vector<base::Guid> sources_named(const nlohmann::json& args) {
    std::vector<base::Guid> guids;
    const auto take = [&](const nlohmann::json& value) {
        const auto guid =
            value.is_string() ? base::Guid::parse(value.get_ref<const std::string&>()) : std::nullopt;
        if (guid) guids.push_back(*guid);
    };
    if (!args.is_object()) return guids;
    if (const auto one = args.find("source"); one != args.end()) take(*one);
    if (const auto all = args.find("sources"); all != args.end() && all->is_array()) {
        for (const auto& one : *all) take(one);
    }
    return guids;
}

}  // namespace

Sight::Sight(const study::Study& study, model::CoderId viewer)
    : study_(study), viewer_(viewer_of(study, viewer)) {
    if (!viewer_.sees_all) coders_ = study::coders::all(study);
}

const model::Marks& Sight::marks(model::SourceId source) const {
    const auto [known, is_new] = marks_.try_emplace(source);
    if (is_new) known->second = study::codings::marks(study_, source);
    return known->second;
}

model::Material Sight::material() const {
    return analysis::blinded(study::load_material(study_), viewer_);
}

bool Sight::sees(const model::Coding& coding) const {
    return analysis::sees(viewer_, coding.coder, coding.layer, marks(coding.source));
}

/// An imported remark carries its writer's name only; where that is a coder's, it is hers.
model::CoderId Sight::writer_of(const model::Memo& memo) const {
    if (memo.coder || memo.author.empty()) return memo.coder;
    const std::string name = text::folded(memo.author);
    const auto coder = std::find_if(coders_.begin(), coders_.end(),
                                    [&](const model::Coder& one) { return text::folded(one.name) == name; });
    return coder == coders_.end() ? model::CoderId{} : coder->id;
}

bool Sight::sees(const model::Memo& memo) const {
    using About = model::Memo::About;
    if (viewer_.sees_all || (memo.about != About::source && memo.about != About::coding)) return true;
    model::SourceId source{memo.target};
    if (memo.about == About::coding) {
        const auto coding = study::codings::get(study_, {{memo.target}});
        if (coding.empty() || !sees(coding.front())) return false;
        source = coding.front().source;
    }
    const auto writer = writer_of(memo);
    // What came with the transcript, of a writer who does not code, is part of the material.
    return (!writer && !memo.author.empty()) || analysis::sees_work(viewer_, writer, marks(source));
}

bool Sight::sees(const study::Revision& revision) const {
    if (viewer_.sees_all) return true;
    if (std::find(kWork.begin(), kWork.end(), revision.verb) == kWork.end()) return true;
    if (is_own(revision)) return true;
    const auto sources = sources_named(revision.args);
    if (sources.empty()) return revision.verb.ends_with("_memo");
    if (sources_.empty()) {
        for (const auto& source : study::sources::all(study_)) sources_[source.guid] = source.id;
    }
    const auto coder = coder_of(revision);
    return coder && std::all_of(sources.begin(), sources.end(), [&](const base::Guid& guid) {
               const auto source = sources_.find(guid);
               return source != sources_.end() && analysis::sees_work(viewer_, coder, marks(source->second));
           });
}

bool Sight::is_own(const study::Revision& revision) const {
    return viewer_.coder && coder_of(revision) == viewer_.coder;
}

model::CoderId Sight::coder_of(const study::Revision& revision) const {
    const auto coder = std::find_if(coders_.begin(), coders_.end(),
                                    [&](const model::Coder& one) { return revision.coder == one.guid; });
    return coder == coders_.end() ? model::CoderId{} : coder->id;
}

search::Contents::Filter search_filter(const study::Study& study, model::CoderId viewer) {
    search::Contents::Filter filter;
    filter.codings = [&study, viewer](model::SourceId source, std::vector<model::Coding>& codings) {
        if (codings.empty()) return;
        const auto who = viewer_of(study, viewer);
        if (who.sees_all) return;
        const auto marks = study::codings::marks(study, source);
        std::erase_if(codings, [&](const model::Coding& coding) {
            return !analysis::sees(who, coding.coder, coding.layer, marks);
        });
    };
    filter.memos = [&study, viewer](std::vector<model::Memo>& memos) {
        const Sight sight(study, viewer);
        if (sight.sees_all()) return;
        std::erase_if(memos, [&](const model::Memo& memo) { return !sight.sees(memo); });
    };
    return filter;
}

void refuse_hidden(const Sight& sight) {
    if (sight.sees_all()) return;
    throw base::Error(base::ErrorKind::conflict,
                      tr("This study is coded blind, and this would hold everybody's work."),
                      tr("A supervisor can make it; for another coder make a package."));
}

}  // namespace report
