// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/attribute_value.h"

#include <catch2/catch.hpp>

using model::AttributeType;
using model::canonical_value;

TEST_CASE("Values are kept in one form") {
    CHECK(canonical_value("2,50", AttributeType::number) == "2.50");
    CHECK(canonical_value("+3", AttributeType::number) == "3");
    CHECK(canonical_value("-3", AttributeType::number) == "-3");
    CHECK_FALSE(canonical_value("3,", AttributeType::number));
    CHECK_FALSE(canonical_value("nan", AttributeType::number));
    CHECK(canonical_value("WAAR", AttributeType::boolean) == "true");
    CHECK(canonical_value("Nee", AttributeType::boolean) == "false");
    CHECK(canonical_value("1-3-2011", AttributeType::date) == "2011-03-01");
    CHECK(canonical_value("29-02-2012", AttributeType::date) == "2012-02-29");
    CHECK_FALSE(canonical_value("29-02-2011", AttributeType::date));
    CHECK_FALSE(canonical_value("11-3-01", AttributeType::date));
    CHECK(canonical_value(" x", AttributeType::text) == " x");
}
