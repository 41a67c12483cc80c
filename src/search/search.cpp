// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/search.h"

#include <algorithm>

#include "base/translate.h"
#include "search/conditions.h"
#include "search/likeness.h"
#include "search/run.h"
#include "study/sources.h"

namespace search {

namespace {

/// Words of texts that are kept taken apart: about 120 MB.
constexpr std::size_t kKeptWords = 10'000'000;
}  // namespace

Search::Search(study::Study& study, KeepIndex keep, std::optional<std::filesystem::path> folder)
    : study_(study),
      keep_(keep),
      folder_(folder ? std::move(folder) : index_folder()),
      stemmer_(study.language()),
      contents_(Contents::load(study)),
      scanner_(stemmer_) {
    changes_ = study.on_changed([this](const study::Changes& changes) {
        contents_.refresh(study_, changes);
        side_texts_.clear();
        for (const auto id : changes.ids(study::Kind::source)) {
            covered_.erase({id});
            std::erase_if(read_, [&](const auto& one) {
                if (one.first.first.value != id) return false;
                kept_words_ -= one.second->places.size();
                return true;
            });
        }
    });
    open_index();
}

Search::~Search() = default;

void Search::open_index() {
    covered_.clear();
    index_.reset();
    if (keep_ == KeepIndex::on_disk && folder_) index_ = Index::open(study_, *folder_, stemmer_);
    if (keep_ == KeepIndex::as_it_is && folder_) index_ = Index::open_to_read(study_, *folder_, stemmer_);
    note_covered();
}

void Search::note_covered() {
    covered_.clear();
    if (index_ == nullptr) return;
    for (const auto& source : contents_.sources) {
        if (index_->covers(source)) covered_.insert(source.id);
    }
}

bool Search::update_index(std::chrono::milliseconds budget, const base::Progress& progress) {
    if (keep_ != KeepIndex::on_disk) return true;
    if (index_ == nullptr) open_index();
    if (index_ == nullptr) return false;
    const bool complete = index_->update(study_, contents_.sources, budget, progress);
    note_covered();
    // What refused is opened anew the next time.
    if (!complete && !index_->trouble().empty()) index_.reset();
    return complete;
}

void Search::look_at_index_again() {
    if (keep_ == KeepIndex::as_it_is) open_index();
}

const std::vector<SideText>& Search::side_texts(Where where) {
    const auto [place, is_new] = side_texts_.try_emplace(where);
    if (is_new) place->second = contents_.side_texts(study_, where);
    return place->second;
}

std::int64_t Search::scanned_sources() const {
    return static_cast<std::int64_t>(contents_.sources.size() - covered_.size());
}

Prepared Search::prepare(std::string_view query) {
    return prepare(parse(query));
}

Prepared Search::prepare(Node query) {
    Prepared prepared;
    prepared.query = std::move(query);
    prepared.plan = plan_of(prepared.query);
    prepared.printed = printed(prepared.query);
    if (prepared.plan.places.empty()) {
        throw QueryError(prepared.query.place,
                         base::tr("Nothing can fulfil this: it asks for words of different "
                                  "kinds of texts at one place."),
                         base::tr("Search transcripts and memos with OR, or one after the other."));
    }
    // Names and expressions are looked at now, so that what is wrong with them is said at their place.
    static_cast<void>(Conditions(prepared.plan, contents_, study_));
    static_cast<void>(patterns_of(prepared.plan));
    return prepared;
}

void Search::run(const Prepared& query, const std::function<bool(const Found&)>& visit) {
    Run run(*this, query, visit);
    while (run.step()) {
    }
}

void Search::lose_index(bool open_anew) {
    if (open_anew) return open_index();
    index_.reset();
    covered_.clear();
}

void Search::set_filter(Contents::Filter filter) {
    contents_.set_filter(std::move(filter));
    side_texts_.clear();
}

std::shared_ptr<const ReadText> Search::read(const model::Source& source) {
    const auto key = std::pair(source.id, source.text);
    if (const auto known = read_.find(key); known != read_.end()) return known->second;
    auto read = std::make_shared<const ReadText>(
        scanner_.read(study::sources::text(study_, source.text), source.turns));
    if (kept_words_ + read->places.size() <= kKeptWords) {
        kept_words_ += read->places.size();
        read_.emplace(key, read);
    }
    return read;
}

void Search::each_text(const std::function<void(const model::Source&, const ReadText&)>& visit) {
    for (const auto& source : contents_.sources) visit(source, *read(source));
}

std::vector<std::vector<std::string>> Search::forms(const Prepared& query) {
    std::vector<std::vector<std::string>> forms;
    for (const auto& source : contents_.sources) {
        if (index_ == nullptr || !covered_.contains(source.id)) static_cast<void>(read(source));
    }
    for (const Term& term : query.plan.terms) {
        std::set<std::string> all;
        if (term.where == Where::source && term.kind != Node::Kind::regex) {
            try {
                if (index_ != nullptr)
                    all.merge([&] {
                        const auto known = index_->forms(term);
                        return std::set<std::string>(known.begin(), known.end());
                    }());
            } catch (const IndexGone&) {
                open_index();
            }
            for (const auto number : scanner_.vocabulary().meant_by(term, stemmer_))
                all.insert(scanner_.vocabulary().term(number));
        }
        forms.emplace_back(all.begin(), all.end());
    }
    return forms;
}

std::vector<std::string> Search::proposals(const Prepared& query) {
    const auto forms = this->forms(query);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const Term& term = query.plan.terms[i];
        const bool is_word = term.kind == Node::Kind::word || term.kind == Node::Kind::exact;
        if (!forms[i].empty() || !is_word || term.where != Where::source) continue;
        std::vector<std::string> near;
        if (index_ != nullptr) near = index_->proposals(term.text);
        if (near.empty()) {
            std::vector<std::string> words;
            for (Vocabulary::Number n = 0; n < scanner_.vocabulary().size(); ++n)
                words.push_back(scanner_.vocabulary().term(n));
            near = nearest(term.text, words, 3);
        }
        found.insert(found.end(), near.begin(), near.end());
    }
    return found;
}

std::vector<std::string> Search::words_with(std::string_view prefix, std::size_t most) {
    std::vector<std::string> found;
    if (index_ != nullptr) {
        try {
            found = index_->words_with(prefix, most);
        } catch (const IndexGone&) {
            open_index();
        }
    }
    if (found.size() >= most || scanned_sources() == 0) return found;
    std::vector<std::string> scanned;
    for (Vocabulary::Number n = 0; n < scanner_.vocabulary().size(); ++n) {
        const std::string& word = scanner_.vocabulary().term(n);
        if (word.starts_with(prefix) && std::find(found.begin(), found.end(), word) == found.end())
            scanned.push_back(word);
    }
    std::sort(scanned.begin(), scanned.end(), [](const std::string& a, const std::string& b) {
        return std::pair(a.size(), a) < std::pair(b.size(), b);
    });
    scanned.resize(std::min(scanned.size(), most - found.size()));
    found.insert(found.end(), scanned.begin(), scanned.end());
    return found;
}

}  // namespace search
