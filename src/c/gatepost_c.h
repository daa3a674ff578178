#pragma once

/* Gatepost's C API: finds personal data in posts before they are published. For C11 and C++, and
   for every language that can call C. docs/c-api.md has an example; it links with -lgatepost.

   Patterns and policy are read once, into a scanner. Every thread makes a worker of it and scans
   posts with that. What is found comes as columns: arrays with an entry a post, a finding or a
   problem, so that a million posts cost no million calls.

   Threads  A scanner may be used by any number of threads at once. A worker is for one call at a
            time; a second one meanwhile is refused. There is no other state in the library.
   Memory   What a function gives out belongs to the handle it came from: strings live as long as
            the scanner, columns until the worker's next scan. Handles may be freed in any order;
            a worker keeps what it needs of its scanner.
   Errors   A function that can fail returns a code, and if `error` is not NULL, *error becomes an
            error to be freed, or NULL if all is well or there is no memory for it. On failure, what
            would have been given out is NULL, or a struct is left as it was. No argument that is
            NULL crashes; no exception leaves the library. Messages never hold scanned text.
   Structs  Every struct begins with struct_size, which the caller sets to sizeof the struct. A
            library newer or older than the caller's header goes by it: members are only ever added,
            at the end. What an older library does not know must be 0 in structs that it reads, and
            becomes 0 in structs that it fills. */

#include <stdint.h>

#if defined(__GNUC__)
#define GATEPOST_API __attribute__((visibility("default")))
#else
#define GATEPOST_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The names and types are C's. NOLINTBEGIN(modernize-use-using,readability-identifier-naming) */

/* The version of Gatepost that is linked: "0.1.0". */
GATEPOST_API const char* gatepost_version(void);

/* ---- Errors ---- */

typedef int32_t gatepost_code;
enum {
  GATEPOST_OK = 0,
  GATEPOST_INVALID_ARGUMENT = 1, /* a fault of the caller's: NULL, a size, a date, offsets */
  GATEPOST_UNREADABLE = 2,       /* a file or folder cannot be read */
  GATEPOST_SYNTAX = 3,           /* a file that does not parse */
  GATEPOST_INVALID_PATTERN = 4,  /* a pattern file that breaks a rule of the format */
  GATEPOST_INVALID_POLICY = 5,   /* the same of a policy */
  GATEPOST_TOO_LARGE = 6,        /* over a limit stated here */
  GATEPOST_OUT_OF_MEMORY = 7,
  GATEPOST_INTERNAL = 8 /* a fault of Gatepost's */
};

typedef struct gatepost_error gatepost_error;

/* The code's name, "invalid_pattern"; "unknown" if it is none. Never NULL. */
GATEPOST_API const char* gatepost_code_name(gatepost_code code);
/* GATEPOST_OK and "" of NULL. The text is one or more lines, each with file, line and column where
   known: every fault of every pattern file, not only the first. */
GATEPOST_API gatepost_code gatepost_error_code(const gatepost_error* error);
GATEPOST_API const char* gatepost_error_text(const gatepost_error* error);
GATEPOST_API void gatepost_error_free(gatepost_error* error);

/* ---- Scanner: patterns and a policy, ready to use. Immutable. ---- */

typedef struct gatepost_scanner gatepost_scanner;

enum { GATEPOST_ENGLISH = 0, GATEPOST_WELSH = 1 }; /* languages */

typedef struct gatepost_options {
  uint32_t struct_size;
  uint32_t folder_count;
  const char* const* folders; /* of pattern files, at least one: ".../gatepost/patterns/uk" */
  const char* policy_file;    /* NULL: the default policy, which is built in */
  const char* channel;        /* whose rules of the policy hold; NULL: those for all channels */
  uint64_t max_post_bytes;    /* a larger post is not looked at; 0: 16 MiB. At most 1 GiB. */
  int32_t as_of_year;   /* today: official contacts of the policy expire by it. Required, the */
  uint32_t as_of_month; /* library never asks the clock which day it is. From 1. */
  uint32_t as_of_day;   /* From 1. */
  uint32_t language;    /* of the patterns' names and advice: GATEPOST_ENGLISH or GATEPOST_WELSH */
  /* A folder of the user's own, made if need be, in which compiled patterns are kept: then only the
     first scanner of a set takes seconds to open. NULL: they are kept nowhere. */
  const char* cache_folder;
} gatepost_options;

#define GATEPOST_MAX_POST_BYTES UINT64_C(1073741824)

GATEPOST_API gatepost_code gatepost_scanner_open(const gatepost_options* options,
                                                 gatepost_scanner** scanner,
                                                 gatepost_error** error);
