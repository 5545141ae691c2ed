// The compiled lexicons, part of the program's read-only data.
#ifndef LC_LEXICON_H
#define LC_LEXICON_H

#include <stddef.h>
#include <stdint.h>

// The bytes of one embedded file.
typedef struct {
  const uint8_t *bytes;
  size_t count;
} lc_embedded;

// Document frequencies of words, as `lctext lexicon build` makes them of lexicons/document-frequency.tsv.
lc_embedded lc_lexicon_document_frequency(void);
// Counts of characters and of their pairs.
lc_embedded lc_lexicon_pairs(void);
// Words and weights of word boundaries.
lc_embedded lc_lexicon_boundaries(void);
// Words and weights of parts of speech.
lc_embedded lc_lexicon_tags(void);
// The stop words of lexicons/stopwords.tsv.
lc_embedded lc_lexicon_stopwords(void);

// The weights of keyword features: lexicons/keywords.tsv itself.
lc_embedded lc_lexicon_keywords(void);

// The weights of headline features: lexicons/summary.tsv itself.
lc_embedded lc_lexicon_summary(void);

// The weights of sentence features: lexicons/sentences.tsv itself.
lc_embedded lc_lexicon_sentences(void);

// The weights of what pairs of passages share: lexicons/duplicates.tsv itself.
lc_embedded lc_lexicon_duplicates(void);

// Asks for a line of memory that will be read soon; the program does not wait for it.
static inline void lc_prefetch(const void *place) { __builtin_prefetch(place); }

#endif
