#pragma once

// Scans texts with sample patterns and a policy written as TOML.

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "sample_patterns.h"
#include "scan/redactor.h"
#include "scan/scanner.h"

namespace gatepost {

class SampleScanner {
 public:
  explicit SampleScanner(std::vector<Pattern> patterns, const std::string& policy_toml = "",
                         ScanOptions options = {})
      : scanner_(Compiled(std::move(patterns)), Parsed(policy_toml), std::move(options)),
        worker_(scanner_) {}

  std::vector<Verdict> Scan(const std::vector<Post>& posts) {
    Sink sink;
    scanner_.Scan(posts, worker_, sink);
    REQUIRE(sink.verdicts.size() == posts.size());
    return std::move(sink.verdicts);
  }

  std::vector<Verdict> Scan(const std::vector<Post>& posts, Conversations::Turn& turn) {
    Sink sink;
    scanner_.Scan(posts, worker_, turn, sink);
    return std::move(sink.verdicts);
  }

  // What becomes of the posts, which are redacted in this order.
  std::vector<Redaction> Redact(const std::vector<Post>& posts, const RedactionRules& rules) {
    RedactionList sink;
    Redactor redactor(scanner_.set().patterns(), rules);
    Conversations conversations;
    Conversations::Turn turn(conversations, 0);
    scanner_.Redact(posts, worker_, turn, redactor, sink);
    REQUIRE(sink.redactions.size() == posts.size());
    return std::move(sink.redactions);
  }

  Verdict Scan(const Post& post) { return Scan(std::vector<Post>{post}).front(); }

  Verdict Scan(std::string_view text) { return Scan(PostOf(text)); }

  [[nodiscard]] const Scanner& scanner() const { return scanner_; }

  // Borrows `text`.
  static Post PostOf(std::string_view text) {
    Post post;
    post.fields.push_back({FieldKind::kText, 0, text, nullptr});
    return post;
  }

 private:
  struct Sink final : VerdictSink {
    void Accept(const Post&, Verdict verdict) override { verdicts.push_back(std::move(verdict)); }
    std::vector<Verdict> verdicts;
  };

  struct RedactionList final : RedactionSink {
    void Accept(const Post&, Redaction redaction) override {
      redactions.push_back(std::move(redaction));
    }
    std::vector<Redaction> redactions;
  };

  static std::shared_ptr<const PatternSet> Compiled(std::vector<Pattern> patterns) {
    auto set = PatternSet::Compile("sample", "00", std::move(patterns));
    if (!set) FAIL(set.error().ToString());
    return *set;
  }

  static Policy Parsed(const std::string& toml) {
    Result<Policy> policy = ParsePolicy("name = \"sample\"\n" + toml, "policy.toml");
    if (!policy) FAIL(policy.error().ToString());
    return std::move(*policy);
  }

  Scanner scanner_;
  Worker worker_;
};

}  // namespace gatepost
