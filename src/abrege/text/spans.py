"""A text comes in, the places that no translation model should see go out: addresses, names of accounts, emoji, code,
long strings of digits.

What French typography and newspapers print as prose stays prose: « et/ou », « 24h/24 », « a-t-il », « S.A.R.L. »,
« auteur·rice·s », « 14/07/2025 », « iPhone », "$97.4".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from abrege.text.lists import listed
from abrege.text.patterns import has, is_unusual, lazy, matches

SpanKind = Literal["url", "email", "handle", "hashtag", "emoji", "code", "digits", "script"]


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text that is printed as it was read.

    Attributes:
        start: its first character.
        end: behind its last character.
        kind: what stands there.
    """

    start: int
    end: int
    kind: SpanKind


def _any_of(listed: str) -> str:
    """A pattern for one of the words, the longer ones first."""
    return "(?:" + "|".join(map(re.escape, sorted(listed.split(), key=lambda word: (-len(word), word)))) + ")"


# --------------------------------------------------------------------------------------------------------------------
# Addresses and accounts
# --------------------------------------------------------------------------------------------------------------------

_SCHEME = r"(?:https?|ftps?|sftp|ssh|git|file|ws|wss|irc|magnet|data)"
_IN_ADDRESS = r"[^\s<>«»“”\"`|^{}…]"
# Top-level domains that nobody takes for the next word after a missing space: « bien.me », « étudiant.es » are prose.
_DOMAIN = _any_of(
    """com org net edu gov info biz fr eu be ch ca uk de it nl lu io ai dev app co tv fm gg ly jp cn ru br au tech news
    media cloud online site store shop blog paris bzh alsace corsica africa museum social wiki xyz studio agency
    live world software systems email cat int mil coop museum nc pf"""
)
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}"
# « M.de Villepin », « 4.au », « mil.de » lack a space.
_NO_HOST = r"(?!(?-i:[A-Z])\.|\d+\.|[a-z]{1,3}\.de\b)"
_PATH = rf"(?::\d{{2,5}})?(?:[/?#]{_IN_ADDRESS}*)?"
_ADDRESS_SIGN = has(r"://|\.\w|[wW]\d?\.\S")
_URLS = matches(
    _ADDRESS_SIGN,
    lazy(
        rf"(?<![\w@]){_SCHEME}://{_IN_ADDRESS}+"
        rf"|(?<![\w@/.-])www\d?\.{_IN_ADDRESS}+"
        rf"|(?<![\w@/.'-]){_NO_HOST}{_HOST}(?:(?-i:{_DOMAIN})(?![\w-]|\.\w){_PATH}|[a-z]{{2,}}/{_IN_ADDRESS}*)"
        r"|(?<![\w/])(?:doi:\s?)?10\.\d{4,9}/[^\s\"<>«»]+",
        re.IGNORECASE,
    ),
)
_NAMES_IN_PROSE = matches(
    _ADDRESS_SIGN, lazy(rf"(?<=['’]){_NO_HOST}{_HOST}(?-i:{_DOMAIN})(?![\w-]|\.\w){_PATH}", re.IGNORECASE)
)
_EMAILS = matches(
    has(r"@|[\[(](?:at|arobase)"),
    lazy(
        r"(?:mailto:)?(?<![\w.+-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,}(?![\w@])"
        r"|(?<![\w.+-])[\w.+-]{1,64} ?[\[(](?:at|arobase|@)[\])] ?(?:[\w-]{1,63}\.){1,8}[a-z]{2,}(?!\w)"
    ),
)
_HANDLES = matches(
    has("@"), lazy(r"(?<![\w@/.+-])@(?=[\w.]*[^\W\d])\w+(?:[.-][a-z0-9_]+)*(?:@(?:[\w-]+\.)+[a-z]{2,})?")
)
_HASHTAGS = matches(
    has("#"), lazy(r"(?<![\w#&/])#(?!\d+(?:ers?|[eè]?res?|[eè]?mes?|es?|nds?|ndes?|st|nd|rd|th)\b)(?=\w*[^\W\d_])\w+")
)
_MARKS_BEHIND = ".,;:!?…'’*_~"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def _end_of_address(text: str, start: int, end: int) -> int:
    """The end of an address without the punctuation of the sentence and without a bracket that opened before it."""
    while end > start:
        last = text[end - 1]
        if last not in _MARKS_BEHIND and not (last in _PAIRS and _unopened(text[start:end], last)):
            break
        end -= 1
    return end


