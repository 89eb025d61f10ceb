"""Plain text becomes blocks as a person would see them."""

from __future__ import annotations

import textwrap
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.article import Block
from abrege.reading.plain import read_plain
from abrege.text.normalization import clean

PARAGRAPH = (
    "Le conseil municipal a décidé jeudi soir, après plus de quatre heures de débats, de reporter à l'automne la "
    "construction de la nouvelle bibliothèque, dont le coût avait été jugé trop élevé par l'opposition. Le maire "
    "s'est dit déçu, mais il a promis de présenter un autre projet avant la fin de l'année."
)
OTHER = (
    "Les habitants du quartier, eux, attendent depuis dix ans. Plusieurs associations ont déjà annoncé qu'elles "
    "saisiraient le tribunal administratif si le chantier ne reprenait pas au printemps prochain."
)
LONG_LINE = (
    "Le groupe a proposé quatre milliards de dollars pour acquérir l'entreprise, qui emploie trois cents personnes. "
)


def text_of(block: Block) -> str:
    return " ".join(sentence.source for sentence in block.sentences)


def texts(text: str) -> list[str]:
    return [text_of(block) for block in read_plain(text)]


def kinds(text: str) -> list[str]:
    return [block.kind for block in read_plain(text)]


def prefixes(text: str) -> list[str]:
    return [block.prefix for block in read_plain(text)]


# Blocks and blank lines


def test_blank_lines_part_blocks_and_are_counted() -> None:
    blocks = read_plain("\n\nUn.\n\n\n\nDeux.\n \t\u00a0\nTrois.\n")
    assert [(block.gap, text_of(block)) for block in blocks] == [(2, "Un."), (3, "Deux."), (1, "Trois.")]


def test_sentences_are_numbered_by_block() -> None:
    blocks = read_plain("Il pleut. Il vente.\n\nIl neige.")
    assert [[s.id for s in block.sentences] for block in blocks] == [["1.1", "1.2"], ["2.1"]]


def test_spaces_of_all_kinds_become_plain_and_accents_composed() -> None:
    assert texts("Il\u202fa  dit\u00a0: «\u00a0Cafe\u0301\u00a0»,  cor\u00adrect.") == ["Il a dit : « Café », correct."]


def test_a_line_of_bare_figures_keeps_its_spaces() -> None:
    (block,) = read_plain("12,5   13,5\u00a0%")
    assert (block.kind, [s.source for s in block.sentences]) == ("paragraph", ["12,5   13,5\u00a0%"])


@pytest.mark.parametrize("rule", ["-----", "***", "* * *", "=====", "____", "…", "🎉"])
def test_a_line_without_words_is_one_sentence_as_it_was(rule: str) -> None:
    (block,) = read_plain(rule)
    assert (block.kind, block.prefix, [s.source for s in block.sentences]) == ("paragraph", "", [rule])


# Wrapped paragraphs


@pytest.mark.parametrize("width", [52, 60, 72, 78, 100, 128])
def test_a_wrapped_paragraph_is_one_block(width: int) -> None:
    assert texts(textwrap.fill(PARAGRAPH, width, break_on_hyphens=False)) == [PARAGRAPH]


def test_paragraphs_wrapped_without_a_blank_line_between_stay_two() -> None:
    wrapped = textwrap.fill(PARAGRAPH, 72) + "\n" + textwrap.fill(OTHER, 72)
    assert texts(wrapped) == [PARAGRAPH, OTHER]


def test_an_indented_line_begins_a_paragraph() -> None:
    wrapped = (
        textwrap.fill(PARAGRAPH, 72, initial_indent="    ") + "\n" + textwrap.fill(OTHER, 72, initial_indent="    ")
    )
    assert texts(wrapped) == [PARAGRAPH, OTHER]
    assert prefixes(wrapped) == ["    ", "    "]


def test_a_title_right_above_a_wrapped_paragraph_is_not_part_of_it() -> None:
    text = "Une bibliothèque reportée\nPar Jean Dupont\n" + textwrap.fill(PARAGRAPH, 72)
    assert kinds(text) == ["title", "boilerplate", "paragraph"]
    assert texts(text)[2] == PARAGRAPH


