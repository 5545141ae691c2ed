#include "lc_lexicon.h"
