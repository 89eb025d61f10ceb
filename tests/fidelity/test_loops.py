"""Loops and runaways are seen; ordinary repetition is not."""

from __future__ import annotations

import pytest

from abrege.fidelity.loops import check_loops

LONG = "The police arrested three men near the central station of Toulouse late on Friday evening after a long chase."
LONG_FRENCH = (
    "La police a arrêté trois hommes près de la gare centrale de Toulouse tard vendredi soir après une poursuite."
)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("L'université a rouvert.", "The University University University University reopened."),
        ("Le conseil a voté.", "The council voted, the council voted, the council voted, the council voted."),
        ("Progressivement", "Progressively, it is a good thing to do it"),
        ("Il dort.", " ".join(f"word{k}" for k in range(30))),
        (LONG_FRENCH, f"{LONG} {LONG}"),
        (LONG_FRENCH, f"{LONG} {LONG.removeprefix('The ')}"),
        (LONG_FRENCH, f"He had had enough. {LONG} {LONG}"),
        ("Il va de porte en porte.", "He goes to door to door to door to door."),
        ("Oui !", "Yes, yes, yes, yes!"),
    ],
)
def test_a_loop_or_a_runaway_is_found(source: str, target: str) -> None:
    assert [f.kind for f in check_loops(source, target)] == ["loop"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Non, non, non !", "No, no, no!"),
        ("Il a gagné 3-3, 3-3.", "He won 3-3, 3-3."),
        ("Je sais que vous vous en souvenez.", "I know that you had had that in mind."),
        ("Oui", "Yes"),
        (f"{LONG_FRENCH} {LONG_FRENCH}", f"{LONG} {LONG}"),
        (f"{LONG_FRENCH} Il pleut. {LONG_FRENCH}", f"{LONG} It rains, and it will rain all week. {LONG}"),
        ("Santé", "Health"),
        ("Attendez…", "Wait..."),
        ("Il hésite… puis il part.", "He hesitates... then he leaves."),
        ("Voici la liste :", "Here is the list:::"),
        ("Il va de porte en porte pour vendre.", "He goes from door to door to sell."),
        ("Le virus passe de personne en personne pour survivre.", "The virus passes from person to person to survive."),
        ("Un milliard d'euros", "1,000,000,000 euros"),
        ("", ""),
    ],
)
def test_ordinary_text_is_no_loop(source: str, target: str) -> None:
    assert check_loops(source, target) == ()