def test_a_signature_right_under_a_wrapped_paragraph_is_not_part_of_it() -> None:
    text = textwrap.fill(PARAGRAPH, 72) + "\nJean Dupont\nMaire de Lyon"
    assert texts(text) == [PARAGRAPH, "Jean Dupont", "Maire de Lyon"]


def test_a_paragraph_of_names_is_joined_where_the_rest_of_the_text_is_wrapped() -> None:
    names = "Au premier rang se tenaient l'ancien président Hugues Marchand, le maire\nGérard Dupont et\u00a0sa femme."
    assert texts(f"{textwrap.fill(PARAGRAPH, 72)}\n\n{names}")[1:] == [clean(names).replace("\n", " ")]
    assert len(read_plain(names)) == 2


def test_a_closing_mark_alone_on_the_last_line_is_part_of_the_paragraph() -> None:
    text = (
        "Le président a répondu aux journalistes qui l'attendaient : « Je ne sais pas\n"
        "ce que vous voulez dire, et je crois que vous ne le savez pas vous-même non\n»."
    )
    assert len(read_plain(text)) == 1


def test_a_figure_that_ends_a_wrapped_paragraph_is_part_of_it() -> None:
    text = "La loi sur les bibliothèques municipales a été adoptée par les députés le 3 mars\n2024."
    assert len(read_plain(text)) == 1


def test_a_dash_inside_a_wrapped_sentence_begins_no_block() -> None:
    text = (
        "Le ministre, interrogé mardi soir sur la chaîne parlementaire, a répondu\n"
        "– c'était la première fois – qu'il ne présenterait pas de nouveau texte\n"
        "avant la fin de la session."
    )
    assert len(read_plain(text)) == 1


def test_a_number_inside_a_wrapped_sentence_begins_no_block() -> None:
    text = (
        "Les candidats qui restaient en lice après le premier tour étaient encore\n"
        "12. Le second tour, lui, en a gardé deux, que les électeurs ont départagés\n"
        "dimanche soir."
    )
    assert len(read_plain(text)) == 1


def test_a_hyphen_at_the_end_of_a_line_keeps_its_word_together() -> None:
    text = "Le gouvernement a fait savoir jeudi soir, par la voix de son porte-\nparole, qu'il renonçait."
    assert texts(text) == [
        "Le gouvernement a fait savoir jeudi soir, par la voix de son porte-parole, qu'il renonçait."
    ]


def test_a_soft_hyphen_at_the_end_of_a_line_vanishes() -> None:
    text = (
        "Le gouvernement a fait savoir jeudi soir, par la voix du porte-parole, que le gou\u00ad\nvernement renonçait."
    )
    assert "que le gouvernement renonçait." in texts(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Demain, dès l'aube, à l'heure où blanchit la campagne,\nJe partirai. Vois-tu, je sais que tu m'attends.\n"
        "J'irai par la forêt, j'irai par la montagne.\nJe ne puis demeurer loin de toi plus longtemps.",
        "Accueil\nPolitique\nSociété\nÉconomie",
        "Jean Dupont\n12 rue de la Paix\n75002 Paris",
        "Paris\t2 102 650\nMarseille\t873 076\nLyon\t522 250",
        "2022   Paris          12 340   élèves inscrits au premier jour\n"
        "2023   Marseille      11 034   élèves inscrits au premier jour",
        "entrée\nplat\ndessert",
        (LONG_LINE * 2 + "\n") * 3,
        "Une ligne de plus de cinquante caractères, qui se termine ici.\n"
        "Une autre ligne de plus de cinquante caractères, qui fait de même.",
    ],
    ids=["verse", "menu", "address", "table", "rows", "short", "paragraphs", "sentences"],
)
def test_other_lines_are_blocks_of_their_own(text: str) -> None:
    assert len(read_plain(text)) == len(text.strip().split("\n"))


# Lists, replies, dialogues, code


def test_list_marks_begin_blocks_and_stand_apart() -> None:
    text = "- un\n- deux\n  - deux et demi\n3. trois\na) quatre"
    assert kinds(text) == ["item"] * 5
    assert prefixes(text) == ["- ", "- ", "  - ", "3. ", "a) "]
    assert texts(text) == ["un", "deux", "deux et demi", "trois", "quatre"]


