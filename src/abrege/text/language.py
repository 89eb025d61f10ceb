"""A text comes in; whether it is French, English or something else goes out.

Frequent words decide, in microseconds, wherever they can. py3langid, which takes half a second and 130 MB to load, is
asked only where they cannot.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from abrege.article import Language
from abrege.text.lists import listed
from abrege.text.patterns import LETTER, is_unusual, lazy
from abrege.text.sentences import curl_quotes


@dataclass(frozen=True, slots=True)
class Guess:
    """What the frequent words of a text say about its language.

    Attributes:
        lang: "fr" or "en"; None if the text is too short, mixed or in another language.
        other: ISO 639-1 code of another language that the words speak for; None if they do not.
        confidence: from 0 (nothing known) to 1 (certain).
    """

    lang: Language | None
    other: str | None
    confidence: float


def _weighed(weights: Mapping[float, str]) -> dict[str, float]:
    return {word: weight for weight, listed in weights.items() for word in listed.split()}


# --------------------------------------------------------------------------------------------------------------------
# What words say for French or for English, by how surely they belong to one of the two. Words that are frequent in
# both (a, on, or, me, as, car, son, plus, but, comment) say nothing.
# --------------------------------------------------------------------------------------------------------------------

_FRENCH = _weighed(
    {
        1.0: """les un une des du et est sont était étaient été être dans avec pas qui que ne ce cet cette ces il elle
            ils elles nous vous je tu au aux mais où donc leur leurs ses sa nos vos notre votre mon ma mes ton ta tes
            avoir fait faire peut peuvent doit doivent faut va vont avait avaient aura auront serait seront sera
            soit ont avez avons suis es sommes êtes ai as-tu très bien même mêmes aussi après avant depuis chez entre
            selon comme quand alors encore déjà ainsi cela ça ceci lui eux celui celle ceux celles dont lors lorsque
            jusqu parce puisque tandis pendant durant malgré contre vers sous sans chaque plusieurs quelques aucun
            aucune autre autres toujours jamais rien personne beaucoup peu trop moins assez presque environ seulement
            notamment surtout désormais pourtant cependant toutefois enfin ensuite hier demain aujourd'hui maintenant
            ici voici voilà pourquoi combien quel quelle quels quelles laquelle lequel lesquels oui merci bonjour
            bonsoir monsieur madame messieurs tous toutes toute deux trois quatre cinq huit neuf dix vingt trente
            quarante cinquante soixante cent mille millions milliard milliards lundi mardi mercredi jeudi vendredi
            samedi dimanche janvier février avril juin juillet août septembre octobre novembre décembre années ans
            jours semaine semaines heures aurait auraient pourrait pourraient devrait veut voir dit dire ete etre meme
            tres apres deja fevrier aout decembre annees""",
        0.7: """le la de en se si par y mai mars puis gouvernement ministre président loi
            élection élections entreprise entreprises ville pays monde gens homme femme hommes femmes enfants mort
            morte guerre santé école travail retraite grève hausse baisse prix euros nouveau nouvelle nouveaux
            nouvelles premier première dernier dernière grand grande petit petite rien chose jour nuit heure année
            matin soir fois vie temps côté état mairie maire député députés sénat procès avis offre rejet refus
            fin début fils fille père mère rue eau""",
        0.4: "pour tout sur ni non quoi sorte cause ancien ancienne selon",
    }
)
_ENGLISH = _weighed(
    {
        1.0: """the of and to is was were be been being have has had having does did not this that these those it he
            she they we you your his her their our them him who whom which what when where why how with from by for at
            into about after before between because than then there here would could should must might shall if so up
            out over under again more some any each every such only own other now also very too don't didn't doesn't
            isn't aren't wasn't weren't won't can't couldn't wouldn't shouldn't i'm i've i'll i'd you're we're they're
            it's that's there's let's he's she's what's who's never always nothing something everything everyone
            someone anyone nobody through during against while until since though although however whether without
            within across around behind above below monday tuesday wednesday thursday friday saturday sunday january
            february april june july august september october november december today yesterday tomorrow hello thanks
            thank yes please says said told two three four five six seven eight nine ten hundred thousand million
            billion years days weeks months people was think know going want need make made take took come came see
            saw look get got give good great much many most my mine appears really just like""",
        0.7: """in are an its do will can may i big new old first last next best right wrong back down off long high
            low day night week month year time life world man woman men women children government minister law company
            companies city country war death health school work strike price rise news huge mad happy love hate home
            house money question answer true false free first let watch read call call help start stop keep every buy
            sell sold sale better bad sorry well still even way things thing""",
        0.3: "no as but us me on",
    }
)
_ACCENT = lazy("[àâçèéêëîïôùûœ]")
_ELISION = lazy(r"(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quelqu)'(?=[^\W\d_]{2})")
_CONTRACTION = lazy(r"[^\W\d_]+(?:n't|'(?:re|ve|ll|m))")
_FRENCH_ENDING = lazy(r".{2,}(?:ement|amment|aux|eux|euse|euses|ais|ait|aient|iez|ique|iques|eur|eurs|ée|ées|és)")
_ENGLISH_ENDING = lazy(r".{2,}(?:ing|ly|ness|ght|ould|ful|ship|sh|ck|wn|ed|ity|th)|wh.+|th.{2,}")
_ENOUGH = 1.0
_LEAST_PROBABILITY = 0.05  # of French or English by py3langid

# --------------------------------------------------------------------------------------------------------------------
# The most frequent words of languages that an article may be in by mistake
# --------------------------------------------------------------------------------------------------------------------

_FREQUENT: dict[str, frozenset[str]] = {
    "fr": listed(
        """le la les l un une des du de d et est sont dans pour par sur avec pas qui que qu ne n ce c cette ces il
            elle ils nous vous je j se s sa ses son au aux mais ou où y en a ont été être plus leur leurs comme on si
            tout même fait était avait après sans aussi deux entre selon dont cet lui bien très à ai mon ma mes m t
            moi quand jusqu était"""
    ),
    "en": listed(
        """the of and to a in is that it for was on are as with be by at this have from or had not but what all were
            when we there can an your which their said if do will each about how up out them then she many some so
            these would other into has more her two him see he his they you i who been its no our my than"""
    ),
    "es": listed(
        """el la los las un una de del y en que a se por con para es no su sus al lo como más pero fue ha son está
            este esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les
            ni contra otros ese eso había ante ellos e esto antes algunos qué unos yo otro otras otra él tanto esa
            estos mucho según años"""
    ),
    "it": listed(
        """il lo la i gli le un uno una di del della dei delle dello degli e che in a per è con non sono da dal dalla
            si come anche più ma al alla ai alle ha nel nella nei nelle sul sulla questo questa essere o se ci stato
            suo sua loro anni dopo tra quando dell all nell hanno era ne molto già mi"""
    ),
    "pt": listed(
        """o a os as um uma de do da dos das e que em no na nos nas para por com não é se ao aos à como mais mas foi
            ser são está sua seu seus suas pelo pela ou quando muito já eu também só há até isso ela ele entre depois
            sem mesmo ter você foram anos sobre"""
    ),
    "ca": listed(
        """el la els les un una de del dels i en que a al als per amb és no es ha més com però va són ser aquest
            aquesta seva seu entre també han si ja hi o l d s n molt quan sense sobre fins on tot anys perquè pel"""
    ),
    "de": listed(
        """der die das den dem des ein eine einen einem einer und ist in zu von mit nicht auf für sich es im auch als
            an wie bei oder aus wird werden hat haben sind war ich er sie wir dass nach um am noch nur über so zum zur
            man aber vor durch wenn mehr sein kann bis unter gegen vom einem schon ihr"""
    ),
    "nl": listed(
        """de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij nog door naar heeft hij
            ze wij worden wordt over uit deze die wat meer kan tot tegen hebben was werd dit geen veel zich moet na
            onder ik je haar"""
    ),
    "ro": listed(
        """și de la în cu pe a o un că nu să din este care se pentru ce mai au fost sunt lui sau dar al ale prin după
            cum acest această fi am fără când"""
    ),
    "pl": listed(
        """i w na z się nie do jest że to o jak za od po przez dla są ale być co oraz tym był było przed lub już tak
            tego ich może który która które jego jej"""
    ),
    "sv": listed(
        """och i att det som en på är av för med till den har inte om ett han men var sig från vi så kan när hon ska
            de eller hade vid mot efter också"""
    ),
}
_ONLY_FRENCH = listed(
    """une dans qui avec elle sont cette aux nous vous ont été être leur leurs était avait où très aussi depuis après
        selon ils ses des cet dont ces est donc plusieurs après pas"""
)
_ONLY_ENGLISH = listed(
    "the and with this have which their would been were they that from she you has could about there should"
)
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", lazy("[\u3040-\u30ff]")),
    ("zh", lazy("[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("ko", lazy("[\u1100-\u11ff\uac00-\ud7af]")),
    ("ru", lazy("[\u0400-\u052f]")),
    ("ar", lazy("[\u0600-\u06ff\u0750-\u077f]")),
    ("el", lazy("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", lazy("[\u0590-\u05ff]")),
    ("hi", lazy("[\u0900-\u097f]")),
    ("bn", lazy("[\u0980-\u09ff]")),
    ("ta", lazy("[\u0b80-\u0bff]")),
    ("th", lazy("[\u0e00-\u0e7f]")),
    ("ka", lazy("[\u10a0-\u10ff]")),
    ("hy", lazy("[\u0530-\u058f]")),
    ("am", lazy("[\u1200-\u139f]")),
    ("km", lazy("[\u1780-\u17ff]")),
)
# Scripts that several languages share: py3langid says which.
_SHARED_SCRIPTS = listed("ru ar hi bn he")
_UNSPACED = listed("ja zh th km")
_ENOUGH_WORDS = 25
_ENOUGH_LETTERS = 60

_NOT_WORDS = lazy(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]++@[\w.-]+|[@#]\w+|`[^`]*`")
_WORD = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def guess_words(text: str) -> Guess:
    """The language of a text by its frequent words and tell-tale letters.

    A quotation says nothing about the sentence around it, if there is a sentence around it. Addresses, handles,
    hashtags and code are passed over.
    """
    text = _NOT_WORDS.sub(" ", text).replace("’", "'")
    outside, around = _outside_of_quotations(text)
    if outside:
        guess = _judge(outside, 0.5)
        if guess.lang or around:
            return guess
    words = _WORD.findall(text)
    tokens = _tokens(words)
    if len(words) >= 10 and not _share(tokens, _ONLY_FRENCH | _ONLY_ENGLISH):
        other = _other_language(tokens, 0.3, 1.5)
        if other:
            return Guess(None, other, min(1.0, len(words) / _ENOUGH_WORDS))
    return _judge(text, _ENOUGH)


def identify(text: str, default: Language = "fr") -> Language:
    """French or English, whichever is likelier; `default` for a text too short to tell.

    py3langid is asked where the frequent words do not decide and there are at least six words.
    """
    lang = guess_words(text).lang
    if lang:
        return lang
    text = _NOT_WORDS.sub(" ", text)
    if len(_WORD.findall(text)) < 6:
        return default
    scores = _rank(text)
    french, english = scores.get("fr", 0.0), scores.get("en", 0.0)
    if french == english or max(french, english) < _LEAST_PROBABILITY:
        return default  # it is another language, and too short to be refused for it
    return "fr" if french > english else "en"


def foreign(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text that is neither French nor English; None if it is, or in doubt.

    A text must be long (25 words, or 60 letters of a script without spaces) and clear: names, figures and quotations
    in another language do not make a French text foreign.
    """
    text = _NOT_WORDS.sub(" ", text).replace("’", "'")
    script = _foreign_script(text)
    if script:
        return script
    words = _WORD.findall(text)
    count = len(words)
    if count < _ENOUGH_WORDS:
        return None
    tokens = _tokens(words)
    for judged in (tokens, _tokens(_WORD.findall(_outside_of_quotations(text)[0]))):
        if len(judged) >= 8 and max(_share(judged, _ONLY_FRENCH), _share(judged, _ONLY_ENGLISH)) >= 0.05:
            return None
    other = _other_language(tokens, 0.2, 1.35)
    if other:
        return other
    shares = {code: _share(tokens, frequent) for code, frequent in _FREQUENT.items()}
    ours = max(shares.pop("fr"), shares.pop("en"))
    if ours >= 0.3 and ours >= 1.25 * max(shares.values()):
        return None
    if sum(word[0].islower() for word in words) < count / 2:
        return None  # names, or a menu
    scores = _rank(text)
    best = max(scores, key=lambda code: scores[code])
    return best if best not in ("fr", "en", "zxx") and scores[best] >= 0.9 else None


