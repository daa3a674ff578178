// Fingerprints of the bundled patterns' findings: one for one value, however it is written.

#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "base/fingerprint.h"
#include "base/sample_keys.h"
#include "catch.h"
#include "scan/scanner.h"

namespace gatepost {
namespace {

struct KeepVerdicts final : VerdictSink {
  void Accept(const Post&, Verdict verdict) override { verdicts.push_back(std::move(verdict)); }
  std::vector<Verdict> verdicts;
};

std::shared_ptr<const PatternSet> UkSet() {
  static const std::shared_ptr<const PatternSet> set = [] {
    auto loaded = PatternSet::Load({GATEPOST_SOURCE_DIR "/patterns/uk"});
    if (!loaded) FAIL(loaded.error().front().ToString());
    return *loaded;
  }();
  return set;
}

Scanner UkScanner(ScanOptions options) { return Scanner(UkSet(), Policy{}, std::move(options)); }

ScanOptions WithKey(uint8_t first) {
  return {.keyring = std::make_shared<const Keyring>(SampleKey(first))};
}

Post PostOf(std::string_view text) {
  Post post;
  post.fields.push_back({FieldKind::kText, 0, text, nullptr});
  return post;
}

// Of the findings in the text that are of the pattern.
std::vector<Finding> FindingsOf(const Scanner& scanner, Worker& worker, std::string_view text,
                                std::string_view pattern) {
  const Post post = PostOf(text);
  KeepVerdicts sink;
  scanner.Scan({&post, 1}, worker, sink);
  std::vector<Finding> findings;
  for (const Finding& finding : sink.verdicts.at(0).findings) {
    if (scanner.set().patterns()[finding.pattern.number()].id == pattern) {
      findings.push_back(finding);
    }
  }
  return findings;
}

struct Writings {
  std::string pattern;
  std::string canonical;
  std::vector<std::string> texts;
};
const std::vector<Writings> kWritings = {
    {"uk.phone",
     "+447700900123",
     {"07700 900123", "ring 07700900123 now", "(07700) 900 123", "+44 7700 900123",
      "+44 (0)7700-900123", "0044 7700 900123", "call 0 7 7 0 0 9 0 0 1 2 3",
      "\uff10\uff17\uff17\uff10\uff10 \uff19\uff10\uff10\uff11\uff12\uff13",
      "07700\u2009900\u200b123"}},
    {"uk.nhs_number",
     "9990000018",
     {"NHS number 999 000 0018", "NHS number 9990000018", "NHS number 999-000-0018",
      "NHS number 9 9 9 0 0 0 0 0 1 8", "my NHS number is 999.000.0018"}},
    {"uk.nino",
     "BN102966C",
     {"NI number BN 10 29 66 C", "NI number BN102966C", "NI number bn 102966 c",
      "NI number B N 1 0 2 9 6 6 C", "NI number BN-10-29-66-C"}},
    {"uk.payment_card",
     "4111111111111111",
     {"card 4111 1111 1111 1111", "card 4111111111111111", "card 4111-1111-1111-1111"}},
    {"uk.bank_account",
     "66374958",
     {"account number 66374958", "account number 6637 4958", "08-99-99, 66374958"}},
    {"uk.sort_code", "089999", {"sort code 08-99-99", "sort code 08 99 99", "sort code 089999"}},
    {"uk.iban",
     "GB82WEST12345698765432",
     {"GB82 WEST 1234 5698 7654 32", "gb82west12345698765432", "GB82-WEST-1234-5698-7654-32"}},
    {"uk.chi_number", "0101011237", {"CHI 0101011237", "CHI 010101 1237", "CHI 01-01-01-1237"}},
    {"uk.passport", "824159121", {"passport 824159121", "passport 824 159 121"}},
    {"uk.driving_licence",
     "MORGA657054SM9IJ",
     {"MORGA657054SM9IJ", "morga 657054 sm9ij", "MORG A657 054S M9IJ"}},
    {"uk.driving_licence_ni", "55667789", {"licence no 55667789", "licence no 5566 7789"}},
    {"uk.date_of_birth",
     "1980-02-01",
     {"born 1/2/1980", "dob 01.02.80", "DOB: 1980-02-01", "born on the 1st of February '80",
      "born February 1, 1980", "ganwyd ar 1af o Chwefror 1980", "dob 01021980"}},
    {"uk.email",
     "pat.jones@example.com",
     {"pat.jones@example.com", "PAT.JONES@EXAMPLE.COM", "mail Pat.Jones@Example.com, please"}},
    {"uk.postcode",
     "AA11AA",
     {"I live at AA1 1AA", "I live at AA11AA", "I live at aa1 1aa", "my postcode is AA1  1AA"}},
};

TEST_CASE("all writings of a value have the fingerprint of its canonical form",
          "[scan][fingerprints]") {
  const Scanner scanner = UkScanner(WithKey(0));
  Worker worker(scanner);
  Fingerprinter fingerprinter(*scanner.options().keyring);
  for (const Writings& writings : kWritings) {
    const std::string expected = fingerprinter.Of(writings.pattern, writings.canonical);
    for (const std::string& text : writings.texts) {
      CAPTURE(writings.pattern, text);
      const auto findings = FindingsOf(scanner, worker, text, writings.pattern);
      REQUIRE(findings.size() == 1);
      CHECK(findings[0].fingerprint == expected);
      CHECK(findings[0].retired_fingerprints.empty());
    }
  }
}

TEST_CASE("a fingerprint does not depend on place, neighbours or field, but on the value",
          "[scan][fingerprints]") {
  const Scanner scanner = UkScanner(WithKey(0));
  Worker worker(scanner);
  const auto findings = FindingsOf(
      scanner, worker, "07700 900123, 07700 900124 and later my mobile 07700900123", "uk.phone");
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].fingerprint == findings[2].fingerprint);
  CHECK(findings[0].fingerprint != findings[1].fingerprint);
}

