#include "decoder_twin.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CAPACITY = 1024, LONGEST = 6, MARGIN = 16, STRIDE = CAPACITY + 3 * MARGIN, PER_LENGTH = 2048, CONTEXTS = 216 };
enum { MATCH_ROWS = 4 * PER_LENGTH };

typedef int16_t v8 __attribute__((vector_size(16)));
typedef struct { v8 u, t; } match_row;
typedef struct { int32_t start; uint8_t count, view; } long_word;

struct decoder_twin {
  uint8_t *file;
  const uint16_t *pair_seeds, *prefix_seeds;
  const uint8_t *pairs, *pair_rows, *prefixes, *unit_rows, *contexts;
  uint32_t pair_count, pair_seed_count, prefix_count, prefix_seed_count, unit_row_count;
  uint16_t numbers[65536];
  match_row *matches;
  uint16_t units[CAPACITY + 8];
  int32_t ends[CAPACITY + 8], words[CAPACITY + 8], candidates[CAPACITY + 8];
  int16_t u[CAPACITY + 8], t[CAPACITY + 8];
  uint64_t entries[CAPACITY + 8], hashes[CAPACITY + 8];
  uint32_t slots[CAPACITY + 8], prefix_entries[CAPACITY + 8];
  long_word long_words[4 * CAPACITY + 8];
  uint8_t decisions[CAPACITY + 8];
  uint8_t bytes[15][STRIDE];
};

// The tables of bytes, as in MatchContexts: of each list words, beginning, covering, u, t; then the others.
enum { VIEWS = 10, AROUND = 11, WORDS = 12, ENDING = 13, LONGEST_WORD = 14 };

static inline uint8_t *bytes_of(decoder_twin *d, int table) { return d->bytes[table] + MARGIN; }
static inline uint64_t load(const uint8_t *p) { uint64_t x; memcpy(&x, p, 8); return x; }
static inline void store(uint8_t *p, uint64_t x) { memcpy(p, &x, 8); }
static inline uint64_t each(uint8_t b) { return b * 0x0101010101010101ull; }
static inline uint64_t up_to_longest(uint64_t w) {
  uint64_t two = w | (w >> 1 & each(0x0F)), four = two | (two >> 2 & each(0x07));
  return four | (four >> 4 & each(0x01));
}
static inline uint64_t rank(uint64_t w) {
  uint64_t bits = up_to_longest(w), pairs = (bits & each(0x15)) + (bits >> 1 & each(0x05));
  return (pairs & each(3)) + (pairs >> 2 & each(3)) + (pairs >> 4 & each(1));
}
static inline uint64_t rank_up_to_three(uint64_t w) {
  uint64_t bits = up_to_longest(w);
  return (bits & each(1)) + (bits >> 1 & each(1)) + (bits >> 2 & each(1));
}
static inline uint64_t is_any(uint64_t b) { return (b + each(0x7F)) >> 7 & each(1); }

static inline uint64_t pair_hash(uint32_t key) {
  uint64_t mixed = key * 0x9E3779B97F4A7C15ull;
  return mixed ^ mixed >> 32;
}
static inline uint64_t prefix_hash(uint64_t hash, uint16_t unit) {
  uint64_t mixed = (hash ^ unit) * 0x9E3779B97F4A7C15ull;
  return mixed ^ mixed >> 29;
}
static inline uint32_t slot_of(uint64_t hash, const uint16_t *seeds, uint32_t seed_count, uint32_t count) {
  uint16_t seed = seeds[(hash >> 32) * seed_count >> 32];
  uint32_t low = (uint32_t)hash ^ seed * 0x9E3779B1u, mixed = (low ^ low >> 15) * 0x85EBCA6Bu;
  return (uint32_t)((uint64_t)mixed * count >> 32);
}

