"""From sentences to English: with the bundled model where it matters, elsewhere with a parrot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.engines import Decoding, Engine, Hypothesis
from abrege.generation import Tokenizer, Translator
from abrege.models import find_card, model_folder


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer(model_folder(find_card("small", "translate")))


class Parrot(Engine):
    """An engine that answers a source text with given hypotheses, and any other with itself."""

    name, precision = "parrot", "exact"

    def __init__(self, tokenizer: Tokenizer, answers: dict[str, list[str]]) -> None:
        self.tokenizer, self.answers = tokenizer, answers
        self.asked: list[tuple[str, Decoding]] = []

    def search(self, segments: Sequence[Sequence[str]], decoding: Decoding) -> Iterator[tuple[int, list[Hypothesis]]]:
        for place, pieces in enumerate(segments):
            source = self.tokenizer.decode(pieces[:-1])
            self.asked.append((source, decoding))
            answers = self.answers.get(source, [source])
            yield place, [Hypothesis(tuple(self.tokenizer.encode(a)[:-1]), -k / 10) for k, a in enumerate(answers)]


def test_the_hypothesis_that_keeps_the_numbers_is_chosen(tokenizer: Tokenizer) -> None:
    engine = Parrot(tokenizer, {"Il a 97.4 euros.": ["He has 94.7 euros.", "He has 97.4 euros."]})
    (translation,) = Translator(engine, tokenizer).translate(["Il a 97,4 euros."])
    assert (translation.target, translation.findings) == ("He has 97.4 euros.", ())


def test_a_number_that_no_hypothesis_keeps_is_kept_from_the_model(tokenizer: Tokenizer) -> None:
    engine = Parrot(
        tokenizer,
        {"Il y a 244890 habitants.": ["There are 24890 people."], "Il y a <x1> habitants.": ["There are <x1> people."]},
    )
    (translation,) = Translator(engine, tokenizer).translate(["Il y a 244890 habitants."])
    assert (translation.target, translation.status) == ("There are 244890 people.", "repaired")


def test_a_number_that_stays_wrong_is_reported(tokenizer: Tokenizer) -> None:
    engine = Parrot(tokenizer, {"Il a 12 ans.": ["He is 13."], "Il a <x1> ans.": ["He is old."]})
    (translation,) = Translator(engine, tokenizer).translate(["Il a 12 ans."])
    assert {f.kind for f in translation.findings} == {"number"}


def test_a_loop_is_decoded_again_and_told_if_it_stays(tokenizer: Tokenizer) -> None:
    engine = Parrot(tokenizer, {"Il dort bien.": ["He he he he he he sleeps."]})
    (translation,) = Translator(engine, tokenizer).translate(["Il dort bien."])
    assert translation.status == "looped"
    assert [d.no_repeat for _, d in engine.asked] == [0, 3]


def test_addresses_and_handles_never_reach_the_model(tokenizer: Tokenizer) -> None:
    engine = Parrot(tokenizer, {})
    sentence = "Voir https://www.exemple.fr/a?b=1 ou @mairie_lille 🎉"
    (translation,) = Translator(engine, tokenizer).translate([sentence])
    assert translation.target == sentence
    assert [source for source, _ in engine.asked] == ["Voir <x1> ou <x2>"]


def test_a_lost_placeholder_makes_the_stretches_between_be_translated_apart(tokenizer: Tokenizer) -> None:
    engine = Parrot(tokenizer, {"Voir <x1> demain.": ["See tomorrow."], "Voir": ["See"], "demain.": ["tomorrow."]})
    (translation,) = Translator(engine, tokenizer).translate(["Voir https://exemple.fr demain."])
    assert (translation.target, translation.status) == ("See https://exemple.fr tomorrow.", "repaired")


def test_what_has_no_word_does_not_go_to_the_model(tokenizer: Tokenizer) -> None:
    engine = Parrot(tokenizer, {})
    lines = ["97,4 %", "---", "🎉 ✓", "31,5  2 200", "https://exemple.fr"]
    translations = Translator(engine, tokenizer).translate(lines)
    assert [t.target for t in translations] == ["97.4%", "---", "🎉 ✓", "31.5  2 200", "https://exemple.fr"]
    assert {t.status for t in translations} == {"kept"}
    assert engine.asked == []


def test_a_sentence_beyond_the_models_positions_is_split_and_nothing_is_lost(tokenizer: Tokenizer) -> None:
    engine = Parrot(tokenizer, {})
    sentence = ", ".join(f"la commune numéro {k}" for k in range(1, 141)) + "."
    (translation,) = Translator(engine, tokenizer).translate([sentence])
    assert translation.target == sentence
    assert len(engine.asked) > 2
    assert max(tokenizer.length(source) for source, _ in engine.asked) <= 110


def test_a_long_sentence_whose_numbers_stay_wrong_is_decoded_in_halves(tokenizer: Tokenizer) -> None:
    sentence = ", ".join(f"la commune numéro {k}" for k in range(11, 23)) + "."
    engine = Parrot(tokenizer, {sentence: ["the towns 11 to 23"]})
    (translation,) = Translator(engine, tokenizer).translate([sentence])
    assert (translation.target, translation.status) == (sentence, "repaired")


def test_capitals_are_lowered_for_the_model_and_restored(tokenizer: Tokenizer) -> None:
    engine = Parrot(tokenizer, {"Afrique du Nord": ["North Africa"]})
    (translation,) = Translator(engine, tokenizer).translate(["AFRIQUE DU NORD"])
    assert translation.target == "NORTH AFRICA"


def test_equal_sentences_are_decoded_once(tokenizer: Tokenizer) -> None:
    engine = Parrot(tokenizer, {})
    Translator(engine, tokenizer).translate(["Bonjour.", "Bonjour.", "Bonjour."])
    assert len(engine.asked) == 1


letters = st.text(st.characters(categories=["Lu", "Ll", "Nd", "Po", "Zs", "Sc"], max_codepoint=0x2FF), max_size=60)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(letters)
def test_any_text_is_answered_with_a_text(tokenizer: Tokenizer, text: str) -> None:
    (translation,) = Translator(Parrot(tokenizer, {}), tokenizer).translate([text])
    assert bool(translation.target.strip()) == bool(text.strip())


@pytest.mark.parametrize("word", ["Progressivement", "Santé", "Dakar", "Oui", "Heureusement", "Énergie", "Plus"])
def test_a_single_word_does_not_grow(translator: Translator, word: str) -> None:
    (translation,) = translator.translate([word])
    assert 1 <= len(translation.target.split()) <= 3


def test_numbers_come_out_in_english_form(translator: Translator) -> None:
    (translation,) = translator.translate(
        ["Le groupe a proposé 97,4 milliards de dollars, soit 12,5 % de plus qu'en 2024."]
    )
    for figure in ("97.4", "12.5%", "2024"):
        assert figure in translation.target


def test_a_quoted_english_passage_passes_unchanged(translator: Translator) -> None:
    (translation,) = translator.translate(['Le PDG a répondu : "We are not for sale. Not now, not ever."'])
    assert '"We are not for sale. Not now, not ever."' in translation.target
    assert "PDG" not in translation.target


def test_the_cells_of_a_table_are_translated_one_by_one(tokenizer: Tokenizer) -> None:
    engine = Parrot(tokenizer, {"Ville": ["City"], "Habitants": ["Inhabitants"]})
    rows = ["| Ville | Habitants |", "Lyon\t522 250", "Ville\tHabitants"]
    translations = Translator(engine, tokenizer).translate(rows)
    assert [t.target for t in translations] == ["| City | Inhabitants |", "Lyon\t522 250", "City\tInhabitants"]


def test_a_hypothesis_that_closes_no_bracket_is_not_chosen(tokenizer: Tokenizer) -> None:
    engine = Parrot(tokenizer, {"Le match (3-1) est fini.": ["The match 3-1) is over.", "The match (3-1) is over."]})
    (translation,) = Translator(engine, tokenizer).translate(["Le match (3-1) est fini."])
    assert translation.target == "The match (3-1) is over."
