"""A line in capitals in, the same in small letters for the translation model out; and its English in capitals again.

Models have seen little text in capitals: they repeat it, spell it out or leave it in French.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from abrege.text.lists import listed
from abrege.text.patterns import lazy

# Acronyms with a vowel; those without one ("SNCF", "PDG") are known by that. None that is a word as well ("SA", "IRA").
_ACRONYMS = listed(
    """
    ADN AFP AG AMF ANSSI APL ARN ARS ATP AXA BCE BEI BHV BPI BRI CAC CAF CDI CEDH CEE CEI CERN CES CFA CGPME CGT CHU CIA
    CIO CJUE CNEWS CNIL COP CSA DGSE DGSI EADS EDF EELV EHPAD ENA ESA FAO FARC FBI FIFA FLN FMI FNSEA FO GAFA GAFAM
    GIEC GIGN GIE HEC IA IBM IGN INA INED INSEE INSERM IRM ISF ISS IUT IVG JO LFI LREM MEDEF NASA NBA OCDE OFPRA OGM
    OIT OM OMC OMS ONF ONG ONU OPA OPEP OQTF ORTF OTAN OVNI PAC PACA PACS PIB PMA PME PMI PMU QCM QI RATP RER RIC
    RSA RTE SAMU SMIC SMUR SNU SUV TASS TER TPE TSA TVA UBS UDI UE UEFA UFC UGC ULM UMP UNEF UNESCO UNICEF UPR URL
    URSS URSSAF US USA USB UV VAE VIH VIP VO VOD ZAC ZAD ZEP"""
)
_TITLES = {"MME": "Mme", "MMES": "Mmes", "MLLE": "Mlle", "DR": "Dr", "PR": "Pr", "MGR": "Mgr", "ST": "St", "STE": "Ste"}
_UNITS = listed("KM KG CM MM MN MIN KWH HA")
# Words of two or three letters; other groups of so few, alone on a line, pass for acronyms.
_SHORT_WORDS = listed(
    """
    À ÂGE AI AIR AMI AN ANS ART AS AU AUX AXE BAC BAL BAR BAS BEL BLÉ BON BUS BUT ÇA CAR CAS CE CES CET CLÉ COL COU CRI
    CRU DE DES DÈS DEUX DIX DON DU DUR EAU ÉLU EN ES EST ET ÉTÉ EU EUX FEU FER FIL FIN FOI FOU GAZ GEL HUIT ICI IL
    ILS ÎLE IRA JE JEU JOB LA LE LES LOI LUI MA MAI MAL MER MES MET MIS MOI MON MOT MUR NE NI NOM NON NOS NU NUL ON
    ONT OR OS OSE OU OÙ OUI PAR PAS PEU PIC PLI PRÉ PRO PUB QUE QUI RAP RÉ RIT ROI RUE SA SAC SE SEL SES SET SI SIX
    SOI SOL SON SUD SUR TA TE TEL TES THÉ TIR TOI TON TOP TRI TU UN UNE VA VER VIA VIE VIN VOL VOS VU VUE YEN ZOO"""
)
_NAMES_LISTED = """
Afghanistan Afrique Alep Algérie Alger Allemagne Alpes Alsace Amazon Amazonie Amérique Amériques Amsterdam Andorre
Angers Angleterre Angola Ankara Antarctique Anvers Apple Aquitaine Arabie Arctique Argentine Arménie Asie Athènes
Atlantique Attal Australie Autriche Auvergne Avignon Azerbaïdjan Bagdad Bahreïn Bali Barack Barcelone Bayrou Belgique
Belgrade Bercy Berlin Berne Beyrouth Biden Biélorussie Birmanie Bolivie Bolloré Bordeaux Bosnie Boston Bourgogne
Brésil Brest Bretagne Bruxelles Bucarest Budapest Bulgarie Burkina Burundi Californie Cambodge Cameroun Canada Cannes
Catalogne Chicago Chili Chine Chirac Chypre Clinton Colombie Congo Copenhague Corée Corse Croatie Cuba Dakar Damas
Danemark Dijon Djibouti Donald Dubaï Dublin Écosse Égypte Élysée Emmanuel Équateur Espagne Estonie Éthiopie Europe
Facebook Finlande Floride France Gabon Gaza Genève Géorgie Ghana Google Grèce Grenoble Groenland Guadeloupe Guatemala
Guinée Guyane Haïti Hambourg Helsinki Himalaya Hiroshima Hollywood Honduras Hongrie Inde Indonésie Irak Iran Irlande
Islande Israël Istanbul Italie Jamaïque Japon Jérusalem Jordanie Jupiter Kaboul Kazakhstan Kenya Kiev Kosovo Koweït
Lausanne Lettonie Liban Libéria Libye Liège Lille Limoges Lisbonne Lituanie Londres Lorraine Luxembourg Lyon Macédoine
Macron Madagascar Madrid Malaisie Mali Maroc Marseille Martinique Matignon Mauritanie Mayotte Mbappé Méditerranée
Mélenchon Merkel Metz Mexico Mexique Microsoft Milan Mitterrand Moldavie Monaco Mongolie Monténégro Montpellier
Montréal Moscou Mozambique Munich Musk Nancy Nanterre Nantes Naples Népal Netanyahou Netflix Nicaragua Nigeria Noël
Normandie Norvège Nouméa Obama Occitanie OpenAI Orléans Oslo Ottawa Ouganda Ouzbékistan Pakistan Palestine Panama
Pâques Paraguay Paris Pékin Pérou Perpignan Philippines Picardie Poitiers Pologne Polynésie Pompidou Portugal Poutine
Prague Provence Pyrénées Qatar Québec Reims Rennes Renault Rome Roubaix Rouen Roumanie Russie Rwanda Sahara Sahel
Samsung Sarkozy Savoie Sénat Sénégal Séoul Serbie Shanghai Sibérie Sicile Singapour Slovaquie Slovénie Somalie Soudan
Stockholm Strasbourg Suède Suisse Syrie Taïwan Tanzanie Tchad Tchéquie Téhéran Tesla Texas Thaïlande Tibet Tokyo
Toulouse Toulon Trump Tunis Tunisie Turquie Ukraine Uruguay Varsovie Vatican Venezuela Venise Versailles Vietnam
Washington Wikipédia Yémen YouTube Zelensky Zimbabwe Zurich Jean François Jacques Philippe Nicolas Michel Gabriel
Louis Charles Henri Napoléon Élisabeth Benoît
"""
# Names of several words, and words that are names only beside others.
_PHRASES_LISTED = """Afrique du Nord|Afrique du Sud|Amérique du Nord|Amérique du Sud|Amérique latine|Arabie saoudite
|Abou Dhabi|Assemblée nationale|Bosnie-Herzégovine|Burkina Faso|Conseil constitutionnel|Conseil d'État|Corée du Nord
|Corée du Sud|Cour de cassation|Cour des comptes|Costa Rica|Côte d'Azur|Côte d'Ivoire|de Gaulle|Émirats arabes unis
|États-Unis|Extrême-Orient|Grande-Bretagne|Hong Kong|Île-de-France|Le Havre|Le Mans|Le Pen|Los Angeles|Maison Blanche
|Maison-Blanche|mer Rouge|Moyen-Orient|Nations unies|New York|Nouvelle-Calédonie|Nouvelle-Zélande|Pays-Bas
|Première Guerre mondiale|Proche-Orient|Royaume-Uni|San Francisco|Seconde Guerre mondiale|Sri Lanka|Tel-Aviv|Tel Aviv
|Union européenne|Union soviétique"""
# Capitals are often printed without their accents. Words that have no other reading without them.
_ACCENTED_LISTED = """
académie accélération accès activité activités actualité actualités aéroport aînés allégé américain américaine
américains arrêt arrêts assemblée autorités bénéfice bénéfices bébé bientôt blessés chaîne chaînes chômage chômeurs
cinéma coût coûts création crédit crédits débat débats décembre décès décédé décision décisions déclaration découverte
défaite défense déficit défi défis déjà délai délais département dépenses député députés députée
différence difficultés dîner diplômés écart échange échanges échec échecs école écoles écologie écologique écologistes
économie économies économique économiques écran écrans écrivain éditeur éditeurs édition éditions éditorial éducation
égalité église églises élection élections électeurs électricité électrique électriques éleveurs élus élèves
émeutes émission émissions énergie énergies énergétique enquête enquêtes entraîneur entrée époque épreuve épreuves
équipe équipes étape étapes état états été étoile étoiles étranger étrangers étrangère étrangères étude études
étudiant étudiants étudiante événement événements évêque évêques évolution européen européens européenne européennes
exécutif février fête fêtes fidélité forêt forêts génération générations grève grèves hélicoptère héros
hôpital hôpitaux hôtel hôtels identité idée idées île îles immédiat impôt impôts inégalités intérêt intérêts intérieur
intégration légende légendes liberté libertés lumière lumières lycée lycées lycéens matière matières
maîtrise médecin médecins médecine média médias médicament médicaments mémoire mère mères météo métier métiers métro
ministère ministères modèle modèles monétaire musée musées nécessaire négociation négociations numéro numérique
nucléaire opéra opération opérations pénurie pénuries père pères période pétrole pièce pièces planète première
premières préfecture préfet préparation présence présentation président présidents présidente présidentielle
présidentielles prévention prévisions prévu problème problèmes procès procédure progrès propriétaire propriétaires
propriété qualité qualités quête réaction réactions réalité récession récit récits réconciliation référendum
réforme réformes réfugié réfugiés régime régimes région régions régional régionale régionales république républicain
républicains réseau réseaux résistance résultat résultats réunion réunions révélations révolution rivière santé scène
sécheresse secrétaire sécurité séisme sénateur sénateurs série séries siècle siècles société sociétés solidarité
soirée spécial spéciale stratégie système systèmes télé téléphone téléphones télévision témoignage témoignages témoin
témoins tempête tempêtes théâtre théâtres trésor très unité université universités vélo vélos vérité vérités véhicule
véhicules vidéo vidéos
"""
# After an « A » that begins a line, and can then be no verb.
_AFTER_PREPOSITION = listed(
    """
    LA L LIRE VOIR ÉCOUTER ECOUTER SAVOIR PROPOS PARTIR QUAND QUOI QUI CAUSE DÉCOUVRIR DECOUVRIR LOUER VENDRE SUIVRE
    NOTER RETENIR TABLE VÉLO VELO BORD PEINE CE CET CETTE CES SON SA SES NOTRE VOTRE LEUR QUEL QUELLE MOINS NOUVEAU
    TRAVERS PIED VENIR CHACUN PRIX"""
)

_VOWEL = lazy(r"[AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÆŒ]")
_ROMAN = lazy(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_CENTURY = lazy(r"(?=[IVX])(?P<roman>X{0,3}(?:IX|IV|V?I{0,3}))(?P<ending>ER|ÈME|EME|E)")
_AFTER_CENTURY = lazy(r"\s+(?:SI[ÈE]CLE|R[ÉE]PUBLIQUE|ARRONDISSEMENT|MILL[ÉE]NAIRE|DYNASTIE|CONGRÈS|[ÉE]DITION)")
_COUNTED = lazy(r"(\d+)(ER|ERE|ÈRE|RE|E|ES|EME|ÈME|ND|NDE|H\d*|MN|MIN|KM|KG|CM|M|S)")
# What is not written in letters that have a case of their own to lose.
_UNTOUCHED = r"(?:\w{1,20}://|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,255}\.\w+|(?<!\w)[@#]\w+"
_TOKEN = lazy(rf"(?P<untouched>{_UNTOUCHED})|(?P<word>[^\W_]+)", re.IGNORECASE)
_SMALL_BESIDE_CAPITALS = listed(
    "e er re ère ème eme nd nde h n o no mme mmes mlle m mm dr pr me km kg cm min mn d l st"
)
_MOST_SMALL = 0.15
_SENTENCE_START = lazy(r"[.!?…]\s+[«“\"(]?\s*$")
_NAME_AHEAD = lazy(r"\s+(?:MM?\.|MME|SAINTE?-|[A-Z]+-(?:SUR|EN)-)")
_TITLE_BEFORE = lazy(r"\b(?:MM?\.|[A-Z]\.|MMES?|MLLE|DR\.?|PR\.?|MGR|Mmes?|Mlle|[DP]r\.?)\s*-?$", re.ASCII)
_FIGURE_BEFORE = lazy(r"\d\s*$")
_COMPOUND = lazy(r"(?<![^\W\d_])[^\W\d_]++(?:-[^\W\d_]++)+")
_NEAR = 40  # characters
_PLACE_PARTICLES = listed("en sur sous lès les la le de du des d l et aux")
_PREFIXES = listed("anti pro ex non vice post pré pre super ultra mi demi franco")
_ENGLISH_UNTOUCHED = lazy(
    rf"{_UNTOUCHED}|\b[ap]\.m\.|(?<=\d)(?:km/h|km|kg|kWh|cm|mm|m)\b|(?<=\d )(?:km/h|km|kg|kWh|cm|mm)\b|\b\d+s\b"
)


def _bare(word: str) -> str:
    """The word without its accents, as capitals are often printed."""
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


_NAMES = {form: name for name in _NAMES_LISTED.split() for form in (name.upper(), _bare(name.upper()))}
_ACCENTED = {_bare(word.upper()): word for word in _ACCENTED_LISTED.split()}
_PHRASES = {
    form: phrase
    for listed in _PHRASES_LISTED.split("|")
    for phrase in [" ".join(listed.split())]
    for form in (phrase.upper(), _bare(phrase.upper()))
}
_PHRASE = lazy(
    r"(?<!\w)(?:"
    + "|".join(re.escape(form).replace("'", "['’]") for form in sorted(_PHRASES, key=len, reverse=True))
    + r")(?!\w)"
)


def lower_capitals(text: str) -> str | None:
    """The text in small letters as a sentence would have them, or None if it is not written in capitals.

    It is if at least one word of two letters or more, no acronym, is in capitals, and hardly any word is in small
    letters: « L'ONU » and « PARIS (AFP) - Le ministre … » are not, « MARDI 12 MARS » is. Acronyms, Roman numerals and
    single letters stay; well-known names keep a capital; some accents that capitals lack are restored.
    """
    if not _is_in_capitals(text):
        return None
    lowered = []
    end = 0
    for start, stop, replacement in _replacements(text):
        lowered += [text[end:start], replacement]
        end = stop
    return "".join([*lowered, text[end:]])


def restore_capitals(text: str) -> str:
    """The text in capitals, but for addresses, handles, units after a figure, "a.m.", "p.m." and "1990s"."""
    capitals = []
    end = 0
    for kept in _ENGLISH_UNTOUCHED.finditer(text):
        capitals += [text[end : kept.start()].upper(), kept[0]]
        end = kept.end()
    return "".join([*capitals, text[end:].upper()])


def _is_in_capitals(text: str) -> bool:
    small = letters = 0
    certain = False
    for token in _TOKEN.finditer(text):
        word = token["word"]
        if word is None or not word.isalpha():
            continue
        if word.isupper():
            letters += len(word)
            certain = certain or _is_word(word)
        elif (word.islower() or word.istitle()) and word.lower() not in _SMALL_BESIDE_CAPITALS:
            small += len(word)
            letters += len(word)
    return certain and small <= _MOST_SMALL * letters


def _is_word(capitals: str) -> bool:
    """False for acronyms, Roman numerals, single letters, and short groups of letters that could be an acronym."""
    if _is_kept(capitals) or len(capitals) < 2:
        return False
    return len(capitals) > 3 or capitals in _SHORT_WORDS or capitals in _NAMES or _bare(capitals) != capitals


def _is_kept(capitals: str) -> bool:
    if capitals in _ACRONYMS or _ROMAN.fullmatch(capitals):
        return True
    return 2 <= len(capitals) <= 5 and not _VOWEL.search(capitals) and capitals not in _TITLES


def _replacements(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and new spelling of what changes, in order."""
    after = 0
    phrases = {found.start(): found for found in _PHRASE.finditer(text)}
    places = _parts_of_names(text)
    first = True
    for token in _TOKEN.finditer(text):
        if token.start() < after:
            continue
        opens = first or _begins_sentence(text, token.start())
        first = False
        phrase = phrases.get(token.start())
        if phrase is not None:
            spelled = _PHRASES[phrase[0].replace("’", "'")]
            if "’" in phrase[0]:
                spelled = spelled.replace("'", "’")
            yield phrase.start(), phrase.end(), _opened(spelled) if opens else spelled
            after = phrase.end()
        elif token["word"] is not None and token["word"] != token["word"].lower():
            spelled = _spelled(text, token)
            opens = opens or (token.start() in places and spelled.islower())
            yield token.start(), token.end(), _opened(spelled) if opens else spelled


