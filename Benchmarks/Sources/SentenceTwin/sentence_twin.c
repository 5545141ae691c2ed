#include "sentence_twin.h"

#include <unicode/ubrk.h>

int32_t sentence_twin_count(const uint16_t *units, int32_t count) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, "zh", (const UChar *)units, count, &status);
  if (U_FAILURE(status)) return -1;
  int32_t boundaries = 0;
  while (ubrk_next(iterator) != UBRK_DONE) boundaries++;
  ubrk_close(iterator);
  return boundaries;
}
