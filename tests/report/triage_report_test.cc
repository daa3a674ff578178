#include "report/triage_report.h"

#include <string>
#include <vector>

#include "audit/store_file.h"
#include "catch.h"
#include "report/parsed_json.h"

namespace gatepost {
namespace {

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

class SampleTriage {
 public:
  explicit SampleTriage(const StoreFile& store) : triage_({KnownDay("2026-04-02"), false, {}}) {
    const Status status = store->ForEachFinding({}, [&](const FindingInPost& found) -> Status {
      triage_.Add(found);
      return {};
    });
    REQUIRE(status);
    ranked_ = triage_.Ranked();
  }

  [[nodiscard]] TriageReport Report(size_t limit = 50) const {
    return {ranked_, limit, triage_.findings(), "my audit.db", nullptr};
  }

 private:
  Triage triage_;
  std::vector<const TriagedValue*> ranked_;
};

std::vector<PostOutcome> SamplePosts() {
  PostOutcome gone = PostWith(2, "2024-06-02", {PhoneFinding(1)});
  gone.post.visibility = Visibility::kGone;
  AuditFinding keyless = PhoneFinding(3);
  keyless.fingerprint = "";
  return {PostWith(1, "2024-05-01", {PhoneFinding(1), NhsFinding(2)}), gone,
          PostWith(3, "", {keyless})};
}

}  // namespace

TEST_CASE("each value comes with all that a decision needs, and with its command",
          "[report][triage_report]") {
  const StoreFile store(SamplePosts());
  std::string text;
  AppendTriageText(SampleTriage(store).Report(), {}, text);
  CAPTURE(text);
  CHECK(Has(text, "1. NHS number  *** *** **12  critical, block\n"));
  CHECK(Has(text,
            "2. Phone number  ***** ****11  medium, review\n"
            "   2 findings in 2 posts, 1 May 2024 to 2 June 2024; still public: not known (1 post "
            "gone)\n"
            "   AmbridgeBC (x)\n"
            "   for example https://twitter.com/AmbridgeBC/status/1\n"
            "   gatepost audit mark 'my audit.db' " +
                FingerprintOf(1) + " accepted --reason '…'\n"));
  CHECK(Has(text, "cannot be marked: it has no fingerprint"));
  CHECK(Has(text, "4 findings of 3 values.\n"));
  CHECK(Has(text, "NOTE Some findings have no fingerprint"));
}

TEST_CASE("values beyond the limit are counted", "[report][triage_report]") {
  const StoreFile store(SamplePosts());
  std::string text;
  AppendTriageText(SampleTriage(store).Report(1), {}, text);
  CHECK(Has(text, "4 findings of 3 values, the first 1 shown.\n"));
  CHECK_FALSE(Has(text, "2. Phone"));
}

TEST_CASE("nothing to decide about is told to be so", "[report][triage_report]") {
  std::string text;
  AppendTriageText({}, {}, text);
  CHECK(text == "Nothing to decide about.\n");
}

TEST_CASE("accounts are named with who answers for them", "[report][triage_report]") {
  const auto book =
      AccountBook::Parse("[account.\"x:AmbridgeBC\"]\nowner = \"Comms\"\n", "accounts.toml");
  REQUIRE(book);
  const StoreFile store(SamplePosts());
  const SampleTriage triage(store);
  TriageReport report = triage.Report();
  report.accounts = &*book;
  std::string text;
  AppendTriageText(report, {}, text);
  CHECK(Has(text, "   AmbridgeBC (x) of Comms\n"));
}

TEST_CASE("a triage for programs is one JSON document", "[report][triage_report]") {
  const StoreFile store(SamplePosts());
  std::string out;
  AppendTriageJson(SampleTriage(store).Report(), out);
  const ParsedJson tree = ParseTree(out);
  CHECK(tree["values"].text == "3");
  const ParsedJson& value = tree["triage"][size_t{1}];
  CHECK(value["rank"].text == "2");
  CHECK(value["fingerprint"].text == FingerprintOf(1));
  CHECK(value["posts_gone"].text == "1");
  CHECK(value["still_public"].text == "unknown");
  CHECK(value["first_published"].text == "2024-05-01T09:00:00Z");
  CHECK(value["accounts"][size_t{0}]["account"].text == "AmbridgeBC");
  CHECK(tree["triage"][size_t{2}]["command"].text.empty());
}

}  // namespace gatepost
