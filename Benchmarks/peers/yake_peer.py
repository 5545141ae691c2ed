#!/usr/bin/env python3
"""YAKE: English keyphrases of up to three words."""
import yake
from contract import serve

serve(keywords=lambda text, top, preset: [k for k, _ in yake.KeywordExtractor(lan="en", n=3, top=top).extract_keywords(text)])
