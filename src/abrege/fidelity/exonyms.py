"""A French word in, what English may call the same out: Londres, London; français, French; ONU, UN."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from pathlib import Path

from abrege.fidelity.coverage import english_words, lexicon
from abrege.fidelity.words import folded
from abrege.text.patterns import lazy

_PREFIX = lazy(r"^(?:anti|n[ée]o)(?=.{5})")  # French joins these to a name: antisoviétique
_SHORT = 4  # letters of a word whose ending may be part of it
# Words that stand for one another in translations though neither their letters nor the lexicon show it: countries with
# their people and capitals, cities with a name in each language, first names of kings and saints.
_FAMILIES_LISTED = """
    america american americans us usa united states washington amerique etats-unis | britain british briton britons uk
    united kingdom england english great angleterre anglais anglophone anglophones anglo | wales welsh | scotland
    scottish scots scot | ireland irish | france french frenchman frenchmen frenchwoman gaulois hexagone elysee matignon
    bercy orsay beauvau francophone francophones franco | spain spanish spaniard spaniards | germany german germans
    allemagne rfa rda gdr | netherlands dutch holland hollande neerlandais | switzerland swiss | denmark danish dane
    danes | sweden swedish swede swedes | norway norwegian norwegians | finland finnish finn finns | poland polish pole
    poles | czech czechs czechia tcheque tchequie | greece greek greeks | turkey turkish turk turks | hungary hungarian
    hungarians magyar | cyprus cypriot cypriots | croatia croat croats croatian | china chinese | thailand thai thais |
    philippines filipino filipinos philippine | burma burmese myanmar | iran iranian persian persia perse | israel
    israeli | europe european europeans eu union eurodepute eurodeputes | inde indian india hindu | kirghizie kyrgyzstan
    kirghizistan | latin latino latina | quebec quebecer quebecers quebecker quebeckers quebecois | soviet ussr urss |
    rico rican ricans puerto portoricain porto | andes andean andin andine | flanders flemish flamand | romain roman
    rome | ligure liguria ligurian | vienna viennese | venice venetian venetians | naples neapolitan | milan milanese |
    moscow muscovite muscovites | kiev kyiv | beijing peking | bombay mumbai | calcutta kolkata | ratisbonne regensburg
    | treves trier | livourne leghorn livorno | soleure solothurn | grisons graubunden | tessin ticino | valais wallis |
    cisjordanie west bank | un united nations onu | nato atlantic alliance otan | daech daesh isis isil ei is | oms who
    | cpi icc | cij icj | giec ipcc | aiea iaea | rdc drc congo | ru uk | ue eu | bce ecb | pdg ceo | hiv vih
    seropositif seropositive seropositifs | islam muslim muslims islamic islamist islamists musulman | catholic
    catholics roman | christ christian christians christianity christmas jesus | west western westerner westerners ouest
    | east eastern est | orient middle mideast moyen-orient proche-orient near | north northern | south southern | jean
    john johannes ivan giovanni juan | pierre peter pedro pietro | guillaume william wilhelm | etienne stephen stephan
    stefan | noe noah | esaie isaiah | sercq sark | saint-marin san | laayoune aaiun | saint-christophe kitts | joseph
    jose | mahomet mohammed mohamed muhammad | great greater grand | afro african | greco greek | tcheco czech | sino
    chinese | germano german | hispano hispanophone spanish | onusida unaids | manche english | roland-garros french |
    ben bin ibn | cedh echr european | can afcon"""


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for family in _FAMILIES_LISTED.split("|"):
        words = frozenset(family.split())
        for word in words:
            found[word] = found.get(word, frozenset()) | words
    return found


@cache
def _without_first_accent() -> dict[str, str]:
    """Words that begin with an accent, as they are written where capitals have none: etats-unis for états-unis."""
    return {folded(word[0]) + word[1:]: word for word in lexicon() if not word[0].isascii()}


@lru_cache(maxsize=16384)
def _translations(word: str) -> list[str]:
    """What the lexicon has for a word in small letters, or else for its masculine or its singular."""
    table = lexicon()
    word = word if word in table else _without_first_accent().get(word, word)
    endings = ("", "s", "e", "es", "ne", "nes") if len(word) > _SHORT else ("",)
    forms = (word.removesuffix(ending) for ending in endings)
    return next((table[form].split() for form in forms if form in table), [])


@lru_cache(maxsize=16384)
def counterparts(word: str) -> frozenset[str]:
    """The English words, folded, that a word and its parts may be translated by; those of its family included."""
    families, small = _families(), word.lower()
    found: set[str] = set()
    for part in (small, *small.split("-"), _PREFIX.sub("", small, count=1)):
        found.update(folded(p) for t in _translations(part) for p in (t, *t.split("-")))
    for known in [folded(small), *found]:
        if word[0].isupper() or len(known) > _SHORT:  # « nous » is no US, « un » no UN
            found |= families.get(known, frozenset())
    return frozenset(found)


@cache
def _capitals() -> frozenset[str]:
    """English words of the lexicon that have a capital inside a sentence (training/capitals.py), in small letters."""
    data = gzip.decompress(Path(__file__).with_name("capitals.txt.gz").read_bytes())
    return frozenset(data.decode().split())


@lru_cache(maxsize=16384)
def is_plain_english(word: str) -> bool:
    """Whether English writes a word small, so that a capital makes no name of it: Minister, Crossings."""
    word = word.lower()
    forms = [word, word.removesuffix("s")]
    if not is_english_name(word):  # James is no form of jam
        forms.append(word.removesuffix("es"))
    return any(form in english_words() and form not in _capitals() for form in forms)


def is_english_name(word: str) -> bool:
    """Whether English surely writes a word with a capital, wherever it stands: London, French."""
    return word.lower() in _capitals()


def _likeliest(word: str) -> str:
    """The first translation of a French word, in small letters; nothing if the lexicon lacks it."""
    return next(iter(_translations(word.lower())), "")


@lru_cache(maxsize=16384)
def is_exonym(word: str) -> bool:
    """Whether the likeliest translation of a French word is one that English surely writes with a capital: Londres."""
    return is_english_name(_likeliest(word)) and not is_plain_english(_likeliest(word))


def in_english(word: str) -> str:
    """A French name as English likely writes it: London, NATO; as it is if its translation is not known."""
    if not is_exonym(word) or _likeliest(word) in word.lower():  # Aviv is half of Tel-Aviv
        return word
    return _likeliest(word).upper() if word.isupper() else _likeliest(word).capitalize()


@lru_cache(maxsize=16384)
def is_plain_french(word: str) -> bool:
    """Whether a French word has a translation that English writes small: ministre, Premier."""
    return any(is_plain_english(t) for t in _translations(word.lower()))


# --------------------------------------------------------------------------------------------------------------------
# Names that languages write as they hear them: Khrouchtchev, Khrushchev; Poutine, Putin
# --------------------------------------------------------------------------------------------------------------------

_SOUNDS = tuple(
    (lazy(pattern), sound)
    for pattern, sound in (
        ("cht?ch|shch|stch", "sc"), ("tch|tsch|cz", "c"), ("sch|sh|ch", "s"), ("ph", "f"), ("kh|gh", "h"),
        ("dj|d?zh", "j"), ("gu(?=[eiy])|gh", "g"), ("qu|ck|[qc]", "k"), ("x", "ks"), ("w", "v"), ("z", "s"),
        ("ou|oo|ue|oe", "u"), ("ae", "a"), ("ee|ey|[yj]", "i"), ("o", "u"), ("e", "i"), ("(.)\\1+", "\\1"),
        ("(?<=..)[aiu]+$", ""),
    )
)  # fmt: skip


@lru_cache(maxsize=4096)
def sound(name: str) -> str:
    """A key that spellings of one name in French, English and other alphabets' transcriptions share."""
    key = folded(name)
    for pattern, written in _SOUNDS:
        key = pattern.sub(written, key)
    return key
