#pragma once

// Findings and posts made by hand, for the tests of what is asked of a store. All values are
// reserved or published ones, and masked.

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/store.h"
#include "base/day.h"
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

}  // namespace gatepost
