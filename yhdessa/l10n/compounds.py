"""Compounds: beginnings of words that show where a compound is joined, in the languages that write it as one.

Syllables alone misread a join: `vuodenaika` (vuoden + aika) would be broken before its n, `arbetscoach`
(arbets + coach) before its s. Listed is what is read wrongly without a list: in Finnish what begins with a
vowel or with two consonants, in Swedish also what takes a letter of the part before for its own. They are
beginnings, so that every inflected form is meant. The lists are short on purpose and grow by tests:
tests/l10n/hyphens.yml.
"""

from __future__ import annotations

import re
from functools import cache

#: Too long to be there by accident: the word may be broken right before them.
CERTAIN = {
    "fi": """
        (?<=lu)a[pv]u aamupäiv (?<=[ns])aika aineisto ajattel ajatuks ajatus ajoneuv aktiivi alkuperä aloite
        aluee aluei ammatti antaj apteek apuväli arkisto arvio arvoi arvost asema asemi asenne asetuks
        asetus asiaka asiakka asiantunt asuka asukka asumi asunno asunto avustaj avustu edellyty edustaj
        edustu ehdokka ehtoi elintarv eläke elämy elämä emäntä enemmistö ennuste ensiap epäily erikois
        erilais erityis esikunt esimerk esimies esittely esitykse esitys etelä fraas frans grafiik gramma
        ihmin ihmis ikäihm ikäis ilmaisu ilmasto ilmoitu innovaatio insinöör integraatio istunno istunto
        itsemurh itsenäi klassik klinik klubi kriisi kriteer kritiik ohjaaj ohjauks ohjaus ohjee ohjei
        ohjelm oikeud oikeuks oikeus oikeut oivallu olohuone olosuht omain omais omistaj omistuk ongelm
        onnettomuu opettaj opiskel opisto oppila oppimis organisaatio orkester osaamis osakkee osallist
        osallisuu osass osast osoite osoittees osoittei osoitu osuude osuuks osuus planee platfor presid
        priorit profiil prognoos projekt prosent prosess protest psyk skandin spesial sponso sport stadion
        standard statist stipend strateg stress strukt traged transp traum trendi uhkauks uhkaus ulkoilu
        ulkomai ulkopuol urheilu uudist uutis yhdist yhteis yhtey yhtiö yksikkö yksikö yksinäis ylijäämä
        ylläpi yllät ymmärr ympäri yritty yrittäj yrityk yritys ystäv äitiy äänest äänitt
    """,
    "sv": """
        adress anstalt anställ ansvar ansök arbet avdrag avgift avtal bibliotek bidrag biljett coach
        (?<=för)ening enkät erbjud expert frivillig förening företag förmed grupp handled inkomst insaml
        insats intervju kampanj kväll ledare ledning lösning medlem mentor mottagning nummer område omsorg
        ordning organis partner person plats projekt rapport redovis samtal skydd station stiftelse strategi
        telefon tjänst träff underlag undersök uppdrag uppfölj uppgift upplev uppsök utbild utlåt utställ
        utveck utvärd vandra vandri verksam volontär vänner ålder åldern örat överför översätt
    """,
}
#: Short enough to be an accident: the word is then not broken before the letter in front of them, which may
#: be the last of the part before.
POSSIBLE = {
    "fi": """
        aamu aarte aate aatto aihe aika aikoj aine(?!n) aino aisti ajan ajo akti ala alennu alihan alkoh
        alku alue anno ansio anto apu arki arkis arpa arvo asia asio astee asteik asu asuin ateri auke auki
        aukio aurin autis auto autta avai avaru avau avio avoi avu edist edun ehdok ehdot ehkäi ehto elin
        elvy eläi energ ennak ensi enti epä ero erot esiin esite este etsij etsin etu etäi etäy evä idea
        ihme ikkun ikä illan illas illat ilma ilmi ilta iltoj imago isku istut isän itsear itseh iän odot
        ohi ohitu ohje ohjeis oire olento olo olut oma onne onni opas opast opetu oppi osa osien osto ote
        otte otto ovell uhka uhri uint ulott uran usea usko uupu ykkö yksik yksil yksin yleis yli ylpe ylä
        äidi äiti äly ääne ääni äänt ääri öljy
    """,
}
#: Where a part may end: a Finnish word ends in a vowel, or in n, s, t, l or r after one.
ENDINGS = {"fi": re.compile(r".*[aeiouyäöå][nstlr]?"), "sv": re.compile(r".*[aeiouyäöå].*")}


def joins(word: str, language: str) -> tuple[set[int], set[int]]:
    """Where `word` (lower case) is joined for certain, and where it may be: the places of the later parts.

    At least three letters stand before a join. A language without a list has none.
    """
    if language not in ENDINGS:
        return set(), set()
    certain = _places(CERTAIN.get(language, ""), word, ENDINGS[language])
    return certain, _places(POSSIBLE.get(language, ""), word, ENDINGS[language]) - certain


def _places(stems: str, word: str, ending: re.Pattern[str]) -> set[int]:
    if not stems:
        return set()
    found = (match.start() for match in _pattern(stems).finditer(word, 3))
    return {place for place in found if ending.fullmatch(word, 0, place)}


@cache
def _pattern(stems: str) -> re.Pattern[str]:
    """Looks ahead, so that parts may lie over one another."""
    return re.compile(f"(?={'|'.join(stems.split())})")
