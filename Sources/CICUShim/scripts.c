#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include "lc_icu.h"

// The script of a character; common and inherited are "none of its own".
static int32_t own_script(UChar32 character) {
  if (character >= 0x4E00 && character <= 0x9FFF) return USCRIPT_HAN;
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(character, &error);
  return U_FAILURE(error) ? USCRIPT_COMMON : script;
}

int32_t lc_script_runs(
    const uint16_t *text, int32_t length, int32_t from, int32_t *ends, int32_t *scripts, int32_t capacity) {
  int32_t count = 0;
  int32_t place = from;
  int32_t current = USCRIPT_COMMON;
  while (place < length && count < capacity) {
    int32_t next = place;
    UChar32 character;
    U16_NEXT(text, next, length, character);
    const int32_t script = own_script(character);
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != current) {
      if (current != USCRIPT_COMMON) {
        ends[count] = place;
        scripts[count] = current;
        count++;
      }
      current = script;
    }
    place = next;
  }
  if (place >= length && from < length && count < capacity) {
    ends[count] = length;
    scripts[count] = current;
    count++;
  }
  return count;
}

const char *lc_script_name(int32_t script) {
  const char *name = uscript_getShortName((UScriptCode)script);
  return name == NULL ? "Zzzz" : name;
}

int32_t lc_script_number(const char *name) {
  const int32_t value = u_getPropertyValueEnum(UCHAR_SCRIPT, name);
  return value == UCHAR_INVALID_CODE ? -1 : value;
}
