#pragma once

// Posts as an audit gives them to a store. Numbers are Ofcom's for drama, names are invented.

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audit/store.h"
#include "base/digest.h"

namespace gatepost {

inline std::chrono::sys_days DayAt(int year, int month, int day) {
  return std::chrono::year(year) / month / day;
}

inline std::string HashOf(std::string_view name) {
  Sha256 digest;
  digest.Add(name);
  return digest.HexDigest();
}

// A key that follows from what it is made of, as PostKeys' do.
inline PostKey KeyOf(std::string_view secret, std::string_view post, std::string_view text) {
  const auto fill = [&](auto& digest, std::string_view of) {
    const std::string hex = HashOf(std::string(secret) + "/" + std::string(of));
    for (size_t i = 0; i < digest.size(); ++i) {
      digest[i] = static_cast<uint8_t>(std::stoi(hex.substr(2 * i, 2), nullptr, 16));
    }
  };
  PostKey key;
  fill(key.post, post);
  fill(key.text, text);
  return key;
}

inline AuditFinding PhoneFinding(std::string_view last_digits) {
  AuditFinding finding;
  finding.pattern = "uk.phone";
  finding.name = "UK phone number";
  finding.category = "contact";
  finding.severity = "medium";
  finding.action = "review";
  finding.band = "likely";
  finding.score = 50;
  finding.field = FieldKind::kAltText;
  finding.nth = 2;
  finding.bytes = {6, 18};
  finding.codepoints = {5, 17};
  finding.utf16 = {4, 16};
  finding.text_line = 3;
  finding.text_column = 7;
  finding.masked = "***** ***" + std::string(last_digits);
  finding.fingerprint = "hs1:3b1e6285:" + HashOf(last_digits).substr(0, 32);
  finding.labels = "placeholder";
  finding.reasons = R"([{"kind":"base","points":50}])";
  finding.advice = "Remove the number.";
  return finding;
}

// A post of an account, published on the day of its number.
struct SamplePost {
  std::string id;
  std::string text = "first";
  std::vector<std::string> numbers = {};  // last digits of those that it gives away
  Visibility visibility = Visibility::kUnknown;
  std::string secret = "salt";
  std::string account = "AmbridgeBC";
};

inline PostOutcome OutcomeOf(const SamplePost& sample, uint64_t record = 0) {
  PostOutcome outcome;
  outcome.key = KeyOf(sample.secret, sample.id, sample.text);
  outcome.bytes = 100;
  AuditPost& post = outcome.post;
  post.source = "x";
  post.account = sample.account;
  post.published = DayAt(2024, 1, 1) + std::chrono::days(std::stoi(sample.id));
  post.verdict = sample.numbers.empty() ? "pass" : "review";
  post.path = "data/tweets.js";
  post.record = record;
  post.line = static_cast<uint32_t>(record + 1);
  post.visibility = sample.visibility;
  if (sample.visibility != Visibility::kUnknown) post.visibility_source = "data/of.js";
  if (sample.numbers.empty()) return outcome;
  post.ref = HashOf(sample.id + sample.text).substr(0, 12);
  post.channel = "public";
  post.post_id = "id-" + sample.id;
  post.url = "https://example.com/status/" + sample.id;
  post.thread = "thread-" + sample.id;
  post.kind = PostKind::kReply;
  post.text = "[kept text of " + sample.id + ", " + sample.text + "]";
  for (const std::string& number : sample.numbers) {
    outcome.findings.push_back(PhoneFinding(number));
  }
  return outcome;
}

inline ChunkOutcome ChunkOf(uint64_t number, const std::vector<SamplePost>& posts) {
  ChunkOutcome chunk;
  chunk.number = number;
  for (size_t i = 0; i < posts.size(); ++i) {
    chunk.posts.push_back(OutcomeOf(posts[i], number * 1000 + i));
  }
  return chunk;
}

}  // namespace gatepost
