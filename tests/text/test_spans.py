"""What no model should see is found; what newspapers print as prose is left alone."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abrege.text.spans import find_spans, is_shell_line


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_spans(text)]


def kinds(text: str) -> set[str]:
    return {span.kind for span in find_spans(text)}


def test_a_contact_line_is_taken_apart() -> None:
    text = (
        "Plus d'informations sur https://www.exemple.fr/a?b=1&c=2 ou auprès de @mairie_lille (contact@exemple.fr), "
        "#budget2025."
    )
    assert [(text[s.start : s.end], s.kind) for s in find_spans(text)] == [
        ("https://www.exemple.fr/a?b=1&c=2", "url"),
        ("@mairie_lille", "handle"),
        ("contact@exemple.fr", "email"),
        ("#budget2025", "hashtag"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Voir https://exemple.fr/a. Puis", "https://exemple.fr/a"),
        ("(voir http://exemple.fr/a), puis", "http://exemple.fr/a"),
        ("https://fr.wikipedia.org/wiki/Lille_(Nord).", "https://fr.wikipedia.org/wiki/Lille_(Nord)"),
        ("« www.exemple.fr »", "www.exemple.fr"),
        ("Sur exemple.fr/page?a=1, dit-il", "exemple.fr/page?a=1"),
        ("Sur exemple.fr.", "exemple.fr"),
        ("l'équipe d'exemple.fr !", "exemple.fr"),
        ("[un lien](https://exemple.fr/a) et", "https://exemple.fr/a"),
        ("ici : https://t.co/aB3…", "https://t.co/aB3"),
        ("https://exemple.fr/été?", "https://exemple.fr/été"),
        ("doi:10.1038/s41586-020-2649-2", "doi:10.1038/s41586-020-2649-2"),
    ],
)
def test_addresses_end_before_the_punctuation_of_the_sentence(text: str, wanted: str) -> None:
    assert found(text) == [wanted]
    assert kinds(text) == {"url"}


@pytest.mark.parametrize(
    ("text", "wanted", "kind"),
    [
        ("Écrire à jean.dupont+test@mail.exemple.co.uk.", "jean.dupont+test@mail.exemple.co.uk", "email"),
        ("ou contact[at]exemple.gouv.fr.", "contact[at]exemple.gouv.fr", "email"),
        ("dit @nom@instance.fr, hier", "@nom@instance.fr", "handle"),
        ("— Art Candee (@ArtCandee) le", "@ArtCandee", "handle"),
        ("merci @élu_local.", "@élu_local", "handle"),
        ("le mot-dièse #TouchePasÀMaVoix.", "#TouchePasÀMaVoix", "hashtag"),
        ("la grève du #8mars !", "#8mars", "hashtag"),
    ],
)
def test_accounts_and_hashtags(text: str, wanted: str, kind: str) -> None:
    assert found(text) == [wanted]
    assert kinds(text) == {kind}


@pytest.mark.parametrize(
    "emoji",
    ["🎉", "😡", "👩‍👩‍👧", "🇫🇷", "1️⃣", "#️⃣", "👍🏽", "❤️", "✓", "✗", "★", "→", "☎", "⏰", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "©️", "▶️", "🍿🥤", ":-)"],
)
def test_pictures_of_all_sorts_are_one_span(emoji: str) -> None:
    text = f"Merci {emoji} à tous"
    assert found(text) == [emoji]
    assert kinds(text) == {"emoji"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tapez `pip install --upgrade 'paquet[extra]>=2.0'` puis", ["`pip install --upgrade 'paquet[extra]>=2.0'`"]),
        ("L'option --verbose, ou --niveau=3.", ["--verbose", "--niveau=3"]),
        ("Compilez avec gcc -o fichier main.c, puis", ["gcc -o fichier main.c"]),
        ("Faites sudo apt-get install foo puis redémarrez", ["sudo apt-get install foo"]),
        ("Faites git commit -m 'un message' et dormez", ["git commit -m 'un message'"]),
        ("Lancez curl -s https://exemple.fr/x | bash.", ["curl -s https://exemple.fr/x | bash"]),
        ("Ouvrez /etc/hosts, C:\\Users\\Paul ou ~/.bashrc.", ["/etc/hosts", "C:\\Users\\Paul", "~/.bashrc"]),
        ("Dans src/main.py et ./images/a.png, ou rapport.pdf.", ["src/main.py", "./images/a.png", "rapport.pdf"]),
        ("La variable ma_variable, monIdentifiant, __init__", ["ma_variable", "monIdentifiant", "__init__"]),
        ("Appelez print() ou os.path.join(a, b) ou len('x').", ["print()", "os.path.join(a, b)", "len('x')"]),
        ("$HOME vaut {nom} ou %s, %(nom)s, {{ nom }}", ["$HOME", "{nom}", "%s", "%(nom)s", "{{ nom }}"]),
        ("du <b>gras</b> et <a href='x'>un lien</a><br/>", ["<b>", "</b>", "<a href='x'>", "</a>", "<br/>"]),
        ("numpy>=1.20 et torch==2.1", ["numpy>=1.20", "torch==2.1"]),
        ("le serveur 192.168.1.1:8080", ["192.168.1.1:8080"]),
    ],
)
def test_code(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted
    assert kinds(text) == {"code"}


DIGITS = r"""
40918273645546372819
01 23 45 67 89
01.23.45.67.89
0123456789
06-12-34-56-78
+33 1 23 45 67 89
+33 (0)1 23 45 67 89
0 800 130 000
0800 130 000
+1 555-123-4567
(555) 123-4567
FR76 3000 6000 0112 3456 7890 189
978-2-07-036822-8
4970 1000 0000 0000
550e8400-e29b-41d4-a716-446655440000
a1b2c3d4e5
d41d8cd98f00b204e9800998ecf8427e
1234567890
"""


@pytest.mark.parametrize("digits", DIGITS.strip("\n").split("\n"))
def test_strings_of_digits(digits: str) -> None:
    text = f"Le code est {digits}, dit-il."
    assert found(text) == [digits]
    assert kinds(text) == {"digits"}


def test_a_number_that_a_label_names_is_kept() -> None:
    assert found("SIREN 123 456 789 et ISBN : 2-07-036822-X.") == ["123 456 789", "2-07-036822-X"]


@pytest.mark.parametrize(
    "prose",
    [
        "Il vient et/ou part, 24h/24 et 7j/7, à 130 km/h, à la SNCF/RATP, le 14/07/2025 ou le 2025-07-14.",
        "M. Durand l'a-t-il dit ? La S.A.R.L. Durand, en 50 av. J.-C., chez Yahoo! et à l'O.N.U.",
        "iPhone, eBay, LinkedIn, McDonald, OpenAI, DeepMind, YouTube, xAI, macOS, iOS, l'iPad, Node.js, Vue.js.",
        "le.la député.e, les auteur·rice·s, les étudiant.es, les citoyen.ne.s, les ami(e)s chargé(e)s, un(e) autre",
        "3-1, 6-4, $97.4, 100 $US, 97,4 milliards, 2 200 112 tonnes, 244890 habitants, +12,5 %, 12 %d'écart",
        "# 5, n#1, le #1er, n° 5, C#, C++, l'article L. 312-1-1, L.311-5 et R*421-1, 3° de l'article 2, 12/20, 50/50",
        "La fin.Les gens.M.Durand et M.de Villepin : bien.me voilà ; le 14 /07/2025 ; hommes/femmes/enfants.",
        'Python est un langage, git aussi. Le service 24h/24, la source 2024, il se fait du "bien", du -trois.',
        "Il dit -- c'est rare -- que non. --Oui, dit-il. --oui dit-elle. L'a-t-on vu ? (voir p. 12) : a; b; c!",
        "queJohn et avecWillard ont perdu une espace ; 5 < 6 > 4 ; « Courir ! » ; `Fête de la bière', dit-il, `bien'.",
        "Vitamine C, CO2, H2O, G20, Covid-19, F1, A7, BFM-TV, TF1, 1ère, 2e, XXe, 5G, 4x4, 20h30, 14 h 30, 6,5 × 4",
        "SELECT ou pas, il a fait 35 °C, 1 + 1 = 2, 3 × 2 = 6, 10 %, 5 €/mois, n.d.l.r., p. ex., c.-à-d., etc.",
    ],
)
def test_prose_is_left_alone(prose: str) -> None:
    assert found(prose) == []


LINES_OF_CODE = r"""
$ pip install x
sudo apt-get install foo
    def f(x):