decoder_twin *decoder_twin_open(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  decoder_twin *d = calloc(1, sizeof *d);
  d->file = malloc((size_t)size);
  bool is_read = fread(d->file, 1, (size_t)size, file) == (size_t)size;
  fclose(file);
  if (!is_read) return NULL;
  const uint8_t *payload = d->file + 24;
  uint32_t counts[8];
  memcpy(counts, payload, sizeof counts);
  const uint8_t *place = payload + 32;
  const uint16_t *characters = (const uint16_t *)place;
  for (int i = 0; i < 65536; i++) d->numbers[i] = 3;
  for (uint32_t i = 0; i < counts[0]; i++) d->numbers[characters[i]] = (uint16_t)(i + 4);
  for (int i = '0'; i <= '9'; i++) d->numbers[i] = 1;
  for (int i = 'A'; i <= 'Z'; i++) d->numbers[i] = d->numbers[i + 32] = 2;
  for (int i = 0xFF01; i <= 0xFF5E; i++) d->numbers[i] = d->numbers[i - 0xFEE0];
  d->pair_seeds = (const uint16_t *)(place += 2 * counts[0]);
  d->prefix_seeds = (const uint16_t *)(place += 2 * counts[6]);
  d->pairs = place += 2 * counts[7];
  d->pair_rows = place += 8 * counts[1];
  d->prefixes = place += 8 * counts[2];
  place += 4 * counts[3];
  d->pair_count = counts[1], d->pair_seed_count = counts[6];
  d->prefix_count = counts[3], d->prefix_seed_count = counts[7];
  d->unit_row_count = counts[4];
  d->unit_rows = place += 4;
  const uint8_t *rows = place + 16 * counts[4];
  d->contexts = rows + 16 * MATCH_ROWS;
  d->matches = aligned_alloc(64, 5 * PER_LENGTH * sizeof(match_row));
  memset(d->matches, 0, 5 * PER_LENGTH * sizeof(match_row));
  for (int count = 2; count <= LONGEST; count++)
    for (int number = 0; number < PER_LENGTH; number++) {
      int16_t row[8];
      memcpy(row, rows + 16 * ((count < 5 ? count - 2 : 3) * PER_LENGTH + number), 16);
      match_row *to = &d->matches[(count - 2) * PER_LENGTH + number];
      to->u[1] = row[0], to->u[2] = row[1], to->u[count + 1] = row[4];
      to->t[1] = row[5], to->t[count] = row[6];
      if (count > 2) to->u[count] = row[3];
      for (int i = 2; i < count; i++) to->t[i] = row[7];
      for (int i = 3; i < count; i++) to->u[i] = row[2];
    }
  return d;
}

static inline uint8_t view(uint32_t bits) { return (uint8_t)((bits & 7) | (bits >> 3 & 1) << 3); }

static int find_pairs(decoder_twin *d, int n) {
  uint8_t *views = bytes_of(d, VIEWS);
  for (int i = 0; i < n - 1; i++) {
    uint64_t hash = pair_hash((uint32_t)d->units[i] << 13 | d->units[i + 1]);
    d->slots[i] = slot_of(hash, d->pair_seeds, d->pair_seed_count, d->pair_count);
    __builtin_prefetch(d->pairs + 8 * (size_t)d->slots[i]);
  }
  for (int i = 0; i < n - 1; i++) {
    uint64_t entry = load(d->pairs + 8 * (size_t)d->slots[i]);
    d->entries[i] = entry;
    d->decisions[i] = ((entry ^ ((uint64_t)d->units[i] << 13 | d->units[i + 1])) & 0xFFFFF) == 0;
  }
  int found = 0;
  for (int i = 0; i < n - 1; i++) {
    uint64_t entry = d->entries[i] & (0 - (uint64_t)d->decisions[i]);
    d->entries[i] = entry;
    __builtin_prefetch(d->pair_rows + 8 * (entry >> 46));
    views[i] = view(entry >> 26 & 0x7F);
    d->candidates[found] = i;
    found += (int)(entry >> (33 + d->units[i + 2] % 13) & 1);
  }
  d->entries[n - 1] = 0;
  return found;
}

static void begin(decoder_twin *d, int n) {
  store(bytes_of(d, VIEWS) + n - 1, 0);
  for (int i = 0; i < n; i += 8) {
    uint64_t views = load(bytes_of(d, VIEWS) + i);
    store(bytes_of(d, 0) + i, (views | views >> 1) & each(1));
    store(bytes_of(d, 5) + i, views >> 3 & each(1));
  }
  for (int list = 0; list <= 5; list += 5) store(bytes_of(d, list) + n, 0), store(bytes_of(d, list) + n + 8, 0);
}

