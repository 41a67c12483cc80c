// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/texts.h"

#include <unordered_map>

#include "base/digest.h"
#include "study/number_list.h"

namespace study::merging {

namespace {

int column_of(int table, const char* name) {
    return tables()[static_cast<std::size_t>(table)].column(name);
}

const Value& field(const Record& record, int table, const char* name) {
    return record.values[static_cast<std::size_t>(column_of(table, name))];
}

std::string edits_list(const text::EditList& edits) {
    std::vector<std::int64_t> numbers;
    for (const auto& one : edits) numbers.insert(numbers.end(), {one.from.begin, one.from.end, one.length});
    return to_list(numbers);
}

/// A guid that every copy that does the same gives the same row.
base::Guid derived(const std::string& of) {
    const auto digest = base::digest_of(of);
    base::Guid guid;
    std::copy_n(digest.begin(), guid.bytes.size(), guid.bytes.begin());
    return guid;
}

/// Turns moved to another text; nothing where one of them is gone.
std::optional<std::vector<ToldTurn>> moved(std::vector<ToldTurn> turns, const text::EditList& edits) {
    for (auto& turn : turns) {
        const auto whole = text::moved({turn.begin, turn.end}, edits);
        if (!whole) return std::nullopt;
        const auto speech = text::moved({turn.body, turn.end}, edits);
        turn.begin = whole->begin;
        turn.end = whole->end;
        turn.body = speech ? std::clamp(speech->begin, turn.begin, turn.end) : turn.end;
    }
    return turns;
}

/// Joins the texts of one source.
class SourceTexts {
  public:
    SourceTexts(Record& here, Record& there, const Replica& here_side, const Replica& there_side,
                const Same& same)
        : here_(here),
          there_(there),
          here_side_(here_side),
          there_side_(there_side),
          same_(same),
          versions_(same.standing(here.guid), same, here_side, there_side) {}

    [[nodiscard]] const Versions& versions() const { return versions_; }

    /// Gives both records the text that stands; false where there is none.
    bool join(TextsJoined& result, Replica& there_side) {
        const std::string ours = text_in(field(here_, kSource, "text"));
        const std::string theirs = text_in(field(there_, kSource, "text"));
        const bool they_came_later = versions_.leads(ours, theirs);
        const bool we_came_later = versions_.leads(theirs, ours);
        if (they_came_later || we_came_later) {
            const Stamp here_at = here_side_.past.when(here_.guid, "text");
            const Stamp there_at = there_side_.past.when(there_.guid, "text");
            const bool take_theirs = here_at == there_at ? they_came_later : there_at > here_at;
            take_theirs ? copy(there_, here_) : copy(here_, there_);
            return true;
        }
        return join_corrections(result, there_side, ours, theirs);
    }

  private:
    static void copy(const Record& from, Record& to) {
        for (const char* name : {"text", "origin", "encoding", "turns", "anchors"}) {
            to.set(column_of(kSource, name), field(from, kSource, name));
        }
    }

    bool join_corrections(TextsJoined& result, Replica& there_side, const std::string& ours,
                          const std::string& theirs) {
        const auto origin = versions_.origin_of(ours, theirs);
        if (!origin) return false;
        const Replica* has_origin = here_side_.texts.contains(*origin)    ? &here_side_
                                    : there_side_.texts.contains(*origin) ? &there_side_
                                                                          : nullptr;
        if (has_origin == nullptr) return false;
        const auto made = joined(has_origin->text(*origin), here_side_.text(ours), there_side_.text(theirs));
        if (!made) return false;
        const auto turns = moved(turns_in(field(here_, kSource, "turns")), made->from_here);
        if (!turns || turns != moved(turns_in(field(there_, kSource, "turns")), made->from_there))
            return false;
        const auto anchors = from_list(text_in(field(here_, kSource, "anchors")));
        const auto digest = base::digest_of(made->text.utf8());
        const std::string hash(digest.begin(), digest.end());
        here_.set(column_of(kSource, "text"), hash);
        here_.set(column_of(kSource, "turns"), turns_value(*turns));
        here_.set(column_of(kSource, "anchors"), moved_anchors(anchors, made->from_here));
        copy_origin();
        copy(here_, there_);
        tell_step(there_side, ours, hash, made->from_here);
        tell_step(there_side, theirs, hash, made->from_there);
        result.made.emplace_back(hash, made->text);
        return true;
    }

    /// The file's name and encoding are not of the text that was made; the greater stands, as always.
    void copy_origin() {
        for (const char* name : {"origin", "encoding"}) {
            const Value& theirs = field(there_, kSource, name);
            if (stands_behind(field(here_, kSource, name), theirs))
                here_.set(column_of(kSource, name), theirs);
        }
    }

    static std::string moved_anchors(std::vector<std::int64_t> anchors, const text::EditList& edits) {
        for (std::size_t i = 0; i + 2 < anchors.size(); i += 3) {
            const auto place = text::moved({anchors[i], anchors[i] + 1}, edits);
            if (place) anchors[i] = place->begin;
        }
        return to_list(anchors);
    }