@pytest.mark.parametrize("mark, hanging", [("- ", "  "), ("1. ", "   "), ("• ", ""), ("    * ", "      ")])
def test_a_wrapped_item_is_one_block(mark: str, hanging: str) -> None:
    item = textwrap.fill(PARAGRAPH, 72, initial_indent=mark, subsequent_indent=hanging)
    blocks = read_plain(item + "\n" + item)
    assert [(block.kind, block.prefix, text_of(block)) for block in blocks] == [("item", mark, PARAGRAPH)] * 2


def test_a_wrapped_reply_is_one_block_with_its_mark_once() -> None:
    reply = textwrap.fill(PARAGRAPH, 72, initial_indent="> ", subsequent_indent="> ")
    blocks = read_plain(f"Bonjour,\n\n{reply}\n>\n> Merci !\n\nOui.")
    assert [(b.kind, b.prefix) for b in blocks[1:4]] == [("quotation", "> "), ("quotation", ""), ("quotation", "> ")]
    assert [text_of(b) for b in blocks[1:4]] == [PARAGRAPH, ">", "Merci !"]


def test_the_dash_of_a_dialogue_stands_apart() -> None:
    blocks = read_plain("— Bonjour, dit-il.\n— Que voulez-vous ?")
    assert [(b.kind, b.prefix, text_of(b)) for b in blocks] == [
        ("paragraph", "— ", "Bonjour, dit-il."),
        ("paragraph", "— ", "Que voulez-vous ?"),
    ]


def test_a_shell_command_is_code_as_it_was() -> None:
    blocks = read_plain("Pour l'installer :\n\n    $ pip install --upgrade  'paquet[extra]>=2.0'\n\nPuis redémarrez.")
    assert [(b.kind, b.prefix) for b in blocks] == [("paragraph", ""), ("code", "    "), ("paragraph", "")]
    assert [s.source for s in blocks[1].sentences] == ["$ pip install --upgrade  'paquet[extra]>=2.0'"]


def test_lines_between_fences_are_code_and_an_open_fence_is_none() -> None:
    assert kinds("Voici.\n```\nx  = une phrase\n```\nFin.") == ["paragraph", "code", "code", "code", "paragraph"]
    assert kinds("Voici.\n```\nUne phrase.") == ["paragraph", "paragraph", "paragraph"]


# Headings, title, standfirst


def test_headings_of_markdown_are_headings_whatever_follows_and_their_signs_stand_apart() -> None:
    text = f"# Le maire s'en va\n\n{PARAGRAPH}\n\n## Les suites\n{OTHER}\n### Et après ?"
    assert kinds(text) == ["title", "paragraph", "heading", "paragraph", "heading"]
    assert [block.prefix for block in read_plain(text)] == ["# ", "", "## ", "", "### "]
    assert texts(text)[2] == "Les suites"
    assert kinds("#Paris est en fête ce soir, dit-on sur les quais.") == ["paragraph"]


def test_front_matter_is_code_at_the_beginning_only() -> None:
    matter = "---\ntitle: Le maire s'en va\ntags:\n  - politique\n---"
    assert kinds(f"{matter}\n\n{PARAGRAPH}") == ["code"] * 5 + ["paragraph"]
    assert "code" not in kinds(f"{PARAGRAPH}\n\n{matter}\n\n{OTHER}")
    assert "code" not in kinds(f"---\n{PARAGRAPH}\n---")


def test_the_first_heading_is_the_title_and_the_paragraph_before_it_the_standfirst() -> None:
    text = f"{LONG_LINE}{LONG_LINE}\nL'offre refusée\n{LONG_LINE}{LONG_LINE}\nUn refus attendu\n{LONG_LINE}{LONG_LINE}"
    assert kinds(text) == ["standfirst", "title", "paragraph", "heading", "paragraph"]


