#include <stdlib.h>
#include <unicode/ubrk.h>

#include "lc_icu.h"

struct lc_breaker {
  UBreakIterator *iterator;
};

static UBreakIteratorType type_of(int32_t kind) {
  switch (kind) {
    case LC_BREAK_WORD: return UBRK_WORD;
    case LC_BREAK_SENTENCE: return UBRK_SENTENCE;
    default: return UBRK_CHARACTER;
  }
}

lc_breaker *lc_breaker_open(int32_t kind, const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(type_of(kind), locale, NULL, 0, &error);
  *status = U_FAILURE(error) ? (int32_t)error : LC_ICU_OK;
  if (U_FAILURE(error)) return NULL;
  lc_breaker *breaker = malloc(sizeof *breaker);
  if (breaker == NULL) {
    ubrk_close(iterator);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaker->iterator = iterator;
  return breaker;
}

void lc_breaker_close(lc_breaker *breaker) {
  if (breaker == NULL) return;
  ubrk_close(breaker->iterator);
  free(breaker);
}

void lc_breaker_set_text(lc_breaker *breaker, const uint16_t *text, int32_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, text, length, &error);
  *status = U_FAILURE(error) ? (int32_t)error : LC_ICU_OK;
}

int32_t lc_breaker_next(lc_breaker *breaker, int32_t *boundaries, int32_t *rules, int32_t capacity) {
  int32_t count = 0;
  while (count < capacity) {
    const int32_t boundary = ubrk_next(breaker->iterator);
    if (boundary == UBRK_DONE) break;
    boundaries[count] = boundary;
    if (rules != NULL) rules[count] = ubrk_getRuleStatus(breaker->iterator);
    count++;
  }
  return count;
}