git commit -m 'x'
cd dossier
ls -la
rm -rf /tmp/x
docker compose up -d && docker ps
npm start
export PATH=$PATH:/usr/bin
./run.sh --fast
python3 script.py
from x import y
import numpy as np
x = f(3)
return foo(x)
print('x')
}
if (a == b) {
for i in range(3):
<div class='x'>
#include <stdio.h>
SELECT nom FROM table
>>> 1 + 1
curl -s https://exemple.fr/x | bash
abrege digest article.txt
C:\> dir
echo "bonjour"
make install
"""


@pytest.mark.parametrize("line", LINES_OF_CODE.strip("\n").split("\n"))
def test_a_line_of_code(line: str) -> None:
    assert is_shell_line(line)


LINES_OF_PROSE = r"""
Python est un langage
git est un logiciel
$ 97
cat et chien
Le total (HT) est 5
Ami(e)s
make cakes
<b>Gras</b>
for example:
return to sender.
let it be
Lille(59)
public (gratuit) ;
> citation
# titre
- liste
from Paris with love
import de gaz
un service 24h/24
Go !
(1)
cd est mort
service client
Si x : alors y.
1. Installer
Prix = 5 euros
find out more
sort of
AFRIQUE DU NORD
"""


@pytest.mark.parametrize("line", LINES_OF_PROSE.strip("\n").split("\n"))
def test_a_line_of_prose(line: str) -> None:
    assert not is_shell_line(line)
    assert not is_shell_line("")


signs = st.sampled_from(" .,()`'\"«»#@/\\-:=<>{}$%_🎉✓\u200d\ufe0f\n")
pieces = ["a", "Les", "exemple.fr", "https://", "www.", "@nom", "git commit -m ", "--x", "01 23 45 67 89", "1234567890"]
paths = ["été", "f(x)", "/etc", "src/", "main.py"]
samples = st.lists(st.one_of(signs, st.sampled_from(pieces), st.sampled_from(paths)), max_size=30).map("".join)


@settings(derandomize=True, deadline=None)
@given(st.one_of(samples, st.text(max_size=100)))
def test_spans_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    spans = find_spans(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(not text[span.start].isspace() and not text[span.end - 1].isspace() for span in spans)
    is_shell_line(text)


@settings(derandomize=True, deadline=None)
@given(
    st.sampled_from(
        ["a", "a.", "1 ", "-a", "_a", "/a", "a@", "(", "`a ", "'", "a=", "<a ", "{a", "% ", "git -", "C:\\a "]
    )
)
def test_a_long_text_takes_no_time(unit: str) -> None:
    # Patterns that go back over the text at each character would take minutes here.
    find_spans(unit * 20_000)
    is_shell_line(unit * 20_000)


def test_settings_are_code_and_french_words_around_an_equals_sign_are_not() -> None:
    assert found('Ajoutez DEBUG=1 ou mode="rapide", puis relancez.') == ["DEBUG=1", 'mode="rapide"']
    assert found("Liberté=Égalité, disent-ils.") == []


def test_words_in_other_scripts_are_kept_and_single_greek_letters_are_prose() -> None:
    assert found("Le mot שלום signifie paix, Владимир Путин le sait, 北京 aussi, et λόγος.") == [
        "שלום",
        "Владимир Путин",
        "北京",
        "λόγος",
    ]
    assert kinds("שלום") == {"script"}
    assert found("La protéine β-amyloïde, l’écart ΔT et 5 µm.") == []


@pytest.mark.parametrize("piece", ["<!-- ", "a", "@", "{{", "git ", "'", "a.", "a_", "<a b=", "\\a", "é "])
def test_long_input_of_one_kind_takes_no_long_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    find_spans(text)
    is_shell_line(text)
    assert time.process_time() - start < 10  # minutes, if the time grew with the square of the length


def test_flights_keep_their_numbers_and_roads_are_prose() -> None:
    assert found("Le vol AF447 a disparu, la D17 et l’A6 sont fermées, le G20 et l’A380 aussi.") == ["AF447"]
