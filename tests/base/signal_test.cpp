// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/signal.h"

#include <catch2/catch.hpp>

#include <optional>

using base::Connection;
using base::Signal;

TEST_CASE("a slot is called until its connection ends") {
    Signal<int> signal;
    int sum = 0;
    {
        const Connection connection = signal.connect([&](int n) { sum += n; });
        signal(2);
    }
    signal(5);
    CHECK(sum == 2);
}

TEST_CASE("a slot may end its own connection while it is called") {
    Signal<> signal;
    int calls = 0;
    Connection connection;
    connection = signal.connect([&] {
        ++calls;
        connection.disconnect();
    });
    signal();
    signal();
    CHECK(calls == 1);
}

TEST_CASE("a slot that ends another's connection keeps it from being called") {
    Signal<> signal;
    Connection second;
    int calls = 0;
    const Connection first = signal.connect([&] { second.disconnect(); });
    second = signal.connect([&] { ++calls; });
    signal();
    CHECK(calls == 0);
}

TEST_CASE("a connection outlives its signal") {
    Connection connection;
    {
        Signal<> signal;
        connection = signal.connect([] {});
    }
    connection.disconnect();
    CHECK_NOTHROW(connection = Connection());
}
