#!/usr/bin/env python3
"""datasketch: MinHash over character 3-grams and banding, at the threshold that is best on the development data."""
from datasketch import MinHash, MinHashLSH

from contract import is_default, serve, similar_pairs

THRESHOLD = 0.8 if is_default() else 0.35
GRAM = 3


def sign(text):
    signature = MinHash(num_perm=128)
    signature.update_batch([text[i : i + GRAM].encode() for i in range(max(1, len(text) - GRAM + 1))])
    return signature


def duplicates(documents):
    return similar_pairs(documents, MinHashLSH(threshold=THRESHOLD, num_perm=128), sign, THRESHOLD)


serve(duplicates=duplicates)
