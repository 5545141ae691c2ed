#!/usr/bin/env python3
"""rensa: MinHash over character 4-grams and banding, verified by the estimated Jaccard similarity."""
from rensa import RMinHash, RMinHashLSH

from contract import is_default, serve, similar_pairs

# The library's own advice, or what is best on the development data.
PERMUTATIONS, BANDS, THRESHOLD = (128, 16, 0.8) if is_default() else (128, 32, 0.35)


def sign(text):
    signature = RMinHash(num_perm=PERMUTATIONS, seed=42)
    signature.update([text[i : i + 4] for i in range(max(1, len(text) - 3))])
    return signature


def duplicates(documents):
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
    return similar_pairs(documents, index, sign, THRESHOLD)


serve(duplicates=duplicates)