def test_a_heading_after_two_paragraphs_is_never_the_title() -> None:
    assert kinds("Un paragraphe.\n\nUn autre.\n\nUn intertitre\n\nLa suite.") == ["paragraph"] * 2 + [
        "heading",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line, kind",
    [
        ("Un titre", "title"),
        ("Que faut-il retenir ?", "title"),
        ("Ils ont gagné !", "title"),
        ("La fin…", "title"),
        ("Et après...", "title"),
        ("Le procès de « l'homme pressé »", "title"),
        ("SANTÉ PUBLIQUE", "title"),
        ("🔴 En direct de Kiev", "title"),
        ("x" * 130, "title"),
        ("x" * 131, "paragraph"),
        ("Une phrase.", "paragraph"),
        ("Une phrase,", "paragraph"),
        ("Une phrase ;", "paragraph"),
        ("Voici :", "paragraph"),
        ("« Nous ne vendrons pas. »", "paragraph"),
        ("https://www.exemple.fr/article", "paragraph"),
        ("- un point", "item"),
        ("— Bonjour", "paragraph"),
        ("12,5 %", "paragraph"),
    ],
)
def test_what_may_be_a_heading(line: str, kind: str) -> None:
    assert kinds(f"{line}\n\nUne phrase entière suit ici.")[0] == kind


def test_a_line_that_no_paragraph_follows_is_no_heading() -> None:
    assert kinds("31,5 C\nDakar\n\nAFRIQUE DU NORD\n\nÉNERGIE\n\nPLUS\n") == ["paragraph"] * 5


def test_a_last_paragraph_may_lack_its_full_stop() -> None:
    text = "L'offre refusée\n\nLe groupe a dit non lundi soir et ne changera pas d'avis avant l'été"
    assert kinds(text) == ["title", "paragraph"]


def test_boilerplate_is_looked_through_and_never_a_title() -> None:
    text = "Par Jean Dupont\n\nL'offre refusée\n\nPublié le 12 mars 2024\nPartager\n\nLe groupe a dit non."
    assert kinds(text) == ["boilerplate", "title", "boilerplate", "boilerplate", "paragraph"]


def test_the_name_of_a_section_is_not_the_title() -> None:
    assert kinds("ÉCONOMIE\n\nLe prix du gaz remonte\n\nIl a gagné dix pour cent.") == [
        "boilerplate",
        "title",
        "paragraph",
    ]


def test_names_of_sections_and_of_a_running_story_above_a_title_are_the_pages() -> None:
    text = f"International\nGuerre en Ukraine\nLe président demande des actes après une nuit de frappes\n{OTHER}"
    assert kinds(text) == ["boilerplate", "boilerplate", "title", "paragraph"]
    menu = f"Accueil\nPolitique\nÉconomie\n\nLe prix du gaz remonte\n\n{OTHER}"
    assert kinds(menu) == ["boilerplate"] * 3 + ["title", "paragraph"]


def test_a_title_right_above_a_heading_is_the_title() -> None:
    text = "Le prix du gaz remonte partout en Europe\n\nUn hiver froid\n\nIl a gagné dix pour cent."
    assert kinds(text) == ["title", "heading", "paragraph"]


def test_a_rule_under_a_title_is_looked_through() -> None:
    assert kinds("L'offre refusée\n===============\n\nLe groupe a dit non.") == ["title", "paragraph", "paragraph"]


def test_a_heading_may_lead_to_a_list() -> None:
    assert kinds("Un texte.\n\nUn autre.\n\nÀ retenir\n\n- un\n- deux")[2:] == ["heading", "item", "item"]


def test_numbered_headings_are_headings_and_numbered_items_items() -> None:
    chapters = "1. Le contexte\n\nUn texte.\n\n2. La suite\n\nUn texte."
    assert kinds(chapters) == ["title", "paragraph", "heading", "paragraph"]
    assert kinds("1. Le contexte\n2. La suite\n3. La fin\n\nUn texte.") == ["item"] * 3 + ["paragraph"]


def test_a_chapter_may_lead_to_its_first_section() -> None:
    text = "I. Le contexte\n\nUn texte.\n\nII. La suite\n\nA. Un point\n\nUn texte.\n\nB. Un autre\n\nUn texte."
    assert [kind for kind in kinds(text) if kind != "paragraph"] == ["title", "heading", "heading", "heading"]


def test_addresses_and_verse_are_no_headings() -> None:
    assert set(kinds("Jean Dupont\n12 rue de la Paix\n75002 Paris\n\nMadame, je vous écris.")) == {"paragraph"}


def test_x_is_a_share_button_beside_other_networks_only() -> None:
    assert kinds("Facebook\nX\nWhatsApp") == ["boilerplate"] * 3
    assert kinds("X\nY") == ["paragraph"] * 2


