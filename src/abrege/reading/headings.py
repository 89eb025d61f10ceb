"""Blocks whose kinds are half known come in; which of them are headings, the title and the standfirst goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from abrege.article import BlockKind
from abrege.reading.marks import MarkKind, is_next
from abrege.reading.wrapping import ends_sentence
from abrege.text.patterns import LETTER, lazy

_LONGEST = 130
_LONGEST_VERSE = 80
_WORDS_OF_SENTENCE = 10  # of a line that lacks its full stop
_CLOSING = " »”\"’')]\u00a0\u202f"
_PICTURES_BEHIND = lazy(r"(?<=\S)\s*[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+$")
_NO_WORDS = lazy(r"(?:\w+://|www\.)\S+|\S+@\S+|[@#]\S+")


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(listed.split("|"))


# What a newspaper prints over its titles, and a page over its articles.
_SECTIONS = _phrases(
    "accueil|actualité|actualités|actu|afrique|agriculture|amériques|analyse|art|arts|asie|automobile|banque|"
    "bourse|campus|chronique|cinéma|climat|conjoncture|consommation|culture|débats|décryptage|défense|diplomatie|"
    "direct|disparition|documentaire|écologie|économie|édito|éditorial|éducation|élections|emploi|en direct|"
    "énergie|enquête|entreprise|entreprises|entretien|environnement|étranger|europe|exclusif|fact-checking|"
    "faits divers|finance|finances|football|france|gastronomie|géopolitique|grand format|high-tech|histoire|"
    "idées|immobilier|industrie|info|international|internet|interview|invité|jeux|justice|l'éditorial|"
    "le grand entretien|livres|logement|loisirs|médias|météo|mode|monde|musique|numérique|opinion|opinions|"
    "patrimoine|planète|point de vue|police|politique|portrait|proche-orient|récit|reportage|régions|religion|"
    "rugby|santé|science|sciences|série|séries|société|spectacles|sport|sports|tech|technologie|technologies|"
    "télévision|théâtre|transports|travail|tribune|union européenne|vidéo|vidéos|à la une"
)


_GENRES = _phrases(
    "reportage|entretien|enquête|décryptage|récit|analyse|portrait|tribune|chronique|éditorial|édito|critique|"
    "infographie|interview|grand format|fact-checking|exclusif|l'éditorial|le grand entretien|point de vue"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block before its kind is settled.

    Attributes:
        kind: "paragraph" where it may still become a heading, the title or the standfirst.
        prefix: what stood before the text.
        mark: the kind of list mark in the prefix.
        text: the text, wrapped lines joined.
        gap: how many blank lines stood before it.
        lines: how many lines it was written on.
        columns: True if tabs or wide spaces part it, as in a table.
    """

    kind: BlockKind
    prefix: str
    mark: MarkKind
    text: str
    gap: int
    lines: int = 1
    columns: bool = False


def with_kinds(passages: Sequence[Passage], beginning: bool = True) -> list[Passage]:
    """The passages with their headings, and with the title and the standfirst if there are.

    `beginning` is False for a later part of a long text, which has no title.

    A passage of up to 130 characters that does not end in a full stop, comma, semicolon or colon and is followed by
    a paragraph (or what a paragraph may lead on to, a list or a quotation) is a heading. Boilerplate is looked
    through. The first heading is the title if nothing, or exactly one paragraph, stands before it; that is the
    standfirst.
    """
    told = [replace(p, kind="boilerplate") if _is_genre(p) else p for p in passages]
    told = _with_headings(told, beginning)
    return _with_title(_without_sections(told)) if beginning else told


def _with_headings(passages: list[Passage], beginning: bool) -> list[Passage]:
    verse = _verse(passages)
    shown = [place for place, passage in enumerate(passages) if _counts(passage)]
    follower: Passage | None = None
    for order in range(len(shown) - 1, -1, -1):
        place = shown[order]
        passage = passages[place]
        before = passages[shown[order - 1]] if order else None
        if follower is not None and place not in verse and _may_be_heading(passage, before):
            title = beginning and follower.kind == "heading" and _may_be_title(passages, shown[: order + 1])
            if title or _leads_to(passage, follower):
                passage = replace(passage, kind="heading")
            passages[place] = passage
        if passage.kind != "boilerplate":
            follower = passage
    return passages


