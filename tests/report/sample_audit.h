#pragma once

// An audit made by hand, for the tests of its reports.

#include <string>

#include "audit/store_file.h"
#include "report/fake_store.h"
#include "report/sample_findings.h"

namespace gatepost {

inline AuditRun SampleRun() {
  AuditRun run = KeyedRun();
  run.id = 1;
  run.started = SampleTime("2026-03-31");
  run.ended = run.started + std::chrono::minutes(3);
  return run;
}

inline void AddSampleInputs(FakeStore& store) {
  store.inputs = {
      {1, 1, "archive.zip", std::string(64, 'a'), 4096, InputState::kComplete, 300, 2, 30'000},
      {2, 1, "library.jsonl", std::string(64, 'b'), 2048, InputState::kComplete, 100, 0, 9000}};
  store.files = {{1, "data/direct-messages.js", "x-archive", AuditFile::State::kPrivate, 0, {}, ""},
                 {1, "data/tweets.js", "x-archive", AuditFile::State::kRead, 298, 300, "@council"},
                 {2, "", "jsonl", AuditFile::State::kRead, 100, {}, ""}};
  store.tallies = {{"@council", "x", "2024-05", 200, 20'000, {{"review", 3}}},
                   {"@council", "x", "2024-07", 98, 10'000, {{"pass", 98}}},
                   {"@library", "mastodon", "2025-01", 90, 8000, {{"block", 1}, {"pass", 89}}},
                   {"@library", "mastodon", "", 10, 1000, {{"pass", 10}}}};
}

// Five posts with seven findings: three open ones, one of each decision, one let through.
inline FakeStore SampleStore() {
  FakeStore store;
  store.runs = {SampleRun()};
  AddSampleInputs(store);
  store.problems = {
      {1,
       "data/note-tweet.js",
       "",
       {ProblemKind::kUnread, "bad_json", "It is no JSON.", {"", 7, 0}}},
      {2, "", "1703", {ProblemKind::kNote, "raw_control", "Raw controls were kept.", {}}}};
  store.posts = {{SamplePost(1, 1, "2024-05-01"), {SamplePhoneFinding(1), SamplePassFinding(9)}},
                 {SamplePost(2, 1, "2024-05-20"), {SamplePhoneFinding(1), SamplePhoneFinding(2)}},
                 {SamplePost(3, 2, "2025-01-05"), {SampleNhsFinding(3)}},
                 {SamplePost(4, 2, "2025-01-06"), {SamplePhoneFinding(4)}},
                 {SamplePost(5, 2, ""), {SamplePhoneFinding(5)}}};
  store.decisions = {{FingerprintOf(2),
                      DecisionState::kAccepted,
                      "own switchboard",
                      "J. Doe",
                      KnownDay("2026-01-10"),
                      {}},
                     {FingerprintOf(4), DecisionState::kFalse, "order number", "J. Doe",
                      KnownDay("2026-01-10"), KnownDay("2026-12-31")},
                     {FingerprintOf(5), DecisionState::kAccepted, "until the move", "J. Doe",
                      KnownDay("2025-01-10"), KnownDay("2025-12-31")}};
  return store;
}

}  // namespace gatepost
