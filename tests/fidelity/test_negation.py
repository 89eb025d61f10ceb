"""A negation that only one side has is found; other ways of denying are not."""

from __future__ import annotations

import pytest

from abrege.fidelity.negation import check_negation


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Il n'est pas venu.", "He did not come."),
        ("Il n'est pas venu.", "He failed to come."),
        ("Il ne peut pas payer.", "He is unable to pay."),
        ("Rien n'a changé.", "Everything remained the same."),
        ("Personne ne le sait.", "Nobody knows."),
        ("Il ne reste que deux jours.", "Two days are left."),
        ("Il est venu sans elle.", "She did not come with him."),
        ("Il refuse de partir.", "He won't leave."),
        ("N'est-ce pas une belle ville ?", "Isn't it a fine town?"),
        ("N'est-il pas tard ?", "Is it late?"),
        ("Il est non seulement grand, mais fort.", "He is not only tall, but strong."),
        ("Le numéro 3 mondial a gagné.", "World No. 3 won."),
        ("Le gouvernement ne manquera pas de réagir.", "The government is sure to respond."),
        ("Le parquet ne tardera pas à réagir.", "The prosecutor's office will soon respond."),
        ("Il n'a pas tardé à réagir.", "He was quick to respond."),
        ("La dette n'en finit pas de grimper.", "The debt keeps rising."),
        ("Cela n'est pas sans rappeler l'affaire Dreyfus.", "It recalls the Dreyfus affair."),
        ("Il n'est pas rare de voir des loups.", "Wolves are often seen."),
        ("Il n'a pas tort.", "He is right."),
        ("On n'a jamais vu autant de monde.", "The crowds are the largest ever seen."),
        ("Le match n'aura pas lieu.", "The match has been called off."),
        ("Elle ne s'est pas rendue au procès.", "She skipped the trial."),
        ("Il n'a plus d'argent.", "He no longer has any money."),
        ("Il ne reste plus, dimanche, que deux jours.", "Two days are left on Sunday."),
        ("Il est parti sans attendre.", "He left at once."),
        ("", ""),
    ],
)
def test_what_is_denied_on_both_sides_is_not_doubted(source: str, target: str) -> None:
    assert check_negation(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "mine", "yours"),
    [
        ("Le conseil n'a pas voté.", "The council voted.", "n'a pas", ""),
        ("Aucun élu ne l'a vu.", "All of them saw him.", "Aucun élu ne", ""),
        ("Il n'a plus d'argent.", "He has money.", "n'a plus", ""),
        ("Nul ne sait où il se cache.", "Everyone knows where he is hiding.", "Nul ne", ""),
        ("Ni Berlin ni Paris n'ont réagi.", "Both Berlin and Paris have reacted.", "Ni Berlin ni Paris n'", ""),
        ("Il n'est ni grand ni fort.", "He is tall and strong.", "n'est ni", ""),
        ("Il est parti sans dire un mot.", "He left saying a word.", "sans dire", ""),
        ("Il n'est pas venu, trop fatigué.", "He came, too tired.", "n'est pas", ""),
        ("Il viendra demain.", "He will not come tomorrow.", "", "not"),
        ("Il viendra demain.", "He won't come tomorrow.", "", "n't"),
    ],
)
def test_a_negation_of_one_side_only_is_marked(source: str, target: str, mine: str, yours: str) -> None:
    (finding,) = check_negation(source, target)
    assert finding.kind == "negation"
    assert (source[slice(*finding.source_span)] if finding.source_span else "") == mine
    assert (target[slice(*finding.target_span)] if finding.target_span else "") == yours
