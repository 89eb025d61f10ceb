"""Segments and a task in, English out."""

from abrege.generation.tokenizer import Tokenizer
from abrege.generation.translator import SHORTEN, SUM, TITLE, Translation, Translator

__all__ = ["SHORTEN", "SUM", "TITLE", "Tokenizer", "Translation", "Translator"]
