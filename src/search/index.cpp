// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/index.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <set>
#include <unordered_map>

#include "search/index_match.h"
#include "search/index_seal.h"
#include "search/index_store.h"
#include "search/likeness.h"
#include "search/packing.h"

namespace search {

namespace fs = std::filesystem;

namespace {

constexpr int kOpen = Xapian::DB_CREATE_OR_OPEN | Xapian::DB_NO_SYNC;

/// A folder that only its owner can enter.
bool make_private(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (!fs::is_directory(folder, failed)) return false;
    fs::permissions(folder, fs::perms::owner_all, failed);
    return true;
}

/// One document of a look-up.
struct Target {
    Xapian::docid id = 0;
    std::size_t source = 0;  ///< which of those that are looked up
    std::int32_t first_word = 0;
    std::int32_t words = 0;
};
using Targets = std::vector<Target>;

/// Calls `found` for each of the documents that holds the term.
template <class Visit>
void each_holding(const Xapian::Database& database, const std::string& term, const Targets& targets,
                  const Visit& found) {
    auto posting = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    auto target = targets.begin();
    while (target != targets.end() && posting != end) {
        if (*posting < target->id) {
            posting.skip_to(target->id);
        } else if (*posting > target->id) {
            target = std::lower_bound(target, targets.end(), *posting,
                                      [](const Target& one, Xapian::docid id) { return one.id < id; });
        } else {
            found(*target, posting);
            ++target;
            ++posting;
        }
    }
}

/// Leaves out the documents that cannot hold what the plan looks for.
void keep_matching(const Xapian::Database& database, const Plan& plan,
                   const std::vector<std::vector<std::string>>& forms, Targets& targets) {
    std::vector<Xapian::docid> ids;
    ids.reserve(targets.size());
    for (const Target& target : targets) ids.push_back(target.id);
    const auto kept = matching(database, plan, forms, ids);
    auto next = kept.begin();
    std::erase_if(targets, [&](const Target& target) {
        const bool keeps = next != kept.end() && *next == target.id;
        if (keeps) ++next;
        return !keeps;
    });
}

void put_in_order(Stretches& list) {
    const auto before = [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; };
    if (!std::is_sorted(list.begin(), list.end(), before)) std::sort(list.begin(), list.end(), before);
}

}  // namespace

std::optional<fs::path> index_folder() {
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache == '/')
        return fs::path(cache) / "trialogue";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return fs::path(home) / ".cache" / "trialogue";
    return std::nullopt;
}

Index::Index(std::unique_ptr<Store> store) : store_(std::move(store)) {}

Index::~Index() {
    if (store_->writer == nullptr) return;
    try {
        store_->writer->close();
        seal(store_->folder);
    } catch (const std::exception&) {
        // A cache that cannot be closed has no seal, and is built anew the next time.
    }
}

const std::string& Index::trouble() const {
    return store_->trouble;
}

void Index::remove(const base::Guid& study, const fs::path& folder) {
    std::error_code ignored;
    fs::remove_all(folder / study.to_string(), ignored);
}

std::unique_ptr<Index> Index::open(study::Study& study, const fs::path& folder, const Stemmer& stemmer) {
    const fs::path mine = folder / study.guid().to_string();
    if (!make_private(folder)) return nullptr;
    auto store = std::make_unique<Store>(mine, stemmer);
    // The second time nothing is there that could be wrong.
    for (int attempt = 0; attempt < 2; ++attempt) {
        try {
            if (!make_private(mine)) return nullptr;
            store->writer = std::make_unique<Xapian::WritableDatabase>(mine.string(), kOpen);
            store->database = *store->writer;
            const bool is_new = store->database.get_metadata(kRulesKey).empty();
            if (!is_new && !is_sound(mine))
                throw std::runtime_error("an index that was not closed as it should be");
            if (is_new && store->database.get_doccount() == 0) {
                store->writer->set_metadata(kStudyKey, study.guid().to_string());
                store->writer->set_metadata(kRulesKey, rules_of(stemmer));
                store->writer->set_metadata(kRevisionKey, revision_of(study));
            }
            store->load(study);
            return std::unique_ptr<Index>(new Index(std::move(store)));
        } catch (const Xapian::DatabaseLockError&) {
            break;
        } catch (const Xapian::DatabaseCreateError&) {
            break;
        } catch (const Xapian::Error&) {
            std::error_code ignored;
            store->give_up();
            if (fs::remove_all(mine, ignored) == static_cast<std::uintmax_t>(-1)) break;
        } catch (const std::runtime_error&) {
            store->give_up();
        }
    }
    // Another program writes it, or it may only be read.
    store.reset();
    return open_to_read(study, folder, stemmer);
}

