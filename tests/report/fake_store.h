#pragma once

// A store of an audit in memory, for the tests of reports: what it is filled with is what it gives.

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "audit/store.h"

namespace gatepost {

class FakeStore final : public Store {
 public:
  struct Post {
    AuditPost post;
    std::vector<AuditFinding> findings;
  };

  std::vector<AuditRun> runs;
  std::vector<AuditInput> inputs;  // by name
  std::vector<AuditFile> files;
  std::vector<AuditProblem> problems;
  std::vector<AuditTally> tallies;
  std::vector<Decision> decisions;
  std::vector<Post> posts;  // by input, path and record
  Error failure;            // of ForEachFinding, where it has a message
  mutable int passes = 0;   // over the findings

  Result<AuditRun> BeginRun(const AuditRun& /*run*/) override { return NoWriting(); }
  Status EndRun(int64_t /*run*/, Time /*ended*/) override { return NoWriting(); }
  Result<AuditInput> BeginInput(const AuditInput& /*input*/, std::string_view /*basis*/) override {
    return NoWriting();
  }
  Result<std::vector<KeptChunk>> ChunksOf(int64_t /*input*/) const override { return NoWriting(); }
  Status AddChunk(int64_t /*input*/, const ChunkOutcome& /*chunk*/) override { return NoWriting(); }
  Status EndInput(int64_t /*input*/, const std::vector<AuditFile>& /*files*/,
                  const std::vector<AuditProblem>& /*problems*/) override {
    return NoWriting();
  }
  Status NameInput(int64_t /*input*/, std::string_view /*hash*/) override { return NoWriting(); }
  Status AddRunProblem(int64_t /*run*/, const AuditProblem& /*problem*/) override {
    return NoWriting();
  }
  Result<std::string> Salt() const override { return NoWriting(); }
  Result<uint64_t> Forget(const std::vector<std::string>& /*fingerprints*/) override {
    return NoWriting();
  }
  Result<uint64_t> Purge(Time /*before*/) override { return NoWriting(); }
  Result<std::vector<Problem>> Merge(const std::string& /*path*/) override { return NoWriting(); }
  Result<std::vector<uint64_t>> SetVisibility(const std::vector<std::string>& /*posts*/,
                                              const VisibilityMark& /*mark*/) override {
    return NoWriting();
  }
  Status Flush() override { return NoWriting(); }
  Status Decide(const Decision& /*decision*/) override { return NoWriting(); }
  Status Undecide(std::string_view /*fingerprint*/) override { return NoWriting(); }

  Result<std::vector<Decision>> Decisions() const override { return decisions; }
  Result<std::vector<AuditRun>> Runs() const override { return runs; }
  Result<std::vector<AuditInput>> Inputs() const override { return inputs; }
  Result<std::vector<AuditFile>> Files() const override { return files; }
  Result<std::vector<AuditProblem>> Problems() const override { return problems; }
  Result<std::vector<AuditTally>> Tallies(const AuditFilter& filter) const override {
    std::vector<AuditTally> kept;
    for (const AuditTally& tally : tallies) {
      if (IsOf(filter.accounts, tally.account)) kept.push_back(tally);
    }
    return kept;
  }

  Status ForEachFinding(const AuditFilter& filter, const TakeFinding& take) const override {
    ++passes;
    if (!failure.message.empty()) return Fail(failure);
    for (const Post& post : posts) {
      if (!IsOf(filter.accounts, post.post.account)) continue;
      const auto input = std::ranges::find(inputs, post.post.input, &AuditInput::id);
      for (const AuditFinding& finding : post.findings) {
        if (!IsOf(filter.patterns, finding.pattern)) continue;
        const auto decision =
            std::ranges::find(decisions, finding.fingerprint, &Decision::fingerprint);
        const Decision* decided = decision == decisions.end() ? nullptr : &*decision;
        if (auto status = take({finding, post.post, *input, decided}); !status) return status;
      }
    }
    return {};
  }

 private:
  static tl::unexpected<Error> NoWriting() {
    return Fail(ErrorCode::kInternal, "this store is only read from");
  }
  static bool IsOf(const std::vector<std::string>& wanted, const std::string& name) {
    return wanted.empty() || std::ranges::find(wanted, name) != wanted.end();
  }
};

}  // namespace gatepost
