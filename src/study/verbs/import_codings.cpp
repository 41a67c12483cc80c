// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/import.h"

#include <map>
#include <memory>
#include <set>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "study/codes.h"
#include "study/codings.h"
#include "study/memos.h"
#include "study/sources.h"
#include "study/verbs/coding.h"
#include "study/verbs/judgement.h"

namespace study::verbs {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;
using model::Coding;
using model::CodingRow;

/// A source that rows refer to, with its text and what is on it.
struct Target {
    model::Source source;
    text::Text text;
    std::set<Judgement> present;
    model::Marks marks;  ///< with the rounds that rows have begun
};

/// Looks up what rows name, each name once.
class Lookup {
  public:
    Lookup(Edit& edit, const std::optional<std::string>& default_coder)
        : edit_(edit), codebook_(codes::codebook(edit.study())), default_coder_(default_coder) {}

    Target& target(const std::string& name) {
        if (const auto known = targets_.find(name); known != targets_.end()) return *known->second;
        auto source = sources::resolve(edit_.study(), name);
        // Two spellings of one source must share what is present on it.
        auto& target = by_id_[source.id];
        if (target != nullptr) return *targets_.emplace(name, target).first->second;
        target = std::make_shared<Target>();
        target->text = sources::text(edit_.study(), source.text);
        for (const auto& coding : codings::of_source(edit_.study(), source.id))
            target->present.insert(judgement(coding));
        target->marks = codings::marks(edit_.study(), source.id);
        target->source = std::move(source);
        return *targets_.emplace(name, target).first->second;
    }

    model::CodeId code(const std::string& name) {
        if (const auto known = codes_.find(name); known != codes_.end()) return known->second;
        const auto& code = codebook_.resolve(name);
        if (!code.codable) {
            throw Error(ErrorKind::bad_input, say("“{}” is a heading; it cannot be put on a passage.", name));
        }
        return codes_[name] = code.id;
    }

    Hand hand(const std::string& name) {
        const std::string wanted = !name.empty() ? name : default_coder_.value_or("");
        if (wanted.empty()) {
            throw Error(ErrorKind::bad_input, tr("it is not said whose coding this is."),
                        tr("Fill the column “coder”, or name the coder with --coder."));
        }
        if (const auto known = hands_.find(wanted); known != hands_.end()) return known->second;
        return hands_.emplace(wanted, verbs::hand(edit_, wanted)).first->second;
    }

  private:
    Edit& edit_;
    model::Codebook codebook_;
    std::optional<std::string> default_coder_;
    std::map<std::string, std::shared_ptr<Target>> targets_;
    std::map<model::SourceId, std::shared_ptr<Target>> by_id_;
    std::map<std::string, model::CodeId> codes_;
    std::map<std::string, Hand> hands_;
};

/// Quotations pass through programs that write line ends in their own way.
std::string with_plain_line_ends(const std::string& words) {
    std::string plain;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] != '\r') {
            plain += words[i];
        } else if (i + 1 == words.size() || words[i + 1] != '\n') {
            plain += '\n';
        }
    }
    return plain;
}

std::optional<text::Span> place_of(const CodingRow& row, const Target& target) {
    const std::string words = with_plain_line_ends(row.quote);
    if (!row.begin) {
        if (words.empty()) return std::nullopt;
        return locate(target.source, target.text, Quote{words, row.turn, row.speaker});
    }
    const auto span =
        locate(target.source, target.text, text::Span{*row.begin, row.end.value_or(*row.begin)});
    if (!words.empty() && target.text.view(*span) != words) {
        throw Error(ErrorKind::bad_input,
                    say("at {}:{} in {} stands “{}”, not the quotation.", span->begin, span->end,
                        target.source.name, text::shortened(target.text.view(*span), 40)),
                    tr("Leave begin and end empty to have the quotation looked for."));
    }
    return span;
}

struct Pending {
    std::vector<Coding> codings;
    std::map<std::size_t, std::string> memos;  ///< by index into codings
    /// Who codes what in which round, of the hands that occur.
    std::map<std::pair<model::SourceId, model::CoderId>, model::Progress> hands;
};

/// The layer of a row; a round that is later than the one in which its coder is begins by it.
model::Layer layer_of(const CodingRow& row, const Hand& hand, model::Marks& marks) {
    if (!hand.coder) return model::kSettledLayer;
    auto& progress = marks[hand.coder];
    const auto round = static_cast<model::Layer>(row.round.value_or(progress.round));
    if (round > progress.round) progress = {model::Mark::coding, round};
    return round;
}

void take_row(const CodingRow& row, Lookup& lookup, std::int64_t now, Pending& pending,
              ImportedCodings& result) {
    Target& target = lookup.target(row.source);
    Coding coding;
    coding.source = target.source.id;
    coding.text = target.source.text;
    coding.code = lookup.code(row.code);
    const Hand hand = lookup.hand(row.coder);
    coding.coder = hand.coder;
    coding.layer = layer_of(row, hand, target.marks);
    coding.span = place_of(row, target);
    coding.created = base::parse_iso_time(row.created).value_or(now);
    coding.starred = row.star;
    pending.hands[{coding.source, coding.coder}] = target.marks[coding.coder];
    if (!target.present.insert(judgement(coding)).second) {
        ++result.present;
        return;
    }
    if (!row.memo.empty()) pending.memos[pending.codings.size()] = row.memo;
    pending.codings.push_back(std::move(coding));
}

}  // namespace

ImportedCodings import_codings(Edit& edit, const model::CodingTable& table,
                               const std::optional<std::string>& default_coder, bool mark_coded) {
    ImportedCodings result;
    Pending pending;
    Lookup lookup(edit, default_coder);
    for (const auto& row : table.rows) {
        try {
            take_row(row, lookup, edit.now(), pending, result);
        } catch (const Error& error) {
            throw Error(ErrorKind::bad_input, say("{}, line {}: {}", table.file, row.line, error.what()),
                        error.hint());
        }
    }
    codings::insert(edit, pending.codings);
    for (const auto& [index, content] : pending.memos) {
        const Coding& coding = pending.codings[index];
        model::Memo memo;
        memo.about = model::Memo::About::coding;
        memo.target = coding.id.value;
        memo.coder = coding.coder;
        memo.content = content;
        memo.created = coding.created;
        memos::insert(edit, memo);
    }
    for (auto& [whose, progress] : pending.hands) {
        const auto& [source, coder] = whose;
        if (mark_coded) progress.mark = model::Mark::coded;
        const bool begun = progress.round > codings::progress(edit.study(), source, coder).round;
        if (mark_coded || begun) codings::set_progress(edit, source, coder, progress);
    }
    result.codings = static_cast<std::int64_t>(pending.codings.size());
    edit.args()["codings"] = edit.args().value("codings", std::int64_t{0}) + result.codings;
    return result;
}

}  // namespace study::verbs
