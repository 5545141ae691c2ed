#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "lc_icu.h"

static const UNormalizer2 *normalizer_of(int32_t form, UErrorCode *error) {
  return form == LC_NORMALIZE_NFKC ? unorm2_getNFKCInstance(error) : unorm2_getNFCInstance(error);
}

// The start of the stretch around `place` that normalises by itself: back to the last boundary at or before it.
static int32_t stretch_start(const UNormalizer2 *normalizer, const UChar *text, int32_t from, int32_t place) {
  while (place > from) {
    UChar32 character;
    U16_GET(text, from, place, INT32_MAX, character);
    if (unorm2_hasBoundaryBefore(normalizer, character)) break;
    U16_BACK_1(text, from, place);
  }
  return place;
}

// The end of the stretch that holds the character at `place`: on to the next boundary behind it.
static int32_t stretch_end(const UNormalizer2 *normalizer, const UChar *text, int32_t place, int32_t length) {
  UChar32 character;
  U16_NEXT(text, place, length, character);
  while (place < length) {
    int32_t next = place;
    U16_NEXT(text, next, length, character);
    if (unorm2_hasBoundaryBefore(normalizer, character)) break;
    place = next;
  }
  return place;
}

int32_t lc_normalize(
    int32_t form, const uint16_t *text, int32_t length, int32_t from, lc_change *changes, int32_t change_capacity,
    int32_t *change_count, uint16_t *output, int32_t output_capacity, int32_t *output_count, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = normalizer_of(form, &error);
  *change_count = 0;
  *output_count = 0;
  while (U_SUCCESS(error) && from < length && *change_count < change_capacity) {
    const int32_t clean = from + unorm2_spanQuickCheckYes(normalizer, text + from, length - from, &error);
    if (U_FAILURE(error) || clean >= length) {
      from = length;
      break;
    }
    const int32_t start = stretch_start(normalizer, text, from, clean);
    const int32_t end = stretch_end(normalizer, text, clean, length);
    const int32_t room = output_capacity - *output_count;
    const int32_t written = unorm2_normalize(normalizer, text + start, end - start, output + *output_count, room, &error);
    if (error == U_BUFFER_OVERFLOW_ERROR) {
      // Full: the caller goes on here. Without any change yet there will never be room enough.
      *status = *change_count == 0 ? (int32_t)error : LC_ICU_OK;
      return start;
    }
    if (U_FAILURE(error)) break;
    int32_t same = written == end - start;
    for (int32_t i = 0; same && i < written; i++) same = output[*output_count + i] == text[start + i];
    if (!same) {
      changes[*change_count] = (lc_change){.start = start, .end = end, .length = written};
      *change_count += 1;
      *output_count += written;
    }
    from = end;
  }
  *status = U_FAILURE(error) ? (int32_t)error : LC_ICU_OK;
  return from;
}

int32_t lc_is_normalized(int32_t form, const uint16_t *text, int32_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = normalizer_of(form, &error);
  const UBool normalized = unorm2_isNormalized(normalizer, text, length, &error);
  *status = U_FAILURE(error) ? (int32_t)error : LC_ICU_OK;
  return U_SUCCESS(error) && normalized;
}
