"""A line or a short paragraph comes in; whether it belongs to the page and not to the article goes out.

Bylines, dates of publication, links to other articles, share buttons, captions, subscription boxes, cookie banners.
"""

from __future__ import annotations

import re

from abrege.text.normalization import clean
from abrege.text.patterns import lazy

# Longer text is an article's paragraph, whatever it begins with.
_LONGEST = 320
_LONGEST_LINE = 130


def _any(*patterns: str) -> str:
    return "(?:" + "|".join(patterns) + ")"


_NAME = r"[A-ZÀ-ÖØ-Þ][\w.’'-]*"
_PARTICLE = r"(?:de|du|des|da|di|la|le|les|el|al|ben|van|von|der|den|d’|d')"
# « Jean de La Tour », « l'AFP », « Le Nouvel Obs », « 20 Minutes », « Jean Dupont (AFP) »
_FULL_NAME = rf"(?:(?:[lL]['’]|\d+ )?{_NAME}(?: (?:{_PARTICLE} ?)?{_NAME}| ?\([A-Z]+\)| \d+){{0,5}})"
_ROLE = _any(
    r"notre|nos|grand|service|avec|la rédaction|à|en",
    r"envoyée?s?|correspondante?s?|journaliste|rédact(?:eur|rice)|chroniqueu\w+",
    r"professeure?|économiste|historienne?|sociologue|politologue|avocate?",
)
_BYLINE = lazy(
    _any(
        r"(?:[Pp]ar|PAR|[Pp]ropos recueillis par|PROPOS RECUEILLIS PAR|[Tt]exte ?:|[Rr]édigé par|[ÉE]crit par) ?:? ?"
        rf"(?<=[ :])(?:(?:le|la|les|un|une|notre) )?{_FULL_NAME}"
        rf"(?:(?: ?, ?| et | avec | ?& ?)(?:(?:les?|la) )?{_FULL_NAME})*"
        rf"(?: ?[,(]? ?{_ROLE}\b[^.!?]*| ?\([^().!?]{{1,60}}\))?"
        r"(?: ?[-–—|•·/,]? ?(?:[Pp]ubli|[Mm]is|[Ll]e \d|\d).*| ?[-–—|•·] .*)?\)?",
        r"(?:[Pp]ar|PAR) (?:la rédaction|LA RÉDACTION|l['’]agence|l['’]équipe)\b[^.!?]*",
        r"[Dd]e (?:notre|nos) (?:correspondant|envoyé)\w*\b[^.!?]*",
        r"(?:Notre|Nos) (?:correspondant|envoyé)\w*\b[^.!?]{0,40}",
        rf"(?:{_FULL_NAME} ?[,(-] ?)?(?:(?:nos? |notre )?envoyée?s? spécia\w+|correspondante?s?)\)?",
        r"(?:[Aa]rticle|ARTICLE) (?:rédigé|écrit) par(?: .{1,60})?(?<![.!?])",
    )
)
_AGENCY = r"(?:[lL]['’])?" + _any(
    r"AFP|A\.F\.P\.|AP|Reuters|REUTERS|Belga|BELGA|ATS|ANSA|EFE|DPA|dpa|Keystone-ATS|agences?|AGENCES?",
    r"Agence France-Presse|(?:The )?Associated Press|La Presse canadienne|The Conversation",
)
# A newspaper's name alone, or with its reporter's: « Ouest-France », « Ouest-France Jean LE GOFF. »; no word
# that may be a heading as well (« Libération », « Le Temps »).
_MEDIUM = lazy(
    _any(
        r"Le (?:Monde|Figaro|Parisien|Télégramme|Dauphiné Libéré|HuffPost)|Ouest-France|Sud[ -]Ouest",
        r"La (?:Voix du Nord|Dépêche du Midi|Libre Belgique)|L['’](?:Humanité|Obs|Est Républicain)|Les Echos",
        r"[Ff]rance ?[Ii]nfo(?:\.fr)?|France (?:Télévisions|Inter|Culture|Bleu|2|3|24|5)(?: [A-ZÀ-Þ][\w-]+)?",
        r"Radio France|20 Minutes|Mediapart|RFI|RTL|RTBF|RTS|BFM ?(?:TV|Business)|TF1(?: ?Info)?|LCI|CNews",
        r"Europe ?1|AFP|(?:[Ll]a )?[Rr]édaction(?: [A-ZÀ-Þ][\w-]+)?",
    )
    + rf"(?: {_FULL_NAME}(?<=[A-ZÀ-Þ][A-ZÀ-Þ])\.?)?"
)
# « Le Monde avec AFP », « 20 Minutes avec agence », « (Avec AFP et Reuters) », « Source : AFP »
_CREDIT = lazy(
    rf"\(?(?:(?:(?:{_NAME}|\d+|franceinfo|et|rédaction|{_PARTICLE}) ){{1,6}},? ?)?"
    rf"(?:avec|Avec|et|AVEC) (?:les )?{_AGENCY}"
    rf"(?: ?(?:,|et|&|/) ?{_AGENCY})*\)?\.?"
    rf"|\(?(?:Source ?: ?)?{_AGENCY}(?: ?[,/&-] ?{_AGENCY})*\)?\.?"
)
_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_MONTH = _any(
    r"janvier|janv\.?|février|fevrier|févr?\.?|mars|avril|avr\.?|mai|juin|juillet|juil\.?|août|aout",
    r"septembre|sept\.?|octobre|oct\.?|novembre|nov\.?|décembre|decembre|déc\.?",
)
_HOUR = r"\d{1,2} ?[h:] ?(?:\d{2})?"
_DATE = _any(
    rf"(?:{_DAY},? )?\d{{1,2}}(?:er)? {_MONTH}(?: \d{{4}})?",
    rf"(?:{_DAY} )?\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}",
)
# « Lyon, le 3 mars 2024 », « Mardi 12 mars 2024 à 9 h 20 », « 12/03/2024 - 09:20 »
_DATE_LINE = lazy(
    rf"(?:[A-ZÀ-Þ][\w' -]{{1,30}}, )?\(?(?:le )?{_DATE}(?: ?(?:,|à|-|–|—|\||•|·)? ?{_HOUR})?\)?"
    r"(?: ?[-–—|•·] ?(?:mis à jour|modifié|publié).*)?",
    re.IGNORECASE,
)
_PUBLISHED = lazy(
    r"\(?(?:article )?"
    + _any(
        r"publiée?s?|posté|paru|mise? en ligne|mise? à jour|modifiée?|actualisée?|créé",
        r"dernière (?:mise à jour|modification)|date de publication",
    )
    + rf" ?(?:(?::|le|à|il y a|ce) ?(?=\d|{_DAY}|hier|aujourd|matin|midi|soir)|(?:hier|aujourd['’]hui|{_DAY})\b|\d)"
    + r".{0,90}?(?<![.!?])",
    re.IGNORECASE,
)
# What a whole line says.
_BUTTON = lazy(
    _any(
        r"partager?(?: (?:cet |l['’])article| (?:sur|par|via) .{1,40})?|partages?|tweeter|copier le lien|lien copié",
        r"envoyer(?: par (?:e-?mail|mail|courriel))?|imprimer|commenter|commentaires?|réagir|vos réactions",
        r"\d+ (?:commentaires?|partages?|réactions?)|enregistrer|sauvegarder|j['’]aime|suivre",
        r"(?:suivez-nous|retrouvez-nous)(?: sur .{1,40})?",
        r"facebook(?: messenger)?|messenger|twitter|whatsapp|linkedin|instagram|telegram|tiktok|pinterest|bluesky",
        r"threads|mastodon|youtube|flipboard|pocket|x \((?:ex-)?twitter\)|e-?mail|courriel|sms",
        r"écouter(?: l['’]article)?|écoutez cet article|offrir(?: (?:cet |l['’])article)?|réutiliser ce contenu",
        r"ajouter (?:l['’]article )?(?:à|dans) (?:vos|mes|ma|votre) .{1,30}|(?:lire|voir|afficher) plus tard",
        r"publicité|la suite après (?:la|cette) publicité|contenu (?:sponsorisé|partenaire)|sponsorisé",
        r"(?:je m['’]|s['’]|m['’])(?:abonner?|inscris|inscrire|identifier?)(?: .{1,40})?",
        r"(?:se|me) connecter|connexion|mon compte|créer un compte|déjà abonné ?\??(?: .{1,30})?",
        r"newsletters?(?: [\w-]{2,20})?|sujets|thèmes associés|tags|dans la même rubrique",
        r"(?:tout )?(?:accepter|refuser)|continuer sans accepter",
        r"(?:gérer|paramétrer|personnaliser) (?:mes|les|vos) \w+",
        r"retour à la une|mentions légales|plan du site|haut de page|tous droits réservés\.?|mots[- ]clés ?:.*",
        r"sur le même (?:sujet|thème)|(?:les )?(?:plus lus|articles? liés?|contenus? associés?)",
        r"(?:voir|afficher) (?:plus|moins|tout)",
    )
    + r"[\s:.!…>›»→]*",
    re.IGNORECASE,
)
# What a line begins with; the rest may be anything.
_OPENING = lazy(
    _any(
        r"(?:[àa] )?(?:lire|voir|écouter|ecouter|relire|revoir|découvrir|lisez|voyez)"
        + _any(
            r" aussi| également| ?:| l['’]article\b| la suite\b",
            r" notre (?:dossier|article|analyse|enquête|live|sélection)\b| nos (?:articles|explications)\b",
        ),
        r"[àa] (?:lire|voir|écouter|relire) ?[»>→|]",
        r"lecture (?:restreinte|\d)|article réservé|réservé (?:aux|à nos) abonnés|contenu réservé",
        r"(?:cet|cette|ce) (?:article|contenu|vidéo) est (?:réservé|en accès)",
        r"(?:la suite|le reste) (?:de (?:cet |l['’])article )?est réservé|pour lire la suite",
        r"il vous reste \d[\d.,]* ?% de|abonnez-vous|votre abonnement n|vous êtes déjà abonné",
        r"vous pouvez (?:partager un article|lire le monde)|pour plus d['’]informations?, (?:merci de )?contacte[rz]",
        r"notre sélection d['’]articles?\b",
        r"inscrivez-vous (?:à|pour recevoir)|recevez (?:chaque|tous|toutes|notre|nos|gratuitement|les alertes)",
        r"l['’]espace des contributions|votre (?:adresse )?e-?mail,? (?:avec votre consentement|est collecté)",
        r"notre newsletter\b|temps de lecture|durée de lecture",
        r"© ?\w|(?:\(c\)|copyright) ?(?:©|\d{4})",
        r"\(?(?:crédits?[- ]photos?|photo|photographie|légende) ?(?::|©|/)",
        r"\(?(?:crédits?|image|illustration) ?(?:©|/|: ?©)|crédits? ?:[^.!?\d]{1,60}$",
        r"\(?(?:photo|image) d['’]illustration\b",
        r"\(?(?:photo|crédits?) (?:afp|reuters|ap|epa|sipa|getty|belga|archives|fournie|dr)\b",
        r"(?:nous|ce site|notre site)(?: et nos partenaires)? utilis(?:ons|e)(?: .{1,30})? (?:cookies|traceurs)",
        r"en (?:poursuivant|continuant) (?:votre (?:navigation|visite)|la navigation|à naviguer)",
        r"(?:en savoir plus sur|politique (?:de|en matière de)|gestion des|utilisation des) (?:les )?cookies",
        r"suivez (?:toute l['’]actualité|l['’]actualité|nos )|retrouvez (?:toute l['’]actualité|tous nos articles)",
        r"(?:toute )?reproduction (?:interdite|même partielle)|tous droits (?:réservés|de reproduction)",
    ),
    re.IGNORECASE,
)
_READING_TIME = lazy(r"(?:lecture ?:? ?)?(?:en )?\d+ ?min(?:utes?|\.)?(?: de lecture)?", re.IGNORECASE)
# « Un homme devant la mairie, le 3 mars. © Jean Dupont / AFP », « … (Photo AFP) », « … LUDOVIC MARIN / AFP »
_CAPTION_END = lazy(
    r"(?:©|\((?:photos?|crédits?)\b|crédits?[- ]photos? ?:)[^.!?]{1,60}$"
    r"|(?-i:(?:^|[.\s])[A-ZÀ-Þ]{2,}[A-ZÀ-Þ/' -]{2,50} POUR «\s?(?:LE )?[A-ZÀ-Þ]+\s?»)$"
    r"|(?:^|[.\s])[A-ZÀ-Þ][A-ZÀ-Þ' -]{4,40} ?/ ?(?:AFP|AP|REUTERS|SIPA|EPA|GETTY|BELGA|MAXPPP|ABACA)\w*\)?$",
    re.IGNORECASE,
)
# The same lines in English, as translations have them: what `translate` printed may be read again.
_ENGLISH = lazy(
    _any(
        rf"By {_FULL_NAME}(?:(?:, | and |, with | with (?:the )?)(?:the )?{_FULL_NAME})*",
        r"(?:(?:First )?[Pp](?:ublished|osted)|(?:Last )?[Uu]pdated?)(?: on| at|:) .{1,60}?(?:[ap]\.m\.|(?<![.!?]))",
        r"(?:[Rr]ead|[Ss]ee|[Ww]atch)(?: also|:| more(?: on)?:).{0,200}|[Aa]lso (?:read|see)\b.{0,200}",
        r"(?:[Ww]ith|[Ss]ource:|[Pp]hoto:) (?:AFP|AP|Reuters|agencies)(?: and (?:AFP|AP|Reuters|agencies))?",
    )
)
# What closes a post that is embedded: « — Sam Altman (@sama) https://x.com/sama », « — AFP (@afpfr) February 10, 2025 »
_SIGNED_POST = lazy(
    rf"[—–-] ?[^@()]{{1,60}} ?\(@\w+\)(?: https?://\S+| (?:le )?{_DATE}| [A-Z][a-z]+ \d{{1,2}}, \d{{4}})*"
)
_PICTURE_AGENCY = lazy(r"(?:getty images|sipa|epa|istock|shutterstock|adobe stock|maxppp|abaca)", re.IGNORECASE)
_LINES = (
    _BYLINE,
    _MEDIUM,
    _CREDIT,
    _DATE_LINE,
    _PUBLISHED,
    _BUTTON,
    _READING_TIME,
    _PICTURE_AGENCY,
    _SIGNED_POST,
    _ENGLISH,
)
_NETWORKS = frozenset(["x", "facebook", "twitter", "whatsapp", "linkedin", "messenger", "instagram"])


def is_boilerplate(text: str) -> bool:
    """True if the text, a line or a short paragraph, belongs to the page it was printed on."""
    text = " ".join(clean(text).split()).lstrip("»>›→►▶➜ ")
    if len(text) <= _LONGEST_LINE and any(pattern.fullmatch(text) for pattern in _LINES):
        return True
    return len(text) <= _LONGEST and bool(_OPENING.match(text) or _CAPTION_END.search(text))


def is_share_button(text: str) -> bool:
    """True for the name of a network alone, "X" among them, which is a button only beside others."""
    return text.strip().lower() in _NETWORKS
