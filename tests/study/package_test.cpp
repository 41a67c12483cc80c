// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <sys/stat.h>

#include "base/error.h"
#include "study/checking.h"
#include "study/codings.h"
#include "study/copies.h"
#include "study/history.h"
#include "study/packages.h"
#include "study/packaging.h"
#include "study/sources.h"
#include "study/temporary_study.h"
#include "study/verbs/codebook.h"
#include "study/verbs/coding.h"
#include "study/verbs/marking.h"
#include "study/verbs/memos.h"
#include "study/verbs/package.h"
#include "study/verbs/people.h"
#include "study/verbs/settings.h"

using study::Access;
using study::Edit;
using study::Study;
using support::TemporaryStudy;

namespace {

std::filesystem::path package(TemporaryStudy& study, const std::vector<model::SourceId>& sources,
                              bool frozen = false) {
    Edit edit(*study, "package");
    auto contents = study::verbs::assign(edit, "Bram", sources);
    edit.commit();
    contents.frozen = frozen;
    auto path = study.folder() / "bram.trialogue";
    study::packages::write(*study, contents, path);
    return path;
}

}  // namespace

TEST_CASE(
    "a package lacks, to the byte, what others coded and wrote, the history, and sources that were not "
    "given") {
    TemporaryStudy study;
    const auto one = study.add_source("T1", "I: Hoe gaat het?\nM: Goed hoor.\n");
    const auto two = study.add_source("T2", "I: Hoe gaat het?\nM: PLANTEDtext.\n");
    const auto code = study.add_code("Steun");
    study.add_coding(one, {3, 6}, code, "PLANTEDcoder");
    study.add_coding(one, {3, 6}, code, "settled");
    study.add_coding(one, {8, 12}, code, "Bram");
    {
        Edit edit(*study, "test");
        for (const auto& about : {model::Memo::About::source, model::Memo::About::code}) {
            model::Memo memo;
            memo.about = about;
            memo.target = about == model::Memo::About::source ? one.value : code.value;
            memo.content = "PLANTEDmemo";
            study::verbs::add_memo(edit, memo);
        }
        study::verbs::ensure_participant(edit, "PLANTEDperson", "ouder", "PLANTEDtriad");
        edit.args()["note"] = "PLANTEDargs";
        edit.commit();
    }
    {
        Edit edit(*study, "test");
        study::verbs::rename_source(edit, two, "PLANTEDname");
        edit.commit();
    }
    const auto path = package(study, {one});
    const auto guid = study->guid();
    study.close();
    CHECK_THAT(support::content_of(study.path()), Catch::Contains("PLANTED"));
    CHECK_THAT(support::content_of(path), !Catch::Contains("PLANTED"));
    const auto copy = Study::open(path, Access::write);
    CHECK(study::check(*copy).empty());
    CHECK(copy->guid() == guid);
    CHECK(copy->revision() == 0);
    CHECK(study::codings::count(*copy) == 1);
    CHECK(study::sources::all(*copy).size() == 1);
    CHECK(copy->database().number("SELECT copy FROM identity") > 0);
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE(
    "what is coded in a package comes back as the package's coder's, and the study keeps what it lacked") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "I: Hoe gaat het?\nM: Goed hoor.\n");
    const auto code = study.add_code("Steun");
    study.add_coding(source, {3, 6}, code, "Anna");
    const auto path = package(study, {source});
    {
        const auto copy = Study::open(path, Access::write);
        Edit edit(*copy, "code");
        study::verbs::code(edit, source, text::Span{8, 12}, code, study::verbs::hand(edit, "Bram"));
        study::verbs::mark(edit, source, study::verbs::hand(edit, "Bram"), model::Mark::coded);
        edit.commit();
    }
    const auto before = support::rows_of(*study);
    support::merge_in(*study, path);
    CHECK(study::codings::count(*study) == 2);
    CHECK(study->database().number("SELECT count(*) FROM coder") == 2);
    const auto revision = study->revision();
    support::merge_in(*study, path);
    CHECK(study->revision() == revision);
    study::History(*study).undo();
    CHECK(support::rows_of(*study) == before);
}

TEST_CASE("a frozen codebook refuses every change of it, and only in the package") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "I: Hoe gaat het?\n");
    const auto code = study.add_code("Steun");
    const auto path = package(study, {source}, true);
    const auto copy = Study::open(path, Access::write);
    Edit edit(*copy, "test");
    model::Code other;
    other.name = "Nieuw";
    CHECK_THROWS_WITH(study::verbs::add_code(edit, other), Catch::Contains("is to stay as it is"));
    CHECK_THROWS_WITH(study::verbs::remove_code(edit, code), Catch::Contains("is to stay as it is"));
    CHECK_THROWS_WITH(study::verbs::import_codebook(edit, {}), Catch::Contains("is to stay as it is"));
    CHECK_NOTHROW(study.add_code("Nieuw"));
}

TEST_CASE("a package's fingerprint tells that texts and codebook are as they were, and that they are not") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "I: Hoe gaat het?\n");
    study.add_code("Steun");
    const auto path = package(study, {source});
    const auto copy = Study::open(path, Access::read);
    const auto info = study::packages::of(*copy);
    REQUIRE(info);
    CHECK_FALSE(study::packages::of(*study));
    CHECK(info->fingerprint == study::packages::fingerprint(*study, *copy));
    study.add_code("Later");
    CHECK(info->fingerprint != study::packages::fingerprint(*study, *copy));
}

TEST_CASE("a package is not written over a file that is there") {
    TemporaryStudy study;
    const auto source = study.add_source("T1", "I: Hoe gaat het?\n");
    package(study, {source});
    CHECK_THROWS_WITH(package(study, {source}), Catch::Contains("exists already"));
}

TEST_CASE("a sample has of each role its part, takes triads in turn, and is the same for the same seed") {
    TemporaryStudy study;
    for (int triad = 0; triad < 4; ++triad) {
        for (const std::string role : {"JIM", "jongere", "ouder"}) {
            const auto name = "T" + std::to_string(triad) + "_" + role;
            const auto source = study.add_source(name, "I: " + name + "\nM: ja.\n");
            Edit edit(*study, "test");
            const auto one = study::verbs::ensure_participant(edit, name, role, "T" + std::to_string(triad));
            study::verbs::add_participant(edit, source, one);
            edit.commit();
        }
    }
    const auto drawn = study::packages::draw(*study, 6, 7);
    CHECK(drawn.size() == 6);
    CHECK(drawn == study::packages::draw(*study, 6, 7));
    std::map<std::string, int> roles, triads;
    for (const auto id : drawn) {
        const auto name = study::sources::get(*study, id).name;
        ++roles[name.substr(3)];
        ++triads[name.substr(0, 2)];
    }
    CHECK(roles == std::map<std::string, int>{{"JIM", 2}, {"jongere", 2}, {"ouder", 2}});
    CHECK(triads.size() == 4);
    bool differs = false;
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        differs = differs || study::packages::draw(*study, 6, seed) != drawn;
    }
    CHECK(differs);
    CHECK(study::packages::draw(*study, 99, 1).size() == 12);
}
