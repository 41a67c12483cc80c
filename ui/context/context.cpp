// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/context/context.h"

#include "analysis/blind.h"
#include "base/error.h"
#include "base/translate.h"
#include "study/coders.h"
#include "study/codings.h"
#include "study/material.h"
#include "study/settings.h"
#include "study/sources.h"
#include "study/verbs/coders.h"
#include "study/verbs/settings.h"

namespace ui {

namespace {

using base::tr;

constexpr std::size_t kTextsKept = 8;
constexpr std::size_t kRecentCodes = 20;
constexpr std::size_t kNumberedCodes = 9;

/// The own round is the one in which the coder works, also before it counts.
bool is_present(model::CoderId coder, model::Layer layer, const model::Marks& marks, model::CoderId mine) {
    if (coder != mine) return layer == model::standing_round(marks, coder);
    const auto own = marks.find(mine);
    return layer == (own == marks.end() ? model::kFirstRound : own->second.round);
}

template <class Coding>
bool is_shown(const Coding& coding, const model::Marks& marks, const Shown& shown, model::CoderId mine) {
    const bool settled = coding.layer == model::kSettledLayer;
    if (shown.kind == Shown::Kind::settled) return settled;
    if (settled) return shown.kind == Shown::Kind::all;
    if (shown.kind == Shown::Kind::mine && coding.coder != mine) return false;
    if (shown.kind == Shown::Kind::one && coding.coder != shown.coder) return false;
    return is_present(coding.coder, coding.layer, marks, mine);
}

}  // namespace

Context::Context(std::unique_ptr<study::Study> study, Settings& settings)
    : study_(std::move(study)), settings_(settings), all_(study::load_material(*study_)) {
    study_changed_ = study_->on_changed([this](const study::Changes& changes) {
        study::refresh(all_, *study_, changes);
        look_again();
        changed_(changes);
    });
    const auto known = study::coders::find(
        *study_, settings_.text("coder/" + study_->guid().to_string(), settings_.text("coder/last")));
    if (known) coder_ = known->id;
    look_again();
}

bool Context::blind() const {
    return study::settings::get(*study_, study::settings::kBlind) == "1";
}

void Context::set_blind(bool blind) {
    change("set_setting", {}, [&](study::Edit& edit) {
        study::verbs::set_setting(edit, study::settings::kBlind, blind ? "1" : "");
    });
}

void Context::look_again() {
    ++material_version_;
    seen_.reset();
    const auto sight = this->sight();
    if (!sight.sees_all()) seen_ = analysis::blinded(all_, sight.viewer());
}

std::optional<model::Source> Context::source(model::SourceId id) const {
    const auto& sources = all_.sources;
    const bool there = std::any_of(sources.begin(), sources.end(),
                                   [id](const model::CountedSource& one) { return one.id == id; });
    if (!there) return {};
    return study::sources::get(*study_, id);
}

std::shared_ptr<const text::Text> Context::text(const model::Source& source) {
    const auto kept = std::find_if(texts_.begin(), texts_.end(),
                                   [&](const LoadedText& one) { return one.id == source.text; });
    if (kept != texts_.end()) {
        texts_.splice(texts_.begin(), texts_, kept);
    } else {
        texts_.push_front(
            {source.text, std::make_shared<text::Text>(study::sources::text(*study_, source.text))});
        if (texts_.size() > kTextsKept) texts_.pop_back();
    }
    return texts_.front().text;
}

std::vector<model::Coding> Context::codings(model::SourceId source) const {
    auto codings = study::codings::of_source(*study_, source);
    const auto marks = study::codings::marks(*study_, source);
    const analysis::Viewer viewer{coder_, !seen_};
    std::erase_if(codings, [&](const model::Coding& coding) {
        return !is_shown(coding, marks, shown_, coder_) ||
               !analysis::sees(viewer, coding.coder, coding.layer, marks);
    });
    return codings;
}

bool Context::shows(const model::CountedSource& source, const model::CountedCoding& coding) const {
    return is_shown(coding, source.marks, shown_, coder_);
}

std::optional<model::Coder> Context::coder() const {
    return coder_ ? study::coders::get(*study_, coder_) : std::nullopt;
}

void Context::set_coder(const std::string& name) {
    attempt([&] {
        if (const auto known = study::coders::find(*study_, name)) {
            coder_ = known->id;
        } else {
            study::Edit edit(*study_, "add_coder", {{"name", name}});
            coder_ = study::verbs::ensure_coder(edit, name);
            edit.commit();
        }
        settings_.set("coder/" + study_->guid().to_string(), name);
        settings_.set("coder/last", name);
        settings_.save();
        look_again();
    });
    chosen_();
}

study::verbs::Hand Context::hand() const {
    if (!coder()) {
        throw base::Error(base::ErrorKind::usage, tr("Nobody has been chosen as coder yet."),
                          tr("Choose who codes in the status bar below."));
    }
    return {coder_};
}

void Context::show(const Shown& shown) {
    if (shown == shown_) return;
    shown_ = shown;
    chosen_();
}

void Context::choose_code(model::CodeId code) {
    if (code == chosen_code_) return;
    chosen_code_ = code;
    chosen_();
}

std::vector<model::CodeId> Context::numbered_codes() const {
    model::CodeId within;
    if (chosen_code_ && codebook().find(chosen_code_) != nullptr) {
        within = codebook().dimension_of(chosen_code_).id;
    }
    std::vector<model::CodeId> codes;
    for (const auto& code : codebook().codes()) {
        if (codes.size() == kNumberedCodes) break;
        if (code.codable && (!within || codebook().is_within(code.id, within))) codes.push_back(code.id);
    }
    return codes;
}

void Context::remember_code(model::CodeId code) {
    std::erase(recent_codes_, code);
    recent_codes_.insert(recent_codes_.begin(), code);
    if (recent_codes_.size() > kRecentCodes) recent_codes_.pop_back();
}

bool Context::change(const std::string& verb, nlohmann::json args,
                     const std::function<void(study::Edit&)>& write) {
    return attempt([&] {
        study::Edit::Options options;
        if (const auto who = coder()) options.coder = who->guid;
        study::Edit edit(*study_, verb, std::move(args), options);
        write(edit);
        edit.commit();
    });
}

bool Context::attempt(const std::function<void()>& task) {
    try {
        task();
        return true;
    } catch (const base::Error& error) {
        if (error.kind() != base::ErrorKind::cancelled) say(error.what(), error.hint());
    } catch (const std::bad_alloc&) {
        say(tr("There is not enough memory for this."));
    } catch (const std::exception& error) {
        say(base::say("Something went wrong inside the program: {}", error.what()),
            tr("This is a fault of Trialogue; please report it."));
    }
    return false;
}

}  // namespace ui
