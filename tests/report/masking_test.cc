// What every report owes to every post, over random posts put together from the bundled patterns.

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "pattern/default_policy.h"
#include "regex/sample.h"
#include "report/report.h"
#include "scan/scanner.h"

namespace gatepost {
namespace {

constexpr int kPosts = 2000;

class Bundled {
 public:
  Bundled()
      : set_(*PatternSet::Load({std::filesystem::path(GATEPOST_SOURCE_DIR) / "patterns/uk"})),
        scanner_(set_, *ParsePolicy(DefaultPolicyToml(), "default policy"), {}),
        hidden_(set_, *ParsePolicy(DefaultPolicyToml(), "default policy"), {.keeps_hidden = true}),
        worker_(scanner_),
        hidden_worker_(hidden_) {}

  // Examples of the patterns and strings made from their regexes, glued so that they overlap.
  std::string RandomText(std::mt19937_64& random) const {
    std::string text;
    const size_t pieces = 1 + random() % 6;
    for (size_t i = 0; i < pieces; ++i) {
      const Pattern& pattern = set_->patterns()[random() % set_->patterns().size()];
      if (random() % 2 == 0) {
        text += pattern.examples[random() % pattern.examples.size()].text;
      } else {
        text += Sample(pattern.variants[random() % pattern.variants.size()].regex, random);
      }
      constexpr const char* kGlue[] = {"", "", " ", ", ", "\n", "-", " ring ", "@"};
      text += kGlue[random() % 8];
    }
    return text;
  }

  Verdict Shown(const Post& post) { return scanner_.Scan(post, worker_); }
  Verdict WithHidden(const Post& post) { return hidden_.Scan(post, hidden_worker_); }
  [[nodiscard]] const Scanner& scanner() const { return scanner_; }

 private:
  std::shared_ptr<const PatternSet> set_;
  Scanner scanner_;
  Scanner hidden_;
  Worker worker_;
  Worker hidden_worker_;
};

Post PostOf(std::string_view text) {
  Post post;
  post.fields.push_back({FieldKind::kText, 0, text, nullptr});
  return post;
}

// `text` with a | for every byte that a finding holds.
std::string WithoutValues(std::string text, const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    const Span span = finding.places.front().span;
    for (uint32_t at = span.begin; at < span.end; ++at) text[at] = '|';
  }
  return text;
}

TEST_CASE("what a report lists explains its verdict", "[report][masking]") {
  Bundled bundled;
  std::mt19937_64 random(7);
  for (int i = 0; i < kPosts; ++i) {
    const std::string text = bundled.RandomText(random);
    CAPTURE(text);
    const Verdict verdict = bundled.Shown(PostOf(text));
    Action listed = Action::kPass;
    for (const Finding& finding : verdict.findings) listed = std::max(listed, finding.action);
    REQUIRE(listed == verdict.would_be);
  }
}

TEST_CASE("an excerpt shows no digit run of any value, hidden ones included", "[report][masking]") {
  Bundled bundled;
  std::mt19937_64 random(8);
  size_t checked = 0;
  for (int i = 0; i < kPosts; ++i) {
    const std::string text = bundled.RandomText(random);
    const Post post = PostOf(text);
    Verdict verdict = bundled.Shown(post);
    verdict.suggestions.clear();  // they repeat what the policy lets through
    std::string report;
    const auto writer = MakeTextReport({.width = 400});
    writer->Begin(ContextOf(bundled.scanner()), report);
    std::string rendered;
    writer->Render(post, {"post"}, verdict, rendered);
    writer->Add(rendered, report);
    const std::vector<Finding> findings = bundled.WithHidden(post).findings;
    const std::string rest = WithoutValues(text, findings);
    for (const Finding& finding : findings) {
      const std::string value(Cut(text, finding.places.front().span));
      // A short value, and one of words alone ("High Court"), may stand in the words of a reason or
      // advice, and any value once more where it is no finding: inside a longer number.
      const bool has_digit = value.find_first_of("0123456789") != std::string::npos;
      if (value.size() < 8 || !has_digit || rest.find(value) != std::string::npos) continue;
      ++checked;
      CAPTURE(text, value, report);
      REQUIRE(report.find(value) == std::string::npos);
    }
  }
  CHECK(checked > kPosts / 2);
}

TEST_CASE("every suggestion scans as pass", "[report][masking]") {
  Bundled bundled;
  std::mt19937_64 random(9);
  size_t suggested = 0;
  for (int i = 0; i < kPosts; ++i) {
    const std::string text = bundled.RandomText(random);
    CAPTURE(text);
    const Verdict verdict = bundled.Shown(PostOf(text));
    if (verdict.would_be == Action::kPass) continue;
    REQUIRE(verdict.suggestions.size() == 1);
    REQUIRE(bundled.Shown(PostOf(verdict.suggestions[0].text)).word() == "pass");
    ++suggested;
  }
  CHECK(suggested > kPosts / 4);
}

}  // namespace
}  // namespace gatepost
