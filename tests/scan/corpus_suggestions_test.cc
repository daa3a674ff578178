// The posts of the labelled corpus under the bundled patterns and the default policy.

#include "catch.h"
#include "scan/labelled_corpus.h"
#include "scan/scanner.h"

namespace gatepost {
namespace {

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
  const LabelledCorpus corpus;
  size_t held = 0;
  for (const Post& post : corpus.posts()) {
    CAPTURE(NameOf(language), post.id);
    const Verdict verdict = scanner.Scan(post, worker);
    REQUIRE(verdict.is_complete);
    if (verdict.action == Action::kPass) continue;
    ++held;
    CHECK_FALSE(verdict.suggestions.empty());
    CHECK(scanner.Scan(WithSuggestions(post, verdict), worker).action == Action::kPass);
  }
  CHECK(held >
        10000 /
            LabelledCorpus::kEvery);  // the corpus has been read, and has much in it that is held
}

}  // namespace
}  // namespace gatepost
