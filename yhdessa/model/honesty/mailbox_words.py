"""The words by which an address is known to be a role's or a person's, in Finnish, Swedish and English.

Roles are whole words, and of four letters and more also beginnings of words. First names are common ones that
are no role; there are many more, so an address that passes is not proven to be a role's.
"""

from __future__ import annotations

_ROLES = {
    "fi": """
    info toimisto palaute tuki asiakas lahjoi kumppan yhteisty viestint tiedotus media lehdist vapaaehto jasen
    jäsen laskut talous hallinto hallitus toiminta neuvonta paivyst päivyst kriisi chat tietosuoja saavutettav
    verkko yllapito ylläpito rekry posti kirjaamo puhelin etunimi sukunimi yritys yritykset koulut nuoret
    perheet seniorit palvelu esimerkki ry""",
    "sv": """
    kontor kansli kontakt kund stod stöd hjalp hjälp aterkoppling återkoppling gava gåva gavor gåvor givar
    samarbete press kommunikation volont frivillig medlem faktur ekonomi styrelse verksamhet radgivning
    rådgivning jour dataskydd tillgang tillgäng webb redaktion registrator vaxel växel fornamn förnamn
    efternamn foretag företag skola ungdom familj senior exempel""",
    "en": """
    office contact feedback partner support help service donat giving gifts fundrais volunteer member invoice
    finance billing account board admin privacy accessib webmaster postmaster hostmaster abuse security
    noreply reply no do not news editor event jobs career recruit hello mail post team general enquir inquir
    legal compliance sales marketing communic reception firstname lastname first last name your example
    user""",
}
_FIRST_NAMES = {
    "fi": """
    anna maria johanna helena anneli kaarina marjatta liisa hannele kristiina sofia emilia katariina pirjo
    ritva tuula leena sari päivi paivi minna tiina mari satu heidi hanna jenni laura noora emma aino aada eevi
    juhani olavi antero tapani tapio mikael johannes matti pekka timo jari mika antti juha kari jukka ville
    mikko sami janne petri marko heikki hannu eero eetu oskari onni väinö vaino tuomas teemu tommi jussi""",
    "sv": """
    elisabeth kristina margareta birgitta karin marie ingrid linnea marianne sara lena ulla inger astrid ebba
    lars anders johan per nils erik karl jan sven gunnar hans fredrik magnus bjorn björn mats ulf stefan ake
    åke gustav gustaf axel oskar hugo elsa freja""",
    "en": """
    mary patricia jennifer linda susan jessica sarah karen lisa nancy emily amanda kate jane helen rachel
    james robert john michael david william richard joseph thomas charles daniel matthew mark paul andrew
    peter simon george edward henry oliver jack""",
}
ROLES = frozenset(word for words in _ROLES.values() for word in words.split())
FIRST_NAMES = frozenset(name for names in _FIRST_NAMES.values() for name in names.split())