    void tell_step(Replica& there_side, const std::string& from, const std::string& to,
                   const text::EditList& edits) {
        versions_.add(from, to, edits);
        Record record;
        const base::Guid source = same_.standing(here_.guid);
        record.guid = derived(source.to_string() + from + to);
        record.values = {source, from, to, edits_list(edits)};
        there_side.of(kTextEdit).push_back(std::move(record));
    }

    Record& here_;
    Record& there_;
    const Replica& here_side_;
    const Replica& there_side_;
    const Same& same_;
    Versions versions_;
};

/// The rows of one copy that stand on a source, and moving them to another text.
class Passages {
  public:
    Passages(Replica& side, const Same& same) : side_(side), same_(same) {}

    /// Returns how many codings lost their passage.
    std::int64_t move(const base::Guid& source, const std::string& from, const std::string& to,
                      const Versions& versions) {
        std::int64_t gone = 0;
        for (auto& coding : side_.of(kCoding)) {
            if (!stands_on(coding.values[0], source)) continue;
            const std::string own = text_in(field(coding, kCoding, "text"));
            if (!move_span(coding, kCoding, own, to, versions)) {
                coding.left_out = true;
                ++gone;
            }
            coding.set(column_of(kCoding, "text"), to);
        }
        if (from == to) return gone;
        for (auto& memo : side_.of(kMemo)) {
            if (text_in(memo.values[0]) != "source" || !stands_on(memo.values[1], source)) continue;
            // A memo outlives its passage: it then stands on the source as a whole.
            if (!move_span(memo, kMemo, from, to, versions)) {
                memo.set(column_of(kMemo, "first"), {});
                memo.set(column_of(kMemo, "past"), {});
            }
        }
        for (auto& settlement : side_.of(kSettlement)) {
            if (stands_on(settlement.values[0], source)) {
                move_span(settlement, kSettlement, from, to, versions);
            }
        }
        return gone;
    }

    /// Leaves out everything on a source; the guids of those rows go into `rows`.
    void leave_out(const base::Guid& source, std::set<base::Guid>& rows) {
        for (int table = kSource; table < kTables; ++table) {
            const Table& described = tables()[static_cast<std::size_t>(table)];
            for (auto& record : side_.of(table)) {
                bool on_it = same_.standing(record.guid) == source;
                for (std::size_t i = 0; !on_it && i < described.columns.size(); ++i) {
                    const auto& column = described.columns[i];
                    if (column.form != Form::reference && column.form != Form::target) continue;
                    const bool holds = column.form == Form::target || column.refers == kSource ||
                                       column.refers == kSpeaker || column.refers == kCoding ||
                                       column.refers == kSettlement;
                    const auto guid = guid_in(record.values[i]);
                    on_it =
                        holds && !guid.is_nil() && (same_.standing(guid) == source || rows.contains(guid));
                }
                if (!on_it) continue;
                record.left_out = true;
                rows.insert(record.guid);
            }
        }
    }

  private:
    [[nodiscard]] bool stands_on(const Value& value, const base::Guid& source) const {
        return same_.standing(guid_in(value)) == source;
    }

    /// False where the passage is gone.
    static bool move_span(Record& record, int table, const std::string& from, const std::string& to,
                          const Versions& versions) {
        const int first = column_of(table, "first"), past = column_of(table, "past");
        const Value& begin = record.values[static_cast<std::size_t>(first)];
        if (from == to || std::holds_alternative<std::monostate>(begin)) return true;
        const text::Span span{number_in(begin), number_in(record.values[static_cast<std::size_t>(past)])};
        bool known = false;
        const auto there = versions.moved(span, from, to, known);
        if (!there) return false;
        record.set(first, there->begin);
        record.set(past, there->end);
        return true;
    }

    Replica& side_;
    const Same& same_;
};

}  // namespace

TextsJoined join_texts(Replica& here, Replica& there, const Same& same) {
    TextsJoined result;
    std::unordered_map<base::Guid, Record*> known;
    for (auto& source : here.of(kSource)) known.emplace(same.standing(source.guid), &source);
    for (auto& source : there.of(kSource)) {
        const auto standing = same.standing(source.guid);
        const auto found = known.find(standing);
        if (found == known.end()) continue;
        Record& ours = *found->second;
        const std::string our_text = text_in(field(ours, kSource, "text"));
        const std::string their_text = text_in(field(source, kSource, "text"));
        if (our_text == their_text) continue;
        SourceTexts texts(ours, source, here, there, same);
        if (texts.join(result, there)) {
            const std::string to = text_in(field(ours, kSource, "text"));
            result.passages_gone += Passages(here, same).move(standing, our_text, to, texts.versions());
            result.passages_gone += Passages(there, same).move(standing, their_text, to, texts.versions());
        } else {
            result.refused.push_back(first_difference(text_in(field(ours, kSource, "name")),
                                                      here.text(our_text), there.text(their_text)));
            std::set<base::Guid> rows_there;
            Passages(there, same).leave_out(standing, rows_there);
            Passages(here, same).leave_out(standing, result.untouched);
            result.untouched.insert(rows_there.begin(), rows_there.end());
        }
    }
    return result;
}

}  // namespace study::merging
