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
        ("Il a vendu ses livres pour 20 euros.", "He sold his books for €20."),
        ("Il coûte deux millions de wons.", "It costs two million won."),
        ("Il coûte 30 000 couronnes tchèques.", "It costs 30,000 Czech crowns."),
        ("Il gagne 10 euros de plus qu'en 2010.", "In 2010 he won 10 euros less."),
        ("Il coûte 50 centimes.", "It costs 50 euro cents."),
        ("", ""),
    ],
)
def test_the_same_currency_is_not_doubted(source: str, target: str) -> None:
    assert check_currencies(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "marked", "expected"),
    [
        ("Il coûte 10 dollars.", "It costs 10 euros.", "euros", "dollars"),
        ("Il coûte 35 £ et 42 €.", "It costs $35 and €42.", "$", "pounds"),
        ("Il a vendu ses livres pour 20 euros.", "He sold his books for $20.", "$", "euros"),
        ("Une couronne de fleurs à 50 euros.", "A 50-dollar wreath.", "dollar", "euros"),
        ("Il paie 10 euros.", "He pays 10 pounds.", "pounds", "euros"),
        ("Il gagne 10 000 wons.", "He earns 10,000 yen.", "yen", "won"),
    ],
)
def test_another_currency_is_marked(source: str, target: str, marked: str, expected: str) -> None:
    (finding,) = check_currencies(source, target)
    assert finding.target_span is not None
    assert (finding.kind, target[slice(*finding.target_span)], finding.expected) == ("currency", marked, expected)
