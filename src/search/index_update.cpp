// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <set>

#include "base/translate.h"
#include "search/index.h"
#include "search/index_seal.h"
#include "search/index_store.h"
#include "search/packing.h"
#include "study/sources.h"

namespace search {

namespace {

/// Characters of a document; whole turns, at least one.
constexpr text::Position kDocument = 16'000;
/// Characters after which what was collected is written, which bounds memory.
constexpr text::Position kCommit = 12'000'000;

/// Only its owner may read what the index holds: words of confidential texts.
void close_to_others(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        fs::permissions(entry.path(), fs::perms::owner_read | fs::perms::owner_write, ignored);
}

std::string texts_of(const text::Text& text, const std::vector<Unit>& units, std::size_t first,
                     std::size_t past) {
    std::string bytes;
    for (std::size_t i = first; i < past; ++i) {
        bytes += text.view(units[i].body);
        bytes += '\0';
    }
    return bytes;
}

/// Brings the documents of one source from one version of its text to the next.
class SourceWriter {
  public:
    SourceWriter(Xapian::WritableDatabase& database, SeenWords& known, const Stemmer& stemmer)
        : database_(database), known_(known), stemmer_(stemmer) {}

    /// Documents whose turns are the same stay as they are: those before and those behind an edit.
    IndexedSource write(const model::Source& source, const text::Text& text, const IndexedSource* before) {
        IndexedSource after;
        after.text = source.text;
        after.turns = hash_of(source.turns);
        after.units = units_of(text, source.turns);
        counts_.assign(after.units.size(), 0);
        std::size_t begin = 0, end = after.units.size();
        std::vector<IndexedSource::Document> tail;
        if (before != nullptr) {
            std::size_t kept = keep_front(*before, text, after, begin);
            std::size_t old_end = keep_back(*before, text, after, kept, begin, end, tail);
            for (; kept < old_end; ++kept) database_.delete_document(before->documents[kept].id);
        }
        while (begin < end) begin = add_document(source.id, text, after, begin, end);
        after.documents.insert(after.documents.end(), tail.rbegin(), tail.rend());
        number_words(after);
        return after;
    }

  private:
    [[nodiscard]] static bool is_same(const IndexedSource& before, const IndexedSource::Document& document,
                                      const text::Text& text, const IndexedSource& after, std::size_t first) {
        static_cast<void>(before);
        const std::size_t past = first + (document.past - document.first);
        return past <= after.units.size() &&
               hash_of(texts_of(text, after.units, first, past)) == document.hash;
    }

    void take_over(const IndexedSource& before, const IndexedSource::Document& document, std::size_t first) {
        for (std::size_t i = document.first; i < document.past; ++i) {
            const Unit& unit = before.units[i];
            counts_[first + (i - document.first)] = unit.past - unit.first;
        }
    }

    /// Returns how many documents of before stay at the front; `begin` comes behind their units.
    std::size_t keep_front(const IndexedSource& before, const text::Text& text, IndexedSource& after,
                           std::size_t& begin) {
        std::size_t kept = 0;
        for (const auto& document : before.documents) {
            if (!is_same(before, document, text, after, begin)) break;
            take_over(before, document, begin);
            after.documents.push_back(document);
            after.documents.back().first = begin;
            begin += document.past - document.first;
            after.documents.back().past = begin;
            ++kept;
        }
        return kept;
    }

    /// The same from the end; returns before which document of before those begin that stay.
    std::size_t keep_back(const IndexedSource& before, const text::Text& text, const IndexedSource& after,
                          std::size_t kept, std::size_t begin, std::size_t& end,
                          std::vector<IndexedSource::Document>& tail) {
        std::size_t old_end = before.documents.size();
        while (old_end > kept) {
            const auto& document = before.documents[old_end - 1];
            const std::size_t count = document.past - document.first;
            if (count > end - begin || !is_same(before, document, text, after, end - count)) break;
            end -= count;
            take_over(before, document, end);
            tail.push_back(document);
            tail.back().first = end;
            tail.back().past = end + count;
            --old_end;
        }
        return old_end;
    }

