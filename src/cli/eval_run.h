#pragma once

// A run of `patterns eval`: labelled posts in, scanned, their verdicts held against the labels.

#include <optional>
#include <string>
#include <vector>

#include "base/digest.h"
#include "cli/progress.h"
#include "post/line_source.h"
#include "scan/scanner.h"
#include "tune/evaluation.h"
#include "tune/labelled_post.h"

namespace gatepost {

// Borrows the scanner and the evaluation, which must outlive it. Holds one batch of posts; those of
// one thread are seen together, as in a run of `check`. Not thread-safe.
class EvalRun final : private VerdictSink {
 public:
  // Posts of another split are passed over; kNone: of none.
  EvalRun(const Scanner& scanner, Evaluation& evaluation, Split split);

  // Measures the posts of a file, one a line; "-" is standard input. Ends at the first line that
  // cannot be measured, with its error.
  Status Add(const std::string& path);
  // Names the posts that were measured: the SHA-256 of their lines. Once, at the end.
  [[nodiscard]] std::string CorpusHash() { return hash_.HexDigest(); }

 private:
  void Accept(const Post& post, Verdict verdict) override;
  Status AddLine(const Line& line, const std::string& file);
  void ScanPosts();

  const Scanner& scanner_;
  Evaluation& evaluation_;
  Split split_;
  Worker worker_;
  Conversations conversations_;
  uint64_t next_turn_ = 0;
  Progress progress_;
  Sha256 hash_;
  std::vector<LabelledPostReader> readers_;  // each holds one post of the batch being read
  std::vector<Post> posts_;
  std::vector<SourcePlace> places_;  // of posts_
  size_t next_ = 0;
};

}  // namespace gatepost
