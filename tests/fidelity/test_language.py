"""French that stayed in the English is found; names, titles and loan words are not."""

from __future__ import annotations

import pytest

from abrege.fidelity.language import check_language

PAGE = "https://www.etalab.gouv.fr/les-donnees-publiques-de-la-france"
GERMAN = "Der Bürgermeister sagte, dass er am nächsten Montag ins Rathaus der Stadt kommen werde."


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Il lit « Le Monde des livres » à Paris.", "He reads Le Monde des livres in Paris."),
        ("Le Tour des Flandres a lieu dimanche.", "The Tour des Flandres takes place on Sunday."),
        ("Il a visité le café.", "He visited the café."),
        ("« Mon père conduisait », confie Yvette Le Goff, 71 ans.", "“My father drove,” confides Yvette Le Goff, 71."),
        ("Il travaille chez British American Tobacco.", "He works for British American Tobacco."),
        ("Son film « Les Choses de la vie » est un succès.", "His film “Les Choses de la vie” is a hit."),
        ("Il a chanté « Je ne regrette rien » à Paris.", "He sang “Je ne regrette rien” in Paris."),
        (f"Voir {PAGE} pour la suite.", f"See {PAGE} for the rest."),
        ("Écrire à la.mairie.de.paris@ville.fr lundi.", "Write to la.mairie.de.paris@ville.fr on Monday."),
        ("Le compte @le_maire_de_lyon a publié #jesuis.", "The account @le_maire_de_lyon posted #jesuis."),
        (f"[Le site]({PAGE}) et la suite", f"[The site]({PAGE}) and the rest"),
        ("Non", "No"),
        ("Charles de Gaulle", "Charles de Gaulle"),
        ("Tour de France", "Tour de France"),
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
        ("Il vit à Londres.", "Il vit à Londres.", ["Il vit à Londres."]),
        ("Il va à Rome.", "Il va à Rome.", ["Il va à Rome."]),
        (
            "« Je ne suis pas venu ici hier », dit-il.",
            "“Je ne suis pas venu ici hier”",
            ["“Je ne suis pas venu ici hier”"],
        ),
        ("Il vient demain à la mairie.", GERMAN, [GERMAN]),
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
