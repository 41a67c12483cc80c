// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "search/people_study.h"
#include "search/search.h"
#include "study/history.h"
#include "study/verbs/people.h"

namespace fs = std::filesystem;
using search::KeepIndex;
using search::Search;

namespace {

const std::vector<std::string> kQueries{"school", "vertrouwen NEAR/4 school", "\"de school\"",
                                        "s*l",    "role:ouder helpen",        "huis OR /hel\\w+/"};

std::string some_text(int turns, unsigned seed) {
    static const std::vector<std::string> kWords{"de",     "school", "helpt", "mij", "vertrouwen",
                                                 "huizen", "ik",     "niet",  "é😀n"};
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < turns; ++i) {
        text += i % 2 == 0 ? "I: " : "M: ";
        for (int word = 0; word < 12; ++word) text += kWords[random() % kWords.size()] + " ";
        text += "\n";
    }
    return text;
}

/// A study with an index folder that things happen to.
class AtRisk {
  public:
    explicit AtRisk(int turns = 40) {
        study.add_interview("T1", "ouder", some_text(turns, 1));
        study.add_interview("T1", "jongere", some_text(turns, 2));
        study.add_interview("T2", "ouder", some_text(turns, 3));
        expected = answers(KeepIndex::in_memory);
    }
    [[nodiscard]] fs::path cache() const { return study.folder() / "cache"; }
    [[nodiscard]] fs::path index() const { return cache() / (*study).guid().to_string(); }

