"""A run of words may go if it is of a kind that does no harm, and of no other."""

from __future__ import annotations

import pytest

from abrege.summarization.alignment import tokens
from abrege.summarization.kinds import Judge


def kind(marked: str) -> str:
    """The kind of the run between bars."""
    before, run, after = marked.split("|")
    whole = tokens(before + run + after)
    inside = [k for k, t in enumerate(whole) if len(before) <= t.start < len(before + run)]
    return Judge(whole).kind(inside[0], inside[-1] + 1)


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("|However,| the mayor disagrees.", "link"),
        ("The mayor|, however,| disagrees with the council.", "link"),
        ("|On Monday,| the mayor resigned.", "lead"),
        ("|Last year,| the mayor resigned.", "lead"),
        ("|Founded in 1998,| the firm went bankrupt.", "lead"),
        ("|While the mayor agrees,| the council refused the plan.", "lead"),
        ("The pool| (built in 1962)| closed.", "brackets"),
        ("Musk|, who founded Tesla,| left the company.", "inserted"),
        ("Ann Roe|, 36,| was elected mayor.", "inserted"),
        ("The vote|, held on Monday,| was close.", "inserted"),
        ("Ann Roe|, founder of Bati and Sons,| has resigned.", "inserted"),
        ("The firm offered $97.4 billion to buy Bati|, a pioneer of concrete|.", "trailing"),
        ("The mayor refused the plan|, which surprised all|.", "trailing"),
        ("A bridge collapsed in Lyon|, killing four people|.", "trailing"),
        ("The firm will cut 900 jobs|, a third of its workforce|.", "trailing"),
        ("The firm will close the plant|, and the state opened talks|.", "trailing"),
        ("The firm will close the plant|; the state opened talks|.", "clause"),
        ("The council met the mayor| and will reject the plan|.", "clause"),
        ("The council| on Monday| rejected the plan.", "date"),
        ("The council rejected the plan| last year|.", "date"),
        ("The council closed the pool| because of the wind|.", "reason"),
        ("The council refused a plan| submitted by a group|.", "description"),
        ("The mayor met a hundred residents| who came|.", "description"),
        ("A hiker| hidden in a cave| was found alive.", "description"),
    ],
)
def test_a_run_that_does_no_harm(marked: str, name: str) -> None:
    assert kind(marked) == name


@pytest.mark.parametrize(
    "marked",
    [
        "The mayor|, who never came,| was elected.",  # a denial
        "The pool is closed|, unless it rains|.",  # a condition
        "The mayor, |it seems|, resigned.",
        "Prices will rise|, the minister said|.",  # who says it
        "The law|, the court retorts,| is clear.",
        "|The rejection of| the offer surprised all.",  # a head
        "The council| met| the mayor.",
        "The council voted |on the plan|.",
        "No train was late| on Monday|.",  # what a denial, a share or a rank is about
        "One flat in six is rented| last year|.",
        "Prices fell 3%| because of the war|.",
        "It is the largest plan| submitted by a group|.",
        "The trial will start here| on Monday|.",  # the news
        "The party was banned |in May|.",
        "|In winter,| the lake freezes.",  # what comes again
        "|In Lyon,| 3% of the flats are empty.",
        "|As long as the empire held,| the roads were safe.",
        "|The pool,| the gym and the school closed.",  # an item of a list
        "They sell bread|, milk and cheese|.",
        "The town has schools|, a pool,| a gym and a park.",
        "In the savanna|, an old female stops,| lifts a foot and goes.",
        "Ann Roe, 36|, the mayor,| was elected.",
        "His wife, who thought he was a player|, worked with investigators|.",  # the verb
        "The town hall, a time accused|, benefited from a ruling|.",
        "The group announced the purchase|, for 640 million euros, of 58 hotels|.",  # what “of” ties
        "The judges sentenced a mayor, Ann Roe|, two years in prison|.",
        "It values the firm at 5 billion euros|, with debts; the first bid,| sent in May, was lower.",  # of two clauses
        "She said: “The pool|, which is old,| will close.”",  # a quotation
        "Firms| registered in Lyon| are taxed.",  # which of them
        "It is a program| that gives advice|.",
        "The mayor left his wife|, a rumor that his office denied|.",  # what denies or limits it
        "The minister was accused of theft|, an accusation withdrawn in May|.",
        "The firm will hire next year|, as his spokeswoman claims|.",
        "The machine will read all languages|, in theory|.",
        "The drug helps patients|, from the laboratory's perspective|.",
        "Greenland seems as vast as Africa|, while it is fourteen times smaller|.",
        "All unions signed the text|, with the exception of the CGT|.",
        "The shops will close|, with some exceptions|.",
        "The plant will open in May|, barring a surprise|.",
        "The firm sold the land|, with the consent of the owners|.",
        "The council read a report| that proved false|.",
        "The court sentenced the mayor to prison|, before acquitting him on appeal|.",
        "The council closed the pool|, though the vote was later annulled|.",
        "The plan is good|, in the view of his party|.",
        "The shop stays open|, for now|.",
        "Meursault kills a man|, in the novel|.",
        "The mayor, |in the view of his party,| won.",
        "The work was half funded by the region and, if the board accepts it|, by a loan|.",  # inside another run
        "The book was published in 1950 and, more recently|, in 1990,| says the editor.",
        "The guide who accompanied them, Pasang Sherpa|, a 41-year-old man,| is still wanted.",
        "The police say the guide, Pasang Sherpa|, a 41-year-old man,| was wanted.",
        "More and his colleagues, financed by the European Union|, however,| were late.",
        "The house served in turn infirming|, housing for a couple of geometers and potatoes|.",  # an item of a list
        "The firm makes cars|, printing machines and boats|.",
        "They found fake pregnant bellies|, toy boxes,| false-bottomed strollers and bags.",
        "Two men were arrested, a third was killed|, and the driver fled|.",
        "The mayor of Lyon|, Paul Durand,| resigned.",  # who
        "The pool will close, said the mayor of Lyon|, Paul Durand|.",
        "The plan is good, says the librarian|, Soizic Le Bras,| aged 29.",
        "Throughout| Sunday|, divers took turns.",  # when
        "Around| Sunday|, divers took turns.",
        "The guide [of the museum| (built in 1962)| closed.",  # a link
        "He accused a businessman, Karim Belloc|, who retracted at the hearing|.",
    ],
)
def test_a_run_that_might_do_harm(marked: str) -> None:
    assert kind(marked) == ""


def test_several_runs_are_found_between_two_places() -> None:
    whole = tokens("On Monday, the council, which met in May, rejected the plan.")
    assert list(Judge(whole).within(0, len(whole))) == [(0, 3), (5, 11)]
