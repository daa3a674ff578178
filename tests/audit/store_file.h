#pragma once

// Stores made by hand, for the tests of what is asked of them.

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/known_posts.h"
#include "audit/sqlite_store.h"
#include "base/temporary_folder.h"
#include "catch.h"

namespace gatepost {

inline AuditRun KeyedRun() {
  AuditRun run;
  run.started = Time(KnownDay("2026-03-31"));
  run.gatepost = "0.1.0";
  run.set_name = "uk";
  run.set_hash = "3f2a91c0" + std::string(56, '0');
  run.policy_name = "default";
  run.policy_hash = "77aa00ff" + std::string(56, '1');
  run.key_id = "3b1e6285";
  run.as_of = KnownDay("2026-03-31");
  return run;
}

// A store in a file of its own, of one input with these posts.
class StoreFile {
 public:
  explicit StoreFile(std::vector<PostOutcome> posts, const AuditRun& run = KeyedRun())
      : StoreFile(std::move(posts), std::string(64, 'a'), run) {}
  StoreFile(std::vector<PostOutcome> posts, const std::string& input_hash,
            const AuditRun& run = KeyedRun()) {
    auto store = SqliteStore::Open(path(), SqliteStore::Access::kAudit);
    REQUIRE(store);
    store_ = std::move(*store);
    const Result<AuditRun> begun = store_->BeginRun(run);
    REQUIRE(begun);
    AuditInput named;
    named.run = begun->id;
    named.name = "archive.zip";
    named.hash = input_hash;
    const Result<AuditInput> input = store_->BeginInput(named, "basis");
    REQUIRE(input);
    REQUIRE(store_->AddChunk(input->id, {0, false, std::move(posts), {}}));
    REQUIRE(store_->EndInput(
        input->id, {{input->id, "data/tweets.js", "x", AuditFile::State::kRead, 1, {}, ""}}, {}));
    REQUIRE(store_->EndRun(begun->id, run.started + std::chrono::minutes(2)));
  }

  [[nodiscard]] Store& operator*() const { return *store_; }
  [[nodiscard]] Store* operator->() const { return store_.get(); }
  [[nodiscard]] std::string path() const { return folder_.path() / "audit.db"; }
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
  // Lets another process, or a command, have it.
  void Close() { store_.reset(); }

  void Decide(int value, DecisionState state, std::string_view until = "") {
    Decision decision{FingerprintOf(value),   state, "looked at", "Pat Example",
                      KnownDay("2026-04-01"), {}};
    if (!until.empty()) decision.until = KnownDay(until);
    REQUIRE(store_->Decide(decision));
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<SqliteStore> store_;
};

}  // namespace gatepost
