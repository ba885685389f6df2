/* The same trials as src/rooms/picture/cascade/trial.ts, number for number, as plain C: the limit that the simulator is measured against.
   Reads one compiled network from a file, plays it, and prints: seconds of processor time, mean loss, mean number that occur, mean peak. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline uint32_t mix(uint32_t h) {
  h ^= h >> 16; h *= 0x21f0aaadu;
  h ^= h >> 15; h *= 0x735a2d97u;
  return h ^ (h >> 15);
}
static const uint32_t STEP = 0x9e3779b9u;
static const int32_t NEVER = 0x7fffffff, ALWAYS = 0x7fffffff;
static const double HORIZON = 1073741824.0, WHOLE = 2147483648.0;

static void *take(FILE *f, size_t size, size_t count) {
  void *at = malloc(size * (count ? count : 1));
  if (fread(at, size, count, f) != count) exit(2);
  return at;
}
static int ascending(const void *a, const void *b) {
  int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  FILE *f = fopen(argv[1], "rb");
  if (!f) return 2;
  uint32_t trials = (uint32_t)strtoul(argv[2], 0, 10), seed = mix((uint32_t)strtoul(argv[3], 0, 10));
  int32_t head[3];
  if (fread(head, 4, 3, f) != 3) return 2;
  int32_t n = head[0], m = head[1], c = head[2];
  int32_t *first = take(f, 4, n + 1), *to = take(f, 4, m), *cumulative = take(f, 4, c), *guide = take(f, 4, 1024), *alias = take(f, 4, n);
  int32_t *kept = take(f, 4, n), *fires = take(f, 4, m), *lasts = take(f, 4, n);
  double *stays = take(f, 8, n), *delay = take(f, 8, m), *spread = take(f, 8, m), *impact = take(f, 8, n);
  uint32_t room = 1;
  while (room <= (uint32_t)n) room *= 2;
  int32_t *queue = malloc(4 * room), *when = malloc(4 * n), *occurred = malloc(4 * n), *starts = malloc(4 * n), *ends = malloc(4 * n);
  int32_t *cause = malloc(4 * n);
  double *loss = malloc(8 * (size_t)trials);
  uint8_t *waits = calloc(n, 1);
  for (int32_t i = 0; i < n; i++) when[i] = NEVER;
  double all = 0, peaks = 0, most_loss = 0;
  double per_tick = n / WHOLE;
  int32_t count = 0;
  clock_t began = clock();
  for (uint32_t trial = 0; trial < trials; trial++) {
    for (int32_t k = 0; k < count; k++) when[occurred[k]] = NEVER;
    count = 0;
    uint32_t at_head = 0, tail = 0, key = mix(trial ^ seed);
    int32_t drawn = (int32_t)(mix(key) >> 1), begin = guide[drawn >> 21];
    while (drawn > cumulative[begin]) begin++;
    for (uint32_t at = key; begin > 0; begin--) {
      at += STEP;
      uint32_t u = mix(at);
      double column = (u >> 1) * per_tick;
      int32_t i = (int32_t)column;
      if (column - i >= stays[i]) i = alias[i];
      uint32_t w = mix(u ^ at);
      if (kept[i] != ALWAYS && (int32_t)(mix(w + STEP) >> 1) > kept[i]) continue;
      int32_t t = (int32_t)(w >> 2);
      if (t >= when[i]) continue;
      if (when[i] == NEVER) occurred[count++] = i;
      when[i] = t;
      cause[i] = -1;
      if (!waits[i]) { waits[i] = 1; queue[tail] = i; tail = (tail + 1) & (room - 1); }
    }
    uint32_t lines = mix(key ^ 0x5bd1e995u);
    while (at_head != tail) {
      int32_t i = queue[at_head], since = when[i];
      at_head = (at_head + 1) & (room - 1);
      waits[i] = 0;
      for (int32_t e = first[i]; e < first[i + 1]; e++) {
        uint32_t z = mix(lines + (uint32_t)e * STEP);
        if ((int32_t)(z >> 1) > fires[e]) continue;
        int32_t j = to[e];
        double t = since + delay[e] + (mix(z + STEP) >> 1) * spread[e];
        if (t >= HORIZON || t >= when[j]) continue;
        if (when[j] == NEVER) occurred[count++] = j;
        when[j] = (int32_t)t;
        cause[j] = e;
        if (!waits[j]) { waits[j] = 1; queue[tail] = j; tail = (tail + 1) & (room - 1); }
      }
    }
    double sum = 0;
    for (int32_t k = 0; k < count; k++) {
      int32_t i = occurred[k];
      sum += impact[i];
      starts[k] = when[i];
      ends[k] = when[i] + lasts[i];
    }
    int32_t peak = count;
    if (count > 48) {
      qsort(starts, count, 4, ascending);
      qsort(ends, count, 4, ascending);
      peak = 0;
      for (int32_t b = 0, ended = 0; b < count; b++) {
        while (ends[ended] <= starts[b]) ended++;
        if (b + 1 - ended > peak) peak = b + 1 - ended;
      }
    } else if (count > 1) {
      peak = 0;
      for (int32_t a = 0; a < count; a++) {
        int32_t going = 0;
        for (int32_t b = 0; b < count; b++) going += starts[b] <= starts[a] && starts[a] < ends[b];
        if (going > peak) peak = going;
      }
    }
    loss[trial] = sum;
    all += count;
    peaks += peak;
  }
  double took = (double)(clock() - began) / CLOCKS_PER_SEC;
  for (uint32_t k = 0; k < trials; k++) most_loss += loss[k];
  printf("%.6f %.12g %.12g %.12g\n", took, most_loss / trials, all / trials, peaks / trials);
  return 0;
}
