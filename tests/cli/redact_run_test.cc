// Whole runs of `redact`: what is not redacted comes out byte for byte, on any number of threads.

#include "cli/redact_run.h"

#include <array>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/temporary_folder.h"
#include "catch.h"
#include "cli/loading.h"
#include "pattern/load_policy.h"

namespace gatepost {
namespace {

// Loaded once: it takes longer than any test here.
std::shared_ptr<const PatternSet> BundledSet() {
  static const auto set = PatternSet::Load({BundledPatterns() / "uk"});
  REQUIRE(set);
  return *set;
}

class Redacting {
 public:
  explicit Redacting(ScanOptions options = {}) : set_(BundledSet()) {
    auto policy = LoadPolicy("", set_->patterns());
    REQUIRE(policy);
    scanner_ = std::make_unique<Scanner>(set_, std::move(*policy), std::move(options));
  }

  struct Ran {
    std::string text;
    ExitCode exit_code = ExitCode::kClean;
  };

  Ran Run(const std::string& text, bool is_jsonl, const RedactionRules& rules = {},
          size_t threads = 1) {
    return Run(std::vector<std::string>{text}, is_jsonl, rules, threads);
  }

  Ran Run(const std::vector<std::string>& texts, bool is_jsonl, const RedactionRules& rules,
          size_t threads) {
    const std::string out = folder_.path() / "out";
    auto output = Output::Open(out);
    REQUIRE(output);
    Redactor redactor(set_->patterns(), rules);
    RedactRun run(*scanner_, redactor, *output, {.threads = threads});
    for (size_t i = 0; i < texts.size(); ++i) {
      const std::string in = folder_.Write("in" + std::to_string(i), texts[i]);
      REQUIRE((is_jsonl ? run.inputs().ReadJsonl(in) : run.inputs().ReadDraftFile(in)));
    }
    REQUIRE(run.Finish());
    REQUIRE(output->Close());
    const auto written = ReadFile(out, uint64_t{1} << 30);
    REQUIRE(written);
    return {*written, run.exit_code()};
  }

  std::string Draft(const std::string& text, const RedactionRules& rules = {}) {
    return Run(text, false, rules).text;
  }
  std::string Jsonl(const std::string& text, const RedactionRules& rules = {}) {
    return Run(text, true, rules).text;
  }
  std::string Inputs(const std::vector<std::string>& inputs) {
    return Run(inputs, true, {}, 1).text;
  }

