#include "service/reloader.h"

#include <fstream>

#include "folder_path.h"
#include "service/sample_service.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

constexpr std::chrono::sys_days kDay = std::chrono::sys_days(std::chrono::days(20'000));

// A pattern whose proofs are true, or are not.
Pattern ProvenPattern(const std::string& id, const std::string& match) {
  const std::string toml =
      "id = \"" + id +
      "\"\nname = \"Sample\"\ncategory = \"sample\"\nseverity = \"high\"\n"
      "advice = \"Remove it.\"\nreferences = [\"https://example.com\"]\n"
      "edges = \"number\"\n[[variant]]\nregex = '''\\d{3}-\\d{3}'''\nbase = 80\n"
      "[[match]]\ntext = \"" +
      match + "\"\nspan = \"" + match +
      "\"\n"
      "[[no_match]]\ntext = \"b\"\nwhy = \"sample\"\n";
  Result<Pattern> pattern = ParsePattern(toml, id + ".toml", ListFolder{"no-lists"});
  if (!pattern) FAIL(pattern.error().ToString());
  return std::move(*pattern);
}

Loaded LoadedWith(const std::string& hash, const Pattern& pattern) {
  auto set = PatternSet::Compile("sample", hash, {pattern});
  if (!set) FAIL(set.error().ToString());
  Result<Policy> policy = ParsePolicy("name = \"sample\"\n", "policy.toml");
  if (!policy) FAIL(policy.error().ToString());
  return {{*set, std::move(*policy), {.as_of = kDay}}, nullptr, {}};
}

// What is loaded next is `next`.
struct SampleReloader {
  [[nodiscard]] std::string hash() const { return gate.Get()->set().hash(); }
  [[nodiscard]] std::string page() const { return metrics.Page(*gate.Get()); }

  Time now = kDay;
  Loaded first = LoadedWith("first", ProvenPattern("t.number", "123-456"));
  tl::expected<Loaded, std::vector<Error>> next = first;
  int loads = 0;
  Status certificate;
  CurrentGate gate{std::make_shared<const Gate>(first.parts)};
  CurrentTokens tokens{std::make_shared<const TokenBook>()};
  ReloadState state;
  Metrics metrics;
  RequestLog log{-1, LogRequests::kNone};
  Reloader reloader{{.load =
                         [this] {
                           ++loads;
                           return next;
                         },
                     .now = [this] { return now; },
                     .renew_others = [this] { return certificate; },
                     .others = {},
                     .gate = gate,
                     .tokens = &tokens,
                     .state = state,
                     .metrics = metrics,
                     .log = log},
                    first};
};

}  // namespace

TEST_CASE("a set that passes its own tests is taken, and requests under way keep the old",
          "[service][reloader]") {
  SampleReloader sample;
  const std::shared_ptr<const Gate> under_way = sample.gate.Get();
  sample.next = LoadedWith("second", ProvenPattern("t.other", "654-321"));
  sample.reloader.Reload();
  CHECK(sample.hash() == "second");
  CHECK(under_way->set().hash() == "first");
  REQUIRE(sample.state.Get());
  CHECK(sample.state.Get()->was_taken);
  CHECK_THAT(sample.page(), ContainsSubstring("gatepost_reloads_total{outcome=\"taken\"} 1\n"));
}

TEST_CASE("what does not load, or fails its own tests, leaves the old in use and says why",
          "[service][reloader]") {
  SampleReloader sample;
  std::string why;
  SECTION("a file that cannot be read") {
    sample.next = tl::make_unexpected(
        std::vector<Error>{{ErrorCode::kSyntax, "is no TOML.", {"bad.toml", 3, 1}}});
    why = "bad.toml:3:1: is no TOML.";
  }
  SECTION("a pattern that does not find its own example") {
    sample.next = LoadedWith("second", ProvenPattern("t.wrong", "12-3456"));
    why = "t.wrong fails its own tests";
  }
  SECTION("a certificate that cannot be used") {
    sample.next = LoadedWith("second", ProvenPattern("t.other", "654-321"));
    sample.certificate = Fail(ErrorCode::kSyntax, "is no certificate.", {"cert.pem"});
    why = "cert.pem: is no certificate.";
  }
  sample.reloader.Reload();
  CHECK(sample.hash() == "first");
  REQUIRE(sample.state.Get());
  CHECK_FALSE(sample.state.Get()->was_taken);
  REQUIRE(sample.state.Get()->errors.size() == 1);
  CHECK_THAT(sample.state.Get()->errors[0], ContainsSubstring(why));
  CHECK_THAT(sample.page(), ContainsSubstring("gatepost_reloads_total{outcome=\"refused\"} 1\n"));

  sample.next = LoadedWith("third", ProvenPattern("t.third", "654-321"));
  sample.certificate = {};
  sample.reloader.Reload();
  CHECK(sample.hash() == "third");
  CHECK(sample.state.Get()->was_taken);
}

TEST_CASE("tokens are replaced together with the patterns", "[service][reloader]") {
  SampleReloader sample;
  const std::string token = "gp_sample";
  const Result<std::string> line = TokenLine("intranet", "check", token);
  REQUIRE(line.has_value());
  Result<TokenBook> book = TokenBook::Parse(std::string(kTokenFileHeader) + *line, "tokens");
  REQUIRE(book.has_value());
  sample.next->tokens = std::make_shared<const TokenBook>(std::move(*book));
  CHECK(sample.tokens.Get()->ClientOf(token) == nullptr);
  sample.reloader.Reload();
  CHECK(sample.tokens.Get()->ClientOf(token) != nullptr);
}

TEST_CASE("nothing is loaded while no source has changed", "[service][reloader]") {
  FolderPath folder("reloader");
  std::filesystem::create_directories(folder.path());
  SampleReloader sample;
  sample.next->sources = {folder.path() / "policy.toml"};
  sample.reloader.Reload();
  REQUIRE(sample.loads == 1);
  sample.reloader.ReloadIfChanged();  // the sources are others than before
  CHECK(sample.loads == 2);
  sample.reloader.ReloadIfChanged();
  CHECK(sample.loads == 2);
  std::ofstream(folder.path() / "policy.toml") << "name";
  sample.reloader.ReloadIfChanged();
  CHECK(sample.loads == 3);
}

TEST_CASE("a reload that is to stop changes nothing and says nothing", "[service][reloader]") {
  SampleReloader sample;
  std::stop_source stop;
  stop.request_stop();
  sample.next = LoadedWith("second", ProvenPattern("t.other", "654-321"));
  sample.reloader.Reload(stop.get_token());
  CHECK(sample.hash() == "first");
  CHECK_FALSE(sample.state.Get());
}

TEST_CASE("a new day is taken up with the same patterns", "[service][reloader]") {
  SampleReloader sample;
  const auto day = [&] { return sample.gate.Get()->scanner(Language::kEnglish).options().as_of; };
  const uint64_t version = sample.gate.version();
  sample.now = kDay + std::chrono::hours(23);
  sample.reloader.KeepDay();
  CHECK(sample.gate.version() == version);
  sample.now = kDay + std::chrono::hours(24);
  sample.reloader.KeepDay();
  CHECK(day() == kDay + std::chrono::days(1));
  CHECK(sample.hash() == "first");
  CHECK_FALSE(sample.state.Get());
}
