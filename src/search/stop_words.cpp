// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/word_list.h"
#include "search/words.h"

namespace search {

namespace {

/// Pronouns, articles, prepositions, conjunctions, auxiliaries and the small words of spoken Dutch.
constexpr const char* kDutch =
    "de het een en of maar want dus dan dat die dit deze daar hier er waar wat wie hoe wanneer waarom als "
    "toen nu "
    "nog al ook wel niet geen niets niks iets iemand niemand alles alle elk elke ieder iedere andere ander "
    "ik jij je jou jouw u uw hij zij ze het wij we jullie hen hun haar hem mij me mijn m'n z'n zijn d'r ons "
    "onze "
    "zich zichzelf zelf elkaar men "
    "in op aan van voor met door bij uit over om te tot naar naast onder tegen tijdens tussen na sinds "
    "zonder "
    "binnen buiten achter langs per af toe mee heen terug weg "
    "ben bent is was waren geweest zijn wordt worden werd werden geworden heb hebt heeft hebben had hadden "
    "gehad "
    "kan kun kunt kunnen kon konden zal zul zult zullen zou zouden wil wilt willen wilde wou mag mogen mocht "
    "moet "
    "moeten moest hoef hoeft hoeven ga gaat gaan ging doe doet doen deed gedaan laat laten "
    "zo heel erg best gewoon eigenlijk misschien ongeveer echt even eens weer altijd nooit soms vaak veel "
    "weinig "
    "meer meest minder beetje toch juist zeker natuurlijk precies inderdaad verder alleen samen bijna net "
    "pas "
    "ja nee nou ach oh o eh ehm uh uhm hm mm hmm he hè hoor joh oke oké goed zeg zegt zei dacht denk vind "
    "weet "
    "zo'n daarom daardoor daarvan daarmee daarbij daarop daarna ervan ermee erbij erop erin waarvan waarmee "
    "waarbij "
    "omdat doordat zodat terwijl hoewel indien tenzij voordat nadat totdat";

constexpr const char* kEnglish =
    "the a an and or but if then so because as of at by for with about against between into through during "
    "before "
    "after above below to from up down in out on off over under again further once here there when where why "
    "how "
    "all any both each few more most other some such no nor not only own same than too very can will just "
    "should "
    "now i me my myself we our ours ourselves you your yours yourself he him his himself she her hers "
    "herself it "
    "its itself they them their theirs themselves what which who whom this that these those am is are was "
    "were be "
    "been being have has had having do does did doing would could might must shall may i'm you're he's she's "
    "it's "
    "we're they're i've you've we've they've don't doesn't didn't isn't aren't wasn't weren't can't couldn't "
    "won't "
    "wouldn't yes yeah oh uh um er erm hm mm well okay ok like really actually";

}  // namespace

std::vector<std::string> stop_words(std::string_view language) {
    if (language == "nl") return terms_of(kDutch);
    if (language == "en") return terms_of(kEnglish);
    return {};
}

}  // namespace search
