"""A paragraph is cut where its sentences end, and nowhere else; nothing of it is lost."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.text.sentences import split_long, split_sentences


def parts(marked: str, lang: str = "fr") -> None:
    """Asserts that a text is cut exactly at its marks « ¦ » (« ¦¦ » where no space follows)."""
    text = marked.replace("¦¦", "").replace("¦ ", "")
    wanted = [piece.strip() for piece in marked.replace("¦¦", "¦ ").split("¦ ")]
    assert split_sentences(text, lang) == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "marked",
    [
        "M. Macron a reçu le Dr. Martin, le Pr. Roux et Me. Vidal.",
        "MM. Dupont et Durand y étaient. ¦ Mme. Le Gall aussi.",
        "Mlle. Rose, Mmes. Petit et Grand, Mgr. Aubert. ¦ Ils sont venus.",
        "M. Durand, p. ex., n'a rien dit. ¦ D'autres, p. ex. Paul, ont parlé.",
        "L'art. 12 de la loi et l'art. L. 123-1 du code. ¦ C'est l'art. ¦ Les gens aiment le vol. ¦ Il est puni.",
        "Voir le no. 5, le n°. 6, le vol. II, la fig. 3, le chap. Ier, la p. 12 et les pp. 12-14. ¦ Fin.",
        "Chez Plon, éd. Gallimard, cf. Proust, env. 300 pages. ¦ Coll. Folio. ¦ Bien.",
        "Il régnait vers 50 av. J.-C. sur la Gaule. ¦ Il mourut en 52 ap. J.-C. à Rome.",
        "Vers 50 av. J.-C., tout changea.",
        "Il vécut en 50 av. J.-C. ¦ Les Gaulois étaient là.",
        "J. K. Rowling et F. Hollande. ¦ J.-P. Durand et J.R.R. Tolkien lisent. ¦ C'est V. Hugo.",
        "Le 12 janv. 2024 et le 3 févr. dernier. ¦ En sept. 2023, rien. ¦ Le 14 oct. Paul est né.",
        "Ils étaient sept. ¦ Paul rit.",
        "Au sommet du col. ¦ Le vent souffle sur 500 hab. ¦ Ce village vit, coll. « Points ».",
        "Il habite à St. Malo. ¦ Le bd. Voltaire est loin.",
        "La S.A.R.L. Durand et l'O.N.U. sont là. ¦ Elle dépend de l'O.N.U. ¦ Les pays votent.",
        "Le plan B. ¦ Les élus ont voté. ¦ Prenez de la vitamine C. ¦ Paul en prend. ¦ Il fait 25 °C. ¦ Le soir tombe.",
        "Le coût est de 3.5 millions, de 12,5 % et de 2.200.112 euros. ¦ Il monte.",
        "Le Groupe Machin Inc. a vendu. ¦ Il appartient à Machin Inc. ¦ Le groupe vend.",
        "Le 1er. de la classe, etc., est parti. ¦ Il est 3e. ¦ Le XXe. siècle finit.",
    ],
)
def test_abbreviations_initials_and_figures_do_not_end_a_sentence(marked: str) -> None:
    parts(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Des pommes, des poires, etc. ¦ Puis il est parti.",
        "Des pommes, etc. sont tombées. ¦ Des poires, etc. ; rien d'autre.",
        "Des fruits (pommes, etc.) et du pain. ¦ Des fruits (pommes, etc.) ¦ Puis du pain.",
        "Ce fut la fin… ¦ Ou presque. ¦ La fin... ¦ Ou non.",
        "Ce fut… long. ¦ Il hésite... puis part.",
        "Il a dit (…) que non. ¦ Il a dit [...] Paul. ¦ Fin.",
        "Bien ! ¦ Vraiment ?! ¦ Oui !!! ¦ Quoi ? ! ¦ Rien.",
        "Ah ! que c'est beau. ¦ Oh ! là, là.",
        "2024 fut rude. ¦ 2025 sera pire. ¦ 12 personnes sont mortes.",
        "Quel match ! ¦ 🎉 Merci à tous. ¦ Bravo ! 🎉",
        "— Tu viens ? ¦ — Oui. ¦ – Alors… viens !",
        "Il part. ¦ iPhone en main, il rit. ¦ @mairie_lille répond. ¦ https://exemple.fr le dit.",
        "Il coûte cher. ¦ $97 de trop. ¦ (Il pleut.) ¦ Paul dort. ¦ Il dort (voir p. 12. Les autres veillent) et rêve.",
        "Il est venu (enfin !) Paul aussi. ¦ Il vit là-bas (c'était prévu). ¦ Elle aussi.",
        "Yahoo! Finance le dit. ¦ Chez Yahoo! ¦ Les salariés rient.",
        "1. Introduction générale. ¦ Rien. ¦ A. Première partie.",
    ],
)
def test_a_sentence_ends_before_the_beginning_of_another(marked: str) -> None:
    parts(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "« Nous ne vendrons pas. » ¦ Le directeur a quitté la salle.",
        "« Non ! » a-t-il dit. ¦ « Pourquoi ? » demande-t-il. ¦ « Euh… » fit-elle.",
        "«\u202fNon.\u202f» ¦ Il rit. ¦ «\u00a0Oui\u00a0!\u00a0» ¦ Elle pleure.",
        "“Non.” ¦ Il rit. ¦ Il dit “non”. ¦ Elle rit.",
        '"Non." ¦ Il rit. ¦ "Oui !" ¦ "Si." ¦ Il a dit "non". ¦ "Oui", dit-elle.',
        "Il dit : « Je pars. ¦ Tu restes. » ¦ Elle rit.",
        "« Qu'est-ce que c'est ? », dit-il. ¦ « Rien », répond-elle.",
        "Le signe « ? » Paul le connaît. ¦ Le « ! » aussi.",
        "Le prix est élevé.[1] ¦ Il monte [2]. ¦ Il baisse. [3] ¦ Il stagne.¹ ¦ Fin.",
        "Il a dit (« Non. ») et il est parti. ¦ Elle a dit : « Oui. ») ¦ Fin.",
        "**Gras.** ¦ Maigre. ¦ Tapez `a. B` et `c ? D`. ¦ Fin.",
    ],
)
def test_what_closes_stays_with_the_sentence_it_closes(marked: str) -> None:
    parts(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Le vote a eu lieu mardi.¦¦Les résultats seront connus.",
        "C'est fini !¦¦Les gens partent. ¦ Pourquoi pas demain?¦¦Nous verrons.",
        "C'est la fin…¦¦Ou pas. ¦ Il a vu l'année.¦¦L'été fut beau. ¦ « Je pars. »¦¦Il part.",
        "Voir exemple.fr, Node.js, S.A.R.L., M.Durand, ASP.NET, etc.Paul, www.Exemple.fr et Booking.com.",
        "Écrire à jean.Durand@exemple.fr ou src/main.Rs ou os.path.Join(x) ou objet.ToString.",
        "Le Monde.fr et franceinfo.TV et 12.Les et a.Les.",
    ],
)
def test_a_missing_space_is_seen_only_between_a_small_word_and_a_capital(marked: str) -> None:
    parts(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Smith met Dr. Jones in the U.S. Congress. ¦ Mrs. Hall left. ¦ He lives in the U.S. ¦ The rest stayed.",
        "Use it, e.g. Python, i.e. Guido's. ¦ He came at 5 p.m. ¦ Then he left. ¦ It opens at 9 a.m. Monday.",
        "Apple Inc. sold. ¦ She lives in St. Louis. ¦ It is No. 5. ¦ The answer is no. ¦ He left.",
        '"We are not for sale." ¦ He left. ¦ "Why?" she asked. ¦ It grew by 2.3%. ¦ Customers left.',
        "So do I. ¦ He knows. ¦ George W. Bush won. ¦ On Jan. 5 it rained.",
    ],
)
def test_english_sentences(marked: str) -> None:
    parts(marked, "en")


def test_text_without_capitals_is_cut_at_its_full_stops() -> None:
    parts("salut à tous. ¦ je suis rentré hier. ¦ à demain")


def test_forty_sentences_are_forty() -> None:
    sentences = [f"La phrase numéro {n} parle de la ville." for n in range(1, 41)]
    assert split_sentences(" ".join(sentences)) == sentences


def test_a_blank_line_parts_sentences_and_a_line_end_does_not() -> None:
    assert split_sentences("Un titre\n\nUne phrase\nsur deux lignes.") == ["Un titre", "Une phrase\nsur deux lignes."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "?!", "Un mot", "🎉"])
def test_what_has_no_end_is_at_most_one_sentence(text: str) -> None:
    assert split_sentences(text) == ([text.strip()] if text.strip() else [])


def test_many_marks_cost_no_more_than_their_number() -> None:
    # A rule that looked at the whole sentence again at each mark would take minutes here.
    text = "a. " * 20_000 + "(b! «" * 20_000
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


signs = st.sampled_from([*'«»()’“”"`? \u202f\n', "[1]", "🎉", "— ", ". ", "… ", "! ", ", ", "\n\n"])
french_pieces = st.one_of(signs, st.sampled_from(["M.", "Le", "Il", "mot", "etc.", "J.-C.", "mardi.Les", "12"]))


@settings(derandomize=True, deadline=None)
@given(
    st.one_of(st.text(max_size=80), st.lists(french_pieces, max_size=40).map("".join)), st.sampled_from(["fr", "en"])
)
def test_nothing_is_lost(text: str, lang: str) -> None:
    sentences = split_sentences(text, lang)  # type: ignore[arg-type]
    assert "".join("".join(sentences).split()) == "".join(text.split())
    assert all(sentence and sentence == sentence.strip() for sentence in sentences)


@settings(derandomize=True, deadline=None)
@given(st.lists(french_pieces, max_size=40).map("".join))
def test_a_sentence_that_stands_alone_has_a_word(text: str) -> None:
    for paragraph in text.split("\n\n"):
        sentences = split_sentences(paragraph.replace("\n", " "))
        assert len(sentences) < 2 or all(any(map(str.isalnum, sentence)) for sentence in sentences)


@settings(derandomize=True, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(french_pieces, max_size=60).map("".join)), st.integers(1, 30))
def test_pieces_of_a_long_sentence_join_to_it_and_fit(text: str, limit: int) -> None:
    pieces = split_long(text, limit, len)
    assert "".join(pieces) == text
    for piece in pieces:
        assert len(piece) <= limit or not any(
            unicodedata.category(c)[0] != "M" and piece[i] != "\u200d" for i, c in enumerate(piece[1:])
        )


def test_a_long_sentence_is_cut_evenly_at_its_commas_with_few_measurements() -> None:
    text = "Le rapport cite " + ", ".join(f"la commune numéro {n}" for n in range(1, 141)) + ", et conclut."
    measured = []

    def words(piece: str) -> int:
        measured.append(piece)
        return len(piece.split())

    pieces = split_long(text, 120, words)
    assert "".join(pieces) == text
    assert all(piece.rstrip().endswith((",", ".")) for piece in pieces)
    sizes = [len(piece.split()) for piece in pieces]
    assert max(sizes) <= 120 and max(sizes) - min(sizes) <= 8 and len(pieces) == 5
    assert len(measured) <= 1 + 3 * len(pieces)


def test_a_strong_mark_is_the_best_place_to_cut() -> None:
    text = "Le conseil, qui a longtemps hésité, refuse ; la mairie, elle, n'en veut pas."
    assert split_long(text, 10, lambda piece: len(piece.split())) == [
        "Le conseil, qui a longtemps hésité, refuse ; ",
        "la mairie, elle, n'en veut pas.",
    ]


def test_a_number_is_not_cut_at_its_spaces() -> None:
    text = "environ 2 200 112 tonnes et 1 987 540 euros et 3 450 000 voitures"
    assert all("2 200 112" in piece or "2" not in piece for piece in split_long(text, 26, len)[:1])
    assert "1 987 540" in "|".join(split_long(text, 26, len))


def test_a_word_without_spaces_is_cut_between_characters() -> None:
    assert [len(piece) for piece in split_long("a" * 3000, 512, len)] == [500] * 6
    assert all(not unicodedata.combining(piece[0]) for piece in split_long("e\u0301" * 100, 7, len))
    assert all(piece.startswith("👩") for piece in split_long("👩‍👩‍👧" * 10, 3, len))


def test_a_short_sentence_is_left_whole_and_a_limit_below_one_is_refused() -> None:
    assert split_long("Bonjour.", 10, len) == ["Bonjour."]
    with pytest.raises(ValueError, match="limit must be at least 1, not 0"):
        split_long("Bonjour.", 0, len)


@pytest.mark.parametrize("piece", [" ", "\n", ". ", "a.", "(", "« ", "M. "])
def test_long_input_of_one_kind_takes_no_long_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    split_sentences(text)
    assert "".join(split_long(text, 110, len)) == text
    assert time.process_time() - start < 10  # minutes, if the time grew with the square of the length
