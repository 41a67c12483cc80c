// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/texts.h"

#include <map>

#include "base/digest.h"
#include "study/merging/passages.h"
#include "study/number_list.h"

namespace study::merging {

namespace {

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

/// Turns as they are in another text, but for those that are gone from it. `where` moves a passage.
template <class Where>
std::vector<ToldTurn> moved_turns(const std::vector<ToldTurn>& turns, const Where& where) {
    std::vector<ToldTurn> there;
    for (const auto& turn : turns) {
        const auto whole = where(text::Span{turn.begin, turn.end});
        if (!whole) continue;
        const auto speech = where(text::Span{turn.body, turn.end});
        there.push_back({whole->begin,
                         speech ? std::clamp(speech->begin, whole->begin, whole->end) : whole->end,
                         whole->end, turn.speaker});
    }
    return there;
}

/// Turns with all that was put in at their ends in either list; nothing where they are not the same turns.
std::optional<std::vector<ToldTurn>> united(const std::vector<ToldTurn>& a, const std::vector<ToldTurn>& b) {
    const bool are_same = std::equal(a.begin(), a.end(), b.begin(), b.end(),
                                     [](const auto& x, const auto& y) { return x.speaker == y.speaker; });
    if (!are_same) return std::nullopt;
    auto turns = a;
    for (std::size_t i = turns.size(); i-- > 0;) {
        turns[i].begin = std::min(a[i].begin, b[i].begin);
        turns[i].body = std::min(a[i].body, b[i].body);
        turns[i].end = std::max(a[i].end, b[i].end);
        if (i + 1 < turns.size()) turns[i].end = std::min(turns[i].end, turns[i + 1].begin);
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

    static void copy(const Record& from, Record& to) {
        for (const char* name : {"text", "origin", "encoding", "turns", "anchors"}) {
            to.set(column_of(kSource, name), field(from, kSource, name));
        }
    }

    /// Gives both records the text that stands; false where there is none.
    bool join(TextsJoined& result, Replica& there_side) {
        const std::string ours = text_in(field(here_, kSource, "text"));
        const std::string theirs = text_in(field(there_, kSource, "text"));
        const Stamp here_at = same_.when(here_side_.past, here_.guid, "text");
        const Stamp there_at = same_.when(there_side_.past, there_.guid, "text");
        if (!versions_.origin_of(ours, theirs) && here_at.known() != there_at.known()) {
            // How the one became the other was forgotten, but not that it did.
            here_at.known() ? add_step(theirs, there_side_, ours, here_side_)
                            : add_step(ours, here_side_, theirs, there_side_);
        }
        const bool they_came_later = versions_.leads(ours, theirs);
        const bool we_came_later = versions_.leads(theirs, ours);
        if (they_came_later || we_came_later) {
            const bool take_theirs = here_at == there_at ? they_came_later : there_at > here_at;
            take_theirs ? take(there_, there_side_, here_, here_side_)
                        : take(here_, here_side_, there_, there_side_);
            return true;
        }
        return join_corrections(result, there_side, ours, theirs);
    }

  private:
    void add_step(const std::string& from, const Replica& from_side, const std::string& to,
                  const Replica& to_side) {
        versions_.add(from, to, text::difference(from_side.text(from), to_side.text(to)));
    }

    /// The text of `later`, in both; the turns of the other where they were changed later than these.
    void take(Record& later, const Replica& later_side, Record& other, const Replica& other_side) {
        const auto at = [&](const Replica& side, const Record& record) {
            return same_.when(side.past, record.guid, "turns");
        };
        if (at(other_side, other) > at(later_side, later)) {
            const auto turns = turns_in_text(other, text_in(field(later, kSource, "text")));
            if (!turns.empty()) later.set(column_of(kSource, "turns"), turns_value(turns));
        }
        copy(later, other);
    }

    /// The turns of a record as they are in another version of its text.
    std::vector<ToldTurn> turns_in_text(const Record& record, const std::string& to) const {
        const auto from = text_in(field(record, kSource, "text"));
        return moved_turns(turns_in(field(record, kSource, "turns")),
                           [&](const text::Span& span) { return versions_.moved(span, from, to); });
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
        const auto turns = joined_turns(*made);
        if (!turns) return false;
        const auto digest = base::digest_of(made->text.utf8());
        const std::string hash(digest.begin(), digest.end());
        here_.set(column_of(kSource, "text"), hash);
        here_.set(column_of(kSource, "turns"), turns_value(*turns));
        here_.set(column_of(kSource, "anchors"),
                  std::max(moved_anchors(here_, made->from_here), moved_anchors(there_, made->from_there)));
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

    /// Those that were set by hand later, where they are not the same in both; else both, where they differ
    /// only in what was put in at their ends. Nothing where a correction made or removed turns.
    std::optional<std::vector<ToldTurn>> joined_turns(const JoinedText& made) const {
        const auto in_made = [](const Record& source, const text::EditList& edits) {
            return moved_turns(turns_in(field(source, kSource, "turns")),
                               [&](const text::Span& span) { return text::moved(span, edits); });
        };
        const auto ours = in_made(here_, made.from_here), theirs = in_made(there_, made.from_there);
        if (ours == theirs) return ours;
        const Stamp our_stamp = same_.when(here_side_.past, here_.guid, "turns");
        const Stamp their_stamp = same_.when(there_side_.past, there_.guid, "turns");
        if (our_stamp == their_stamp) return united(ours, theirs);
        return our_stamp > their_stamp ? ours : theirs;
    }

    static std::string moved_anchors(const Record& source, const text::EditList& edits) {
        auto anchors = from_list(text_in(field(source, kSource, "anchors")));
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

/// The sources of a copy by the guids that stand for them; also deleted ones, but for those that are there.
std::map<base::Guid, Record*> sources_of(Replica& side, const Same& same) {
    std::map<base::Guid, Record*> sources;
    for (auto& source : side.of(kSource)) sources.emplace(same.standing(source.guid), &source);
    for (auto& source : side.deleted[kSource]) sources.emplace(same.standing(source.guid), &source);
    return sources;
}

/// Joins the texts of all sources that both copies have or had.
class TextsJoiner {
  public:
    TextsJoiner(Replica& here, Replica& there, const Same& same) : here_(here), there_(there), same_(same) {}

    TextsJoined run() {
        const auto ours = sources_of(here_, same_), theirs = sources_of(there_, same_);
        for (const auto& [standing, source] : theirs) {
            const auto found = ours.find(standing);
            if (found != ours.end()) join(standing, *found->second, *source);
        }
        move_deleted(ours);
        move_deleted(theirs);
        return std::move(result_);
    }

  private:
    void join(const base::Guid& standing, Record& ours, Record& theirs) {
        const std::string our_text = text_in(field(ours, kSource, "text"));
        const std::string their_text = text_in(field(theirs, kSource, "text"));
        if (our_text == their_text) return;
        SourceTexts texts(ours, theirs, here_, there_, same_);
        if (texts.join(result_, there_)) {
            const std::string to = text_in(field(ours, kSource, "text"));
            result_.passages_gone += Passages(here_, same_).move(standing, our_text, to, texts.versions());
            result_.passages_gone += Passages(there_, same_).move(standing, their_text, to, texts.versions());
        } else if (ours.id == 0 && theirs.id == 0) {
            ours_stands(ours, theirs) ? SourceTexts::copy(ours, theirs) : SourceTexts::copy(theirs, ours);
        } else {
            refuse(standing, ours, theirs);
        }
    }

    /// Of a source that both have deleted the later text is remembered.
    bool ours_stands(const Record& ours, const Record& theirs) const {
        const auto stamp = [&](const Replica& side, const Record& source) {
            return std::pair(same_.when(side.past, source.guid, "text"), field(source, kSource, "text"));
        };
        return stamp(here_, ours) > stamp(there_, theirs);
    }

    void refuse(const base::Guid& standing, const Record& ours, const Record& theirs) {
        result_.refused.push_back(first_difference(standing, text_in(field(ours, kSource, "name")),
                                                   here_.text(text_in(field(ours, kSource, "text"))),
                                                   there_.text(text_in(field(theirs, kSource, "text")))));
        std::set<base::Guid> rows_there;
        Passages(there_, same_).leave_out(standing, rows_there);
        Passages(here_, same_).leave_out(standing, result_.untouched);
        result_.untouched.insert(rows_there.begin(), rows_there.end());
    }

    void move_deleted(const std::map<base::Guid, Record*>& sources) {
        std::set<base::Guid> left_behind;
        for (const Replica* side : {&here_, &there_}) {
            for (const auto& coding : side->deleted[kCoding]) {
                const auto source = sources.find(same_.standing(guid_in(coding.values[0])));
                if (source == sources.end()) continue;
                if (field(coding, kCoding, "text") != field(*source->second, kSource, "text"))
                    left_behind.insert(source->first);
            }
        }
        for (const auto& source : left_behind) {
            const std::string to = text_in(field(*sources.at(source), kSource, "text"));
            const Versions versions(source, same_, here_, there_);
            Passages(here_, same_).move_deleted(source, to, versions);
            Passages(there_, same_).move_deleted(source, to, versions);
        }
    }

    Replica& here_;
    Replica& there_;
    const Same& same_;
    TextsJoined result_;
};

}  // namespace

TextsJoined join_texts(Replica& here, Replica& there, const Same& same) {
    return TextsJoiner(here, there, same).run();
}

}  // namespace study::merging
