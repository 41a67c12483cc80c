// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/figure_text.h"

#include <catch2/catch.hpp>

using report::coefficient_text;
using report::percent_text;

TEST_CASE("a coefficient is printed with two decimals, and 1 only where it is 1") {
    CHECK(coefficient_text(0.764) == "0.76");
    CHECK(coefficient_text(-0.05) == "-0.05");
    CHECK(coefficient_text(-0.001) == "0.00");
    CHECK(coefficient_text(1) == "1.00");
    CHECK(coefficient_text(-1) == "-1.00");
    CHECK(coefficient_text(0.9949) == "0.99");
    CHECK(coefficient_text(0.9971) == "0.997");
    CHECK(coefficient_text(0.99999) == "0.999");
    CHECK(coefficient_text(-0.99999) == "-0.999");
    CHECK(coefficient_text(0.6764, 3) == "0.676");
    CHECK(coefficient_text(0.99963, 3) == "0.9996");
}

TEST_CASE("per cent are 100 only of all") {
    CHECK(percent_text(1) == "100%");
    CHECK(percent_text(0.994) == "99.4%");
    CHECK(percent_text(0.9976) == "99.8%");
    CHECK(percent_text(0.99999) == "99.9%");
    CHECK(percent_text(0) == "0.0%");
}
