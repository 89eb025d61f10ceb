"""A quotation mark without a partner is found, unless the source has one too."""

from __future__ import annotations

import pytest

from abrege.fidelity.quotations import check_quotations


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("« Oui », dit-il.", "“Yes,” he says."),
        ('Il dit "oui" et "non".', 'He says "yes" and "no".'),
        ("« Un « bon » jour », dit-il.", "“A “good” day,” he says."),
        ("« Je viens.", "“I am coming."),
        ("Il mesure deux mètres.", "He is 6'7\" tall."),
        ("Il lit « Salle 11 ».", 'He reads "Room 11".'),
        ("Il vient.", "He's coming."),
        ("", ""),
    ],
)
def test_marks_in_pairs_are_not_doubted(source: str, target: str) -> None:
    assert check_quotations(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "place"),
    [
        ("« Oui », dit-il.", "“Yes, he says.", 0),
        ("« Oui », dit-il.", "Yes,” he says.", 4),
        ('Il dit "oui".', 'He says "yes.', 8),
        ("Il voit une « banque saine ».", "He sees a ”sound bank”.", 10),
        ("Il vient.", "He is coming».", 12),
    ],
)
def test_a_mark_without_a_partner_is_marked(source: str, target: str, place: int) -> None:
    assert [(f.kind, f.target_span) for f in check_quotations(source, target)] == [("quotation", (place, place + 1))]
