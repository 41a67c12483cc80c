// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <filesystem>
#include <regex>

#include "house/catalogue.h"
#include "support/temporary_folder.h"

namespace {

using house::parse_catalogue;

const std::filesystem::path kSources = std::filesystem::path(TRIALOGUE_SOURCE_DIR) / "src";
const std::filesystem::path kCatalogues = kSources / "base" / "po";

constexpr const char* kSentences = R"(
msgid "{} of {} codes"
msgstr ""

msgid "{} code"
msgid_plural "{} codes"
msgstr[0] ""
msgstr[1] ""

msgid "Quote “{}”"
msgstr ""
)";

constexpr const char* kGood = R"(
msgid "{} of {} codes"
msgstr "van {1} codes {0}"

msgid "{} code"
msgid_plural "{} codes"
msgstr[0] "{} code"
msgstr[1] "{} codes"

msgid "Quote “{}”"
msgstr "Citaat "
"‘{}’"
)";

std::vector<std::string> faults_of(std::string catalogue, const std::string& part, const std::string& other) {
    const auto at = catalogue.find(part);
    REQUIRE(at != std::string::npos);
    catalogue.replace(at, part.size(), other);
    return house::faults(parse_catalogue(kSentences), parse_catalogue(catalogue));
}

/// `say(sentence, …)`, whose sentence xgettext cannot see.
std::vector<std::string> calls_without_literal(const std::string& code) {
    static const std::regex kCall(R"(\b(tr|say|tr_n|say_n)\(\s*[^"\s)][^,)]*)");
    std::vector<std::string> found;
    for (std::sregex_iterator call(code.begin(), code.end(), kCall), none; call != none; ++call) {
        found.push_back(call->str());
    }
    return found;
}

}  // namespace

TEST_CASE("every sentence of the sources has its Dutch, with the same values in it") {
    const support::TemporaryFolder folder;
    const auto sentences = folder / "sentences.pot";
    REQUIRE(std::system(
                fmt::format("'{}' '{}'", (kCatalogues / "extract").string(), sentences.string()).c_str()) ==
            0);
    const auto sources = parse_catalogue(support::content_of(sentences));
    CHECK(sources.sentences.size() > 300);
    const auto dutch = parse_catalogue(support::content_of(kCatalogues / "nl.po"));
    CHECK(house::faults(sources, dutch) == std::vector<std::string>{});
}

TEST_CASE("msgfmt finds nothing to say about the Dutch catalogue") {
    const auto catalogue = (kCatalogues / "nl.po").string();
    CHECK(std::system(fmt::format("msgfmt --check --output-file=/dev/null '{}'", catalogue).c_str()) == 0);
}

TEST_CASE("a catalogue with a fault is found out") {
    CHECK(faults_of(kGood, "Citaat", "Citaat") == std::vector<std::string>{});
    CHECK(faults_of(kGood, "van {1} codes {0}", "") ==
          std::vector<std::string>{"“{} of {} codes” has no translation"});
    CHECK(faults_of(kGood, "[1] \"{} codes\"", "[1] \"\"") ==
          std::vector<std::string>{"“{} codes” has no translation"});
    CHECK(faults_of(kGood, "{1} codes {0}", "{1} codes") ==
          std::vector<std::string>{"“van {1} codes” shows other values than “{} of {} codes”"});
    CHECK(faults_of(kGood, "{1} codes {0}", "{1} codes {}") ==
          std::vector<std::string>{"“van {1} codes {}” shows other values than “{} of {} codes”"});
    CHECK(faults_of(kGood, "‘{}’", "“{}”") ==
          std::vector<std::string>{"“Citaat “{}”” has other quotation marks than ‘…’"});
    CHECK(faults_of(kGood, "\nmsgid \"{} code\"", "\n#, fuzzy\nmsgid \"{} code\"") ==
          std::vector<std::string>{"“{} code” is fuzzy"});
    CHECK(faults_of(kGood, "{} of {} codes", "{} or {} codes") ==
          std::vector<std::string>{"“{} of {} codes” is not in the catalogue",
                                   "“{} or {} codes” is no longer in the sources"});
    CHECK(faults_of(kGood, "\nmsgid \"{} code\"",
                    "\n#~ msgid \"old\"\n#~ msgstr \"oud\"\n\nmsgid \"{} code\"") ==
          std::vector<std::string>{"there are obsolete sentences"});
}

TEST_CASE("sentences that are passed on before they are translated are few, and marked where they stand") {
    CHECK(calls_without_literal("say(\n  \"{}\", x); tr(\"a\"); msg(\"b\")").empty());
    CHECK(calls_without_literal("say(sentence, x); base::tr(one.name)") ==
          std::vector<std::string>{"say(sentence", "tr(one.name"});
    // Each of these gets its sentences through base::msg("…").
    const std::vector<std::string> known{"sentence.cpp: tr(known->sentence",
                                         "audit.cpp: tr(known->formula",
                                         "coefficient.cpp: tr(info(coefficient",
                                         "completion.cpp: tr(one.what",
                                         "fields.cpp: tr(one.what",
                                         "files.cpp: say(sentence",
                                         "checking.cpp: say(sentence"};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kSources)) {
        const auto ending = entry.path().extension();
        if ((ending != ".cpp" && ending != ".h") || entry.path().stem() == "translate") continue;
        for (const auto& call : calls_without_literal(support::content_of(entry.path()))) {
            const std::string place = entry.path().filename().string() + ": " + call;
            CHECK_THAT(known, Catch::Matchers::VectorContains(place));
        }
    }
}