    std::vector<std::string> answers(Search& search) {
        std::vector<std::string> lines;
        for (const auto& query : kQueries) {
            for (const auto& line : search.lines(search.prepare(query), search::Order::place, 0, 10'000, 5))
                lines.push_back(
                    fmt::format("{} {} {} {}", query, line.hit.title, line.hit.span.begin, line.match));
            lines.push_back(std::to_string(search.totals(search.prepare(query)).hits));
        }
        return lines;
    }
    std::vector<std::string> answers(KeepIndex keep) {
        Search search(*study, keep, cache());
        search.update_index();
        return answers(search);
    }
    /// The answers are right at once, and right from the index that was built anew.
    void check() {
        {
            Search search(*study, KeepIndex::on_disk, cache());
            CHECK(answers(search) == expected);
            CHECK(search.update_index());
            CHECK(search.scanned_sources() == 0);
            CHECK(answers(search) == expected);
        }
        CHECK(answers(KeepIndex::on_disk) == expected);
    }

    support::PeopleStudy study;
    std::vector<std::string> expected;
};

std::vector<fs::path> files_of(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".glass" || entry.path().filename() == "iamglass")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// What a child that runs `work` ended with.
template <class Work>
int in_child(const Work& work) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(work() ? 0 : 1);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

TEST_CASE("an index that is cut short is built anew without a word") {
    AtRisk it;
    it.check();
    for (const auto& file : files_of(it.index())) {
        for (const double part : {0.0, 0.5, 0.9}) {
            INFO(file.filename().string() << " " << part);
            fs::resize_file(file,
                            static_cast<std::uintmax_t>(static_cast<double>(fs::file_size(file)) * part));
            it.check();
        }
    }
}

TEST_CASE("flipped bytes never change an answer") {
    AtRisk it;
    it.check();
    std::mt19937 random(7);
    for (int round = 0; round < 24; ++round) {
        const auto files = files_of(it.index());
        const auto& file = files[random() % files.size()];
        const auto size = fs::file_size(file);
        if (size == 0) continue;
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        for (int flips = 0; flips < 8; ++flips) {
            stream.seekp(static_cast<std::streamoff>(random() % size));
            stream.put(static_cast<char>(random()));
        }
        stream.close();
        INFO(round << " " << file.filename().string());
        it.check();
    }
}

TEST_CASE("a file that lies in the way, or an index of something else, does no harm") {
    AtRisk it;
    fs::create_directories(it.cache());
    std::ofstream(it.index()) << "not a folder";
    CHECK(it.answers(KeepIndex::on_disk) == it.expected);
    fs::remove(it.index());
    fs::create_directories(it.index());
    std::ofstream(it.index() / "iamglass") << "not an index";
    it.check();
    // The whole folder cannot be there.
    fs::remove_all(it.cache());
    std::ofstream(it.cache()) << "x";
    CHECK(it.answers(KeepIndex::on_disk) == it.expected);
}

TEST_CASE("the folder may vanish while it is searched") {
    AtRisk it;
    Search search(*it.study, KeepIndex::on_disk, it.cache());
    REQUIRE(search.update_index());
    fs::remove_all(it.cache());
    CHECK(it.answers(search) == it.expected);
    it.study.add_interview("T3", "ouder", "M: school\n");
    search.update_index();
    CHECK(search.totals(search.prepare("triad:T3 school")).hits == 1);
}

TEST_CASE("a full disk leaves the study whole and the answers right") {
    AtRisk it;
    const auto study = support::content_of(it.study.path());
    CHECK(in_child([&] {
              std::signal(SIGXFSZ, SIG_IGN);
              const rlimit limit{20'000, 20'000};
              ::setrlimit(RLIMIT_FSIZE, &limit);
              return it.answers(KeepIndex::on_disk) == it.expected;
          }) == 0);
    CHECK(support::content_of(it.study.path()) == study);
    it.check();
}

TEST_CASE("a program that is killed while it indexes leaves nothing behind that matters") {
    AtRisk it(3000);
    for (int round = 0; round < 6; ++round) {
        fs::remove_all(it.cache());
        const pid_t child = ::fork();
        if (child == 0) {
            Search search(*it.study, KeepIndex::on_disk, it.cache());
            for (;;) search.update_index(std::chrono::milliseconds(1));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5 + 25 * round));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        INFO(round);
        CHECK(it.answers(KeepIndex::on_disk) == it.expected);
    }
}

TEST_CASE("two programs search one study, and what one has not indexed it scans") {
    AtRisk it;
    Search first(*it.study, KeepIndex::on_disk, it.cache());
    REQUIRE(first.update_index());
    const auto other = study::Study::open(it.study.path(), study::Access::read);
    Search second(*other, KeepIndex::on_disk, it.cache());
    CHECK(second.scanned_sources() == 0);
    CHECK(it.answers(second) == it.expected);
    for (int i = 0; i < 4; ++i) {
        it.study.add_interview("T" + std::to_string(5 + i), "ouder",
                               some_text(30, static_cast<unsigned>(i) + 10));
        REQUIRE(first.update_index());
        other->catch_up();
        CHECK(second.scanned_sources() == i + 1);
        CHECK(it.answers(second) == it.answers(first));
    }
}

TEST_CASE("a search beside the one that keeps the index misses nothing that is written anew meanwhile") {
    AtRisk it;
    Search keeper(*it.study, KeepIndex::on_disk, it.cache());
    REQUIRE(keeper.update_index());
    const auto other = study::Study::open(it.study.path(), study::Access::read);
    Search beside(*other, KeepIndex::as_it_is, it.cache());
    CHECK(beside.scanned_sources() == 0);
    CHECK(it.answers(beside) == it.expected);
    std::string text = some_text(40, 1);
    for (int i = 0; i < 6; ++i) {
        text.insert(text.find("M: ") + 3, "school ");
        study::Edit edit(*it.study, "import");
        study::verbs::import_source(edit, support::draft_of("T1_ouder", text), true);
        edit.commit();
        REQUIRE(keeper.update_index());
        // It has not heard of the change: the texts of before are its truth.
        CHECK(it.answers(beside) == it.expected);
    }
    other->catch_up();
    CHECK(it.answers(beside) == it.answers(keeper));
    CHECK(it.answers(beside) != it.expected);
    // It writes nothing, also where there is nothing.
    fs::remove_all(it.cache());
    Search alone(*other, KeepIndex::as_it_is, it.cache());
    CHECK(alone.update_index());
    CHECK(it.answers(alone) == it.answers(keeper));
    CHECK_FALSE(fs::exists(it.cache()));
}

TEST_CASE("only its owner may read the index") {
    AtRisk it;
    it.check();
    CHECK((fs::status(it.index()).permissions() & fs::perms::all) == fs::perms::owner_all);
    for (const auto& file : files_of(it.index())) {
        INFO(file.string());
        CHECK((fs::status(file).permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
              fs::perms::none);
    }
}

TEST_CASE("after each change, undo and redo the index gives what a scan gives") {
    AtRisk it;
    Search index(*it.study, KeepIndex::on_disk, it.cache());
    Search scan(*it.study, KeepIndex::in_memory);
    const auto agree = [&] {
        index.update_index();
        CHECK(index.scanned_sources() == 0);
        CHECK(it.answers(index) == it.answers(scan));
    };
    agree();
    const auto replace = [&](const std::string& text) {
        study::Edit edit(*it.study, "import");
        study::verbs::import_source(edit, support::draft_of("T1_ouder", text), true);
        edit.commit();
    };
    std::string text = some_text(40, 1);
    text.insert(text.find("M: ") + 3, "school school ");
    replace(text);
    agree();
    replace(text + "M: vertrouwen school\n");
    agree();
    study::History(*it.study).undo();
    agree();
    study::History(*it.study).undo();
    agree();
    study::History(*it.study).redo();
    agree();
    {
        study::Edit edit(*it.study, "remove_source");
        study::verbs::remove_source(edit, index.contents().sources.front().id);
        edit.commit();
    }
    agree();
}

TEST_CASE("hostile queries end in time") {
    AtRisk it(400);
    Search search(*it.study, KeepIndex::in_memory);
    const auto begin = std::chrono::steady_clock::now();
    it.study.add_interview("T9", "ouder", "M: " + std::string(5000, 'a') + "\n");
    CHECK_THROWS_AS(search.totals(search.prepare("/(a*)*b/")), base::Error);
    CHECK_THROWS_AS(search.prepare("/(a*/"), base::Error);
    std::string near = "*e*";
    for (int i = 0; i < 5; ++i) near += " NEAR/1000 *e*";
    CHECK(search.totals(search.prepare(near)).hits > 0);
    std::string stars = "*";
    for (int i = 0; i < 100; ++i) stars += "e*";
    CHECK(search.totals(search.prepare(stars)).hits == 0);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}
