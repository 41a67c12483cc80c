// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "model/codebook.h"
#include "model/coding.h"
#include "model/memo.h"
#include "model/participant.h"
#include "model/source.h"
#include "search/plan.h"
#include "study/changes.h"
#include "study/study.h"
#include "text/text.h"

namespace search {

/// A text of the study that is no transcript, and what it is about.
struct SideText {
    Where where = Where::memo;
    std::int64_t id = 0;  ///< of the memo, code, or participant
    std::string title;    ///< what it is about, for people: a code's path, a participant and an attribute
    text::Text text;
    model::SourceId source;  ///< nobody where it is about no source
    std::vector<model::ParticipantId> participants;
    std::vector<model::CodeId> codes;
    model::CoderId coder;
    std::int64_t created = 0;
};

/// What search asks of a study beside the words of its texts, as of one revision.
struct Contents {
    std::vector<model::Source> sources;  ///< by name, as text::name_less() orders
    std::vector<model::Role> roles;
    std::vector<model::Triad> triads;
    std::vector<model::Attribute> attributes;
    std::vector<model::Participant> participants;
    std::vector<model::Coder> coders;
    model::Codebook codebook;

    [[nodiscard]] static Contents load(const study::Study& study);
    /// Brings them up to changes that were told after they were loaded.
    void refresh(const study::Study& study, const study::Changes& changes);

    [[nodiscard]] const model::Participant* participant(model::ParticipantId id) const;
    [[nodiscard]] const model::Role* role(model::RoleId id) const;
    [[nodiscard]] const model::Triad* triad(model::TriadId id) const;
    [[nodiscard]] const model::Source* source(model::SourceId id) const;
    /// The codings of a source that count, by begin; those of the source as a whole come first. Loaded once.
    [[nodiscard]] const std::vector<model::Coding>& codings(const study::Study& study,
                                                            model::SourceId source) const;
    /// Takes away what may not be seen; of blind coding, say. What is empty takes nothing away.
    struct Filter {
        std::function<void(model::SourceId source, std::vector<model::Coding>& codings)> codings;
        std::function<void(std::vector<model::Memo>& memos)> memos;
    };
    void set_filter(Filter filter);
    /// The texts of a kind that are no transcripts.
    [[nodiscard]] std::vector<SideText> side_texts(const study::Study& study, Where where) const;

  private:
    void number_participants();
    /// Reads few sources anew that stay where they are in the order; false where that does not do.
    bool refresh_sources(const study::Study& study, const std::vector<std::int64_t>& ids);

    Filter filter_;
    std::unordered_map<model::ParticipantId, std::size_t> places_;
    mutable std::unordered_map<model::SourceId, std::vector<model::Coding>> codings_;
};

/// The label of a turn; nothing for an unlabelled text.
[[nodiscard]] const model::Speaker* speaker_of(const model::Source& source, std::int32_t turn);

/// Who says what stands in a turn (its place in the source, or -1): the participants of its label. A text
/// without turns is said by the source's only participant. An interviewer is nobody.
[[nodiscard]] const std::vector<model::ParticipantId>& voices_of(const model::Source& source,
                                                                 std::int32_t turn);

}  // namespace search
