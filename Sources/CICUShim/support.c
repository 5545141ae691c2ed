#include <unicode/utypes.h>
#include <unicode/uversion.h>

#include "lc_icu.h"

const char *lc_icu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }

void lc_icu_version(char *buffer) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, buffer);
}
