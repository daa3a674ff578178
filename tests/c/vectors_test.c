/* Scans the posts of vectors.txt in one batch and one by one, in plain C11, and compares what is
   found. usage: vectors_test VECTORS PATTERNS */

#include <gatepost/gatepost_c.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { kMaxPosts = 64, kMaxBytes = 1 << 16, kMaxLine = 1 << 10 };

static const char* const kActions[] = {"pass", "review", "block"};

/* The posts laid end to end, and what is expected of each. */
typedef struct {
  char data[kMaxBytes];
  uint64_t offsets[kMaxPosts + 1];
  char expected[kMaxPosts][kMaxLine];
  uint32_t count;
} vectors;

static void require(bool holds, const char* what, const gatepost_error* error) {
  if (holds) return;
  fprintf(stderr, "%s: %s\n", what, gatepost_error_text(error));
  exit(2);
}

static uint64_t unescape(const char* text, char* out) {
  uint64_t size = 0;
  while (*text != '\0' && *text != '\n') {
    if (*text != '\\') {
      out[size++] = *text++;
    } else if (text[1] == 'x') {
      const char digits[] = {text[2], text[3], '\0'};
      out[size++] = (char)strtoul(digits, NULL, 16);
      text += 4;
    } else {
      out[size++] = text[1] == 'n' ? '\n' : text[1];
      text += 2;
    }
  }
  return size;
}

static void read_vectors(const char* path, vectors* all) {
  char line[kMaxLine];
  FILE* file = fopen(path, "rb");
  require(file != NULL, path, NULL);
  while (fgets(line, sizeof line, file) != NULL) {
    if (line[0] == '#') continue;
    char* text = strchr(line, '\t');
    const uint64_t begin = all->offsets[all->count];
    require(text != NULL && all->count < kMaxPosts && begin + kMaxLine < kMaxBytes, line, NULL);
    *text++ = '\0';
    strcpy(all->expected[all->count], line);
    all->offsets[++all->count] = begin + unescape(text, all->data + begin);
  }
  fclose(file);
}

static gatepost_scanner* open_scanner(const char* patterns) {
  gatepost_error* error = NULL;
  gatepost_scanner* scanner = NULL;
  const gatepost_options options = {.struct_size = sizeof options,
                                    .folders = &patterns,
                                    .folder_count = 1,
                                    .as_of_year = 2026,
                                    .as_of_month = 3,
                                    .as_of_day = 31};
  require(gatepost_scanner_open(&options, &scanner, &error) == GATEPOST_OK, "open", error);
  return scanner;
}

/* Writes what was found in `post` as vectors.txt does. */
static void describe(const gatepost_scanner* scanner, const gatepost_columns* found, uint32_t post,
                     char* out) {
  out += sprintf(out, "%s %s", kActions[found->post_action[post]],
                 found->post_complete[post] ? "complete" : "incomplete");
  for (uint64_t i = 0; i < found->finding_count; ++i) {
    gatepost_pattern pattern = {.struct_size = sizeof pattern};
    if (found->finding_post[i] != post) continue;
    require(gatepost_pattern_at(scanner, found->finding_pattern[i], &pattern, NULL) == GATEPOST_OK,
            "pattern", NULL);
    out += sprintf(out, " %s:%" PRIu32 "-%" PRIu32 ":%" PRId32 ":%s", pattern.id,
                   found->finding_begin[i], found->finding_end[i], found->finding_score[i],
                   kActions[found->finding_action[i]]);
  }
  for (uint64_t i = 0; i < found->problem_count; ++i) {
    if (found->problem_post[i] != post) continue;
    out += sprintf(out, " !%s:%" PRIu32 ":%" PRIu32, found->problem_code[i], found->problem_line[i],
                   found->problem_column[i]);
  }
}

static int compare(const char* how, uint32_t post, const char* expected, const char* actual) {
  if (strcmp(expected, actual) == 0) return 0;
  printf("post %" PRIu32 ", %s:\n  expected %s\n  found    %s\n", post, how, expected, actual);
  return 1;
}

int main(int argc, char** argv) {
  static vectors all;
  char actual[kMaxLine];
  int faults = 0;
  gatepost_error* error = NULL;
  gatepost_worker* worker = NULL;
  gatepost_columns found = {.struct_size = sizeof found};
  require(argc == 3, "usage: vectors_test VECTORS PATTERNS", NULL);
  read_vectors(argv[1], &all);
  gatepost_scanner* scanner = open_scanner(argv[2]);
  require(gatepost_worker_new(scanner, &worker, &error) == GATEPOST_OK, "worker", error);

  require(gatepost_scan_batch(scanner, worker, all.data, all.offsets, all.count, &found, &error) ==
              GATEPOST_OK,
          "batch", error);
  require(found.post_count == all.count && all.count > 0, "number of posts", NULL);
  for (uint32_t i = 0; i < all.count; ++i) {
    describe(scanner, &found, i, actual);
    faults += compare("in the batch", i, all.expected[i], actual);
  }
  for (uint32_t i = 0; i < all.count; ++i) {
    const uint64_t size = all.offsets[i + 1] - all.offsets[i];
    require(gatepost_scan(scanner, worker, all.data + all.offsets[i], size, &found, &error) ==
                GATEPOST_OK,
            "scan", error);
    describe(scanner, &found, 0, actual);
    faults += compare("alone", i, all.expected[i], actual);
  }

  gatepost_worker_free(worker);
  gatepost_scanner_free(scanner);
  printf("%" PRIu32 " posts, %d faults\n", all.count, faults);
  return faults > 0;
}
