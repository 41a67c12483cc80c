// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/lock.h"

#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include "base/error.h"
#include "study/temporary_study.h"

using study::Access;
using study::Study;
using support::TemporaryStudy;

TEST_CASE("one writer at a time, and the second is told who is first") {
    const TemporaryStudy study;
    CHECK_THROWS_WITH(
        Study::open(study.path(), Access::write),
        Catch::Contains("open for changes elsewhere") && Catch::Contains(std::to_string(::getpid())));
    CHECK_NOTHROW(Study::open(study.path(), Access::read));
}

TEST_CASE("the lock goes with its holder, however that ends, and its file with it") {
    TemporaryStudy study;
    study.close();
    CHECK_FALSE(std::filesystem::exists(study::Lock::file_of(study.path())));
    const pid_t child = ::fork();
    if (child == 0) {
        const auto open = Study::open(study.path(), Access::write);
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    CHECK(std::filesystem::exists(study::Lock::file_of(study.path())));
    CHECK_NOTHROW(study.reopen());
    study.close();
    CHECK_FALSE(std::filesystem::exists(study::Lock::file_of(study.path())));
}
