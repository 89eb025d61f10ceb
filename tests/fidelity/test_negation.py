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
        ("Il viendra demain.", "He will not come tomorrow.", "", "not"),
        ("Il viendra demain.", "He won't come tomorrow.", "", "n't"),
    ],
)
def test_a_negation_of_one_side_only_is_marked(source: str, target: str, mine: str, yours: str) -> None:
    (finding,) = check_negation(source, target)
    assert finding.kind == "negation"
    assert (source[slice(*finding.source_span)].strip() if finding.source_span else "") == mine
    assert (target[slice(*finding.target_span)] if finding.target_span else "") == yours