def english_quotations(text: str) -> list[tuple[int, int]]:
    """Start and end of the quoted passages, without their marks, that are clearly English and have four words or more.

    A quotation that began in the sentence before, or goes on in the next one, counts from or to the end of the text.
    """
    found: list[tuple[int, int]] = []
    for start, end in _quotations(text):
        passage = text[start:end]
        plain = _NOT_WORDS.sub(" ", passage).replace("’", "'")
        if len(_WORD.findall(plain)) < 4:
            continue
        french, english = _weigh(plain)
        if english >= 1.5 and french <= 0.15 * english:
            start += len(passage) - len(passage.lstrip())
            found.append((start, start + len(passage.strip())))
    return found


def language_name(code: str) -> str:
    """The English name of a language; the code itself if it is unknown."""
    return _NAMES.get(code, code)


def _judge(text: str, enough: float) -> Guess:
    """French or English if the words weigh `enough` for one of them and twice as much as for the other."""
    french, english = _weigh(text)
    more, less = max(french, english), min(french, english)
    if more < enough or more < 2 * less:
        return Guess(None, None, 0.0)
    confidence = (more - less) / (more + less) * min(1.0, 0.5 + more / 6)
    return Guess("fr" if french > english else "en", None, confidence)


def _weigh(text: str) -> tuple[float, float]:
    """How much the words of a text speak for French and for English."""
    french = english = 0.0
    shouted = text.isupper()
    for written in _WORD.findall(text):
        if 1 < len(written) <= 3 and written.isupper() and not shouted:
            continue  # US, IT, ARE, EST: initials
        word = written.lower()
        elision = _ELISION.match(word)
        if elision and not word.endswith(("'s", "'t")) and (written[0].islower() or written[elision.end()].islower()):
            french += 1.0
            word = word[elision.end() :]
        if word in _ENGLISH or word in _FRENCH:
            english += _ENGLISH.get(word, 0.0)
            french += _FRENCH.get(word, 0.0)
            continue
        if _CONTRACTION.fullmatch(word):
            english += 1.0
        elif word.endswith("'s"):
            english += 0.3
        if not (written[0].islower() or shouted):
            continue  # names are of all languages
        if _ACCENT.search(word):
            french += 0.5
        else:
            french += 0.25 * bool(_FRENCH_ENDING.fullmatch(word))
            english += 0.25 * bool(_ENGLISH_ENDING.fullmatch(word))
    return french, english


