// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/index_match.h"

#include <algorithm>
#include <optional>
#include <set>

namespace search {

namespace {

/// With more forms than that a term leaves out little, and much would have to be merged.
constexpr std::size_t kMostForms = 500;
/// So many whose positions are merged to see which are near.
constexpr std::size_t kMostFormsNear = 32;

using Asked = std::optional<Xapian::Query>;  ///< nothing: any document may do

/// Only the documents that are looked at.
class Selected : public Xapian::PostingSource {
  public:
    explicit Selected(const std::vector<Xapian::docid>& documents) : documents_(documents) {}

    Xapian::doccount get_termfreq_min() const override { return count(); }
    Xapian::doccount get_termfreq_est() const override { return count(); }
    Xapian::doccount get_termfreq_max() const override { return count(); }
    void next(double) override { at_ = started_ ? at_ + 1 : 0, started_ = true; }
    void skip_to(Xapian::docid wanted, double) override {
        started_ = true;
        const auto from = documents_.begin() + static_cast<std::ptrdiff_t>(at_);
        at_ = static_cast<std::size_t>(std::lower_bound(from, documents_.end(), wanted) - documents_.begin());
    }
    bool at_end() const override { return started_ && at_ >= documents_.size(); }
    Xapian::docid get_docid() const override { return documents_[at_]; }
    void init(const Xapian::Database&) override {
        at_ = 0;
        started_ = false;
    }

  private:
    [[nodiscard]] Xapian::doccount count() const { return static_cast<Xapian::doccount>(documents_.size()); }

    const std::vector<Xapian::docid>& documents_;
    std::size_t at_ = 0;
    bool started_ = false;
};

/// Makes Xapian's query of a plan: it may let through too much, and leaves out nothing that fulfils the plan.
class Asking {
  public:
    Asking(const Plan& plan, const std::vector<std::vector<std::string>>& forms)
        : plan_(plan), forms_(forms) {}

    [[nodiscard]] Asked of(const Step& step) const {
        if (!step.has_words) return {};
        switch (step.kind) {
            case Node::Kind::phrase:
                return in_order(step.terms, static_cast<std::int64_t>(step.terms.size()));
            case Node::Kind::near:
            case Node::Kind::adjacent:
                return group(step);
            case Node::Kind::all_of:
                return all(step.children);
            case Node::Kind::any_of:
                return any(step.children);
            case Node::Kind::within:
                return {};
            default:
                return step.terms.empty() ? Asked() : of(step.terms.front());
        }
    }

  private:
    [[nodiscard]] Asked of(int term) const {
        const auto number = static_cast<std::size_t>(term);
        const auto& forms = forms_[number];
        if (plan_.terms[number].kind == Node::Kind::regex || forms.size() > kMostForms) return {};
        if (forms.empty()) return Xapian::Query::MatchNothing;
        return Xapian::Query(Xapian::Query::OP_OR, forms.begin(), forms.end());
    }

    /// Words one after the other in a window of so many; each has one form, as in a phrase.
    [[nodiscard]] Asked in_order(const std::vector<int>& terms, std::int64_t window) const {
        std::vector<Xapian::Query> words;
        for (const int term : terms) {
            const auto word = of(term);
            if (!word) return {};
            words.push_back(*word);
        }
        return Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end(),
                             static_cast<Xapian::termcount>(window));
    }

    /// Words near each other, where no word stands for two of them; else only that all of them are there.
    [[nodiscard]] Asked group(const Step& step) const {
        std::vector<Xapian::Query> words;
        std::set<std::string> seen;
        for (const Step& child : step.children) {
            if (child.terms.size() != 1) return all(step.children);
            const auto& forms = forms_[static_cast<std::size_t>(child.terms.front())];
            const auto word = of(child.terms.front());
            if (!word || forms.size() > kMostFormsNear) return all(step.children);
            for (const auto& form : forms) {
                if (!seen.insert(form).second) return all(step.children);
            }
            words.push_back(*word);
        }
        const auto window = 1 + step.distance * static_cast<std::int64_t>(words.size() - 1);
        const auto op = step.kind == Node::Kind::near ? Xapian::Query::OP_NEAR : Xapian::Query::OP_PHRASE;
        return Xapian::Query(op, words.begin(), words.end(), static_cast<Xapian::termcount>(window));
    }

    [[nodiscard]] Asked all(const std::vector<Step>& steps) const {
        std::vector<Xapian::Query> parts;
        for (const Step& step : steps) {
            if (auto part = of(step)) parts.push_back(std::move(*part));
        }
        if (parts.empty()) return {};
        return Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end());
    }

    [[nodiscard]] Asked any(const std::vector<Step>& steps) const {
        std::vector<Xapian::Query> parts;
        for (const Step& step : steps) {
            auto part = of(step);
            if (!part) return {};
            parts.push_back(std::move(*part));
        }
        return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
    }

    const Plan& plan_;
    const std::vector<std::vector<std::string>>& forms_;
};

}  // namespace

std::vector<Xapian::docid> matching(const Xapian::Database& database, const Plan& plan,
                                    const std::vector<std::vector<std::string>>& forms,
                                    const std::vector<Xapian::docid>& among) {
    // Of one word every place is read, and across turns a document says nothing by itself.
    const bool simple = plan.root.terms.size() == 1;
    const auto asked = plan.across_turns || simple ? Asked() : Asking(plan, forms).of(plan.root);
    if (!asked || among.empty()) return among;
    Selected selected(among);
    Xapian::Enquire enquire(database);
    enquire.set_query(*asked & Xapian::Query(&selected));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(among.size()));
    std::vector<Xapian::docid> documents;
    for (auto one = found.begin(); one != found.end(); ++one) documents.push_back(*one);
    std::sort(documents.begin(), documents.end());
    return documents;
}

}  // namespace search