def _unopened(address: str, closing: str) -> bool:
    return address.count(closing) > address.count(_PAIRS[closing])


def _find_urls(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for find in (_URLS, _NAMES_IN_PROSE):
        for match in find(text):
            start, end = match.span()
            if start and text[start - 1] == "(" and "](" in text[max(0, start - 2) : start]:
                # The address of a Markdown link ends with the link, whatever stands behind it.
                end = start + (text[start:end] + ")").find(")")
            end = _end_of_address(text, start, end)
            if end > start:
                found.append((start, end))
    return found


# --------------------------------------------------------------------------------------------------------------------
# Emoji and other pictures
# --------------------------------------------------------------------------------------------------------------------

_PICTURE = (
    "[\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u25ff\u2600-\u275a\u2761-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
)
_DRAWN = f"(?:{_PICTURE}|[\u00a9\u00ae\u203c\u2049\u2122]\ufe0f)[\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?"
_SMILEY = has(r":-?[()DPp|/*]|;-?\)|:['’]-?\(|<3|\^\^|=\)|[\u00a9\u00ae\u203c\u2122]")


def _may_have_emoji(text: str) -> object:
    return is_unusual(text) or _SMILEY(text)


_EMOJIS = matches(
    _may_have_emoji,
    lazy(
        f"(?:{_DRAWN}[\U000e0020-\U000e007f]*(?:\u200d{_DRAWN})*|[\U0001f1e6-\U0001f1ff]{{1,2}}|[0-9#*]\ufe0f?\u20e3"
        "|[\ufe0e\ufe0f\u200d\u20e3])+"
        r"|(?<!\S)(?::-?[()DPp|/*]|;-?\)|:['’]-?\(|<3|\^\^|=\))(?=[\s.,!?]|$)"
    ),
)

# --------------------------------------------------------------------------------------------------------------------
# Strings of digits
# --------------------------------------------------------------------------------------------------------------------

_S = r"[ \u00a0\u2009\u202f]"
_DIGITS_SIGN = has(
    rf"[A-Z]{{2}}\d|\+\d|\d(?:(?:{_S}|[().-]){{0,2}}\d){{5}}|[0-9a-f]{{8}}|[A-Z\d]{{10}}|97[89][ -]|SIRE|ISBN|ISSN"
)
_DIGIT_STRINGS = matches(
    _DIGITS_SIGN,
    lazy(
        # UUID, IBAN, ISBN, bank card, social security number
        r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"
        rf"|\b[A-Z]{{2}}\d{{2}}(?:{_S}?[A-Z0-9]{{4}}){{3,7}}(?:{_S}?[A-Z0-9]{{1,3}})?\b"
        r"|\b97[89][ -]\d{1,5}[ -]\d{1,7}[ -]\d{1,7}[ -][\dX]\b"
        rf"|(?<!\d)\d{{4}}(?:[-]\d{{4}}|{_S}\d{{4}}){{3}}(?!{_S}?\d)"
        rf"|(?<!\d)[12]{_S}\d\d{_S}\d\d{_S}\d[\dAB]{_S}\d{{3}}{_S}\d{{3}}(?:{_S}\d\d)?(?!{_S}?\d)"
        # telephone numbers: French, international, North American
        rf"|(?<![\d,.])0[1-9](?:(?:{_S}?\d\d){{4}}|(?:\.\d\d){{4}}|(?:-\d\d){{4}})(?![\d])"
        rf"|(?<![\d,.])0{_S}?8\d\d(?:(?:{_S}?\d{{3}}){{2}}|(?:{_S}?\d\d){{3}})(?!\d)"
        rf"|(?<!\w)\+\d{{1,3}}(?:(?:{_S}|[.-])?(?:\(\d{{1,4}}\)|\d{{1,4}})){{3,6}}(?!\d)"
        rf"|(?<![\d,.])\(\d{{3}}\){_S}?\d{{3}}-\d{{4}}(?!\d)|(?<![\d,.-])\d{{3}}-\d{{3}}-\d{{4}}(?![\d-])"
        # what a label calls a number of something
        rf"|(?:(?<=SIREN)|(?<=SIRET)|(?<=ISBN)|(?<=ISSN))(?:{_S}?:)?{_S}\d[\d{_S[1:-1]}-]+[\dX]"
        # flights: AF447
        r"|\b[A-Z]{2}\d{3,4}\b(?![-.]\d)"
        # long runs of digits, alone or among capitals; sums of files and commits
        r"|(?<![\d.,])\d{10,}(?![\d])"
        r"|\b(?=(?:[A-Z]*\d){5})(?=[A-Z\d]*[A-Z])[A-Z\d]{10,}\b"
        r"|\b(?=(?:[a-f]*\d){3})(?=(?:\d*[a-f]){2})[0-9a-f]{8,}\b"
    ),
)


def _find_digits(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _DIGIT_STRINGS(text):
        start, end = match.span()
        while not (text[start].isalnum() or text[start] in "+("):
            start += 1  # the space or colon behind a label
        if text[start] != "+" or sum(map(str.isdecimal, text[start:end])) >= 8:
            found.append((start, end))
    return found


# --------------------------------------------------------------------------------------------------------------------
# Code
# --------------------------------------------------------------------------------------------------------------------

_EXTENSION = _any_of(
    """py pyc js mjs ts jsx tsx json jsonl xml html htm css scss csv tsv txt md rst pdf doc docx odt ods odp rtf xls
    xlsx ppt pptx zip gz bz2 xz tar tgz rar 7z exe msi dmg iso deb rpm apk jar sh bash zsh bat ps1 ini cfg conf
    toml yaml yml log sql db sqlite cpp hpp java rb php rs swift ipynb tex bib png jpg jpeg gif svg webp bmp
    tiff psd mp3 mp4 avi mkv mov wav ogg flac bak lock dll bin epub parquet safetensors spm"""
)
_DOT_FILE = _any_of("gitignore gitattributes env bashrc zshrc profile htaccess dockerignore vimrc ssh git venv")
_ROOT = _any_of("etc usr var home tmp opt bin sbin dev proc root mnt lib boot srv sys run media Users Applications")
# Libraries that are spoken of by a name that looks like a file's.
_LIBRARY = r"(?:Node|Vue|Next|Nuxt|React|Angular|Three|D3|Express|Chart|Ember|Backbone|Alpine|Socket|Moment)\.js"
_QUOTED = r"'[^'\n]*'|\"[^\"\n]*\""
# Words that a lost space glues to a name: « queJohn ».
_GLUED = _any_of(
    """le la les de des du un une que qui et ou au aux en dans par pour sur avec sans chez entre selon comme mais dont
    où est sont the and of that with for from by"""
)
_CODE = (
    # in back-ticks
    matches(has("`"), lazy(r"(?<![\w`])(`{1,3})(?![`\s])(?:(?!\1).)*?(?<!\s)\1(?![`\w])", re.DOTALL)),
    # HTML and templates
    matches(has("<"), lazy(r"<!--.{0,2000}?-->|</[a-zA-Z][\w:-]*\s*>", re.DOTALL)),
    matches(has("<"), lazy(rf"<[a-zA-Z][\w:-]*(?:\s+[\w:@.-]+(?:=(?:{_QUOTED}|[^\s<>'\"]+))?)*\s*/?>")),
    matches(has(r"\{"), lazy(r"\{\{[^{}\n]{1,60}\}\}|\$?\{[A-Za-z_0-9][\w.:!%\[\]-]*\}|\{\}|\{%.{1,80}?%\}")),
    matches(
        has("%"), lazy(r"(?<![\w%])(?<!\d[\s\u00a0\u202f])%(?:\(\w+\)|\d\$)?[sdifrx](?![\w'’])|(?<!\w)%[A-Z][A-Z_]+%")
    ),
    # variables; "$US" and « $CAN » are currencies
    matches(has(r"\$"), lazy(r"(?<![\w$])\$(?!(?:US|USD|CA|CAN|CAD|AU|AUD|NZ|HK|A|C|U)\b)[A-Za-z_]\w*")),
    # paths and names of files
    matches(
        has("/"),
        lazy(
            rf"(?<![\w/.:~<])~?/{_ROOT}(?:/[\w.+@-]*)*(?<![.,])|(?<![\w/.:<])~?(?=/[\w.-]*[^\W\d])(?:/[\w.+@-]*\w){{2,}}/?|(?<![\w~])~/[\w./+-]*[\w/]"
        ),
    ),
    matches(
        has(r"\\"),
        lazy(
            r"(?<!\w)[A-Za-z]:\\(?:[\w.()$-]+(?:\s[\w.()$-]+){0,3}\\)*[\w.()$-]*(?<![.)])|(?<!\S)\\\\[\w$.-]+(?:\\[\w$.-]+)+"
        ),
    ),
    matches(
        has("/"),
        lazy(
            r"(?<![\w/.])\.{1,2}(?:/[\w.+@-]+)+/?(?<![.,])"
            rf"|(?<![\w/])(?:[\w.+@-]{{1,80}}/){{1,20}}[\w.+@-]{{1,80}}\.{_EXTENSION}(?![\w/])"
        ),
    ),
    matches(
        has(r"\.\w"),
        lazy(
            rf"(?<![\w/.@-])(?!{_LIBRARY})[^\W_][\w+-]*(?:\.[\w+-]+)*\.(?:{_EXTENSION}|{_EXTENSION.upper()})(?!\w|\.\w)"
        ),
    ),
    matches(has(r"\.\w"), lazy(rf"(?<![\w./)\]])\.(?:{_DOT_FILE}|{_EXTENSION})(?!\w)")),
    # addresses of machines
    matches(
        has(r"\d\.\d|[0-9A-Fa-f]{2}:[0-9A-Fa-f]{2}:"),
        lazy(
            r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?::\d+|/\d{1,2})?(?![\w]|\.\d)|\b(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}\b"
        ),
    ),
    matches(has("localhost"), lazy(r"(?<![\w.])localhost(?::\d+)?(?:/[\w./-]*)?(?!\w)")),
    # identifiers
    matches(
        has("_"),
        lazy(
            r"(?<![\w.])(?:[A-Za-z]\w*\.)*_{0,2}[A-Za-z][A-Za-z0-9]*(?:_+[A-Za-z0-9]+)+_{0,2}(?:\([^()\n]{0,60}\))?(?!\w)"
        ),
    ),
    matches(has("__"), lazy(r"(?<![\w.])__[a-z]+__(?:\.py)?(?!\w)")),
    matches(
        has("[a-z][A-Z]"),
        lazy(
            rf"(?<![\w'’.-])(?!{_GLUED}[A-Z])[a-z]{{2,}}(?:[A-Z][a-z0-9]+)+(?:\.[a-z]\w+)*(?:\([^()\n]{{0,60}}\))?(?![\w-])"
        ),
    ),
    matches(has(r"[\w.]\("), lazy(rf"(?<![\w.])[A-Za-z_][\w.]*\((?:(?:{_QUOTED})[^()\n]*|\w+=[^()\n]*)?\)")),
    matches(has(r"[\w.]\("), lazy(r"(?<![\w.])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+\([^()\n]{0,60}\)")),
    # requirements and settings
    matches(
        has("[=><~!]="), lazy(r"(?<![\w.-])[A-Za-z][\w.-]{0,60}(?:\[[\w,-]+\])?(?:==|>=|<=|~=|!=)\d[\w.*]*(?<!\.)")
    ),
    matches(
        has("="),
        lazy(
            rf"(?<![\w.?&/-])[A-Za-z_][\w.-]{{0,60}}=(?:{_QUOTED}|[^\s=\"',;()\u0080-\U0010ffff]+(?!\w))(?<![.,;:!?)])"
        ),
    ),
    # macros
    matches(has(r"\\"), lazy(r"(?<![\w\\])\\[a-zA-Z]{2,}(?:\{[^{}\n]*\})?")),
)

# --------------------------------------------------------------------------------------------------------------------
# Shell commands
# --------------------------------------------------------------------------------------------------------------------

# Commands whose names are no words of prose: a subcommand or an argument behind them makes a command of them.
_SURE_COMMANDS = listed(
    """git pip pip3 pipx npm npx pnpm apt apt-get dpkg dnf yum pacman zypper brew conda mamba docker docker-compose
    podman kubectl systemctl journalctl sudo curl wget ssh scp sftp rsync chmod chown mkdir rmdir grep egrep awk
    xargs gunzip ffmpeg psql mysql sqlite3 python python3 pytest mypy cargo rustc gcc g++ cmake javac mvn deno
    php bash zsh emacs tmux ifconfig netstat nslookup crontab killall useradd adduser usermod flatpak winget
    choco ipconfig gcloud terraform ansible-playbook django-admin nvidia-smi huggingface-cli dotnet abrege"""
)
# Commands that are words as well: only an option, a path or the name of a file makes a command of them.
_OTHER_COMMANDS = listed(
    """yarn service su rm cp mv ls cd pwd sed tar gzip unzip uv clang make java gradle node ruby perl sh nano vim vi
    ping traceroute ip nmap dig ps kill df ln echo export whoami uname cat head tail less tee sort uniq diff
    find chroot passwd powershell tasklist aws az gh jupyter tox nox pre-commit hf ruff"""
)
_SUBCOMMANDS = listed(
    """install uninstall update upgrade remove purge add clone commit push pull checkout switch branch merge rebase
    fetch status log diff init reset stash tag remote config run build start stop restart reload enable disable
    exec ps images compose up down create delete apply get describe search list show info freeze download
    publish login logout test serve dev env activate deactivate sync lock help version generate migrate
    runserver bulk translate summarize digest check models daemon-reload autoremove dist-upgrade full-upgrade -m"""
)
# What follows a command but is no argument of it.
_NO_ARGUMENT = listed(
    """a à afin ainsi alors après au aux avant avec car ce ces cet cette chez ci comme d dans de depuis des doit donc
    du elle en enfin ensuite est et fait il ils je la le les lors lorsque mais ne ni non nous on ont ou où par
    pas permet peut plus pour pourquoi puis quand que qui qu s sans se selon sera si son sont sous sur tandis un
    une vers via vous y affiche lance installe exécute tapez lancez suivi avez a an and as at before but by can
    does for from has if in is it not of on or so than that the then this to was when which while will with you
    était sert reste vient l n c j m t utilise fonctionne remplace propose offre oui"""
)
_PROMPT = lazy(r"\s*(?:\$ (?=[A-Za-z./~])|>>> |PS [A-Z]:\\.*?> ?|[A-Z]:\\\S*> ?|[\w.-]+@[\w.-]+:\S*[$#] ?)")
_COMMAND = lazy(r"(?<![^\s(«“\"'’|&;])[a-z][a-z0-9+-]*(?= )")
_SCRIPT = lazy(r"(?:\.|~)/[\w./-]*\w(?= |$)")
_TOKEN = lazy(rf"\s*((?:{_QUOTED}|=(?:{_QUOTED})|[^\s'\"]|(?<=\S)['\"])+)")
_OPTION = lazy(r"(?<![^\s(\[«“\"'’/|])(?<!\A)--[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:=\S*[^\s.,;:!?)»])?(?![\w-])", re.ASCII)
_OPTION_TOKEN = lazy(r"--?[A-Za-z0-9][\w-]*(?:=.*)?|--", re.DOTALL)
_PATH_ARGUMENT = r"[./~\\]\S*[\w/]|\.\.?|\$[A-Za-z_{]\S*|\*\S*|\S+\.[a-z]\w*"
_ARGUMENT = lazy(
    rf"{_PATH_ARGUMENT}|\S*[\\=*<>|@_]\S*|\S*://\S*|[\w.-]+\[[\w,]+\]|\S*\{{\S*\}}|['\"].*['\"]|&&?|;", re.DOTALL
)
_FIRST_ARGUMENT = lazy(rf"-[A-Za-z]{{1,4}}|--[a-z]\S*|{_PATH_ARGUMENT}|\w+=\S+", re.ASCII)
_JOINS_COMMANDS = listed("| || && & ; > >> < sudo xargs")
_WEAK_ARGUMENT = lazy(r"\S*[\d/:]\S*")
_PLAIN_ARGUMENT = lazy(r"[a-z0-9][a-z0-9._+-]*", re.ASCII)
_SAID = lazy(r"-(?:t-)?(?:il|elle|ils|elles|on|je|tu|nous|vous)\b")
_BEHIND_ARGUMENT = ".,;:!?)»”"


def _find_commands(text: str) -> list[tuple[int, int]]:
    """Shell commands inside a sentence, and options by themselves."""
    found: list[tuple[int, int]] = []
    for name in _COMMAND.finditer(text):
        if found and name.start() < found[-1][1]:
            continue
        if name[0] in _SURE_COMMANDS or name[0] in _OTHER_COMMANDS:
            end = _end_of_command(text, name)
            if end:
                found.append((name.start(), end))
    for option in _OPTION.finditer(text):
        if not _SAID.search(option[0]) and option[0][2:] not in _NO_ARGUMENT:
            found.append(option.span())
    return found


def _end_of_command(text: str, name: re.Match[str]) -> int:
    """The end of the command that begins with a name; 0 if prose follows the name."""
    end = 0
    sure = False  # whether something was seen that prose does not have
    taking = name[0] in _JOINS_COMMANDS  # whether a plain word here is an argument
    position = name.end()
    while token := _TOKEN.match(text, position):
        whole = token[1]
        bare = whole.rstrip(_BEHIND_ARGUMENT)
        if whole in (".", "..", ";") and text[token.end() : token.end() + 1] == " ":
            bare = whole
        if bare.count("(") and whole.startswith(bare + ")"):
            bare += ")"
        if not (end or name[0] in _SURE_COMMANDS or _FIRST_ARGUMENT.fullmatch(bare) or name[0] == "echo"):
            break
        if _OPTION_TOKEN.fullmatch(bare):
            sure = taking = True
        elif bare in _JOINS_COMMANDS:
            taking = True
        elif bare in _NO_ARGUMENT or not bare:
            break
        elif bare in _SUBCOMMANDS and name[0] in _SURE_COMMANDS:
            sure = taking = True
        elif taking and (bare in _SURE_COMMANDS or bare in _OTHER_COMMANDS):
            sure = True
        elif _ARGUMENT.fullmatch(bare):
            sure, taking = True, False
        elif _WEAK_ARGUMENT.fullmatch(bare) or (taking and _PLAIN_ARGUMENT.fullmatch(bare)):
            taking = False
        else:
            break
        end = token.start(1) + len(bare)
        if len(bare) < len(whole):
            break
        position = token.end()
    return end if sure else 0


# --------------------------------------------------------------------------------------------------------------------
# All of them
# --------------------------------------------------------------------------------------------------------------------


def _all_of(*finders: Callable[[str], Iterator[re.Match[str]]]) -> Callable[[str], list[tuple[int, int]]]:
    def find(text: str) -> list[tuple[int, int]]:
        return [match.span() for find in finders for match in find(text) if match[0]]

    return find


# Words in scripts that models from French to English have no pieces for; a single Greek letter is a sign (« β »).
_OTHER_LETTER = (
    "[\u0400-\u052f\u0530-\u058f\u0591-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0e7f\u1000-\u109f\u10a0-\u10ff"
    "\u1100-\u139f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d\U00020000-\U0002fa1f]"
)
_GREEK = "[\u0370-\u03ff\u1f00-\u1fff]"
_WORDS_IN_OTHER_SCRIPTS = matches(
    is_unusual, lazy(rf"(?:{_OTHER_LETTER}+|{_GREEK}{{2,}})(?:[\s'’.,-]{{1,2}}(?:{_OTHER_LETTER}+|{_GREEK}{{2,}}))*")
)


# The first kind that finds something at a place has it.
_FINDERS: tuple[tuple[SpanKind, Callable[[str], list[tuple[int, int]]]], ...] = (
    ("code", _all_of(_CODE[0])),
    ("code", _find_commands),
    ("handle", _all_of(_HANDLES)),
    ("email", _all_of(_EMAILS)),
    ("url", _find_urls),
    ("hashtag", _all_of(_HASHTAGS)),
    ("code", _all_of(*_CODE[1:])),
    ("emoji", _all_of(_EMOJIS)),
    ("digits", _find_digits),
    ("script", _all_of(_WORDS_IN_OTHER_SCRIPTS)),
)


def find_spans(text: str) -> list[Span]:
    """The places that must reach no model, in their order; they do not overlap.

    The kinds are "url" (with or without a scheme), "email", "handle" (@nom), "hashtag", "emoji" (pictures of all sorts,
    a run of them is one span), "code" (in back-ticks, commands and options, paths, names of files, identifiers, calls,
    variables, tags, placeholders), "digits" (ten digits or more, telephone numbers, IBAN, ISBN, UUID, hashes) and
    "script" (words in Hebrew, Cyrillic, Chinese and the like).
    """
    taken = bytearray(len(text))
    spans: list[Span] = []
    for kind, find in _FINDERS:
        for start, end in find(text):
            if start < end and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                spans.append(Span(start, end, kind))
    return sorted(spans, key=lambda span: span.start)


_ARGUMENTS = r"\((?:|.*[\"'=_\[].*|[\w.]+(?:, ?[\w.]+)+)\)"
_CODE_LINES = tuple(
    (has(sign), lazy(pattern, re.ASCII))
    for sign, pattern in (
        ("^#!", r"#!/\S+.*"),
        ("^(?:async |def|class|@)", r"(?:async )?def \w+\(.*\).*:|class \w+(?:\([\w., ]*\))?:|@[\w.]+\(.*\)"),
        ("import ", r"from \.*\w[\w.]* import [\w.*, ()]+|import \w[\w.]*(?: as \w+)?(?:, ?\w[\w.]*)*;?"),
        (
            r"^(?:if|elif|for|while|with|except|else|try|finally)\b",
            r"(?:if|elif|for|while|with|except)\b.*[=<>()\[\]_].*:|(?:else|try|finally):|except \w+(?: as \w+)?:",
        ),
        (r"^(?:if|for|while|switch|catch)\s?\(|else", r"(?:if|for|while|switch|catch)\s?\(.*\)\s?\{?|\}?\s?else\s?\{"),
        (
            "^(?:let|const|var|return) ",
            r"(?:let|const|var) \w+ = .*|return\b.*;|return [\w.]*[\d_.(\[\]{\"'][\w.()\[\]{}\"', +*-]*(?<!\.)",
        ),
        (
            "^(?:public|private|protected|static|function|void|int|float|double|char|bool)",
            r"(?:public|private|protected|static|function|void|int|float|double|char|bool)\b.*"
            r"(?:\w\([^)]*\)\s*[{;]|\w\s=\s.*;)",
        ),
        ("^#", r"#(?:include|define|ifdef|ifndef|endif|pragma)\b.*"),
        (
            "^[A-Z]{4}",
            r"(?:SELECT\b.*\bFROM|INSERT INTO|UPDATE\b.*\bSET|DELETE FROM|(?:CREATE|DROP|ALTER) (?:TABLE|INDEX))\b.*",
        ),
        (
            "[=]",
            r"[a-z_$][\w.$]*(?:\[[^\]]*\])?\s*(?:=|\+=|-=|:=|=>)\s*(?:[\w.]+\(.*\)|[\"'\[{(].*[\"'\]})]|[\w.-]+);?",
        ),
        (r"\w\(", rf"(?:[a-z_$][\w$]*|[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+){_ARGUMENTS}\s*[;{{]?"),
        (r"^[{}\[\]();,]", r"[{}\[\]();,]*[{}\[\];][{}\[\]();,]*"),
        ("^<", r"(?:</?[a-zA-Z!][^<>]*>\s*)+"),
        ('^"', r"\"[\w-]+\"\s*:\s*(?:\".*\"|[\d.]+|true|false|null|[\[{].*),?"),
    )
)
_LONGEST_LINE_OF_CODE = 500
_TAKES_PLAIN_WORDS = listed("cd ls mkdir rmdir rm cp mv ssh npm git docker sudo apt-get")


def is_shell_line(line: str) -> bool:
    """Whether a line is wholly a shell command or code, and nothing of it is prose.

    A line is judged alone: "$ pip install x", "sudo apt-get install foo", "    def f(x):", "git commit -m 'x'".
    """
    bare = line.strip()
    if len(bare) > _LONGEST_LINE_OF_CODE:
        return False
    prompt = _PROMPT.match(line)
    if prompt and prompt.end() < len(line.rstrip()):
        return True
    if any(sign(bare) and pattern.fullmatch(bare) for sign, pattern in _CODE_LINES):
        return True
    script = _SCRIPT.match(bare)
    if script and (script.end() == len(bare) or _end_of_command(bare, script) == len(bare)):
        return True
    name = _COMMAND.match(bare)
    if name is None or not (name[0] in _SURE_COMMANDS or name[0] in _OTHER_COMMANDS):
        return False
    if _end_of_command(bare, name) == len(bare):
        return True
    arguments = bare[name.end() :].split()
    if name[0] == "make":
        return all(word in _SUBCOMMANDS for word in arguments)
    plain = all(_PLAIN_ARGUMENT.fullmatch(word) and word not in _NO_ARGUMENT for word in arguments)
    return name[0] in _TAKES_PLAIN_WORDS and len(arguments) <= 3 and plain and bare[-1] != "."
