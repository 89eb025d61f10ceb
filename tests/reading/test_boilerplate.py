"""What belongs to the page and what to the article."""

from __future__ import annotations

import pytest

from abrege.reading.boilerplate import is_boilerplate

PAGE = """
Par Jean Dupont
— Sam Altman (@sama) https://x.com/sama
— Art Candee 🍿 (@ArtCandee) February 10, 2025
— AFP (@afpfr) 10 février 2025
Par Jean Dupont et Marie-Ève de La Tour
Par Jean Dupont (à Bruxelles)
Par Faustine Vincent (Kharkiv, envoyée spéciale)
Kharkiv, envoyée spéciale
Article rédigé par
Ouest-France
Ouest-France Jean LE GOFF.
France 3 Bretagne
Radio France
(mis à jour le 4 mars 2024 à 8h02)
Newsletter Bretagne
Votre e-mail, avec votre consentement, est utilisé par Ouest-France pour recevoir notre newsletter.
L’espace des contributions est réservé aux abonnés.
Dans les rues de Kharkiv, le 3 mars 2024. ADRIEN VAUTIER/LE PICTORIUM POUR « LE MONDE »
»» LIRE AUSSI - Retraites: le casse-tête des régimes spéciaux
Par Jean Dupont, envoyé spécial à Kiev
Par Le Nouvel Obs avec AFP
Par 20 Minutes avec agence
Par l'AFP
Par Jean Dupont Publié le 3 mars 2024
Par Anne Leclerc | Publié hier
PAR JEAN DUPONT
Propos recueillis par Anne Leclerc
De notre correspondant à Londres
Le Monde avec AFP
franceinfo avec AFP
Avec AFP
(Avec AFP et Reuters)
L'Équipe avec AFP
AFP
Source : AFP
Publié le 12 mars 2024 à 10h20
Publié le 12/03/2024 à 10:20 - Mis à jour à 11h
Mis à jour le 3 mars
Mis à jour il y a 3 heures
Publié hier à 18h00
Modifié le lundi 4 mars
Dernière mise à jour : 12/03/2024
MARDI, 12 MARS 2024 09:20
12 mars 2024
Lyon, le 3 mars 2024
Le 1er juin 2024 à 8 h 30
Lire aussi : Retraites, ce qui change
Lire aussi Retraites, ce qui change
À lire également : le récit
LIRE AUSSI > Notre dossier
A lire aussi
Voir aussi notre vidéo
Lecture restreinte
Article réservé aux abonnés
Cet article est réservé aux abonnés.
Il vous reste 70 % de cet article à lire. La suite est réservée aux abonnés.
Abonnez-vous pour lire la suite
Je m'abonne
S'abonner
Déjà abonné ? Connectez-vous
Partager
Partager sur Facebook
Partager l'article
Facebook
WhatsApp
Envoyer par e-mail
Copier le lien
12 commentaires
Temps de lecture : 3 min
Temps de Lecture 2 min.
3 min de lecture
Lecture 4 min.
© Le Monde
© 2024 AFP. Tous droits réservés.
Crédit photo : Jean Dupont
Photo : Jean Dupont / AFP
(Photo AFP)
Photo d'illustration. © Sipa
Le maire de Lyon, le 3 mars 2024. © Jean Dupont / AFP
Emmanuel Macron à l'Élysée, le 3 mars. LUDOVIC MARIN / AFP
Publicité
La suite après la publicité
Nous utilisons des cookies pour mesurer l'audience.
En poursuivant votre navigation, vous acceptez nos conditions.
Continuer sans accepter
Tout accepter
Inscrivez-vous à notre newsletter
Recevez chaque matin notre sélection
Tous droits réservés
"""


@pytest.mark.parametrize(
    "text",
    PAGE.strip().split("\n"),
)
def test_the_page_is_not_the_article(text: str) -> None:
    assert is_boilerplate(text)


ARTICLE = """
Par ailleurs, le gouvernement a promis une aide
Par Toutatis !
Par amour du risque
Par chance, personne n'a été blessé
Par Jean Dupont le maire a fait dire qu'il ne viendrait pas. Il a menti.
Il travaille avec Reuters depuis dix ans
La ministre a signé un accord avec l'AFP.
Publié en 1920, le roman fut oublié
Publié chez Gallimard, ce roman raconte une enfance
Créé à Lyon en 1995, le festival change de nom
Le 12 mars 2024, les députés ont voté la loi.
Lire est un plaisir
Écouter les habitants
Partager le pouvoir
Facebook rachète une jeune entreprise
Le partage des eaux
Photos de famille : un métier se meurt
Vidéo : le discours de la présidente en trois minutes
Crédits : 12 millions d'euros pour l'hôpital
Les cookies de ma grand-mère
En continuant à frapper, l'armée a changé la donne
Dix minutes de silence
Abonnés absents
Le journal est réservé à ceux qui lisent
L'article 49.3, mode d'emploi
Accepter l'accord, c'est renoncer
Retraites : ce qui change
Dakar
2024
Libération
Le Temps
Newsletter : ce que dit la loi
La rédaction du journal vote la grève
Ouest-France supprime trente postes
Elle a été envoyée spéciale à Kiev pendant dix ans
Il écrit pour « Le Monde »
— Le maire (@maire) répond mardi
— Écrivez à la mairie (@lyon) !
"""


@pytest.mark.parametrize(
    "text",
    ARTICLE.strip().split("\n"),
)
def test_the_article_is_not_the_page(text: str) -> None:
    assert not is_boilerplate(text)


def test_a_long_paragraph_is_the_article_whatever_it_begins_with() -> None:
    assert not is_boilerplate("Photo : " + "le maire parle longuement de la ville. " * 20)


@pytest.mark.parametrize(
    "line",
    [
        "By Camille Desrosiers, with AFP",
        "By Jean Le Goff and Anne Roux",
        "Published on February 11, 2025",
        "Updated on March 3, 2024 at 9:20 a.m.",
        "Read also: How OpenAI prepares for its transformation",
    ],
)
def test_english_lines_of_a_translated_page_are_boilerplate(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", ["By then, it was too late.", "Published authors met in Paris.", "Read my lips."])
def test_english_prose_is_none(line: str) -> None:
    assert not is_boilerplate(line)
