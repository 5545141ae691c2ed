#!/usr/bin/env python3
"""datasketch: MinHash over character 3-grams and banding, at the threshold that is best on the development data."""
import sys

from datasketch import MinHash, MinHashLSH

from contract import serve

THRESHOLD = 0.8 if "--default" in sys.argv else 0.35
GRAM = 3
sys.argv = [argument for argument in sys.argv if argument != "--default"]


def duplicates(documents):
    index = MinHashLSH(threshold=THRESHOLD, num_perm=128)
    hashes = []
    for number, (_, text) in enumerate(documents):
        text = "".join(text.split())
        signature = MinHash(num_perm=128)
        signature.update_batch([text[i : i + GRAM].encode() for i in range(max(1, len(text) - GRAM + 1))])
        hashes.append(signature)
        index.insert(number, signature)
    for number, signature in enumerate(hashes):
        for other in index.query(signature):
            if other > number and signature.jaccard(hashes[other]) >= THRESHOLD:
                yield documents[number][0], documents[other][0]


serve(duplicates=duplicates)