GATEPOST_API void gatepost_scanner_free(gatepost_scanner* scanner);

typedef struct gatepost_scanner_info {
  uint32_t struct_size;
  uint32_t pattern_count;
  const char* set_name; /* "uk"; of several folders "uk+world" */
  const char* set_hash; /* 64 hexadecimal digits: the same patterns have the same */
  const char* policy_name;
  const char* policy_hash;
} gatepost_scanner_info;

GATEPOST_API gatepost_code gatepost_scanner_describe(const gatepost_scanner* scanner,
                                                     gatepost_scanner_info* info,
                                                     gatepost_error** error);

typedef struct gatepost_pattern {
  uint32_t struct_size;
  uint32_t severity;    /* 0 low, 1 medium, 2 high, 3 critical */
  const char* id;       /* "uk.nhs_number": the same in every version */
  const char* name;     /* "NHS number", in the scanner's language */
  const char* category; /* "health" */
  const char* advice;   /* a sentence for whoever wrote the post; the policy may have another */
} gatepost_pattern;

/* The pattern that the number in finding_pattern stands for; numbers are below pattern_count. */
GATEPOST_API gatepost_code gatepost_pattern_at(const gatepost_scanner* scanner, uint32_t number,
                                               gatepost_pattern* pattern, gatepost_error** error);

/* ---- Worker: what scanning writes to. One a thread; costly to make, so keep it. ---- */

typedef struct gatepost_worker gatepost_worker;

GATEPOST_API gatepost_code gatepost_worker_new(const gatepost_scanner* scanner,
                                               gatepost_worker** worker, gatepost_error** error);
GATEPOST_API void gatepost_worker_free(gatepost_worker* worker);

/* ---- Scanning ---- */

enum { GATEPOST_PASS = 0, GATEPOST_REVIEW = 1, GATEPOST_BLOCK = 2 }; /* actions */
enum { GATEPOST_UNREAD = 0, GATEPOST_NOTE = 1 };                     /* kinds of problems */

/* What a scan found. Arrays of a count of 0 may be NULL. */
typedef struct gatepost_columns {
  uint32_t struct_size;
  /* An entry a post, in their order. A post that was not looked at completely is never a pass: hold
     it unless its action is GATEPOST_PASS and it is complete. */
  uint32_t post_count;
  const uint8_t* post_action;   /* what to do; GATEPOST_PASS on a report-only channel */
  const uint8_t* post_would_be; /* what it would be if the channel were enforced */
  const uint8_t* post_complete; /* 1: all of the post was looked at; else 0 */
  /* An entry a finding, by post and place. One that lies in several places has several. */
  uint64_t finding_count;
  const uint32_t* finding_post;
  const uint32_t* finding_pattern;
  const uint32_t* finding_begin; /* bytes from the post's own begin, */
  const uint32_t* finding_end;   /* the end excluded */
  const int32_t* finding_score;
  const uint8_t* finding_action;
  /* An entry a problem: what could not be looked at, or is worth knowing. */
  uint64_t problem_count;
  const uint32_t* problem_post;
  const uint8_t* problem_kind;     /* GATEPOST_UNREAD: the post is not complete */
  const char* const* problem_code; /* for programs: "invalid_utf8", "post_too_large" ... */
  const char* const* problem_text; /* for people */
  const uint32_t* problem_line;    /* where in the post, from 1, or 0; columns count */
  const uint32_t* problem_column;  /* code points */
} gatepost_columns;

/* Scans one post of `size` bytes, UTF-8 without a final NUL. Text around bytes that are not UTF-8
   is scanned, and the post incomplete. `text` may be NULL if `size` is 0. `worker` is one of
   `scanner`. */
GATEPOST_API gatepost_code gatepost_scan(const gatepost_scanner* scanner, gatepost_worker* worker,
                                         const char* text, uint64_t size, gatepost_columns* columns,
                                         gatepost_error** error);

/* Scans `count` posts laid end to end: post i is the bytes from offsets[i] to offsets[i + 1] of
   `data`, so there are count + 1 offsets, none below the one before it. They are those of Arrow's
   large_utf8. The data may be of any size, a post up to max_post_bytes; a count over UINT32_MAX is
   GATEPOST_TOO_LARGE. `offsets` may be NULL if `count` is 0, `data` if all posts are empty. */
GATEPOST_API gatepost_code gatepost_scan_batch(const gatepost_scanner* scanner,
                                               gatepost_worker* worker, const char* data,
                                               const uint64_t* offsets, uint64_t count,
                                               gatepost_columns* columns, gatepost_error** error);

/* NOLINTEND(modernize-use-using,readability-identifier-naming) */

#ifdef __cplusplus
}
#endif