std::unique_ptr<Index> Index::open_to_read(study::Study& study, const fs::path& folder,
                                           const Stemmer& stemmer) {
    const fs::path mine = folder / study.guid().to_string();
    auto store = std::make_unique<Store>(mine, stemmer);
    try {
        store->database = Xapian::Database(mine.string());
        store->load(study);
        return std::unique_ptr<Index>(new Index(std::move(store)));
    } catch (const Xapian::Error&) {
        return nullptr;
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

namespace {

/// Runs a reading of the index. Where another program has written meanwhile it is read anew, once.
template <class Store, class Read>
auto guarded(Store& store, const Read& read) {
    for (int attempt = 0;; ++attempt) {
        try {
            return read();
        } catch (const Xapian::DatabaseModifiedError&) {
            try {
                // Documents that were known may have been written anew since, under other numbers.
                if (attempt == 0 && store.database.reopen() &&
                    store.database.get_metadata(kRevisionKey) == store.revision)
                    continue;
            } catch (const Xapian::Error&) {
                // Gone, as below.
            }
        } catch (const Xapian::Error& error) {
            store.trouble = error.get_msg();
        } catch (const std::runtime_error& error) {
            store.trouble = error.what();
        } catch (const std::bad_alloc& error) {
            store.trouble = error.what();  // lengths that were never written
        } catch (const std::length_error& error) {
            store.trouble = error.what();
        }
        store.give_up();
        throw IndexGone();
    }
}

}  // namespace

std::vector<std::string> Index::forms(const Term& term) {
    Store& store = *store_;
    return guarded(store, [&] {
        std::vector<std::string> found;
        if (term.kind == Node::Kind::glob) {
            const std::string prefix = term.text.substr(0, term.text.find_first_of("*?"));
            const auto& all = store.terms();
            for (auto one = std::lower_bound(all.begin(), all.end(), prefix);
                 one != all.end() && one->starts_with(prefix); ++one) {
                if (glob_matches(term.text, *one)) found.push_back(*one);
            }
            return found;
        }
        if (term.kind == Node::Kind::regex) return found;
        std::set<std::string> forms{term.text};
        if (term.kind == Node::Kind::word) {
            for (const auto& key : store.stemmer.keys(term.text)) {
                // A word that is its own key is not kept as a form of it.
                const auto own = store.stemmer.keys(key);
                if (std::find(own.begin(), own.end(), key) != own.end()) forms.insert(key);
                for (auto form = store.database.synonyms_begin(key); form != store.database.synonyms_end(key);
                     ++form)
                    forms.insert(*form);
            }
        }
        for (const auto& form : forms) {
            if (store.database.term_exists(form)) found.push_back(form);
        }
        return found;
    });
}

std::vector<std::string> Index::words_with(std::string_view prefix, std::size_t most) {
    constexpr std::size_t kWeighed = 2000;
    Store& store = *store_;
    return guarded(store, [&] {
        std::vector<std::pair<Xapian::termcount, std::string>> weighed;
        const auto& all = store.terms();
        for (auto one = std::lower_bound(all.begin(), all.end(), prefix);
             one != all.end() && one->starts_with(prefix) && weighed.size() < kWeighed; ++one) {
            weighed.emplace_back(store.database.get_collection_freq(*one), *one);
        }
        std::sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        std::vector<std::string> words;
        for (auto& [count, word] : weighed) {
            if (words.size() == most) break;
            words.push_back(std::move(word));
        }
        return words;
    });
}

std::vector<std::string> Index::proposals(const std::string& term) {
    Store& store = *store_;
    return guarded(store, [&] {
        auto near = nearest(term, store.terms(), 8);
        std::stable_sort(near.begin(), near.end(), [&](const std::string& a, const std::string& b) {
            const std::size_t to_a = edits_between(term, a, 3), to_b = edits_between(term, b, 3);
            return to_a != to_b
                       ? to_a < to_b
                       : store.database.get_collection_freq(a) > store.database.get_collection_freq(b);
        });
        if (near.size() > 3) near.resize(3);
        return near;
    });
}

std::size_t Index::documents(model::SourceId source) const {
    const auto known = store_->sources.find(source);
    return known == store_->sources.end() ? 0 : known->second.documents.size();
}

std::vector<Index::Found> Index::look_up(const Plan& plan, const std::vector<std::vector<std::string>>& forms,
                                         const std::vector<model::SourceId>& sources) {
    Store& store = *store_;
    return guarded(store, [&] {
        std::vector<Found> all(sources.size());
        Targets targets;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            const auto known = store.sources.find(sources[i]);
            if (known == store.sources.end()) throw std::runtime_error("a source is not in the index");
            all[i].source = sources[i];
            all[i].units = &known->second.units;
            for (const auto& document : known->second.documents) {
                const std::int32_t first = known->second.first_word(document);
                targets.push_back({document.id, i, first, known->second.past_word(document) - first});
            }
        }
        std::sort(targets.begin(), targets.end(),
                  [](const Target& a, const Target& b) { return a.id < b.id; });
        keep_matching(store.database, plan, forms, targets);
        for (auto& found : all) found.terms.resize(plan.terms.size());
        for (std::size_t term = 0; term < plan.terms.size(); ++term) {
            if (plan.terms[term].where != Where::source) continue;
            for (const auto& form : forms[term]) {
                each_holding(store.database, form, targets, [&](const Target& target, auto& posting) {
                    Stretches& list = all[target.source].terms[term];
                    const std::size_t more = list.size() + posting.get_wdf();
                    if (more > list.capacity()) list.reserve(std::max(more, 2 * list.capacity()));
                    for (auto at = posting.positionlist_begin(); at != posting.positionlist_end(); ++at) {
                        if (*at == 0 || *at > static_cast<Xapian::termpos>(target.words))
                            throw std::runtime_error("a word stands outside its document");
                        const std::int32_t word = target.first_word + static_cast<std::int32_t>(*at) - 1;
                        list.push_back({word, word + 1, word, word + 1});
                    }
                });
            }
            for (auto& found : all) put_in_order(found.terms[term]);
        }
        return all;
    });
}

std::pair<std::size_t, std::size_t> Index::document_of(model::SourceId id, std::size_t word) const {
    const auto known = store_->sources.find(id);
    if (known == store_->sources.end()) throw IndexGone();
    const IndexedSource& source = known->second;
    const auto document = std::partition_point(
        source.documents.begin(), source.documents.end(),
        [&](const auto& one) { return static_cast<std::size_t>(source.past_word(one)) <= word; });
    if (document == source.documents.end()) throw IndexGone();
    return {static_cast<std::size_t>(document - source.documents.begin()),
            static_cast<std::size_t>(source.first_word(*document))};
}

void Index::read_places(model::SourceId id, std::size_t number, std::vector<WordPlace>& places) {
    Store& store = *store_;
    guarded(store, [&] {
        const auto known = store.sources.find(id);
        if (known == store.sources.end()) throw std::runtime_error("a source is not in the index");
        const IndexedSource& source = known->second;
        const auto& document = source.documents.at(number);
        const std::string data = store.database.get_document(document.id).get_data();
        Unpacker gaps(data);
        for (std::size_t i = document.first; i < document.past; ++i) {
            const Unit& unit = source.units[i];
            text::Position at = unit.body.begin;
            for (std::int32_t word = unit.first; word < unit.past; ++word) {
                const auto [gap, length] = next_word(gaps);
                const text::Position begin = at + gap;
                at = begin + length;
                if (at > unit.body.end) throw std::runtime_error("a word stands outside its turn");
                places.push_back({static_cast<std::int32_t>(begin), static_cast<std::int32_t>(at)});
            }
        }
        if (!gaps.at_end()) throw std::runtime_error("a document has more words than its turns");
    });
}

WordPlace Index::Places::operator[](std::size_t word) {
    if (!all_.empty()) return all_.at(word);
    const auto [document, first] = index_.document_of(source_, word);
    if (documents_.size() <= document) documents_.resize(document + 1);
    auto& places = documents_[document];
    if (places.empty()) index_.read_places(source_, document, places);
    return places.at(word - first);
}

const std::vector<WordPlace>& Index::Places::all() {
    const std::size_t documents = all_.empty() ? index_.documents(source_) : 0;
    for (std::size_t i = 0; i < documents; ++i) index_.read_places(source_, i, all_);
    return all_;
}

}  // namespace search