# Nothing is lost


def bare(text: str) -> str:
    """What is not blank, in the spelling of sources. The marks of replies are dropped: joined lines share one."""
    return "".join(unicodedata.normalize("NFC", clean(text)).replace(">", "").split())


LINES = st.lists(
    st.sampled_from(
        [
            "",
            " ",
            "Un titre",
            "Une phrase. Une autre ?",
            "- un point",
            "1. un autre",
            "A. Dupont",
            "B. Durand",
            "— Bonjour",
            "> une réponse",
            ">",
            "-----",
            "12,5 %",
            "Par Jean Dupont",
            "$ pip install abrege",
            "```",
            "    retrait",
            "Le porte-",
            "parole a parlé, et le conseil municipal a décidé jeudi soir de tout",
            "reporter à l'automne, faute de crédits suffisants pour la nouvelle gou\u00ad",
            "vernance.",
            *textwrap.wrap(PARAGRAPH, 72),
        ]
    ),
    max_size=14,
)
CHARACTERS = st.text(
    st.sampled_from("aéA1 .,-—–>•*✓🎉«»…:;?!()[]\t\n\r\u00a0\u202f\u00ad\u200b\u2028\u0301\x0bœ'’\"")
    | st.characters(exclude_categories=["Cs", "Cc"])
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(LINES.map("\n".join))
def test_made_up_pages_lose_nothing(text: str) -> None:
    blocks = read_plain(text)
    assert bare("".join(block.prefix + text_of(block) for block in blocks)) == bare(text)
    assert all(block.sentences and all(sentence.source for sentence in block.sentences) for block in blocks)
    gaps = sum(block.gap for block in blocks)
    assert gaps == sum(not line.strip() for line in text.rstrip().split("\n")) * bool(text.strip())


@settings(derandomize=True, deadline=None, max_examples=500)
@given(CHARACTERS)
def test_any_characters_lose_nothing(text: str) -> None:
    blocks = read_plain(text)
    assert bare("".join(block.prefix + text_of(block) for block in blocks)) == bare(text)


def test_names_at_the_beginning_of_lines_do_not_unmake_a_wrapped_paragraph() -> None:
    text = (
        "Le ministre de l’Intérieur a rencontré lundi les maires de\n"
        "Marseille, de Lyon et de Toulouse pour parler de la sécurité dans\n"
        "les quartiers, avant de partir pour l’Italie, où il doit voir\n"
        "Giorgia Meloni.\n"
    )
    assert len(read_plain(text)) == 1


def test_a_hyphen_at_the_end_of_a_very_long_run_of_lines_is_seen_at_once() -> None:
    lines = "Le conseil municipal a décidé jeudi soir, après plus de quatre por-\n" + (
        "te-avions et bien des heures de débats, de reporter à l’automne la\n" * 3000
    )
    start = time.process_time()
    assert len(read_plain(lines)) == 1
    assert time.process_time() - start < 10


def test_the_page_of_a_newspaper_keeps_its_title() -> None:
    text = f"""Accueil
International
Ukraine

En Ukraine, la bataille de l’électricité
REPORTAGE
Par Faustine Vincent (Kharkiv, envoyée spéciale)
Publié hier à 05h30, modifié à 10h12

{PARAGRAPH}

{OTHER}
"""
    assert [block.kind for block in read_plain(text)] == [
        *["boilerplate"] * 3,
        "title",
        *["boilerplate"] * 3,
        "paragraph",
        "paragraph",
    ]


def test_a_title_stands_above_a_heading_and_below_sections() -> None:
    text = f"Monde\n\nUkraine\n\nGuerre en Ukraine : Kiev appelle à l’aide\n\nL’essentiel\n\n{PARAGRAPH}\n\n{OTHER}\n"
    assert [block.kind for block in read_plain(text)][:4] == ["boilerplate", "boilerplate", "title", "heading"]


def test_a_full_stop_before_an_emoji_still_ends_a_sentence() -> None:
    text = f'{PARAGRAPH}\n\n{OTHER}\n\n"No thank you, we are not for sale." 😏\n\n{PARAGRAPH}\n'
    assert [block.kind for block in read_plain(text)] == ["paragraph"] * 4