static int find_long_words(decoder_twin *d, int candidate_count) {
  for (int k = 0; k < candidate_count; k++) {
    int i = d->candidates[k];
    uint64_t hash = prefix_hash(prefix_hash(prefix_hash(0, d->units[i]), d->units[i + 1]), d->units[i + 2]);
    d->hashes[k] = hash;
    d->slots[k] = slot_of(hash, d->prefix_seeds, d->prefix_seed_count, d->prefix_count);
    __builtin_prefetch(d->prefixes + 4 * (size_t)d->slots[k]);
  }
  int found = 0, count = 0;
  for (int k = 0; k < candidate_count; k++) {
    uint32_t entry;
    memcpy(&entry, d->prefixes + 4 * (size_t)d->slots[k], 4);
    d->candidates[found] = d->candidates[k];
    d->hashes[found] = d->hashes[k];
    d->prefix_entries[found] = entry;
    found += (((entry ^ (uint32_t)(d->hashes[k] >> 9) << 19) & 0xFFF80000) == 0) & (entry != 0);
  }
  for (int k = 0; k < found; k++) {
    int start = d->candidates[k], length = 3;
    uint64_t hash = d->hashes[k];
    uint32_t entry = d->prefix_entries[k];
    while (true) {
      uint8_t v = view(entry & 0x7F), bit = (uint8_t)(1 << (length - 2));
      d->long_words[count] = (long_word){start, (uint8_t)length, v};
      count += v != 0;
      bytes_of(d, 0)[start] |= v & 3 ? bit : 0;
      bytes_of(d, 5)[start] |= v & 8 ? bit : 0;
      uint16_t next = d->units[start + length];
      if (!(entry >> (13 + next % 6) & 1) || next == 0) break;
      hash = prefix_hash(hash, next);
      memcpy(&entry, d->prefixes + 4 * (size_t)slot_of(hash, d->prefix_seeds, d->prefix_seed_count, d->prefix_count), 4);
      if (((entry ^ (uint32_t)(hash >> 9) << 19) & 0xFFF80000) != 0 || entry == 0) break;
      length++;
    }
  }
  d->long_words[count].start = INT32_MAX;
  return count;
}

static inline uint64_t surround(decoder_twin *d, int list, int i) {
  const uint8_t *words = bytes_of(d, list);
  uint64_t ending = 0, covering = 0;
  for (int distance = 0; distance < LONGEST - 1; distance++) {
    covering |= load(words + i - distance) & each((uint8_t)(0x1F << distance));
    ending |= load(words + i - distance - 1) & each((uint8_t)(1 << distance));
  }
  store(bytes_of(d, list + 2) + i, rank(covering));
  store(bytes_of(d, list + 1) + i, rank(load(words + i)));
  store(bytes_of(d, list + 3) + i, rank(ending));
  return ending;
}

static void finish(decoder_twin *d, int n) {
  for (int i = 0; i < n + 8; i += 8) {
    uint64_t ending = surround(d, 0, i) | surround(d, 5, i), words = load(bytes_of(d, 0) + i) | load(bytes_of(d, 5) + i);
    uint64_t up_to = up_to_longest(words);
    store(bytes_of(d, ENDING) + i, ending);
    store(bytes_of(d, WORDS) + i, words);
    store(bytes_of(d, LONGEST_WORD) + i, up_to ^ (up_to >> 1 & each(0x7F)));
  }
  const uint8_t *words = bytes_of(d, WORDS), *longest = bytes_of(d, LONGEST_WORD);
  for (int i = 0; i < n; i += 8) {
    for (int list = 0; list <= 5; list += 5) {
      uint64_t beginning = load(bytes_of(d, list + 1) + i + 1), covering = load(bytes_of(d, list + 2) + i);
      uint64_t next = load(bytes_of(d, list + 2) + i + 1);
      store(bytes_of(d, list + 3) + i, load(bytes_of(d, list + 3) + i) * 36 + beginning * 6 + covering);
      store(bytes_of(d, list + 4) + i, covering * 36 + next * 6 + beginning);
    }
    uint64_t crosses_start = 0, covers = load(words + i) & each(0x1E);
    for (int distance = 0; distance < LONGEST - 1; distance++) {
      crosses_start |= load(longest + i - distance - 1) & each((uint8_t)(1 << distance));
      covers |= load(words + i - distance - 1) & each((uint8_t)((0x1E << distance) & 0x1F));
    }
    store(
      bytes_of(d, AROUND) + i,
      rank_up_to_three(load(bytes_of(d, ENDING) + i - 1)) << 5 | rank_up_to_three(load(words + i + 2)) << 3
        | is_any(crosses_start) << 2 | is_any(load(words + i + 1)) << 1 | is_any(covers));
  }
}