def _spelled(text: str, token: re.Match[str]) -> str:
    word = token["word"]
    before, following = _around(text, token)
    if not word.isupper():
        return word
    if any(character.isdigit() for character in word):
        return _COUNTED.sub(lambda found: found[0].lower(), word) if _COUNTED.fullmatch(word) else word
    if len(word) == 1:
        return _letter(text, token)
    century = _CENTURY.fullmatch(word)
    if century and (word not in ("VIE", "IXE") or _AFTER_CENTURY.match(following)):
        return century["roman"] + century["ending"].lower()
    if word in _TITLES:
        return _TITLES[word]
    if word in _UNITS and _FIGURE_BEFORE.search(before):
        return word.lower()
    if _is_kept(word):
        return word
    lowered = _NAMES.get(word) or _ACCENTED.get(word) or _lower(word)
    return _opened(lowered) if _is_title_before(text, token.start()) else lowered


def _letter(text: str, token: re.Match[str]) -> str:
    """A letter alone: an initial, a plan B, a word (« A », « Y »), or a word that lost its vowel (« L' »)."""
    word = token["word"]
    before, following = _around(text, token)
    if following.startswith(("'", "’")) or word in "ÀYÔ":
        return word.lower()
    if word != "A":
        return word.lower() if word == "N" and following.startswith("°") else word
    if following.startswith("."):
        return word
    return "à" if _is_preposition(before, following) else "a"


