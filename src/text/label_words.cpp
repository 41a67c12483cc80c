// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/label_words.h"

#include <unordered_set>
#include <vector>

#include "base/strings.h"

namespace text {

namespace {

using Words = std::unordered_set<std::string_view>;

Words words_of(std::string_view list) {
    const std::vector<std::string_view> words = base::split(list, ' ');
    return {words.begin(), words.end()};
}

// Grouped by language: Dutch, English, Danish, German, French, Spanish.
constexpr std::string_view kInterviewers =
    "interviewer interviewster interviewers onderzoeker onderzoekster gespreksleider vragensteller "
    "gespreksvoerder int ondz researcher moderator facilitator host interviewing inter "
    "interviewere forsker interviewerin forscher forscherin moderatorin intervieweur intervieweuse "
    "enqueteur enquetrice chercheur chercheuse animateur entrevistador entrevistadora investigador "
    "investigadora moderador moderadora";

constexpr std::string_view kParticipants =
    "respondent respondente respondenten participant participante participanten deelnemer deelneemster "
    "geinterviewde jongere jongeren jeugdige ouder ouders moeder vader stiefmoeder stiefvader pleegmoeder "
    "pleegvader pleegouder mama papa zoon dochter kind broer zus oom tante oma opa grootmoeder grootvader "
    "jim yim mentor buurman buurvrouw hulpverlener hulpverleenster begeleider begeleidster professional "
    "leerkracht docent leraar client clienten partner gezinslid voogd coach informant participants "
    "interviewee respondents youth parent parents mother father mum mom dad son daughter child brother "
    "sister uncle aunt grandmother grandfather doctor patient nurse clinician guest teacher student "
    "students speaker therapist caregiver counselor counsellor informanten informanter deltager deltagere "
    "mor far datter kvinde mand barn teilnehmer teilnehmerin befragte befragter mutter vater sohn tochter "
    "jugendlicher repondant repondante enquete enquetee mere pere fils fille informatrice entrevistado "
    "entrevistada participantes madre padre hijo hija informante spreker";

constexpr std::string_view kAsking = "i v q vraag question frage spørgsmal pregunta vragen iv iw";

constexpr std::string_view kAnswering = "r a p pp antwoord answer antwort reponse respuesta svar res resp";

constexpr std::string_view kFields =
    "datum date dato fecha data plaats place locatie location lieu ort sted lugar duur duration dauer "
    "duree duracion varighed bandlængde lengte length tijd time tijdstip zeit heure hora titel title "
    "titre titulo naam name nom nombre navn geslacht gender sex geschlecht sexe sexo køn leeftijd age "
    "alter alder edad bestand file filename bestandsnaam project onderwerp topic tema thema subject "
    "transcript transcriptie transcribent transcriber transcription interview interviewnummer nummer "
    "number nr no id code versie version opname recording audio video slides website url link agenda bron "
    "source auteur author aanwezig aanwezigen present afwezig persons taal language adres address "
    "telefoon phone email e-mail beroep occupation opleiding education geboortedatum dob marital "
    "geographic woonplaats nationaliteit nationality status ubicacion localisacion diapositivas pagina "
    "media keywords trefwoorden summary samenvatting description beschrijving tags setting context "
    "legenda legend betrokkenen vorm type tid persoon person uitspraak udtalelse";

constexpr std::string_view kOpeners =
    "kijk nou ja nee dus maar want oke ok okay goed let nb n.b ps p.s opmerking noot voetnoot toelichting "
    "bijvoorbeeld bv bijv kortom conclusie voorbeeld zo toen hoor wacht sorry stel namelijk trouwens "
    "eerst eerste tweede derde tweedens ten punt stap vervolgens daarna tot dan en of ook hij zij ze ik "
    "je jij we wij u jullie er het dat dit die wat wie waarom hoe waar wanneer motie rappel aan afspraak "
    "afspraken inzicht vraagstelling hoofdstuk tip voordeel nadeel feit resultaat resultaten doel taak "
    "knop pauze hm uh eh uhm mm hmm nounou joh goh precies inderdaad klopt natuurlijk dankjewel bedankt "
    "eigenlijk gewoon echt weet zie snap niet wel nooit altijd misschien eerlijk denk dacht zei zegt zeg "
    "vroeg riep antwoordde iedereen niemand note notes look well yes no yeah so but and or example "
    "warning see step part rule update edit disclaimer he she they it you that this there what why how "
    "who then first second third finally also because like right sure thanks hi hello oh ah um break http "
    "https mailto section chapter figure table tabel figuur bijlage appendix option optie se nej og men "
    "altsa jo han hun jeg du det den der sa nein aber und hinweis beispiel sie ich wir es das oui non "
    "donc mais et il elle nous vous exemple remarque voila si pero y entonces ejemplo nota el ella yo "
    "bueno mira";

constexpr std::string_view kAddresses[] = {"de voorzitter",
                                           "de heer",
                                           "de griffier",
                                           "de wethouder",
                                           "de burgemeester",
                                           "de minister",
                                           "de staatssecretaris",
                                           "de rechter",
                                           "de officier",
                                           "mevrouw",
                                           "meneer",
                                           "mijnheer",
                                           "dhr",
                                           "mw",
                                           "mevr",
                                           "mr",
                                           "mrs",
                                           "ms",
                                           "miss",
                                           "dr",
                                           "drs",
                                           "prof",
                                           "professor",
                                           "minister",
                                           "staatssecretaris",
                                           "wethouder",
                                           "burgemeester",
                                           "herr",
                                           "frau",
                                           "fru",
                                           "madame",
                                           "monsieur",
                                           "senor",
                                           "senora",
                                           "sir",
                                           "lord",
                                           "lady",
                                           "the chair",
                                           "the chairman",
                                           "the president",
                                           "the speaker",
                                           "el president",
                                           "la presidenta",
                                           "el secretari",
                                           "le president",
                                           "la presidente"};

}  // namespace

LabelWord label_word(std::string_view folded) {
    static const Words interviewers = words_of(kInterviewers);
    static const Words participants = words_of(kParticipants);
    static const Words asking = words_of(kAsking);
    static const Words answering = words_of(kAnswering);
    if (interviewers.contains(folded)) return {SpeakerKind::interviewer, true};
    if (participants.contains(folded)) return {SpeakerKind::participant, true};
    if (asking.contains(folded)) return {SpeakerKind::interviewer, false};
    if (answering.contains(folded)) return {SpeakerKind::participant, false};
    return {};
}

bool is_field(std::string_view folded) {
    static const Words fields = words_of(kFields);
    return fields.contains(folded);
}

bool is_opener(std::string_view folded) {
    static const Words openers = words_of(kOpeners);
    return openers.contains(folded);
}

bool opens_with_address(std::string_view folded) {
    for (const std::string_view address : kAddresses) {
        if (!folded.starts_with(address)) continue;
        if (folded.size() == address.size()) return address.find(' ') != std::string_view::npos;
        const char next = folded[address.size()];
        if (next == ' ' || next == '.') return true;
    }
    return false;
}

bool is_joint(std::string_view folded) {
    static const Words words = words_of("en and og und et y & + /");
    return words.contains(folded);
}

bool is_particle(std::string_view folded) {
    static const Words words = words_of(
        "van de den der het 't ’t ten ter te in op la le du von zu af bin al el di da dos del do of the");
    return words.contains(folded) || is_joint(folded);
}

}  // namespace text