def _other_language(tokens: list[str], least: float, times: float) -> str | None:
    """The language other than French and English whose most frequent words speak for it.

    They must make up at least the share `least` of the tokens, and so many `times` as much as those of the two.
    """
    shares = {code: _share(tokens, frequent) for code, frequent in _FREQUENT.items()}
    ours = max(shares.pop("fr"), shares.pop("en"))
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= least and shares[best] >= times * ours else None


def _tokens(words: list[str]) -> list[str]:
    return [part for word in words for part in word.lower().split("'")]


def _share(tokens: list[str], listed: frozenset[str]) -> float:
    return sum(token in listed for token in tokens) / max(1, len(tokens))


def _foreign_script(text: str) -> str | None:
    """The language of a text most of whose letters are not Latin."""
    if not is_unusual(text):
        return None
    letters = len(LETTER.findall(text))
    counts = {code: len(script.findall(text)) for code, script in _SCRIPTS}
    if counts["ja"] * 20 > counts["zh"]:
        counts["ja"] += counts.pop("zh")
    code = max(counts, key=lambda code: counts[code])
    if counts[code] < 0.6 * letters or letters < _ENOUGH_LETTERS:
        return None
    if code not in _UNSPACED and len(_WORD.findall(text)) < _ENOUGH_WORDS:
        return None
    if code in _SHARED_SCRIPTS:
        scores = _rank(text)
        best: str = max(scores, key=lambda code: scores[code])
        return best if best not in ("fr", "en") else code
    return code