def _without_sections(passages: list[Passage]) -> list[Passage]:
    """What a page prints over its title, the names of its sections or of a running story, is boilerplate."""
    leading = [place for place, passage in enumerate(passages) if _counts(passage)]
    headings = [place for place in leading if passages[place].kind == "heading"]
    if not headings:
        return passages
    first = leading.index(headings[0])
    above, below = leading[:first], leading[first:]
    if any(passages[place].kind != "paragraph" or _is_prose(passages[place]) for place in above):
        return passages
    # A short heading right above another one is the name of a story, not its title.
    while len(below) > 1:
        story, title = (passages[place] for place in below[:2])
        if title.kind != "heading" or not _is_section(story, title):
            break
        above.append(below.pop(0))
    for place in above:
        if _is_section(passages[place], passages[below[0]]):
            passages[place] = replace(passages[place], kind="boilerplate")
    return passages


def _with_title(passages: list[Passage]) -> list[Passage]:
    before: list[int] = []
    for place, passage in enumerate(passages):
        if not _counts(passage):
            continue
        if passage.kind == "heading":
            if not before or (len(before) == 1 and passages[before[0]].kind == "paragraph"):
                passages[place] = replace(passage, kind="title")
                for standfirst in before:
                    passages[standfirst] = replace(passages[standfirst], kind="standfirst")
            break
        before.append(place)
    return passages


def _is_genre(passage: Passage) -> bool:
    """« REPORTAGE », « ENTRETIEN »: what kind of article it is, a label beside the title."""
    return passage.kind == "paragraph" and passage.text.isupper() and _name(passage) in _GENRES


def _counts(passage: Passage) -> bool:
    """Boilerplate, rules and rows of figures stand neither for a paragraph nor in the way of one."""
    return passage.kind != "boilerplate" and bool(LETTER.search(passage.text))


def _may_be_heading(passage: Passage, before: Passage | None) -> bool:
    if passage.kind not in ("paragraph", "item") or passage.mark in ("bullet", "dialogue") or passage.columns:
        return False
    if passage.mark == "number" and before is not None and before.mark == "number":
        return not is_next(before.prefix, passage.prefix) and _has_form_of_heading(passage.text)
    if passage.gap == 0 and before is not None and _starts_low(passage.text):
        return False
    return _has_form_of_heading(passage.text)


def _may_be_title(passages: Sequence[Passage], shown: Sequence[int]) -> bool:
    """Whether the last of some lines, right above a heading, may be the title: at the beginning, below sections."""
    *above, last = shown
    if _name(passages[last]) in _SECTIONS:
        return False
    if len(above) <= 1:
        return True
    if len(above) > 3 or len(passages[last].text.split()) < 5:
        return False
    return not any(_is_prose(passages[at]) for at in above)


def _has_form_of_heading(text: str) -> bool:
    if len(text) > _LONGEST or _NO_WORDS.fullmatch(text):
        return False
    bare = _PICTURES_BEHIND.sub("", text).rstrip(_CLOSING)
    return bare.endswith(("...", "!", "?", "…")) or not bare.endswith((".", ",", ";", ":"))


def _leads_to(passage: Passage, follower: Passage) -> bool:
    if follower.kind == "paragraph":
        return _is_prose(follower)
    if passage.mark == "number":
        # A chapter leads to its text or to its first section; a numbered line above an item is an item itself.
        return follower.kind == "heading" and follower.mark == "number" and not is_next(passage.prefix, follower.prefix)
    return follower.kind in ("item", "quotation", "code")


def _is_prose(passage: Passage) -> bool:
    """A paragraph of a sentence, as opposed to a line of a menu, an address, a table."""
    if len(passage.text) > _LONGEST or passage.lines > 1 or passage.mark == "dialogue":
        return True
    sentence = ends_sentence(passage.text) or len(passage.text.split()) >= _WORDS_OF_SENTENCE
    return sentence and not passage.columns


def _verse(passages: Sequence[Passage]) -> set[int]:
    """Places of passages in verse, menus and addresses: three lines or more together, short, few ending a sentence."""
    found: set[int] = set()
    run: list[int] = []
    for place, passage in enumerate([*passages, None]):
        if passage is None or passage.gap:
            texts = [passages[at].text for at in run]
            open_ended = sum(not text.rstrip(_CLOSING).endswith((".", "!", "?", "…", ":")) for text in texts)
            if len(run) >= 3 and max(map(len, texts)) < _LONGEST_VERSE and 2 * open_ended > len(run):
                found.update(run)
            run = []
        if passage is not None and passage.kind == "paragraph" and passage.lines == 1:
            run.append(place)
    return found


def _is_section(passage: Passage, title: Passage) -> bool:
    name = _name(passage)
    words, words_below = len(name.split()), len(title.text.split())
    return name in _SECTIONS or (words <= 3 and words_below >= max(5, 2 * words))


def _name(passage: Passage) -> str:
    """The text of a passage as sections are listed."""
    return " ".join(passage.text.lower().replace("’", "'").strip(" :>|/").split())


def _starts_low(text: str) -> bool:
    found = LETTER.search(text)
    return found is not None and found[0].islower()
