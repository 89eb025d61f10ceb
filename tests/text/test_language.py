"""French and English are told apart by their words; another language is named only when a text is long and clear."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.text import language
from abrege.text.language import Guess, english_quotations, foreign, guess_words, identify, language_name
from abrege.text.sentences import split_sentences

FRENCH = (
    "Le conseil municipal a décidé jeudi soir, après plus de quatre heures de débats, de reporter à l'automne "
    "la construction de la nouvelle bibliothèque, dont le coût avait été jugé trop élevé par l'opposition."
)
ENGLISH = (
    "The city council decided on Thursday evening, after more than four hours of debate, to postpone until "
    "the autumn the construction of the new library, whose cost the opposition had thought too high."
)
OTHERS = {
    "es": "El gobierno anunció ayer que retrasará hasta el otoño la construcción de la nueva biblioteca, cuyo coste "
    "había sido considerado demasiado alto por la oposición. El alcalde dijo que no había otra solución para "
    "los vecinos.",
    "it": "Il consiglio comunale ha deciso giovedì sera, dopo più di quattro ore di dibattito, di rinviare "
    "all'autunno la costruzione della nuova biblioteca, il cui costo era stato giudicato troppo alto "
    "dall'opposizione.",
    "de": "Der Gemeinderat hat am Donnerstagabend nach mehr als vier Stunden Debatte beschlossen, den Bau der neuen "
    "Bibliothek auf den Herbst zu verschieben, deren Kosten von der Opposition als zu hoch bezeichnet worden "
    "waren.",
    "pt": "A câmara municipal decidiu na quinta-feira à noite, depois de mais de quatro horas de debate, adiar para "
    "o outono a construção da nova biblioteca, cujo custo tinha sido considerado demasiado elevado pela "
    "oposição.",
    "nl": "De gemeenteraad heeft donderdagavond na meer dan vier uur debat besloten de bouw van de nieuwe "
    "bibliotheek uit te stellen tot de herfst, omdat de kosten volgens de oppositie veel te hoog waren.",
    "ca": "El consell municipal va decidir dijous al vespre, després de més de quatre hores de debat, ajornar fins "
    "a la tardor la construcció de la nova biblioteca, el cost de la qual havia estat considerat massa alt.",
    "ro": "Consiliul municipal a decis joi seară, după mai mult de patru ore de dezbateri, să amâne până în toamnă "
    "construcția noii biblioteci, al cărei cost fusese considerat prea mare de către opoziție.",
    "zh": "市议会周四晚间经过四个多小时的辩论决定将新图书馆的建设推迟到秋季因为反对派认为其"
    "成本过高市长表示没有其他可能的解决办法居民们对此感到非常失望他们希望尽快开工。",
    "ja": "市議会は木曜日の夜、四時間以上の議論の末、野党が高すぎると判断した新しい図書館の"
    "建設を秋まで延期することを決定した。市長は他に解決策はないと述べた。住民は失望し"
    "ている。",
    "el": "Το δημοτικό συμβούλιο αποφάσισε την Πέμπτη το βράδυ, μετά από περισσότερες από τέσσερις ώρες συζήτησης, "
    "να αναβάλει για το φθινόπωρο την κατασκευή της νέας βιβλιοθήκης, το κόστος της οποίας θεωρήθηκε πολύ "
    "υψηλό.",
}
# What only py3langid knows.
RARER = {
    "tr": "Belediye meclisi perşembe akşamı dört saatten fazla süren tartışmanın ardından, maliyeti muhalefet "
    "tarafından çok yüksek bulunan yeni kütüphanenin inşaatını sonbahara ertelemeye karar verdi ve bu kararı "
    "halka dün duyurdu.",
    "ru": "Городской совет в четверг вечером после более чем четырёх часов дебатов решил перенести на осень "
    "строительство новой библиотеки, стоимость которой оппозиция сочла слишком высокой для жителей города и "
    "всего региона.",
    "ar": "قرر المجلس البلدي مساء الخميس بعد أكثر من أربع ساعات من النقاش تأجيل بناء المكتبة الجديدة إلى الخريف بعد "
    "أن اعتبرت المعارضة أن تكلفتها مرتفعة جدا وقال رئيس البلدية إنه لا يوجد حل آخر ممكن للسكان",
    "da": "Kommunalbestyrelsen besluttede torsdag aften efter mere end fire timers debat at udskyde opførelsen af "
    "det nye bibliotek til efteråret, fordi oppositionen mente, at prisen var alt for høj for borgerne i "
    "byen.",
}
# A German quotation longer than the French around it, names, figures, and a spelling of 1700.
NOT_FOREIGN = {
    "quotation": "Selon le quotidien, le chancelier a dit jeudi soir à ses alliés : « "
    + OTHERS["de"]
    + " » Ses adversaires en doutent.",
    "names": "Jean Dupont, Marie Martin, Paul Durand, Sophie Bernard, Luc Moreau, Anne Petit, Karim Benali, Nina "
    "Rossi, Hans Müller, José García, Li Wei, Olga Ivanova, Tom Smith, Eva Novak, Ali Hassan, Juan de la "
    "Cruz, Maria del Carmen",
    "figures": "2023 : 12,5 % ; 2024 : 13,7 % ; Paris 3 400 €, Lille 2 100 €, Lyon 2 800 €, Nice 3 100 €, "
    "Brest 1 700 €, total 13 100 €",
    "old": "La danse des esprits que les vieillards craignoient étoit, en ce temps-là, de celles qu'on ne sçauroit "
    "décrire ; les françois avoient accoutumé d'y aller nuds pieds.",
}


@pytest.fixture
def without_py3langid(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> dict[str, float]:
        raise AssertionError(f"py3langid was asked about {text!r}")

    monkeypatch.setattr(language, "_rank", refuse)


@pytest.mark.parametrize(
    "text",
    [
        FRENCH,
        FRENCH.upper(),
        "Le conseil a decide jeudi, apres quatre heures de debats, de reporter la construction.",
        "Bonjour tout le monde !",
        "Comment allez-vous ?",
        "LE CONSEIL A VOTÉ",
        "Le smartphone est un must have, le top du top.",
        "Le groupe The Beatles est de retour.",
        "« On va faire un brainstorming avec le top management en open space »",
        'Le PDG a tweeté : "We are not for sale."',
        "« We will never give up », a-t-il dit.",
        "L’initiative d’Elon Musk n’est pas de celles qu’on oublie.",
    ],
)
def test_french(text: str) -> None:
    assert guess_words(text).lang == "fr"


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        "Elon is big mad.",
        "LOL this is so good 😂 @macron #retraites",
        "no thank you but we will buy twitter for $9.74 billion if you want",
        "— Art Candee 🍿🥤 (@ArtCandee) February 10, 2025",
        "Don't panic",
        "“Nous partons,” he said when they left the house.",
        "Élodie and Noémie are the sisters of André's friend.",
        'Not now, not ever."',
    ],
)
def test_english(text: str) -> None:
    assert guess_words(text).lang == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dakar",
        "31,5 C",
        "PLUS",
        "Forte hausse",
        "Elon Musk, Sam Altman",
        "Pain comment son or car",
        "12 % - 34 %",
        "US",
        "https://www.the-and-of.com @the_of #and",
        "Game over pour le coach",
    ],
)
def test_what_is_too_short_or_mixed_is_undecided_and_follows_the_default(text: str, without_py3langid: None) -> None:
    assert guess_words(text) == Guess(None, None, 0.0)
    assert identify(text, "fr") == "fr"
    assert identify(text, "en") == "en"


def test_another_language_is_no_guess_for_french_or_english() -> None:
    for code in ("es", "it", "de", "pt", "nl", "ca"):
        assert guess_words(OTHERS[code]).lang is None
        assert guess_words(OTHERS[code]).other == code


def test_py3langid_is_asked_only_where_words_do_not_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def rank(text: str) -> dict[str, float]:
        asked.append(text)
        return {"fr": 0.2, "en": 0.3, "de": 0.5}

    monkeypatch.setattr(language, "_rank", rank)
    assert identify(FRENCH, "en") == "fr"
    assert identify(ENGLISH, "fr") == "en"
    assert not asked
    assert identify("Forte hausse Bourse Paris Londres Tokyo", "fr") == "en"
    assert len(asked) == 1


def test_identify_without_function_words() -> None:
    assert identify("Réchauffement climatique : sécheresse, canicules, incendies, inondations, tempêtes", "en") == "fr"


@pytest.mark.parametrize("code", OTHERS)
def test_a_long_text_in_another_language_is_named_without_py3langid(code: str, without_py3langid: None) -> None:
    assert foreign(OTHERS[code]) == code


@pytest.mark.parametrize("code", RARER)
def test_rarer_languages_are_named_by_py3langid(code: str) -> None:
    assert foreign(RARER[code]) == code


@pytest.mark.parametrize("text", [FRENCH, ENGLISH, FRENCH.upper(), OTHERS["es"][:60], "", *NOT_FOREIGN.values()])
def test_french_english_and_unclear_texts_are_not_foreign(text: str, without_py3langid: None) -> None:
    assert foreign(text) is None


def test_the_sample_articles_are_french() -> None:
    samples = sorted((Path(__file__).parents[2] / "samples").glob("*.fr.*"))
    for path in samples:
        text = path.read_text(encoding="utf-8")
        assert foreign(text) is None
        assert identify(text, "en") == "fr"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('Le PDG a tweeté : "We are not for sale. Not now, not ever." La Bourse a peu réagi.',
         ["We are not for sale. Not now, not ever."]),
        ("Il a écrit : « We will not give up, ever ». Puis « oui ».", ["We will not give up, ever"]),
        ("Elle répond : “You can’t beat them all” et rit.", ["You can’t beat them all"]),
        ("« The Lord of the Rings » est un film.", ["The Lord of the Rings"]),
        ('Le PDG a tweeté : "We are not for sale.', ["We are not for sale."]),
        ('Not now, not ever." La Bourse a peu réagi.', ["Not now, not ever."]),
        ("Le « Brexit », un « data center », « Yes we can », le « top management » et le “New York Times”.", []),
        ("« On va faire un brainstorming avec le top management en open space », dit-il.", []),
        ("« Le Bon, la Brute et le Truand » et « Wir müssen jetzt handeln, denn es ist ernst ».", []),
        ("« Nous allons gagner. And we will never give up. »", []),
        ("We are not for sale, sans guillemets.", []),
    ],
)  # fmt: skip
def test_english_quotations(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in english_quotations(text)] == wanted


def test_a_sentence_and_the_quotation_in_it_are_judged_apart() -> None:
    text = 'Le PDG a tweeté : "We are not for sale. Not now, not ever." La Bourse a peu réagi.'
    assert [guess_words(sentence).lang for sentence in split_sentences(text)] == ["fr", "en", "fr"]


def test_names_of_languages() -> None:
    assert [language_name(code) for code in ("de", "es", "zh", "ht", "xx")] == [
        "German",
        "Spanish",
        "Chinese",
        "Haitian Creole",
        "xx",
    ]
    assert all(language_name(code) != code for code in language._FREQUENT)


pieces = st.sampled_from(
    [*"«»“”\"'’ .,", "le", "the", "are", "not", "de", "été", "d'un", "don't", "US", "Paris", "на", "的"]
)


@settings(derandomize=True, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(pieces, max_size=40).map(" ".join)))
def test_any_text_is_judged(text: str) -> None:
    guess = guess_words(text)
    assert guess.lang in ("fr", "en", None) and 0 <= guess.confidence <= 1
    assert guess.lang is None or guess.other is None
    spans = english_quotations(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


@pytest.mark.parametrize("piece", ["a", "_", "a_", "1", "a.", "A-"])
def test_long_input_of_one_kind_takes_no_long_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    guess_words(text)
    english_quotations(text)
    assert time.process_time() - start < 10  # minutes, if the time grew with the square of the length


def test_a_short_text_in_another_language_is_taken_for_the_default() -> None:
    assert identify("سلام دنیا این یک متن است", "fr") == "fr"