    /// Writes the next whole turns; returns the unit behind them.
    std::size_t add_document(model::SourceId source, const text::Text& text, IndexedSource& after,
                             std::size_t first, std::size_t end) {
        Xapian::Document document;
        Packer gaps;
        Xapian::termpos position = 0;
        text::Position characters = 0;
        std::size_t unit = first;
        for (; unit < end && (unit == first || characters + after.units[unit].body.length() <= kDocument);
             ++unit) {
            const Unit& one = after.units[unit];
            characters += one.body.length();
            text::Position at = one.body.begin;
            const Xapian::termpos before = position;
            each_word(text, one.body, [&](const text::Span& place, std::string_view word) {
                document.add_posting(term_of(word), ++position);
                add_word(gaps, static_cast<std::uint64_t>(place.begin - at),
                         static_cast<std::uint64_t>(place.length()));
                at = place.end;
            });
            counts_[unit] = static_cast<std::int32_t>(position - before);
        }
        add_forms(document);
        document.add_boolean_term(source_term(source));
        document.set_data(gaps.take());
        const auto id = database_.add_document(document);
        after.documents.push_back({id, hash_of(texts_of(text, after.units, first, unit)), first, unit});
        return unit;
    }

    /// Makes the words of a document forms of their stems, where they are met for the first time. Each word
    /// is looked up once, not at each of its places.
    void add_forms(const Xapian::Document& document) {
        for (auto one = document.termlist_begin(); one != document.termlist_end(); ++one) {
            const std::string term = *one;
            if (!known_.insert(term)) continue;
            for (const auto& key : stemmer_.keys(term)) {
                if (key != term) database_.add_synonym(key, term);
            }
        }
    }

    void number_words(IndexedSource& after) const {
        std::int32_t word = 0;
        for (std::size_t i = 0; i < after.units.size(); ++i) {
            after.units[i].first = word;
            word += counts_[i];
            after.units[i].past = word;
        }
    }

    Xapian::WritableDatabase& database_;
    SeenWords& known_;
    const Stemmer& stemmer_;
    std::vector<std::int32_t> counts_;  ///< words of each unit of the new version
};

/// Whether the history from the index's revision to the newest has become long to read.
bool is_far_behind(const study::Study& study, const std::string& revision) {
    constexpr std::int64_t kFar = 500;
    std::int64_t n = 0;
    std::from_chars(revision.data(), revision.data() + revision.size(), n);
    return study.revision() - n > kFar;
}

}  // namespace

bool Index::covers(const model::Source& source) const {
    const auto known = store_->sources.find(source.id);
    return known != store_->sources.end() && known->second.text == source.text &&
           known->second.turns == hash_of(source.turns);
}

bool Index::update(study::Study& study, const std::vector<model::Source>& sources,
                   std::chrono::milliseconds budget, const base::Progress& progress) {
    Store& store = *store_;
    const auto all_covered = [&] {
        return std::all_of(sources.begin(), sources.end(),
                           [&](const model::Source& source) { return covers(source); });
    };
    if (store.writer == nullptr) return all_covered();
    const auto end = std::chrono::steady_clock::now() + budget;
    try {
        std::set<model::SourceId> there;
        std::vector<const model::Source*> stale;
        for (const auto& source : sources) {
            there.insert(source.id);
            if (!covers(source)) stale.push_back(&source);
        }
        std::vector<model::SourceId> gone;
        for (const auto& [id, source] : store.sources) {
            if (!there.contains(id)) gone.push_back(id);
        }
        if (stale.empty() && gone.empty() && !is_far_behind(study, store.revision)) return true;
        unseal(store.folder);
        // What is written from here on belongs to this state of the study, or to one before it.
        store.revision = revision_of(study);
        store.writer->set_metadata(kRevisionKey, store.revision);
        if (store.known.empty() && store.writer->get_doccount() > 0)
            for (const auto& term : store.terms()) store.known.insert(term);
        store.vocabulary.clear();
        for (const auto id : gone) {
            store.writer->delete_document(source_term(id));
            store.writer->set_metadata(source_key(id), "");
            store.sources.erase(id);
        }
        SourceWriter writer(*store.writer, store.known, store.stemmer);
        text::Position written = 0;
        std::size_t done = 0;
        for (const model::Source* source : stale) {
            if (done > 0 && std::chrono::steady_clock::now() >= end) break;
            progress.step(static_cast<double>(done) / static_cast<double>(stale.size()),
                          base::tr("Building the index"));
            const text::Text text = study::sources::text(study, source->text);
            const auto known = store.sources.find(source->id);
            IndexedSource after =
                writer.write(*source, text, known == store.sources.end() ? nullptr : &known->second);
            store.writer->set_metadata(source_key(source->id), packed(after));
            store.sources[source->id] = std::move(after);
            ++done;
            if ((written += text.size()) >= kCommit) {
                store.writer->commit();
                written = 0;
            }
        }
        store.writer->commit();
        close_to_others(store.folder);
        return done == stale.size();
    } catch (const Xapian::Error& error) {
        store.trouble = error.get_msg();
        store.give_up();
        return false;
    }
}

}  // namespace search
