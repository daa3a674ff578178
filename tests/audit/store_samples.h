#pragma once

// Audits of sample posts, and what a store says of them.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audit/sample_posts.h"
#include "audit/store_folder.h"

namespace gatepost {

inline AuditRun SampleRun(const std::string& key_id = "3b1e6285") {
  AuditRun run;
  run.started = DayAt(2026, 3, 31);
  run.gatepost = "0.1.0";
  run.set_name = "uk";
  run.set_hash = "set";
  run.policy_name = "council";
  run.policy_hash = "policy";
  run.key_id = key_id;
  run.as_of = DayAt(2026, 3, 31);
  return run;
}

inline AuditInput BeginInput(Store& store, const std::string& name, int64_t run,
                             std::string_view basis = "basis") {
  AuditInput input;
  input.run = run;
  input.name = name;
  input.hash = HashOf(name);
  input.bytes = 1234;
  return Need(store.BeginInput(input, basis));
}

// All of one input, in chunks of two posts.
inline void AddInput(Store& store, const std::string& name, const std::vector<SamplePost>& posts,
                     int64_t run, std::string_view basis = "basis") {
  const AuditInput input = BeginInput(store, name, run, basis);
  for (size_t i = 0; i < posts.size(); i += 2) {
    const auto begin = posts.begin() + static_cast<std::ptrdiff_t>(i);
    const auto end = i + 2 < posts.size() ? begin + 2 : posts.end();
    Need(store.AddChunk(input.id, ChunkOf(i / 2, {begin, end})));
  }
  AuditFile file;
  file.path = "data/tweets.js";
  file.format = "x";
  file.posts = posts.size();
  Need(store.EndInput(input.id, {file}, {}));
}

// A store of one run over inputs.
struct SampleInput {
  std::string name;
  std::vector<SamplePost> posts;
};
inline void Audit(Store& store, const std::vector<SampleInput>& inputs,
                  const AuditRun& run = SampleRun()) {
  const AuditRun begun = Need(store.BeginRun(run));
  for (const SampleInput& input : inputs) AddInput(store, input.name, input.posts, begun.id);
  Need(store.EndRun(begun.id, run.started + std::chrono::hours(1)));
}

struct ReadFinding {
  AuditFinding finding;
  AuditPost post;
  AuditInput input;
  std::string decision;
};
inline std::vector<ReadFinding> FindingsOf(const Store& store, const AuditFilter& filter = {}) {
  std::vector<ReadFinding> all;
  Need(store.ForEachFinding(filter, [&](const FindingInPost& read) -> Status {
    all.push_back({read.finding, read.post, read.input,
                   read.decision == nullptr ? "" : std::string(NameOf(read.decision->state))});
    return {};
  }));
  return all;
}

// Posts counted, of all accounts and months.
inline uint64_t CountOf(const Store& store) {
  uint64_t posts = 0;
  for (const AuditTally& tally : Need(store.Tallies({}))) posts += tally.posts;
  return posts;
}

}  // namespace gatepost