def _is_preposition(before: str, following: str) -> bool:
    """True for an « A » that stands for « À »: « A LA UNE », « DE 8 A 10 », « A 20H », « A PARIS », « A M. DUPONT »."""
    found = _TOKEN.match(following.lstrip())
    word = found["word"] if found else None
    if word is None or not following[:1].isspace():
        return False
    if word in _NAMES or re.fullmatch(r"\d+H\d*", word) or _NAME_AHEAD.match(following):
        return True
    if word[0].isdigit():
        return bool(_FIGURE_BEFORE.search(before))
    return word in _AFTER_PREPOSITION and not before.strip(' «"“(-–—')


def _begins_sentence(text: str, position: int) -> bool:
    return bool(_SENTENCE_START.search(text, max(position - 8, 0), position)) and not _is_title_before(text, position)


def _is_title_before(text: str, position: int) -> bool:
    """True after « M. », « MME », « DR » or an initial: a name follows."""
    return bool(_TITLE_BEFORE.search(text, max(position - 8, 0), position))


def _parts_of_names(text: str) -> set[int]:
    """Where the parts of names with hyphens begin: « SAINT-DENIS », « AIX-EN-PROVENCE », « JEAN-LUC »."""
    starts: set[int] = set()
    for compound in _COMPOUND.finditer(text):
        parts = [part.lower() for part in compound[0].split("-")]
        named = parts[0] in ("saint", "sainte") or any(part.upper() in _NAMES for part in parts)
        if parts[0] in _PREFIXES or not (named or {"sur", "sous", "lès", "en"}.intersection(parts[1:-1])):
            continue
        place = compound.start()
        for part in compound[0].split("-"):
            if part.lower() not in _PLACE_PARTICLES:
                starts.add(place)
            place += len(part) + 1
    return starts


def _around(text: str, token: re.Match[str]) -> tuple[str, str]:
    """What stands before and after a token, as far as it may say what the token is."""
    return text[max(token.start() - _NEAR, 0) : token.start()], text[token.end() : token.end() + _NEAR]


def _lower(word: str) -> str:
    """In small letters, but for the rare letters that would become two."""
    return word.lower() if len(word.lower()) == len(word) else word


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:] if len(text[:1].upper()) == 1 else text
