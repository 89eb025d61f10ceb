"""Words of the source without a counterpart in the target are found; those with one are not."""

from __future__ import annotations

from abrege.fidelity.coverage import check_coverage, lexicon, uncovered_words


def uncovered(source: str, target: str) -> list[str]:
    return [source[a:b] for a, b in uncovered_words(source, target)]


def test_the_lexicon_knows_frequent_words() -> None:
    for french, english in {
        "maison": "house",
        "gouvernement": "government",
        "hier": "yesterday",
        "eau": "water",
    }.items():
        assert english in lexicon()[french].split()


def test_a_word_left_out_is_found() -> None:
    source = "Le gouvernement a fermé la maison hier."
    assert uncovered(source, "The government closed the house yesterday.") == []
    assert uncovered(source, "The government closed it.") == ["maison", "hier"]


def test_a_misspelt_name_is_found_and_lost_accents_are_forgiven() -> None:
    assert uncovered("Il vit à Spijkenisse.", "He lives in Spijkensse.") == ["Spijkenisse"]
    assert uncovered("Il cite Lefèvre-Zoukov.", "He quotes Lefevre-Zoukov.") == []


def test_a_clause_without_a_counterpart_is_marked_as_a_hint() -> None:
    source = "Le gouvernement ferme la maison, malgré les promesses faites aux anciens habitants du quartier."
    (finding,) = check_coverage(source, "The government is closing the house.")
    assert finding.kind == "coverage"
    assert finding.source_span is not None
    assert "promesses" in source[slice(*finding.source_span)]
    assert "maison" not in source[slice(*finding.source_span)]
    whole = "The government is closing the house, despite promises made to former residents of the neighborhood."
    assert check_coverage(source, whole) == ()
