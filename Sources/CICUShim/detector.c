#include <stdlib.h>
#include <unicode/ucsdet.h>

#include "lc_icu.h"

struct lc_detector {
  UCharsetDetector *detector;
};

lc_detector *lc_detector_open(int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector *icu = ucsdet_open(&error);
  *status = U_FAILURE(error) ? (int32_t)error : LC_ICU_OK;
  if (U_FAILURE(error)) return NULL;
  lc_detector *detector = malloc(sizeof *detector);
  if (detector == NULL) {
    ucsdet_close(icu);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  detector->detector = icu;
  return detector;
}

void lc_detector_close(lc_detector *detector) {
  if (detector == NULL) return;
  ucsdet_close(detector->detector);
  free(detector);
}

int32_t lc_detector_detect(
    lc_detector *detector, const uint8_t *bytes, int32_t length, lc_guess *guesses, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  ucsdet_setText(detector->detector, (const char *)bytes, length, &error);
  int32_t found = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector->detector, &found, &error);
  int32_t count = 0;
  if (U_SUCCESS(error)) {
    for (; count < found && count < capacity; count++) {
      guesses[count].name = ucsdet_getName(matches[count], &error);
      guesses[count].confidence = ucsdet_getConfidence(matches[count], &error);
    }
  }
  *status = U_FAILURE(error) ? (int32_t)error : LC_ICU_OK;
  return U_FAILURE(error) ? 0 : count;
}
