#pragma once

// The whole path from posts to verdicts.
//
//   auto set = PatternSet::Load({"patterns/uk"});
//   Scanner scanner(*set, policy, {.channel = "x", .as_of = today});
//   Worker worker(scanner);
//   scanner.Scan(posts, worker, sink);

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "base/key.h"
#include "base/language.h"
#include "base/post.h"
#include "judge/verdict.h"
#include "pattern/policy.h"
#include "scan/conversations.h"
#include "set/pattern_set.h"

namespace gatepost {

inline constexpr uint64_t kDefaultMaxPostBytes = 16 << 20;
// Matches of one post beyond these are not judged, and the verdict is incomplete.
inline constexpr size_t kMaxMatchesPerPost = 10'000;

struct ScanOptions {
  uint64_t max_post_bytes =
      kDefaultMaxPostBytes;          // all fields together; a larger post is not looked at
  std::string channel = {};          // for posts that name none
  std::chrono::sys_days as_of = {};  // "today", for what expires; never read from the clock
  bool makes_suggestions = true;
  bool looks_twice = true;     // at what asks for it (text/second_look.h)
  bool keeps_hidden = false;   // overlapped findings stay in the verdict, marked is_hidden
  bool keeps_phrases = false;  // findings have the phrases that weights may name, not the weights
  std::shared_ptr<const Keyring> keyring = {};  // findings get fingerprints; none without it
  bool names_retired = false;                   // those under the keyring's retired keys, too
  Language language = Language::kEnglish;       // of advice, combinations and suggestions
};

// Receives each post's verdict, in the order of the posts. The post is that of the call to Scan.
class VerdictSink {
 public:
  virtual ~VerdictSink() = default;
  virtual void Accept(const Post& post, Verdict verdict) = 0;
};

class Worker;
class Redactor;
class RedactionSink;

// Const, shared by all threads.
class Scanner {
 public:
  // `policy` must have passed CheckPolicyAgainst the set's patterns.
  Scanner(std::shared_ptr<const PatternSet> set, Policy policy, ScanOptions options);
  ~Scanner();
  Scanner(const Scanner&) = delete;
  Scanner& operator=(const Scanner&) = delete;

  // Gives `sink` one verdict a post. Never fails: what cannot be looked at is a problem in that
  // post's verdict.
  // `worker` was made for this scanner. Posts that name the same thread are one conversation: each
  // is seen together with those of it that stand before it in `posts`.
  void Scan(std::span<const Post> posts, Worker& worker, VerdictSink& sink) const;
  // The same where conversations go on from call to call. Passes the turn.
  void Scan(std::span<const Post> posts, Worker& worker, Conversations::Turn& turn,
            VerdictSink& sink) const;
  // The same for one post.
  [[nodiscard]] Verdict Scan(const Post& post, Worker& worker) const;

  // Gives `sink` each post as redacted by `redactor`, in their order. Each is seen together with
  // those of its conversation before it as they were redacted, so that scanning all of them again
  // finds no more than `redactor` leaves. Passes the turn.
  void Redact(std::span<const Post> posts, Worker& worker, Conversations::Turn& turn,
              Redactor& redactor, RedactionSink& sink) const;

  [[nodiscard]] const PatternSet& set() const;
  [[nodiscard]] const Policy& policy() const;
  [[nodiscard]] const ScanOptions& options() const;

 private:
  struct Parts;
  struct Draft;
  class BatchScan;
  // Of the first posts, how many make a batch; 0 if the very first is over the limit.
  [[nodiscard]] size_t BatchSize(std::span<const Post> posts) const;

  std::unique_ptr<const Parts> parts_;
};

// Everything that scanning writes to: buffers and scratch, reused from call to call. One per
// thread; must not outlive the scanner.
class Worker {
 public:
  explicit Worker(const Scanner& scanner);
  ~Worker();
  Worker(Worker&&) noexcept;

 private:
  friend class Scanner;
  struct State;
  Worker(const Scanner& scanner, std::shared_ptr<Matcher::Scratch> scratch);

  std::unique_ptr<State> state_;
};

}  // namespace gatepost
