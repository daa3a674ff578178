#pragma once

// Stores made by hand, for the tests of what is asked of them. All values are reserved or published
// ones, and masked.

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/sqlite_store.h"
#include "base/day.h"
#include "base/temporary_folder.h"
#include "catch.h"

namespace gatepost {

inline std::chrono::sys_days KnownDay(std::string_view day) {
  const auto read = DayOf(day);
  REQUIRE(read.has_value());
  return *read;
}

inline std::string FingerprintOf(int value, const std::string& key_id = "3b1e6285") {
  const std::string digits = std::to_string(value);
  return "hs1:" + key_id + ":" + std::string(32 - digits.size(), '0') + digits;
}

inline AuditFinding PhoneFinding(int value) {
  AuditFinding finding;
  finding.pattern = "uk.phone";
  finding.name = "Phone number";
  finding.category = "contact";
  finding.severity = "medium";
  finding.action = "review";
  finding.band = "likely";
  finding.score = 50;
  finding.bytes = finding.codepoints = finding.utf16 = {5, 17};
  finding.text_line = 1;
  finding.text_column = 6;
  finding.masked = "***** ****" + std::to_string(10 + value % 90);
  finding.fingerprint = FingerprintOf(value);
  finding.reasons = "[]";
  finding.advice = "Ask for the number by direct message.";
  return finding;
}

inline AuditFinding NhsFinding(int value) {
  AuditFinding finding = PhoneFinding(value);
  finding.pattern = "uk.nhs_number";
  finding.name = "NHS number";
  finding.category = "health";
  finding.severity = "critical";
  finding.action = "block";
  finding.band = "strong";
  finding.score = 95;
  finding.masked = "*** *** **" + std::to_string(10 + value % 90);
  return finding;
}

// One that the policy lets pass.
inline AuditFinding PostcodeFinding(int value) {
  AuditFinding finding = PhoneFinding(value);
  finding.pattern = "uk.postcode";
  finding.name = "Postcode";
  finding.category = "place";
  finding.severity = "low";
  finding.action = "pass";
  return finding;
}

// The post of that number; published on that day, unless it is empty.
inline PostOutcome PostWith(int number, std::string_view day,
                            std::vector<AuditFinding> findings = {}) {
  PostOutcome outcome;
  outcome.key.post[0] = static_cast<uint8_t>(number % 256);
  outcome.key.post[1] = static_cast<uint8_t>(number / 256);
  outcome.bytes = 30;
  AuditPost& post = outcome.post;
  post.ref = std::string(12 - std::to_string(number).size(), '0') + std::to_string(number);
  post.path = "data/tweets.js";
  post.record = static_cast<uint64_t>(number);
  post.source = "x";
  post.account = "AmbridgeBC";
  post.post_id = std::to_string(number);
  post.url = "https://twitter.com/AmbridgeBC/status/" + post.post_id;
  if (!day.empty()) post.published = Time(KnownDay(day)) + std::chrono::hours(9);
  post.verdict = findings.empty() ? "pass" : "review";
  outcome.findings = std::move(findings);
  return outcome;
}

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
