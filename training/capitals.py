"""Clean pairs and the lexicon in, the English words of the lexicon that texts write with a capital out: London, French.

A word counts where it stands inside a sentence, and in lines that are not headings. It is kept where it has a capital at
least twice as often as not. The table tells the names of a text from words that only stand in a title.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
_BEGINS = re.compile(r"(?:^|[.!?:…;*•>/|=])[\s\"'“‘(\[–—-]*$")
MOST = 0.5  # share of capitals in a line that is no heading
TIMES = 2  # times that a name has a capital for each time that it has none


def inner_words(line: str) -> Iterator[str]:
    """The words of a line that begin no sentence, as they are written; none of a heading."""
    found = list(_WORD.finditer(line))
    if sum(m[0][0].isupper() for m in found) > MOST * len(found):
        return
    for m in found:
        if len(m[0]) > 1 and not _BEGINS.search(line, 0, m.start()):
            yield m[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clean", type=Path, help="folder that clean.py wrote")
    parser.add_argument("lexicon", type=Path, help="the table that lexicon.py wrote")
    parser.add_argument("out", type=Path, help="the list to write, gzipped: words in small letters, parted by spaces")
    args = parser.parse_args()
    table = gzip.decompress(args.lexicon.read_bytes()).decode()
    vocabulary = {w for line in table.splitlines() for w in _WORD.findall(line.split("\t")[1])}
    large: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for path in sorted(args.clean.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for word in inner_words(line.partition("\t")[2]):
                (large if word[0].isupper() else small)[word.lower()] += 1
    names = sorted(w for w in vocabulary if large[w] and large[w] >= TIMES * small[w])
    args.out.write_bytes(gzip.compress(" ".join(names).encode(), 9, mtime=0))
    print(f"{len(names)} of {len(vocabulary)} words, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
