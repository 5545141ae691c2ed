#!/usr/bin/env python3
"""gaoya: MinHash over character 3-grams and banding in Rust, at the threshold that is best on the development data."""
from gaoya.minhash import MinHashStringIndex

from contract import is_default, serve

IS_DEFAULT = is_default()


def duplicates(documents):
    if IS_DEFAULT:
        index = MinHashStringIndex(analyzer="char", lowercase=True, ngram_range=(3, 3))
    else:
        index = MinHashStringIndex(
            hash_size=32, jaccard_threshold=0.3, num_bands=42, band_size=3, num_hashes=126, analyzer="char", lowercase=True,
            ngram_range=(3, 3))
    texts = ["".join(text.split()) for _, text in documents]
    for number, text in enumerate(texts):
        index.insert_document(number, text)
    for number, text in enumerate(texts):
        for other in index.query(text):
            if other > number:
                yield documents[number][0], documents[other][0]


serve(duplicates=duplicates)
