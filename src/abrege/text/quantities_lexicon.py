"""The number words of French and English, and what each says."""

from __future__ import annotations

CARDINALS = {
    "fr": {
        "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
        "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
        "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
        "huitante": 80, "octante": 80, "nonante": 90, "dizaine": 10, "dizaines": 10, "douzaine": 12, "douzaines": 12,
        "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60,
        "centaine": 100, "centaines": 100,
    },
    "en": {
        "zero": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "dozens": 12, "a": 1, "an": 1,
    },
}  # fmt: skip
MULTIPLIERS = {
    "fr": {
        "cent": 100, "cents": 100, "mille": 1000, "millier": 1000, "milliers": 1000, "million": 10**6,
        "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12,
    },
    "en": {
        "hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000, "million": 10**6, "millions": 10**6,
        "billion": 10**9, "billions": 10**9, "trillion": 10**12, "trillions": 10**12,
    },
}  # fmt: skip
# Words that are numbers by themselves, with what else a translator makes of them.
SPECIAL = {
    "fr": {
        "premier": "1", "première": "1", "premiers": "1", "premières": "1", "second": "2", "seconde": "2",
        "seconds": "2", "secondes": "2", "demi": "0.5 30 50% 50", "demie": "0.5 30 50% 50", "moitié": "0.5 50% 2",
        "tiers": "0.333 3 33% 0.33", "quart": "0.25 4 25% 25 15", "quarts": "0.25 4 25% 25 15", "double": "2 100%",
        "doublé": "2 100%", "doubler": "2 100%", "triple": "3 200%", "triplé": "3 200%", "quadruple": "4",
        "midi": "12:00 12", "minuit": "00:00 0 24 12", "siècle": "100", "siècles": "100", "décennie": "10",
        "décennies": "10", "couple": "2", "paire": "2", "unique": "1", "seul": "1", "seule": "1", "trimestre": "3",
        "semestre": "6 2", "an": "1 12", "année": "1 12", "mois": "1", "semaine": "7 1", "jour": "1 24",
    },
    "en": {
        "half": "0.5 30 50% 50 2", "halves": "0.5", "third": "3 0.333 33% 0.33", "thirds": "0.333 3 33% 0.33",
        "quarter": "4 0.25 25% 25 15 3", "quarters": "4 0.25 25% 25 15", "twice": "2", "double": "2 100%",
        "doubled": "2 100%", "triple": "3 200%", "tripled": "3 200%", "both": "2", "couple": "2", "pair": "2",
        "once": "1", "single": "1", "thrice": "3", "fortnight": "14 15 2", "decade": "10", "decades": "10",
        "century": "100", "centuries": "100", "noon": "12:00 12", "midday": "12:00 12", "midnight": "00:00 0 24 12",
        "score": "20", "teens": "10", "first": "1", "second": "2", "year": "1 12", "month": "1", "week": "7 1",
        "day": "1 24", "only": "1",
    },
}  # fmt: skip
ENGLISH_ORDINAL_ROOTS = {"fif": "five", "eigh": "eight", "nin": "nine", "twelf": "twelve"}
FRENCH_ORDINAL_ROOTS = {"quatr": "quatre", "cinqu": "cinq", "neuv": "neuf", "onz": "onze", "mill": "mille"}
