#pragma once

// What an audit keeps: plain data, as the store gives it back. Values are masked; texts of posts
// are kept only where asked for.

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/post.h"
#include "base/problem.h"

namespace gatepost {

// A run of `gatepost audit` over inputs.
struct AuditRun {
  int64_t id = 0;
  Time started;
  std::optional<Time> ended;  // nullopt: it was interrupted, and can go on
  std::string gatepost;       // the version
  std::string set_name;
  std::string set_hash;
  std::string policy_name;
  std::string policy_hash;
  std::string key_id;  // empty: findings have no fingerprints
  std::chrono::sys_days as_of;
};

enum class InputState : uint8_t { kUnfinished, kComplete };

// A file that was named, or found in a folder that was.
struct AuditInput {
  int64_t id = 0;
  int64_t run = 0;   // the last that read it
  std::string name;  // as it was opened
  std::string hash;  // SHA-256 of its bytes, 64 hex digits
  uint64_t bytes = 0;
  InputState state = InputState::kUnfinished;
  uint64_t posts = 0;       // read from it
  uint64_t duplicates = 0;  // of those, posts that another place had already
  uint64_t text_bytes = 0;  // of the posts
};

// A file in an input (or the input itself, with an empty path), and what became of it.
struct AuditFile {
  int64_t input = 0;
  std::string path;
  std::string format;  // PostFormat::name(); empty: not known
  enum class State : uint8_t {
    kRead,        // its posts were
    kPassedOver,  // it holds none: settings, pictures
    kPrivate,     // private messages that were not asked for
    kUnread,      // not, or not to its end: a problem says why
  } state = State::kRead;
  uint64_t posts = 0;
  std::optional<uint64_t> declared;  // that the export says it holds
  std::string account;               // that the export says it is of
};

// A problem or note of an input, a file in it or a post.
struct AuditProblem {
  int64_t input = 0;
  std::string path;
  std::string post;    // its id, where it has one
  Problem problem;     // where.line is the record's line, if lines mean something
  uint64_t count = 1;  // notes of one kind in one file are counted, and the first is kept
};

struct AuditPost {
  int64_t id = 0;
  std::string ref;  // 12 hex digits of where it stands: the same in every audit of the same input
  int64_t input = 0;
  std::string path;     // of the file in the input
  uint64_t record = 0;  // its number in the file, from 0
  uint32_t line = 0;    // from 1; 0 where lines mean nothing
  std::string source, account, channel, post_id, url, thread;
  PostKind kind = PostKind::kOwn;
  std::optional<Time> published;
  std::string verdict;  // "block", "review" …
  Visibility visibility = Visibility::kUnknown;
  std::string visibility_source;  // what says so: "deleted-tweets.js", "marked on 2026-03-31"
  std::string text;               // only where it was asked for
};

enum class DecisionState : uint8_t {
  kAccepted,  // known, and may stay
  kRemoved,   // taken out of the post, or the post deleted
  kFalse,     // no personal data
};

// What somebody decided about all findings of one value.
struct Decision {
  std::string fingerprint;
  DecisionState state = DecisionState::kAccepted;
  std::string reason;
  std::string owner;  // who decided
  std::chrono::sys_days made;
  std::optional<std::chrono::sys_days> until;  // the last day on which it holds
};

struct AuditFinding {
  int64_t id = 0;
  int64_t post = 0;
  std::string pattern;   // "uk.phone"
  std::string name;      // "UK phone number"
  std::string category;  // "contact"
  std::string severity;  // "critical", "high", "medium", "low"
  std::string action;    // "block", "review", "pass"
  std::string band;      // "strong" …
  int score = 0;
  FieldKind field = FieldKind::kText;
  uint16_t nth = 0;
  Span bytes, codepoints, utf16;            // in the field's text
  uint32_t text_line = 0, text_column = 0;  // in the field's text, from 1; columns in code points
  std::string masked;
  std::string fingerprint;
  std::string labels;   // parted by spaces
  std::string reasons;  // a JSON array
  std::string advice;
};

// How many posts an account published in a month, with findings or without.
struct AuditTally {
  std::string account;
  std::string source;
  std::string month;  // "2024-05"; empty: the posts have no time
  uint64_t posts = 0;
  uint64_t bytes = 0;
  std::map<std::string, uint64_t> verdicts;  // "block" …
};

[[nodiscard]] std::string_view NameOf(AuditFile::State state);  // "read", "passed_over" …
[[nodiscard]] std::string_view NameOf(DecisionState state);     // "accepted" …
[[nodiscard]] std::optional<DecisionState> DecisionStateOf(std::string_view name);
// "2024-05"; empty without a time.
[[nodiscard]] std::string MonthOf(const std::optional<Time>& published);

}  // namespace gatepost
