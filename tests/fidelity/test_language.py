"""French that stayed in the English is found; names, titles and loan words are not."""

from __future__ import annotations

import pytest

from abrege.fidelity.language import check_language


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Il lit « Le Monde des livres » à Paris.", "He reads Le Monde des livres in Paris."),
        ("Le Tour des Flandres a lieu dimanche.", "The Tour des Flandres takes place on Sunday."),
        ("Il a visité le café.", "He visited the café."),
        ("« Mon père conduisait », confie Yvette Le Goff, 71 ans.", "“My father drove,” confides Yvette Le Goff, 71."),
        ("Il travaille chez British American Tobacco.", "He works for British American Tobacco."),
        ("Non", "No"),
        ("", ""),
    ],
)
def test_english_is_not_doubted(source: str, target: str) -> None:
    assert check_language(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Le maire a parlé aux élus.", "Le maire a parlé aux élus.", ["Le maire a parlé aux élus."]),
        ("Le poids", "Le poids", ["Le poids"]),
        ("Il fait des bêtises.", "He does bêtises.", ["bêtises"]),
        ("Il vit avec sa mère.", "He lives avec his mother.", ["avec"]),
        (
            "Le préfet a dit que la route est coupée depuis ce matin.",
            "The prefect said that la route est coupée depuis this morning.",
            ["la route est coupée depuis"],
        ),
    ],
)
def test_french_that_stayed_is_marked(source: str, target: str, expected: list[str]) -> None:
    findings = check_language(source, target)
    assert {f.kind for f in findings} == {"language"}
    assert [target[slice(*f.target_span)] for f in findings if f.target_span] == expected
