#!/usr/bin/env python3
"""rensa: MinHash over character 4-grams and banding, verified by the estimated Jaccard similarity."""
import sys

from rensa import RMinHash, RMinHashLSH
from contract import serve

# The library's own advice, or what is best on the development data.
PERMUTATIONS, BANDS, THRESHOLD = (128, 16, 0.8) if "--default" in sys.argv else (128, 32, 0.35)
sys.argv = [argument for argument in sys.argv if argument != "--default"]


def duplicates(documents):
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
    hashes = []
    for number, (_, text) in enumerate(documents):
        text = "".join(text.split())
        signature = RMinHash(num_perm=PERMUTATIONS, seed=42)
        signature.update([text[i : i + 4] for i in range(max(1, len(text) - 3))])
        hashes.append(signature)
        index.insert(number, signature)
    for number, signature in enumerate(hashes):
        for other in index.query(signature):
            if other > number and signature.jaccard(hashes[other]) >= THRESHOLD:
                yield documents[number][0], documents[other][0]


serve(duplicates=duplicates)
