// The boundary decoder of LCTokenizer in plain C over the same compiled tables: what Swift costs, if anything.
#pragma once

#include <stdint.h>

typedef struct decoder_twin decoder_twin;

/// Reads the compiled tables of the first standard; NULL when the file cannot be read.
decoder_twin *decoder_twin_open(const char *path);

/// Cuts lines of Chinese, at most 1,024 units each, and writes where the words end; white space alone ends a line.
/// Returns the number of words.
int32_t decoder_twin_words(decoder_twin *decoder, const uint16_t *text, int32_t count, int32_t *ends);
