#pragma once

// One chunk of an audit, from its records to the store.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "audit/post_keys.h"
#include "audit/problem_list.h"
#include "audit/record_batch.h"
#include "audit/store.h"
#include "post/post_texts.h"
#include "scan/conversations.h"
#include "scan/ordered_pool.h"
#include "scan/scanner.h"

namespace gatepost {

// What one thread of an audit writes to.
struct AuditWorker {
  AuditWorker(const Scanner& scanner, std::span<const uint8_t> secret)
      : worker(scanner), keys(secret) {}
  Worker worker;
  PostKeys keys;
  PostTexts texts = {};
};

// What all jobs of an audit share.
struct AuditTools {
  const Scanner& scanner;
  ReadOptions read = {};
  std::span<const uint8_t> secret = {};  // of PostKeys; borrowed, as keys are not copied
  bool keeps_text = false;
  std::vector<std::unique_ptr<AuditWorker>> workers = {};  // by thread, made when first used
};

// Takes what came of chunks, in their order.
class ChunkSink {
 public:
  virtual ~ChunkSink() = default;
  [[nodiscard]] virtual Status Accept(int64_t input, const ChunkOutcome& chunk) = 0;
};

// Where a chunk stands in its input.
struct ChunkPlace {
  int64_t input = 0;
  std::string input_hash;
  uint64_t number = 0;
  uint64_t turn = 0;  // among those of the input that are scanned
  bool is_kept =
      false;  // the store has it: it is scanned for the conversations that go on behind it
};

// Borrows the tools and the sink.
class AuditJob final : public Job, private VerdictSink {
 public:
  AuditJob(AuditTools& tools, ChunkSink& sink, ChunkPlace place,
           std::shared_ptr<Conversations> conversations, RecordBatch batch);

  void Run(size_t worker) override;
  [[nodiscard]] Status Deliver() override;
  [[nodiscard]] uint64_t bytes() const override { return batch_.bytes() + outcome_bytes_; }

 private:
  void Accept(const Post& post, Verdict verdict) override;
  void ReadPosts(PostTexts& texts);
  void AddNoPost(const RecordBatch::Entry& entry, NoPost why);

  AuditTools& tools_;
  ChunkSink& sink_;
  ChunkPlace place_;
  std::shared_ptr<Conversations> conversations_;
  Conversations::Turn turn_;
  RecordBatch batch_;
  std::vector<Post> posts_;
  std::vector<size_t> entries_;  // of each post, in the batch
  ProblemList notes_;
  PostKeys* keys_ = nullptr;
  ChunkOutcome outcome_;
  uint64_t outcome_bytes_ = 0;
};

}  // namespace gatepost
