// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/figure.h"

#include "base/translate.h"

namespace analysis {

std::string id_of(Lack lack) {
    switch (lack) {
        case Lack::none:
            return {};
        case Lack::no_overlap:
        case Lack::no_common_unit:
            return "no_overlap";
        case Lack::unused:
            return "unused";
        case Lack::nowhere:
            return "nowhere";
        case Lack::everywhere:
        case Lack::no_variation:
            return "no_variation";
        case Lack::one_category:
            return "one_category";
        case Lack::two_coders:
            return "two_coders";
        case Lack::two_values:
            return "two_values";
        case Lack::no_positive:
            return "no_positive";
        case Lack::of_text:
            return "of_text";
        case Lack::by_dimension:
            return "by_dimension";
        case Lack::by_code:
            return "by_code";
        case Lack::no_numbers:
            return "no_numbers";
        case Lack::overlapping:
            return "overlapping";
        case Lack::no_formula:
            return "no_formula";
        case Lack::too_few:
            return "too_few";
        case Lack::no_difference:
            return "no_difference";
        case Lack::no_interval:
            return "no_interval";
    }
    return {};
}

std::string sentence_of(Lack lack) {
    using base::tr;
    switch (lack) {
        case Lack::none:
            return {};
        case Lack::no_overlap:
            return tr("no text was coded by two or more coders");
        case Lack::no_common_unit:
            return tr("no unit was rated by two or more coders");
        case Lack::unused:
            return tr("nobody used this code: agreement cannot be assessed");
        case Lack::nowhere:
            return tr("no unit has this code by this rule: agreement cannot be assessed");
        case Lack::everywhere:
            return tr("all text carries the code: chance-corrected agreement is undefined");
        case Lack::no_variation:
            return tr("everything has the same value: chance-corrected agreement is undefined");
        case Lack::one_category:
            return tr("only one category is declared: there is no chance to correct for");
        case Lack::two_coders:
            return tr("defined for two coders only");
        case Lack::two_values:
            return tr("defined for two categories only");
        case Lack::no_positive:
            return tr("nothing was marked that it could be a share of");
        case Lack::of_text:
            return tr("it is of coded texts, not of tables");
        case Lack::by_dimension:
            return tr("it compares the codes of a dimension: choose it by dimension");
        case Lack::by_code:
            return tr("it is about one code: choose it by code");
        case Lack::no_numbers:
            return tr("it needs categories that are numbers");
        case Lack::overlapping:
            return tr("a coder put two codes of this dimension on the same place");
        case Lack::no_formula:
            return tr("there is no formula for its standard error");
        case Lack::too_few:
            return tr("too few units or clusters for an interval");
        case Lack::no_difference:
            return tr("no disagreement was seen: these data cannot say how much there may be");
        case Lack::no_interval:
            return tr("too many samples had no value for an interval");
    }
    return {};
}

}  // namespace analysis
