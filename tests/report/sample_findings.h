#pragma once

// Findings of an audit and their posts, made by hand, for the tests of its reports. All values are
// reserved or published ones, and masked.

#include <chrono>
#include <string>
#include <string_view>

#include "audit/audit_record.h"
#include "base/day.h"
#include "catch.h"

namespace gatepost {

inline std::string SampleFingerprint(int number) {
  std::string digits = std::to_string(number);
  return "hs1:3b1e6285:" + std::string(32 - digits.size(), '0') + digits;
}

inline std::chrono::sys_days SampleDay(std::string_view day) {
  const auto read = DayOf(day);
  REQUIRE(read.has_value());
  return *read;
}

inline Time SampleTime(std::string_view day) {
  return Time(SampleDay(day)) + std::chrono::hours(9) + std::chrono::minutes(30);
}

inline AuditFinding SamplePhoneFinding(int value) {
  AuditFinding finding;
  finding.pattern = "uk.phone";
  finding.name = "Phone number";
  finding.category = "contact";
  finding.severity = "medium";
  finding.action = "review";
  finding.band = "likely";
  finding.score = 50;
  finding.bytes = {6, 18};
  finding.codepoints = {5, 17};
  finding.utf16 = {5, 17};
  finding.text_line = 1;
  finding.text_column = 6;
  finding.masked = "***** ***123";
  finding.fingerprint = SampleFingerprint(value);
  finding.labels = "placeholder mobile";
  finding.reasons =
      R"([{"kind":"base","points":40},{"kind":"value","points":10,"label":"mobile"}])";
  finding.advice = "Ask for the number by direct message.";
  return finding;
}

inline AuditFinding SampleNhsFinding(int value) {
  AuditFinding finding = SamplePhoneFinding(value);
  finding.pattern = "uk.nhs_number";
  finding.name = "NHS number";
  finding.category = "health";
  finding.severity = "critical";
  finding.action = "block";
  finding.band = "strong";
  finding.score = 95;
  finding.masked = "*** *** **18";
  finding.reasons = R"([{"kind":"check_digit","points":95}])";
  finding.advice = "Remove the NHS number; ask for it by direct message or phone.";
  return finding;
}

// A postcode, which the policy lets through.
inline AuditFinding SamplePassFinding(int value) {
  AuditFinding finding = SamplePhoneFinding(value);
  finding.pattern = "uk.postcode";
  finding.name = "Postcode";
  finding.category = "place";
  finding.severity = "low";
  finding.action = "pass";
  finding.masked = "AA1 ***";
  return finding;
}

inline AuditPost SamplePost(int64_t id, int64_t input, std::string_view day) {
  AuditPost post;
  post.id = id;
  post.input = input;
  post.path = input == 1 ? "data/tweets.js" : "";
  post.record = static_cast<uint64_t>(id);
  post.line = input == 1 ? 0 : static_cast<uint32_t>(id);
  post.source = input == 1 ? "x" : "mastodon";
  post.account = input == 1 ? "@council" : "@library";
  post.channel = "social";
  post.post_id = std::to_string(1700 + id);
  post.url = "https://social.example.org/" + post.account + "/" + post.post_id;
  post.thread = "t9";
  if (!day.empty()) post.published = SampleTime(day);
  post.verdict = "review";
  post.visibility = input == 1 ? Visibility::kPublic : Visibility::kUnknown;
  if (input == 1) post.visibility_source = "marked on 2026-03-31";
  return post;
}

}  // namespace gatepost
