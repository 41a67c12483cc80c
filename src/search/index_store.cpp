// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/index_store.h"

#include <charconv>

#include "base/digest.h"
#include "search/packing.h"
#include "study/history.h"

namespace search {

namespace {

/// Raise it with every change of what is written.
constexpr const char* kForm = "trialogue index 2, ";
/// An index further behind than this is not worth asking the history about.
constexpr std::int64_t kFarBehind = 20'000;

/// Whether the study was once in the state "n GUID".
bool is_in_history(study::Study& study, const std::string& revision) {
    if (revision == revision_of(study)) return true;
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(revision.data(), revision.data() + revision.size(), n);
    const std::int64_t behind = study.revision() - n;
    if (error != std::errc{} || behind < 0 || behind > kFarBehind) return false;
    if (n == 0) return true;
    const auto history = study::History(study).newest(behind + 1);
    return !history.empty() && history.back().n == n &&
           revision == fmt::format("{} {}", n, history.back().guid.to_string());
}

}  // namespace

std::string revision_of(study::Study& study) {
    if (study.revision() == 0) return "0 ";
    const auto newest = study::History(study).newest(1);
    return newest.empty() ? "0 " : fmt::format("{} {}", newest.front().n, newest.front().guid.to_string());
}

std::uint64_t hash_of(std::string_view bytes) {
    const auto digest = base::digest_of(bytes);
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < sizeof hash; ++i) hash = (hash << 8U) | digest[i];
    return hash;
}

std::uint64_t hash_of(const std::vector<model::Turn>& turns) {
    // Asked of every source at every change: a digest would take ten times as long. (Steele, Lea & Flood,
    // Fast splittable pseudorandom number generators, 2014: the finishing step of SplitMix64.)
    std::uint64_t hash = turns.size();
    const auto mix = [&hash](std::int64_t number) {
        hash += static_cast<std::uint64_t>(number) + 0x9E3779B97F4A7C15ULL;
        hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBULL;
        hash ^= hash >> 31U;
    };
    for (const model::Turn& turn : turns) {
        mix(turn.span.begin);
        mix(turn.body);
        mix(turn.span.end);
    }
    return hash;
}

std::string packed(const IndexedSource& source) {
    Packer packer;
    packer.add(static_cast<std::uint64_t>(source.text.value));
    packer.add(source.turns);
    packer.add(source.units.size());
    text::Position at = 0;
    for (const Unit& unit : source.units) {
        packer.add(static_cast<std::uint64_t>(unit.body.begin - at));
        packer.add(static_cast<std::uint64_t>(unit.body.length()));
        packer.add(static_cast<std::uint64_t>(unit.turn + 1));
        packer.add(static_cast<std::uint64_t>(unit.past - unit.first));
        at = unit.body.end;
    }
    packer.add(source.documents.size());
    for (const auto& document : source.documents) {
        packer.add(document.id);
        packer.add(document.hash);
        packer.add(document.past - document.first);
    }
    return packer.take();
}

IndexedSource unpacked(std::string_view bytes) {
    constexpr std::int64_t kTooFar = std::int64_t{1} << 31;
    constexpr std::size_t kTooMany = std::size_t{1} << 28;
    Unpacker unpacker(bytes);
    IndexedSource source;
    source.text = {static_cast<std::int64_t>(unpacker.next())};
    source.turns = unpacker.next();
    source.units.resize(unpacker.next(std::min(kTooMany, bytes.size())));
    text::Position at = 0;
    std::int32_t word = 0;
    for (Unit& unit : source.units) {
        unit.body.begin = at + unpacker.next(kTooFar - at);
        unit.body.end = unit.body.begin + unpacker.next(kTooFar - unit.body.begin);
        unit.turn = static_cast<std::int32_t>(unpacker.next(kTooFar)) - 1;
        unit.first = word;
        unit.past = word + static_cast<std::int32_t>(unpacker.next(kTooFar - word));
        word = unit.past;
        at = unit.body.end;
    }
    source.documents.resize(unpacker.next(std::min(kTooMany, bytes.size())));
    std::size_t first = 0;
    for (auto& document : source.documents) {
        document.id = static_cast<Xapian::docid>(unpacker.next(kTooFar));
        document.hash = unpacker.next();
        document.first = first;
        document.past = first + unpacker.next(source.units.size() - first + 1);
        first = document.past;
    }
    if (!unpacker.at_end() || first != source.units.size())
        throw std::runtime_error("what the index says of a source is not whole");
    return source;
}

std::string source_key(model::SourceId source) {
    return kSourcePrefix + std::to_string(source.value);
}

std::string source_term(model::SourceId source) {
    return "Q" + std::to_string(source.value);
}

std::string rules_of(const Stemmer& stemmer) {
    return kForm + stemmer.rules();
}

void Index::Store::load(study::Study& study) {
    sources.clear();
    vocabulary.clear();
    known.clear();
    if (database.get_metadata(kStudyKey) != study.guid().to_string() ||
        database.get_metadata(kRulesKey) != rules_of(stemmer)) {
        throw std::runtime_error("an index of another study or version");
    }
    revision = database.get_metadata(kRevisionKey);
    if (!is_in_history(study, revision)) throw std::runtime_error("an index of another history");
    const std::string prefix = kSourcePrefix;
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
        const std::string name = *key;
        std::int64_t id = 0;
        const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), id);
        if (error != std::errc{} || end != name.data() + name.size()) continue;  // `study` begins like them
        sources.emplace(model::SourceId{id}, unpacked(database.get_metadata(name)));
    }
}

void Index::Store::give_up() noexcept {
    sources.clear();
    vocabulary.clear();
    known.clear();
    const bool ours = writer != nullptr;
    try {
        writer.reset();
        database = Xapian::Database();
    } catch (const std::exception&) {
        // What is damaged may also refuse to close.
    }
    std::error_code ignored;
    if (ours) std::filesystem::remove_all(folder, ignored);
}

const std::vector<std::string>& Index::Store::terms() {
    if (vocabulary.empty()) {
        for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
            // Capital letters begin only the terms of sources: words are folded.
            if (std::string one = *term; !one.starts_with('Q')) vocabulary.push_back(std::move(one));
        }
    }
    return vocabulary;
}

}  // namespace search
