// ICU behind opaque handles and batch calls.
//
// No ICU header is included here, so that Swift never sees one: ICU's headers and Foundation's own copy of ICU do not
// compile in one module. Text is UTF-16, offsets are UTF-16 units, lengths fit in int32_t. Each handle is used by one
// thread at a time; different handles may be used at once.
#ifndef LC_ICU_H
#define LC_ICU_H

#include <stddef.h>
#include <stdint.h>

#if defined(__cplusplus)
extern "C" {
#endif

// ---- Errors

// ICU's error codes are passed through: 0 and below is success. These are the two that callers tell apart.
enum { LC_ICU_OK = 0, LC_ICU_FAILED = 1 };

// The name of an ICU error code, for messages. Never NULL.
const char *lc_icu_error_name(int32_t status);

// ICU's version, such as "72.1", into a buffer of at least 20 bytes.
void lc_icu_version(char *buffer);

// ---- Boundaries

typedef struct lc_breaker lc_breaker;

enum { LC_BREAK_CHARACTER = 0, LC_BREAK_WORD = 1, LC_BREAK_SENTENCE = 2 };

// Opens a breaker of one kind for a locale (such as "zh" or ""). NULL on failure, with the reason in *status.
lc_breaker *lc_breaker_open(int32_t kind, const char *locale, int32_t *status);
void lc_breaker_close(lc_breaker *breaker);

// Sets the text; it must stay where it is until the last call of lc_breaker_next for it.
void lc_breaker_set_text(lc_breaker *breaker, const uint16_t *text, int32_t length, int32_t *status);

// Writes the next boundaries (the start 0 is not one of them; the end of the text is) and, where `rules` is not NULL, ICU's
// rule status of the segment that each ends. Returns how many it wrote; fewer than `capacity` when the text is done.
int32_t lc_breaker_next(lc_breaker *breaker, int32_t *boundaries, int32_t *rules, int32_t capacity);

// ---- Converters

typedef struct lc_converter lc_converter;

// Opens a converter for an encoding's name or alias. NULL when ICU knows none of that name.
lc_converter *lc_converter_open(const char *name, int32_t *status);
void lc_converter_close(lc_converter *converter);

// ICU's own name of the converter's encoding.
const char *lc_converter_name(const lc_converter *converter, int32_t *status);

// What one call of lc_converter_decode did.
typedef struct {
  int64_t consumed;      // bytes read
  int64_t produced;      // UTF-16 units written
  int64_t bad_offset;    // offset of the first byte of an invalid sequence in this input, or -1
  int32_t bad_length;    // its length in bytes
  int32_t status;        // ICU's error code; an invalid sequence is no error here
} lc_decoding;

// Decodes bytes into UTF-16 until the input or the output is full, or an invalid sequence was read. After an invalid
// sequence the converter is ready for the byte behind it. `flush` says that no more input follows.
lc_decoding lc_converter_decode(
    lc_converter *converter, const uint8_t *bytes, int64_t length, uint16_t *output, int64_t capacity, int32_t flush);

// ---- Detection

typedef struct lc_detector lc_detector;

lc_detector *lc_detector_open(int32_t *status);
void lc_detector_close(lc_detector *detector);

// A guess: an encoding's name (valid until the next call with this detector) and a confidence from 0 to 100.
typedef struct {
  const char *name;
  int32_t confidence;
} lc_guess;

// Writes up to `capacity` guesses, best first, and returns how many there were.
int32_t lc_detector_detect(
    lc_detector *detector, const uint8_t *bytes, int32_t length, lc_guess *guesses, int32_t capacity, int32_t *status);

// ---- Normalisation

enum { LC_NORMALIZE_NFC = 0, LC_NORMALIZE_NFKC = 1 };

// A stretch of text that normalisation changes: source[start, end) becomes `length` units of the output.
typedef struct {
  int32_t start, end, length;
} lc_change;

// Finds the stretches of a text that a normalisation form changes, each as small as the form's boundaries allow, and writes
// what they become, one after the other, to `output`. Begins at `from`; returns the offset where it stopped: `length` when
// done, else where to go on with fresh buffers (each call needs room for one stretch: 64 units and 18 times its length).
int32_t lc_normalize(
    int32_t form, const uint16_t *text, int32_t length, int32_t from, lc_change *changes, int32_t change_capacity,
    int32_t *change_count, uint16_t *output, int32_t output_capacity, int32_t *output_count, int32_t *status);

// Whether a text is in a normalisation form already.
int32_t lc_is_normalized(int32_t form, const uint16_t *text, int32_t length, int32_t *status);

// ---- Scripts

// Writes the ends of runs of one script and the scripts' numbers (UScriptCode, stable in ICU); common and inherited
// characters join the run before them, or the first run after them. Begins at `from`; returns the number of runs written;
// the last run's end is where to go on.
int32_t lc_script_runs(
    const uint16_t *text, int32_t length, int32_t from, int32_t *ends, int32_t *scripts, int32_t capacity);

// The four-letter ISO 15924 name of a script's number, or "Zzzz".
const char *lc_script_name(int32_t script);

// The number of a script's four-letter or long name, or -1.
int32_t lc_script_number(const char *name);

#if defined(__cplusplus)
}
#endif
#endif