def _quotations(text: str) -> list[tuple[int, int]]:
    """The outermost quoted passages, without their marks, in order."""
    passages: list[tuple[int, int]] = []
    opened: list[int] = []
    for mark in re.finditer("[«“„»”]", curl_quotes(text)):
        if mark[0] in "«“„":
            opened.append(mark.end())
        elif opened:
            start = opened.pop()
            if not opened:
                passages.append((start, mark.start()))
        elif not passages:
            passages.append((0, mark.start()))
    if opened:
        passages.append((opened[0], len(text)))
    return passages


def _outside_of_quotations(text: str) -> tuple[str, bool]:
    """What stands outside of quotations, and whether a word (no name, no initials) is among it."""
    passages = _quotations(text)
    if not passages:
        return "", False
    parts, end = [], 0
    for start, stop in passages:
        parts.append(text[end:start])
        end = stop
    outside = " ".join([*parts, text[end:]])
    return outside, any(word[0].islower() for word in _WORD.findall(outside))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _rank(text: str) -> dict[str, float]:
    """The probability of each language by py3langid."""
    return dict(_identifier().rank(text))


_NAMES: dict[str, str] = {
    code: name.replace("_", " ")
    for code, name in re.findall(
        r"(\w+)=(\S+)",
        """ace=Acehnese af=Afrikaans am=Amharic an=Aragonese ar=Arabic ary=Moroccan_Arabic arz=Egyptian_Arabic
            as=Assamese az=Azerbaijani ba=Bashkir bcl=Central_Bikol be=Belarusian bg=Bulgarian bn=Bengali br=Breton
            bs=Bosnian ca=Catalan crh=Crimean_Tatar cs=Czech cy=Welsh da=Danish de=German dz=Dzongkha el=Greek
            en=English eo=Esperanto es=Spanish et=Estonian eu=Basque ext=Extremaduran fa=Persian fi=Finnish fo=Faroese
            fr=French fuv=Nigerian_Fulfulde fy=West_Frisian ga=Irish gcf=Guadeloupean_Creole gcr=Guianese_Creole
            gd=Scottish_Gaelic gl=Galician gom=Goan_Konkani grc=Ancient_Greek gu=Gujarati gug=Paraguayan_Guaraní
            guw=Gun ha=Hausa hbo=Ancient_Hebrew he=Hebrew hi=Hindi hr=Croatian ht=Haitian_Creole hu=Hungarian
            hy=Armenian id=Indonesian ig=Igbo is=Icelandic it=Italian ja=Japanese jv=Javanese ka=Georgian kab=Kabyle
            kik=Kikuyu kk=Kazakh km=Khmer kn=Kannada ko=Korean ku=Kurdish ky=Kyrgyz la=Latin lb=Luxembourgish lg=Ganda
            lij=Ligurian ln=Lingala lo=Lao lt=Lithuanian ltg=Latgalian lv=Latvian mg=Malagasy mk=Macedonian
            ml=Malayalam mn=Mongolian mr=Marathi ms=Malay mt=Maltese my=Burmese nb=Norwegian_Bokmål ne=Nepali nl=Dutch
            nn=Norwegian_Nynorsk no=Norwegian nso=Northern_Sotho oc=Occitan om=Oromo or=Odia pa=Punjabi
            pcm=Nigerian_Pidgin pl=Polish ps=Pashto pt=Portuguese qu=Quechua ro=Romanian ru=Russian rw=Kinyarwanda
            sa=Sanskrit sdh=Southern_Kurdish se=Northern_Sami si=Sinhala sk=Slovak sl=Slovenian sn=Shona so=Somali
            sq=Albanian sr=Serbian st=Southern_Sotho sv=Swedish sw=Swahili ta=Tamil te=Telugu tg=Tajik th=Thai
            tk=Turkmen tl=Tagalog tr=Turkish tt=Tatar ug=Uyghur uk=Ukrainian ur=Urdu uz=Uzbek uzs=Southern_Uzbek
            vec=Venetian vi=Vietnamese vo=Volapük wa=Walloon wuu=Wu_Chinese xh=Xhosa yo=Yoruba yue=Cantonese
            zh=Chinese zu=Zulu""",
    )
}