 private:
  TemporaryFolder folder_;
  std::shared_ptr<const PatternSet> set_;
  std::unique_ptr<Scanner> scanner_;
};

constexpr RedactionRules kKeepingInvalid{.keeps_invalid = true};

TEST_CASE("a text without findings comes out byte for byte", "[cli][redact]") {
  Redacting redacting;
  const std::string text = GENERATE(
      as<std::string>(), "", "\n", "no final newline", "a\r\nb\r\n", "\xEF\xBB\xBFwith a mark\n",
      "\xFF\xFE half \xC3", "\xED\xA0\xBD a surrogate in UTF-8", std::string("a\0b", 3),
      "\u200Bmarks\u0301 and \U0001F642 ٠١٢", std::string(1 << 20, 'x'));
  CHECK(redacting.Draft(text, kKeepingInvalid) == text);
}

TEST_CASE("JSON without findings comes out byte for byte", "[cli][redact]") {
  Redacting redacting;
  const std::string text = GENERATE(
      as<std::string>(), "", "\n\n \t\r\n", R"({"text":""})",
      "{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\"}", "\xEF\xBB\xBF{\"text\":\"a\"}\n",
      R"({"text":"half \ud83d of a pair"})", "{\"text\":\"invalid \xFF\"}\n",
      R"({"text":"\u0041\/\u00e9\t","n":1.50e+00,"z":-0} )",
      R"( { "x":{"text":["07700 900123"]} , "text" : "a" , "text":"b" } )",
      "{\"text\":\"raw\tcontrol\"}\n", "{\"text\":\"" + std::string(1 << 20, 'x') + "\"}\n");
  CHECK(redacting.Jsonl(text, kKeepingInvalid) == text);
}

TEST_CASE("around what is redacted every byte stays", "[cli][redact]") {
  Redacting redacting;
  CHECK(redacting.Draft("\xEF\xBB\xBF\xFFRing 07700 900123\r\nor\xC3 07700\u00A0900124",
                        kKeepingInvalid) ==
        "\xEF\xBB\xBF\xFFRing [phone number]\r\nor\xC3 [phone number]");
  CHECK(redacting.Jsonl("{ \"n\" : 1.0,\"text\":\"\\u0052ing 07700 900123\",\"a\\/b\":[ ] }\r\n \n"
                        "{\"text\":\"fine \\/\"}") ==
        "{ \"n\" : 1.0,\"text\":\"Ring [phone number]\",\"a\\/b\":[ ] }\r\n \n"
        "{\"text\":\"fine \\/\"}");
}

TEST_CASE("an input begins a line, whatever the one before ended with", "[cli][redact]") {
  Redacting redacting;
  CHECK(redacting.Inputs({R"({"text":"a"})", R"({"text":"b"})"}) ==
        "{\"text\":\"a\"}\n{\"text\":\"b\"}");
  CHECK(redacting.Inputs({"{\"text\":\"a\"}\n", "", "{\"text\":\"b\"}\n"}) ==
        "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
}

TEST_CASE("every text of a record is redacted where it stands", "[cli][redact]") {
  Redacting redacting;
  CHECK(
      redacting.Jsonl(
          R"({"07700 900123":"07700 900123","text":"07700 900123","media":[{"alt":"07700 900124",)"
          R"("type":"x"},7],"fields":[{"text":"a"},{"kind":"title","text":"07700900125"}],)"
          R"("text":"\"07700 900126\"","title":null})") ==
      R"({"07700 900123":"07700 900123","text":"[phone number]","media":[{"alt":"[phone number]",)"
      R"("type":"x"},7],"fields":[{"text":"a"},{"kind":"title","text":"[phone number]"}],)"
      R"("text":"\"[phone number]\"","title":null})");
}

TEST_CASE("what could not be looked at is withheld, and the status says so", "[cli][redact]") {
  Redacting redacting({.max_post_bytes = 1000});
  struct Example {
    std::string line;
    std::string redacted;
  };
  const std::string withheld = R"({"text":"[text withheld]"})";
  const auto example = GENERATE_COPY(values<Example>({
      {R"({"id":1,"text":"half \ud83d","title":"t"})",
       R"({"id":1,"text":"[text withheld]","title":"[text withheld]"})"},
      {R"({"id":1,"text":"nul \u0000"})", R"({"id":1,"text":"[text withheld]"})"},
      {R"({"id":1,"txt":"07700 900123"})", withheld},
      {R"({"id":1,"text":7700900123})", withheld},
      {R"({"text":"a","fields":[{"text":"b","more":"07700 900123"}]})", withheld},
      {"07700 900123", withheld},
      {"{\"text\":\"07700 900123", withheld},
      {"{\"text\":\"" + std::string(1001, 'x') + "\"}", withheld},
      {"{\"text\":\"" + std::string(2 << 20, 'x') + "\"}", withheld},
  }));
  const auto ran = redacting.Run("{\"text\":\"fine\"}\n" + example.line + "\r\n", true);
  CHECK(ran.text == "{\"text\":\"fine\"}\n" + example.redacted + "\r\n");
  CHECK(ran.exit_code == ExitCode::kIncomplete);
  const auto draft = redacting.Run(std::string(1001, 'x'), false);
  CHECK(draft.text == "[text withheld]\n");
  CHECK(draft.exit_code == ExitCode::kIncomplete);
}

// Posts of a few interleaved conversations, most with personal data, some that cannot be read.
std::string ManyPosts(size_t count) {
  constexpr std::array<const char*, 10> kTexts = {
      R"("text":"Bins are collected on Tuesday.")",
      R"("text" : "Ring me on 07700 900123 or pat@example.org","n":1.0)",
      R"("text":"NHS number 943 476 5919")",
      R"("text":"we are at AB1 2DC")",
      R"("text":"or write to pat@example.net or Sam@example.org")",
      R"("text":"she was diagnosed in May")",
      R"("txt":1)",
      R"("text":"a\u0000b","media":2)",
      R"("text":"my NHS number is\n987 654 3210","title":"NINO BN 10 29 66 C")",
      R"("text":"half \ud83d of a pair"{)"};
  std::mt19937_64 random(11);
  std::string lines;
  for (size_t i = 0; i < count; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",";
    if (random() % 3 > 0) lines += "\"thread\":\"t" + std::to_string(random() % 7) + "\",";
    lines += kTexts[random() % kTexts.size()];
    lines += random() % 5 == 0 ? "}\r\n" : "}\n";
    if (random() % 50 == 0) lines += "\n";
  }
  return lines;
}

TEST_CASE("what is written is the same for any number of threads, and redacted again stays",
          "[cli][redact]") {
  const RedactAs way =
      GENERATE(RedactAs::kLabel, RedactAs::kMask, RedactAs::kRemove, RedactAs::kReplace);
  CAPTURE(static_cast<int>(way));
  Redacting redacting;
  const std::string posts = ManyPosts(1000);
  const RedactionRules rules{.way = way};
  const auto on_one = redacting.Run(posts, true, rules);
  CHECK(on_one.exit_code == ExitCode::kIncomplete);
  CHECK(on_one.text != posts);
  const auto on_four = redacting.Run(posts, true, rules, 4);
  CHECK(on_four.text == on_one.text);
  const auto again = redacting.Run(on_one.text, true, rules, 2);
  CHECK(again.text == on_one.text);
  CHECK(again.exit_code == ExitCode::kClean);
  for (const char* value : {"943 476 5919", "987 654 3210", "BN 10 29 66"}) {
    CAPTURE(value);
    CHECK(on_one.text.find(value) == std::string::npos);
  }
}

}  // namespace
}  // namespace gatepost
