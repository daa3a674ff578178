#pragma once

// Findings of an audit and their posts, made by hand, for the tests of its reports. All values are
// reserved or published ones, and masked.

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "audit/known_posts.h"

namespace gatepost {

inline Time SampleTime(std::string_view day) {
  return Time(KnownDay(day)) + std::chrono::hours(9) + std::chrono::minutes(30);
}

// With what reports show beside it.
inline AuditFinding ShownFinding(AuditFinding finding, std::string masked) {
  finding.bytes = {6, 18};
  finding.masked = std::move(masked);
  finding.labels = "placeholder mobile";
  finding.reasons =
      R"([{"kind":"base","points":40},{"kind":"value","points":10,"label":"mobile"}])";
  return finding;
}

inline AuditFinding SamplePhoneFinding(int value) {
  return ShownFinding(PhoneFinding(value), "***** ***123");
}

inline AuditFinding SampleNhsFinding(int value) {
  AuditFinding finding = ShownFinding(NhsFinding(value), "*** *** **18");
  finding.reasons = R"([{"kind":"check_digit","points":95}])";
  finding.advice = "Remove the NHS number; ask for it by direct message or phone.";
  return finding;
}

// A postcode, which the policy lets through.
inline AuditFinding SamplePassFinding(int value) {
  return ShownFinding(PostcodeFinding(value), "AA1 ***");
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
