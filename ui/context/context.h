// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/signal.h"
#include "model/coding.h"
#include "model/material.h"
#include "model/source.h"
#include "report/sight.h"
#include "study/edit.h"
#include "study/study.h"
#include "study/verbs/coding.h"
#include "text/text.h"
#include "ui/context/settings.h"

namespace ui {

/// A place in the material to which a view can lead.
struct Place {
    model::SourceId source;
    std::optional<text::Span> span;  ///< shown selected; nothing: as it was left
};

/// Whose codings stand beside the text.
struct Shown {
    enum class Kind { mine, one, settled, all };
    Kind kind = Kind::mine;
    model::CoderId coder;  ///< for Kind::one

    bool operator==(const Shown&) const = default;
};

/// A list of codings that somebody wants to read: those behind a number, or of a code.
struct Passages {
    std::string title;
    std::vector<model::CodingId> codings;
};

/// What the views of one window share: the study, who works in it, and where they are. A view reads from
/// here, changes the study by change(), and hears of every change, also of its own, by on_changed(): no view
/// remembers what another one shows.
class Context {
  public:
    Context(std::unique_ptr<study::Study> study, Settings& settings);

    [[nodiscard]] study::Study& study() { return *study_; }
    [[nodiscard]] const study::Study& study() const { return *study_; }
    [[nodiscard]] Settings& settings() { return settings_; }

    /// Everything that is counted, as of now and as the coder may see it.
    [[nodiscard]] const model::Material& material() const { return seen_ ? *seen_ : all_; }
    /// Grows with each change of material(): what pointed into it is void then.
    [[nodiscard]] std::uint64_t material_version() const { return material_version_; }
    [[nodiscard]] const model::Codebook& codebook() const { return all_.codebook; }
    /// Whether others' work on a source is hidden until the coder has marked that source as coded. A setting
    /// of the study, so that it holds on each machine; a rule for working, not a lock.
    [[nodiscard]] bool blind() const;
    void set_blind(bool blind);
    /// A transcript with turns and speakers; nothing where it is no longer in the study.
    [[nodiscard]] std::optional<model::Source> source(model::SourceId id) const;
    /// The present text of a source; shared, for a few are kept.
    [[nodiscard]] std::shared_ptr<const text::Text> text(const model::Source& source);
    /// The codings of a source that the choice of shown() leaves, ordered by begin.
    [[nodiscard]] std::vector<model::Coding> codings(model::SourceId source) const;
    /// Whether it leaves one of the material's codings: own ones of the round in which the coder is, of
    /// others what stands.
    [[nodiscard]] bool shows(const model::CountedSource& source, const model::CountedCoding& coding) const;
    /// What blind coding leaves to the coder.
    [[nodiscard]] report::Sight sight() const { return {*study_, coder_}; }

    /// Who codes at this window; nobody before it was said.
    [[nodiscard]] std::optional<model::Coder> coder() const;
    /// Makes the coder of that name the one who works here; adds her to the study where she is new.
    void set_coder(const std::string& name);
    /// The hand of the coder. Throws Error(usage) where nobody was chosen.
    [[nodiscard]] study::verbs::Hand hand() const;

    [[nodiscard]] const Shown& shown() const { return shown_; }
    void show(const Shown& shown);

    /// The code that is chosen in the codebook; nobody for none.
    [[nodiscard]] model::CodeId chosen_code() const { return chosen_code_; }
    void choose_code(model::CodeId code);
    /// The codes that the keys 1 to 9 put on a passage: the first ones of the chosen code's dimension, or of
    /// the codebook.
    [[nodiscard]] std::vector<model::CodeId> numbered_codes() const;
    /// Codes that were put on passages here, the latest first.
    [[nodiscard]] const std::vector<model::CodeId>& recent_codes() const { return recent_codes_; }
    void remember_code(model::CodeId code);

    /// Makes one Edit of what `write` does. An error is told by on_said() and leaves the study as it was.
    /// Returns whether it was done.
    bool change(const std::string& verb, nlohmann::json args, const std::function<void(study::Edit&)>& write);
    /// Runs something that may throw, and tells an error by on_said(). Returns whether it was done.
    bool attempt(const std::function<void()>& task);
    /// Tells the user something in a sentence, without stopping her.
    void say(const std::string& message, const std::string& hint = {}) { said_(message, hint); }

    /// Leads the window to a place.
    void go_to(const Place& place) { went_(place); }
    /// Shows a list of passages.
    void list(const Passages& passages) { listed_(passages); }

    base::Connection on_changed(base::Signal<study::Changes>::Slot slot) {
        return changed_.connect(std::move(slot));
    }
    /// Another coder, code or choice of codings.
    base::Connection on_chosen(base::Signal<>::Slot slot) { return chosen_.connect(std::move(slot)); }
    base::Connection on_went(base::Signal<Place>::Slot slot) { return went_.connect(std::move(slot)); }
    base::Connection on_listed(base::Signal<Passages>::Slot slot) { return listed_.connect(std::move(slot)); }
    base::Connection on_said(base::Signal<std::string, std::string>::Slot slot) {
        return said_.connect(std::move(slot));
    }

  private:
    void look_again();

    struct LoadedText {
        model::TextId id;
        std::shared_ptr<const text::Text> text;
    };

    std::unique_ptr<study::Study> study_;
    Settings& settings_;
    model::Material all_;
    std::optional<model::Material> seen_;  ///< what blind coding leaves of it
    std::uint64_t material_version_ = 0;
    std::list<LoadedText> texts_;  ///< the last used first
    model::CoderId coder_;
    Shown shown_;
    model::CodeId chosen_code_;
    std::vector<model::CodeId> recent_codes_;
    base::Signal<study::Changes> changed_;
    base::Signal<> chosen_;
    base::Signal<Place> went_;
    base::Signal<Passages> listed_;
    base::Signal<std::string, std::string> said_;
    base::Connection study_changed_;
};

}  // namespace ui
