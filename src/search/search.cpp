// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/search.h"

#include <algorithm>

#include "base/translate.h"
#include "search/conditions.h"
#include "search/likeness.h"
#include "study/sources.h"

namespace search {

namespace {

/// Words of texts that are kept taken apart: about 120 MB.
constexpr std::size_t kKeptWords = 10'000'000;
/// Documents that are looked up at once: few at first, so that the first hits are there at once.
constexpr std::size_t kFirstBatch = 64, kLargestBatch = 8192;

}  // namespace

/// One run of a query over the texts of the study.
class Search::Run {
  public:
    Run(Search& search, const Prepared& query, const Visit& visit)
        : search_(search),
          plan_(query.plan),
          visit_(visit),
          conditions_(plan_, search.contents_, search.study_),
          patterns_(patterns_of(plan_)) {}

    void run() {
        if (plan_.looks_in(Where::source) && !over_transcripts()) return;
        for (const Where where : plan_.places) {
            if (where != Where::source && !over_side_texts(where)) return;
        }
    }

  private:
    /// False where the visitor wants no more.
    bool over_transcripts() {
        const auto& sources = search_.contents_.sources;
        std::size_t limit = kFirstBatch;
        for (std::size_t i = 0; i < sources.size();) {
            std::vector<const model::Source*> batch;
            std::size_t documents = 0;
            for (; i < sources.size() && documents < limit && is_covered(sources[i]); ++i) {
                batch.push_back(&sources[i]);
                documents += search_.index_->documents(sources[i].id);
            }
            if (!batch.empty()) {
                if (!indexed(batch)) return false;
                limit = std::min(limit * 4, kLargestBatch);
            } else if (!scanned(sources[i++])) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool is_covered(const model::Source& source) const {
        return search_.index_ != nullptr && search_.covered_.contains(source.id);
    }

    bool indexed(const std::vector<const model::Source*>& batch) {
        if (forms_.empty()) {
            for (const Term& term : plan_.terms) {
                forms_.push_back(term.where == Where::source ? search_.index_->forms(term)
                                                             : std::vector<std::string>());
            }
        }
        std::vector<model::SourceId> ids;
        for (const auto* source : batch) ids.push_back(source->id);
        auto found = search_.index_->look_up(plan_, forms_, ids);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const model::Source& source = *batch[i];
            std::shared_ptr<const std::vector<WordPlace>> loaded;
            const auto places = [&]() -> const std::vector<WordPlace>& {
                if (!loaded)
                    loaded =
                        std::make_shared<const std::vector<WordPlace>>(search_.index_->places(source.id));
                return *loaded;
            };
            if (plan_.by_character) measure_in_characters(found[i].terms, places);
            if (!evaluate(source, *found[i].units, std::move(found[i].terms), places)) return false;
        }
        return true;
    }

    bool scanned(const model::Source& source) {
        const auto read = search_.read(source);
        return evaluate(source, read->units, search_.scanner_.stretches(plan_, Where::source, *read),
                        [&]() -> const std::vector<WordPlace>& { return read->places; });
    }

    template <class Places>
    static void measure_in_characters(std::vector<Stretches>& terms, const Places& places) {
        for (Stretches& list : terms) {
            for (Stretch& one : list) {
                one.begin = places()[static_cast<std::size_t>(one.first)].begin;
                one.end = places()[static_cast<std::size_t>(one.past) - 1].end;
            }
        }
    }

    template <class Places>
    bool evaluate(const model::Source& source, const std::vector<Unit>& units, std::vector<Stretches> terms,
                  const Places& places) {
        if (!patterns_.empty()) {
            const text::Text text = study::sources::text(search_.study_, source.text);
            add_patterns(plan_, Where::source, patterns_, text, units, places(), terms);
        }
        Found found;
        found.source = &source;
        found.units = &units;
        found.span_of = [&](const Stretch& at) -> text::Span {
            if (plan_.by_character) return {at.begin, at.end};
            return {places()[static_cast<std::size_t>(at.first)].begin,
                    places()[static_cast<std::size_t>(at.past) - 1].end};
        };
        Matter matter;
        matter.units = &units;
        matter.terms = std::move(terms);
        matter.holds = [&](int condition, std::size_t unit, const Stretch& at) {
            const text::Span span = conditions_.needs_span(condition) ? found.span_of(at) : text::Span{};
            return conditions_.holds(condition, source, units[unit], span);
        };
        matter.passages = [&](std::size_t unit) {
            Stretches passages;
            for (const auto& span : conditions_.passages(source, units[unit])) {
                passages.push_back({static_cast<std::int32_t>(span.begin),
                                    static_cast<std::int32_t>(span.end), units[unit].first,
                                    units[unit].past});
            }
            return passages;
        };
        found.matches = matches(plan_, matter);
        return found.matches.empty() || visit_(found);
    }

    bool over_side_texts(Where where) {
        const auto& sides = search_.side_texts(where);
        for (std::size_t part = 0; part < sides.size(); ++part) {
            const SideText& side = sides[part];
            ReadText read = search_.scanner_.read(side.text, {});
            // Each of them is one unit, whatever its paragraphs.
            read.units = {{side.text.whole(), -1, 0, static_cast<std::int32_t>(read.places.size())}};
            Matter matter;
            matter.units = &read.units;
            matter.terms = search_.scanner_.stretches(plan_, where, read);
            add_patterns(plan_, where, patterns_, side.text, read.units, read.places, matter.terms);
            matter.holds = [&](int condition, std::size_t, const Stretch&) {
                return conditions_.holds(condition, side);
            };
            Found found;
            found.side = &side;
            found.part = part;
            found.units = &read.units;
            found.span_of = [&](const Stretch& at) -> text::Span {
                if (plan_.by_character) return {at.begin, at.end};
                return {read.places[static_cast<std::size_t>(at.first)].begin,
                        read.places[static_cast<std::size_t>(at.past) - 1].end};
            };
            found.matches = matches(plan_, matter);
            if (!found.matches.empty() && !visit_(found)) return false;
        }
        return true;
    }

    Search& search_;
    const Plan& plan_;
    const Visit& visit_;
    Conditions conditions_;
    std::vector<text::Pattern> patterns_;
    std::vector<std::vector<std::string>> forms_;
};

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
    if (keep_ == KeepIndex::on_disk && folder_) index_ = Index::open(study_, *folder_, stemmer_);
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
    if (keep_ == KeepIndex::in_memory) return true;
    if (index_ == nullptr) open_index();
    if (index_ == nullptr) return false;
    const bool complete = index_->update(study_, contents_.sources, budget, progress);
    note_covered();
    // What refused is opened anew the next time.
    if (!complete && !index_->trouble().empty()) index_.reset();
    return complete;
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

void Search::run(const Prepared& query, const Visit& visit) {
    Run(*this, query, visit).run();
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

}  // namespace search