TEST_CASE("without a key there is no fingerprint", "[scan][fingerprints]") {
  const Scanner scanner = UkScanner({});
  Worker worker(scanner);
  const auto findings = FindingsOf(scanner, worker, "07700 900123", "uk.phone");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].fingerprint.empty());
}

TEST_CASE("after a rotation the fingerprints before it are given where asked for",
          "[scan][fingerprints]") {
  const Scanner before = UkScanner(WithKey(0));
  Worker worker_before(before);
  const auto marked = FindingsOf(before, worker_before, "ring 07700 900123", "uk.phone");

  Keyring keyring(SampleKey(0));
  REQUIRE(keyring.Rotate(SampleKey(32)));
  const Scanner after = UkScanner(
      {.keyring = std::make_shared<const Keyring>(std::move(keyring)), .names_retired = true});
  Worker worker_after(after);
  const auto found = FindingsOf(after, worker_after, "+44 7700 900123", "uk.phone");
  REQUIRE(found.size() == 1);
  CHECK(found[0].fingerprint.starts_with(std::string("hs1:") + kIdFrom32));
  CHECK(found[0].retired_fingerprints == std::vector<std::string>{marked.at(0).fingerprint});
}

TEST_CASE("workers on several threads give the same fingerprints", "[scan][fingerprints]") {
  const Scanner scanner = UkScanner(WithKey(0));
  std::vector<std::set<std::string>> seen(4);
  {
    std::vector<std::jthread> threads;
    for (auto& fingerprints : seen) {
      threads.emplace_back([&scanner, &fingerprints] {
        Worker worker(scanner);
        const std::string text = "07700 900123";
        const Post post = PostOf(text);
        KeepVerdicts sink;
        for (int time = 0; time < 50; ++time) scanner.Scan({&post, 1}, worker, sink);
        for (const Verdict& verdict : sink.verdicts) {
          for (const Finding& finding : verdict.findings) fingerprints.insert(finding.fingerprint);
        }
      });
    }
  }
  for (const auto& fingerprints : seen) {
    CHECK(fingerprints.size() == 1);
    CHECK(fingerprints == seen[0]);
  }
}

}  // namespace
}  // namespace gatepost
