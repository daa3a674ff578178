// The posts of the labelled corpus under the bundled patterns and the default policy.

#include <filesystem>
#include <string>

#include "catch.h"
#include "pattern/load_policy.h"
#include "post/jsonl_post.h"
#include "post/line_source.h"
#include "scan/scanner.h"

namespace gatepost {
namespace {

constexpr uint64_t kMaxLineBytes = 1 << 20;
// One post of so many is scanned: all, but few where a sanitizer makes each cost ten times as much.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr uint32_t kEvery = 16;
#else
constexpr uint32_t kEvery = 1;
#endif

std::shared_ptr<const PatternSet> BundledSet() {
  auto set = PatternSet::Load({std::filesystem::path(GATEPOST_SOURCE_DIR) / "patterns/uk"});
  if (!set) FAIL(set.error().front().ToString());
  return *set;
}

Policy DefaultPolicy(const PatternSet& set) {
  auto policy = LoadPolicy("", set.patterns());
  if (!policy) FAIL(policy.error().front().ToString());
  return std::move(*policy);
}

// `post` with the texts that are suggested in the place of its own.
Post WithSuggestions(Post post, const Verdict& verdict) {
  for (const SafeText& safe : verdict.suggestions) {
    post.fields[safe.field.number()].text = safe.text;
  }
  return post;
}

TEST_CASE("what is suggested for a post of the corpus that is held scans as pass",
          "[scan][suggestion]") {
  const Language language = GENERATE(Language::kEnglish, Language::kWelsh);
  const auto set = BundledSet();
  ScanOptions options;
  options.language = language;
  const Scanner scanner(set, DefaultPolicy(*set), options);
  Worker worker(scanner);
  const std::string path = GATEPOST_LABELLED_CORPUS;
  auto lines = LineSource::Open(path, kMaxLineBytes);
  REQUIRE(lines.has_value());
  JsonlPostReader reader;
  size_t held = 0;
  while (true) {
    const auto line = lines->Next();
    REQUIRE(line.has_value());
    if (!*line) break;
    if ((*line)->number % kEvery != 0) continue;
    CAPTURE(NameOf(language), (*line)->number);
    const Post& post = reader.Read((*line)->text, {path});
    const Verdict verdict = scanner.Scan(post, worker);
    REQUIRE(verdict.is_complete);
    if (verdict.action == Action::kPass) continue;
    ++held;
    CHECK_FALSE(verdict.suggestions.empty());
    CHECK(scanner.Scan(WithSuggestions(post, verdict), worker).action == Action::kPass);
  }
  CHECK(held > 10000 / kEvery);  // the corpus has been read, and has much in it that is held
}

}  // namespace
}  // namespace gatepost
