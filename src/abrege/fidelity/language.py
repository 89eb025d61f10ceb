"""A French source and an English target in, the French that stayed in the target out."""

from __future__ import annotations

from abrege.article import Finding
from abrege.fidelity.coverage import english_words, lexicon
from abrege.fidelity.words import find_words, listed
from abrege.text.language import guess_words
from abrege.text.patterns import lazy

# Words that no English sentence has but in names and titles, where they stand between capitals.
_FRENCH = listed(
    """les des une dans avec pour sur qui est sont cette ces aux leur leurs nous vous ils elles pas mais ont été être
    avoir sans chez selon depuis après avant dont où très aussi comme"""
)
_ACCENT = lazy("[àâçèéêëîïôùûœ]")
_RUN = 4  # words in a row that both texts have
_LEAST = 3  # words in small letters that tell a language


def check_language(source: str, target: str) -> tuple[Finding, ...]:
    """Kind "language": French that stands in the target as it stands in the source.

    That is a whole target in French; four words or more that are French by their frequent words; and a single word in
    small letters that English does not have, among words in small letters.
    """
    words = find_words(target)
    texts, own = [word.text.lower() for word in words], [word.text.lower() for word in find_words(source)]
    small = [word.text for word in words if word.text.islower()]  # names are French in English as well
    if _are_french(small) or (texts == own and any(_has_only_french(word) for word in small)):
        return (Finding("language", None, (0, len(target)), "English"),)
    found = [
        (words[first].start, words[last].end)
        for first, last in _copied(own, texts)
        if _are_french([word.text for word in words[first : last + 1] if word.text.islower()])
    ]
    for before, word, after in zip([None, *words], words, [*words[1:], None], strict=False):
        among_small = all(beside is None or beside.text.islower() for beside in (before, after))
        inside = any(start <= word.start < end for start, end in found)
        if among_small and not inside and word.text in own and _is_french(word.text):
            found.append((word.start, word.end))
    return tuple(Finding("language", None, span, "English") for span in sorted(found))


def _are_french(words: list[str]) -> bool:
    """Whether words in small letters are French together: by the frequent ones, and half of them no English."""
    unknown = sum(word not in english_words() for word in words)
    return len(words) >= _LEAST and 2 * unknown >= len(words) and guess_words(" ".join(words)).lang == "fr"


def _is_french(word: str) -> bool:
    if not word.islower() or word in english_words():
        return False
    return word in _FRENCH or (len(word) > 3 and bool(_ACCENT.search(word)))


def _has_only_french(word: str) -> bool:
    return len(word) > 3 and word in lexicon() and word not in english_words()


def _copied(own: list[str], words: list[str]) -> list[tuple[int, int]]:
    """First and last place of each run of four words or more that stands in the source as well."""
    runs = {tuple(own[k : k + _RUN]) for k in range(len(own) - _RUN + 1)}
    found: list[tuple[int, int]] = []
    for k in range(len(words) - _RUN + 1):
        if tuple(words[k : k + _RUN]) not in runs:
            continue
        first = k
        if found and found[-1][1] >= k:
            first = found.pop()[0]
        found.append((first, k + _RUN - 1))
    return found
