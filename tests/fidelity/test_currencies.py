"""A currency in another's place is found; one that is given as well is not."""

from __future__ import annotations

import pytest

from abrege.fidelity.currencies import check_currencies


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Il coûte 10 euros.", "It costs €10."),
        ("Il coûte 10 dollars.", "It costs $10."),
        ("Il coûte 10 livres.", "It costs £10."),
        ("Il coûte 10 euros.", "It costs 10 euros ($11)."),
        ("Il coûte cher.", "It costs big bucks."),
        ("Il coûte 50 centimes.", "It costs 50 euro cents."),
        ("", ""),
    ],
)
def test_the_same_currency_is_not_doubted(source: str, target: str) -> None:
    assert check_currencies(source, target) == ()


def test_another_currency_is_marked() -> None:
    (finding,) = check_currencies("Il coûte 10 dollars.", "It costs 10 euros.")
    assert (finding.kind, finding.target_span, finding.expected) == ("currency", (12, 17), "dollars")
