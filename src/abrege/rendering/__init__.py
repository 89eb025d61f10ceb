"""Articles, summaries and digests in, text out; one module a format."""

from abrege.rendering.json import article_from_json, article_to_json, digest_to_json, summary_to_json
from abrege.rendering.models import models_to_json, render_models
from abrege.rendering.plain import render_block, render_digest, render_summary, render_translation

__all__ = [
    "article_from_json",
    "article_to_json",
    "digest_to_json",
    "models_to_json",
    "render_block",
    "render_digest",
    "render_models",
    "render_summary",
    "render_translation",
    "summary_to_json",
]
