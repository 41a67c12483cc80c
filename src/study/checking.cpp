// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/checking.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/error.h"
#include "base/translate.h"
#include "db/transaction.h"
#include "study/codes.h"
#include "study/sources.h"
#include "text/text.h"
#include "text/tokens.h"

namespace study {

namespace {

using base::msg;
using base::say;

/// Collects what is wrong with one study.
class Checker {
  public:
    explicit Checker(const Study& study) : study_(study), database_(study.database()) {}

    std::vector<std::string> run() {
        check_file();
        // A file that is not whole as a database would only repeat itself below.
        if (!findings_.empty()) return std::move(findings_);
        check_texts();
        check_sources();
        check_codebook();
        check_codings();
        check_memos();
        return std::move(findings_);
    }

  private:
    template <class... Args>
    void find(const char* sentence, const Args&... args) {
        findings_.push_back(say(sentence, args...));
    }

    void check_file() {
        for (const auto& error : database_.integrity_errors()) find(msg("The file is damaged: {}"), error);
    }

    void check_texts() {
        db::Statement row = database_.prepare("SELECT id, hash, length, words, content FROM text");
        while (row.step()) {
            const auto id = row.integer(0);
            const db::Blob kept = row.blob(1);
            const auto hash = base::digest_of(row.text(4));
            if (!std::equal(hash.begin(), hash.end(), kept.begin(), kept.end())) {
                find(msg("Text {} is not the text that was imported: its hash differs."), id);
            }
            try {
                const text::Text text{std::string(row.text(4))};
                lengths_[id] = text.size();
                if (text.size() != row.integer(2)) {
                    find(msg("Text {} has {} characters; {} are recorded."), id, text.size(), row.integer(2));
                }
                if (const auto words = text::count_words(text); words != row.integer(3)) {
                    find(msg("Text {} has {} words; {} are recorded."), id, words, row.integer(3));
                }
            } catch (const base::Error&) {
                find(msg("Text {} is not valid UTF-8."), id);
            }
        }
    }

    void check_sources() {
        std::set<std::string> names;
        for (const auto& source : sources::all(study_)) {
            if (!names.insert(source.name).second) find(msg("Two sources are named “{}”."), source.name);
            // Of a text that cannot be read it has been said; nothing more is known of its places.
            if (!lengths_.contains(source.text.value)) continue;
            check_turns(source);
            const auto length = lengths_[source.text.value];
            for (const auto& anchor : source.anchors) {
                if (anchor.position < 0 || anchor.position > length) {
                    find(msg("{}: a time or page stands at {}, outside the text."), source.name,
                         anchor.position);
                }
            }
        }
    }

    void check_turns(const model::Source& source) {
        std::set<model::SpeakerId> speakers;
        for (const auto& speaker : source.speakers) speakers.insert(speaker.id);
        const auto length = lengths_[source.text.value];
        text::Position behind = 0;
        std::int64_t number = 0;
        for (const auto& turn : source.turns) {
            ++number;
            const bool within = turn.span.begin >= behind && turn.span.begin < turn.span.end &&
                                turn.span.end <= length && turn.span.begin <= turn.body &&
                                turn.body <= turn.span.end;
            if (!within) {
                find(msg("{}: turn {} ({}:{}) is outside the text or overlaps the turn before it."),
                     source.name, number, turn.span.begin, turn.span.end);
            }
            if (!speakers.contains(turn.speaker)) {
                find(msg("{}: turn {} is of a speaker that is not there."), source.name, number);
            }
            behind = turn.span.end;
        }
    }

    void check_codebook() {
        try {
            const auto codebook = codes::codebook(study_);
            std::set<std::string> paths;
            for (const auto& code : codebook.codes()) {
                const auto path = codebook.path(code.id);
                if (!paths.insert(path).second) find(msg("Two codes are named “{}”."), path);
            }
        } catch (const base::Error& error) {
            findings_.emplace_back(error.what());
        }
    }

    void check_codings() {
        db::Statement row = database_.prepare(
            "SELECT coding.guid, coding.first, coding.past, coding.text, source.name, source.text"
            " FROM coding JOIN source ON source.id = coding.source WHERE coding.first IS NOT NULL");
        while (row.step()) {
            if (!lengths_.contains(row.integer(3))) continue;
            const auto first = row.integer(1), past = row.integer(2), length = lengths_[row.integer(3)];
            if (first < 0 || past <= first || past > length) {
                find(msg("{}: a coding at {}:{} is outside the text, which has {} characters."), row.text(4),
                     first, past, length);
            }
            if (row.integer(3) != row.integer(5)) {
                find(msg("{}: a coding at {}:{} stands on an older version of the text."), row.text(4), first,
                     past);
            }
        }
        check_layers();
    }

    void check_layers() {
        db::Statement row = database_.prepare(
            "SELECT source.name FROM coding JOIN source ON source.id = coding.source"
            " WHERE coding.layer < 0 OR (coding.layer > 0 AND coding.coder IS NULL)");
        while (row.step()) find(msg("{}: a coding is nobody's and not settled."), row.text(0));
    }

    /// The row that a memo is about may be in any table, so no foreign key says that it is there.
    void check_memos() {
        db::Statement row = database_.prepare(
            "SELECT id, about FROM memo WHERE NOT CASE about"
            "  WHEN 'study' THEN target = 0"
            "  WHEN 'source' THEN EXISTS (SELECT 1 FROM source WHERE source.id = target)"
            "  WHEN 'participant' THEN EXISTS (SELECT 1 FROM participant WHERE participant.id = target)"
            "  WHEN 'code' THEN EXISTS (SELECT 1 FROM code WHERE code.id = target)"
            "  WHEN 'coding' THEN EXISTS (SELECT 1 FROM coding WHERE coding.id = target)"
            "  ELSE 0 END");
        while (row.step())
            find(msg("Memo {} is about a “{}” that is not there."), row.integer(0), row.text(1));
        db::Statement passage = database_.prepare(
            "SELECT memo.id, memo.first, memo.past, source.text, source.name FROM memo"
            " JOIN source ON source.id = memo.target WHERE memo.about = 'source' AND memo.first IS NOT NULL");
        while (passage.step()) {
            if (!lengths_.contains(passage.integer(3))) continue;
            const auto first = passage.integer(1), past = passage.integer(2);
            if (first < 0 || past < first || past > lengths_[passage.integer(3)]) {
                find(msg("{}: a memo at {}:{} is outside the text."), passage.text(4), first, past);
            }
        }
    }

    const Study& study_;
    const db::Database& database_;
    std::map<std::int64_t, text::Position> lengths_;
    std::vector<std::string> findings_;
};

}  // namespace

std::vector<std::string> check(const Study& study) {
    const db::Reading reading(study.database());
    return Checker(study).run();
}

}  // namespace study
