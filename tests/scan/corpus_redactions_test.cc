// The posts of the labelled corpus, redacted in every way under the bundled patterns and the
// default policy, and scanned again.

#include <string>
#include <vector>

#include "catch.h"
#include "post/line_source.h"
#include "scan/labelled_corpus.h"
#include "scan/redactor.h"
#include "scan/scanner.h"

namespace gatepost {
namespace {

// Posts and the texts that they have now; owns the texts.
struct Texts {
  std::vector<Post> posts;
  std::vector<std::vector<std::string>> of_posts;

  void Add(const Post& post, const std::vector<SafeText>& changed) {
    auto& texts = of_posts.emplace_back();
    for (const Field& field : post.fields) texts.emplace_back(field.text);
    for (const SafeText& safe : changed) texts[safe.field.number()] = safe.text;
    Post copy = post;
    for (size_t i = 0; i < texts.size(); ++i) copy.fields[i].text = texts[i];
    posts.push_back(std::move(copy));
  }
};

class Collector final : public RedactionSink {
 public:
  void Accept(const Post& post, Redaction redaction) override {
    CHECK_FALSE(redaction.is_withheld);
    if (!redaction.texts.empty()) ++redacted;
    for (const auto& [range, count] : redaction.look_alikes) look_alikes += count;
    out.Add(post, redaction.texts);
  }
  Texts out;
  size_t redacted = 0;
  uint64_t look_alikes = 0;
};

// Looks for what should not have been left.
class Inspector final : public VerdictSink {
 public:
  Inspector(const Redactor& redactor, Action least) : redactor_(redactor), least_(least) {}
  void Accept(const Post& post, Verdict verdict) override {
    for (const Finding* finding : redactor_.WithoutLookAlikes(post, verdict.findings)) {
      if (HasLabel(*finding, kOfficialLabel)) continue;
      CAPTURE(post.id, finding->masked);
      CHECK(finding->action < least_);
    }
    if (redactor_.rules().way != RedactAs::kReplace) CHECK(verdict.would_be < least_);
  }

 private:
  const Redactor& redactor_;
  Action least_;
};

// The bundled set, but with ranges of look-alikes that hold few of the values in the corpus: those
// are reserved ones, which would stay as they are.
std::shared_ptr<const PatternSet> SetWithNarrowRanges() {
  std::vector<Pattern> patterns = BundledSet()->patterns();
  for (Pattern& pattern : patterns) {
    if (pattern.id == "uk.phone") pattern.look_alikes = {"07700 9000##", "020 7946 00##"};
    if (pattern.id == "uk.nhs_number") pattern.look_alikes = {"999 900 ###?"};
    if (pattern.id == "uk.nino") pattern.look_alikes = {"QQ 00 ## ## D"};
  }
  auto set = PatternSet::Compile("narrow", "00", std::move(patterns));
  REQUIRE(set);
  return *set;
}

TEST_CASE("in the corpus, once redacted, nothing is found, and nothing more is redacted",
          "[scan][redactor]") {
  const RedactAs way =
      GENERATE(RedactAs::kLabel, RedactAs::kMask, RedactAs::kRemove, RedactAs::kReplace);
  const auto set = way == RedactAs::kReplace ? SetWithNarrowRanges() : BundledSet();
  const RedactionRules rules{.way = way};
  CAPTURE(static_cast<int>(way));
  const Scanner scanner(set, DefaultPolicy(*set),
                        {.makes_suggestions = false, .keeps_hidden = true});
  Worker worker(scanner);
  const LabelledCorpus corpus;
  const auto redact = [&](const std::vector<Post>& posts, Collector& collector) {
    Redactor redactor(set->patterns(), rules);
    Conversations conversations;
    Conversations::Turn turn(conversations, 0);
    scanner.Redact(posts, worker, turn, redactor, collector);
  };
  Collector once;
  redact(corpus.posts(), once);
  CHECK(once.redacted > corpus.posts().size() / 4);
  if (way == RedactAs::kReplace) CHECK(once.look_alikes > corpus.posts().size() / 10);

  const Redactor redactor(set->patterns(), rules);
  Inspector inspector(redactor, rules.least);
  scanner.Scan(once.out.posts, worker, inspector);
  Collector twice;
  redact(once.out.posts, twice);
  CHECK(twice.redacted == 0);
}

}  // namespace
}  // namespace gatepost