static int row_of(decoder_twin *d, int start, int count, uint8_t view) {
  const uint8_t *words = bytes_of(d, WORDS), *longest = bytes_of(d, LONGEST_WORD);
  uint8_t own = (uint8_t)(1 << (count - 2)), crosses_start = 0, crosses_end = 0, covers = longest[start] > own;
  for (int distance = 0; distance < LONGEST - 1; distance++) {
    uint8_t beyond = longest[start - distance - 1] >> distance;
    if (beyond > own) covers = 1;
    if (beyond != 0 && beyond <= own) crosses_start = 4;
    if (distance < count - 1 && words[start + count - 1 - distance] >> distance) crosses_end = 2;
  }
  uint8_t before = (uint8_t)rank_up_to_three(bytes_of(d, ENDING)[start - 1]);
  uint8_t after = (uint8_t)rank_up_to_three(words[start + count]);
  return (count - 2) * PER_LENGTH + view * 128 + (before << 5 | after << 3 | crosses_start | crosses_end | covers);
}

static inline v8 shifted(v8 x) {
  const v8 zero = {0};
  return __builtin_shufflevector(x, zero, 1, 2, 3, 4, 5, 6, 7, 8);
}

static void add_rows(decoder_twin *d, int n) {
  const uint8_t *views = bytes_of(d, VIEWS), *around = bytes_of(d, AROUND);
  const v8 zero = {0};
  v8 u = {0}, t = {0};
  int next = 0;
  for (int i = 0; i < n; i++) {
    v8 row;
    size_t unit = d->units[i] < d->unit_row_count ? d->units[i] : 0;
    memcpy(&row, d->unit_rows + 16 * unit, 16);
    typedef int8_t b8 __attribute__((vector_size(8)));
    b8 pair;
    memcpy(&pair, d->pair_rows + 8 * (d->entries[i] >> 46), 8);
    row += __builtin_convertvector(pair, v8);
    const match_row *match = &d->matches[views[i] << 7 | around[i]];
    u += __builtin_shufflevector(row, zero, 0, 1, 2, 3, 8, 8, 8, 8) + match->u;
    t += __builtin_shufflevector(row, zero, 4, 5, 6, 7, 8, 8, 8, 8) + match->t;
    for (; d->long_words[next].start == i; next++) {
      match = &d->matches[row_of(d, i, d->long_words[next].count, d->long_words[next].view)];
      u += match->u, t += match->t;
    }
    d->u[i] = u[0], d->t[i] = t[0];
    u = shifted(u), t = shifted(t);
  }
  d->u[n] = u[0], d->t[n] = t[0];
}

static inline int32_t context(decoder_twin *d, int table, uint8_t place) {
  int16_t weight;
  memcpy(&weight, d->contexts + 2 * (table * CONTEXTS + place), 2);
  return weight;
}

static int choose(decoder_twin *d, int n) {
  const uint8_t *u0 = bytes_of(d, 3), *t0 = bytes_of(d, 4), *u1 = bytes_of(d, 8), *t1 = bytes_of(d, 9);
  int32_t difference = 0;
  int last = n - 2;
  for (int gap = last; gap >= 0; gap--) {
    int32_t own = d->u[gap + 2] + context(d, 0, u0[gap]) + context(d, 2, u1[gap]);
    int32_t both = difference + d->t[gap + 2] + context(d, 1, t0[gap]) + context(d, 3, t1[gap]);
    d->decisions[gap] = gap == last ? 3 : (uint8_t)((both > 0) | (difference > 0) << 1);
    difference = own + (gap == last ? both : (both > 0 ? both : 0) - (difference > 0 ? difference : 0));
  }
  bool is_here = difference > 0;
  int count = is_here;
  d->words[0] = 0;
  for (int gap = 1; gap < n - 1; gap++) {
    is_here = (d->decisions[gap - 1] & (is_here ? 1 : 2)) != 0;
    d->words[count] = gap;
    count += is_here;
  }
  d->words[count] = n - 1;
  return count + 1;
}

int32_t decoder_twin_words(decoder_twin *d, const uint16_t *text, int32_t count, int32_t *ends) {
  int32_t place = 0, found = 0;
  while (place < count) {
    if (text[place] <= ' ') {
      place++;
      continue;
    }
    int n = 0;
    uint16_t previous = 0;
    for (; place < count && text[place] > ' '; place++) {
      uint16_t unit = d->numbers[text[place]];
      int index = unit < 3 && unit == previous ? n - 1 : n;
      d->units[index] = unit;
      d->ends[index] = place + 1;
      previous = unit;
      n = index + 1;
    }
    int words = 1;
    d->words[0] = 0;
    if (n > 1) {
      d->units[n] = d->units[n + 1] = 0;
      int candidates = find_pairs(d, n);
      begin(d, n);
      find_long_words(d, candidates);
      finish(d, n);
      add_rows(d, n);
      words = choose(d, n);
    }
    for (int k = 0; k < words; k++) ends[found++] = d->ends[d->words[k]];
  }
  return found;
}
