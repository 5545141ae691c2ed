#include "lc_lexicon.h"

// The files are made by `lctext lexicon build` from the tables beside them.
static const uint8_t document_frequency[] = {
#embed "../../lexicons/document-frequency.bin"
};

static const uint8_t pairs[] = {
#embed "../../lexicons/pairs.bin"
};

static const uint8_t boundaries[] = {
#embed "../../lexicons/boundaries.bin"
};

static const uint8_t stopwords[] = {
#embed "../../lexicons/stopwords.bin"
};

static const uint8_t tags[] = {
#embed "../../lexicons/tags.bin"
};

static const uint8_t keywords[] = {
#embed "../../lexicons/keywords.tsv"
};

static const uint8_t summary[] = {
#embed "../../lexicons/summary.tsv"
};

static const uint8_t duplicates[] = {
#embed "../../lexicons/duplicates.tsv"
};

static const uint8_t sentences[] = {
#embed "../../lexicons/sentences.tsv"
};

lc_embedded lc_lexicon_document_frequency(void) {
  return (lc_embedded){document_frequency, sizeof document_frequency};
}

lc_embedded lc_lexicon_stopwords(void) { return (lc_embedded){stopwords, sizeof stopwords}; }

lc_embedded lc_lexicon_boundaries(void) { return (lc_embedded){boundaries, sizeof boundaries}; }

lc_embedded lc_lexicon_keywords(void) { return (lc_embedded){keywords, sizeof keywords}; }

lc_embedded lc_lexicon_summary(void) { return (lc_embedded){summary, sizeof summary}; }

lc_embedded lc_lexicon_duplicates(void) { return (lc_embedded){duplicates, sizeof duplicates}; }

lc_embedded lc_lexicon_sentences(void) { return (lc_embedded){sentences, sizeof sentences}; }

lc_embedded lc_lexicon_tags(void) { return (lc_embedded){tags, sizeof tags}; }

lc_embedded lc_lexicon_pairs(void) { return (lc_embedded){pairs, sizeof pairs}; }
