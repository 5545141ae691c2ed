// Sentence boundaries by ICU in a plain C loop: the twin of SentenceSegmenter's use of ICU.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// The number of sentence boundaries ICU finds in `units`; -1 when ICU fails.
int32_t sentence_twin_count(const uint16_t *units, int32_t count);
