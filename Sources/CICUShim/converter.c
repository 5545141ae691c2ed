#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include "lc_icu.h"

struct lc_converter {
  UConverter *converter;
  int64_t position;  // bytes read since the converter was opened or last failed
};

lc_converter *lc_converter_open(const char *name, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *icu = ucnv_open(name, &error);
  if (U_SUCCESS(error)) ucnv_setToUCallBack(icu, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
  *status = U_FAILURE(error) ? (int32_t)error : LC_ICU_OK;
  if (U_FAILURE(error)) {
    if (icu != NULL) ucnv_close(icu);
    return NULL;
  }
  lc_converter *converter = calloc(1, sizeof *converter);
  if (converter == NULL) {
    ucnv_close(icu);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  converter->converter = icu;
  return converter;
}

void lc_converter_close(lc_converter *converter) {
  if (converter == NULL) return;
  ucnv_close(converter->converter);
  free(converter);
}

const char *lc_converter_name(const lc_converter *converter, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const char *name = ucnv_getName(converter->converter, &error);
  *status = U_FAILURE(error) ? (int32_t)error : LC_ICU_OK;
  return U_FAILURE(error) ? "" : name;
}

lc_decoding lc_converter_decode(
    lc_converter *converter, const uint8_t *bytes, int64_t length, uint16_t *output, int64_t capacity, int32_t flush) {
  lc_decoding result = {.bad_offset = -1};
  const char *source = (const char *)bytes;
  const char *const source_end = source + length;
  UChar *target = output;
  UErrorCode error = U_ZERO_ERROR;
  ucnv_toUnicode(converter->converter, &target, output + capacity, &source, source_end, NULL, flush ? 1 : 0, &error);
  result.consumed = source - (const char *)bytes;
  result.produced = target - output;
  if (error == U_INVALID_CHAR_FOUND || error == U_ILLEGAL_CHAR_FOUND || error == U_TRUNCATED_CHAR_FOUND) {
    char invalid[16];
    int8_t count = (int8_t)sizeof invalid;
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter->converter, invalid, &count, &ignored);
    result.bad_length = U_SUCCESS(ignored) && count > 0 ? count : 1;
    result.bad_offset = result.consumed - result.bad_length;
  } else if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) {
    result.status = (int32_t)error;
  }
  return result;
}
