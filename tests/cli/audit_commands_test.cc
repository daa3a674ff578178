// The commands that ask something of a store, from their arguments to their answers.

#include "cli/audit_commands.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "audit/store_file.h"
#include "base/file.h"
#include "base/fingerprint.h"
#include "base/key_file.h"
#include "catch.h"
#include "post/input_hash.h"

namespace gatepost {
namespace {

constexpr const char* kCodePattern = R"(id = "t.code"
name = "Code"
category = "contact"
severity = "high"
advice = "Remove it."
references = ["https://example.com"]
compact = " "
[[variant]]
regex = 'C\d\d ?\d\d'
base = 50
[[match]]
text = "C12 34"
span = "C12 34"
[[no_match]]
text = "b"
why = "sample"
)";

struct Answer {
  ExitCode exit_code = ExitCode::kClean;
  std::string text;  // of --output
};

// Runs `gatepost audit` with the arguments.
ExitCode Run(std::vector<std::string> arguments) {
  ExitCode exit_code = ExitCode::kCannotRun;
  CLI::App audit("audit");
  audit.require_subcommand(1);
  AddAuditReportCommand(audit, exit_code);
  AddAuditDiffCommand(audit, exit_code);
  AddAuditTrendCommand(audit, exit_code);
  AddAuditTriageCommand(audit, exit_code);
  AddAuditFindCommand(audit, exit_code);
  AddAuditShowCommand(audit, exit_code);
  AddAuditMarkCommand(audit, exit_code);
  AddAuditVisibilityCommand(audit, exit_code);
  AddAuditForgetCommand(audit, exit_code);
  AddAuditMergeCommand(audit, exit_code);
  std::ranges::reverse(arguments);  // as CLI11 takes them
  try {
    audit.parse(arguments);
  } catch (const CLI::ParseError&) {
    return ExitCode::kCannotRun;
  }
  return exit_code;
}

// The same, with what it writes to a file.
Answer Ask(std::vector<std::string> arguments) {
  const TemporaryFolder folder;
  const std::string path = folder.path() / "answer";
  arguments.insert(arguments.end(), {"-o", path});
  Answer answer;
  answer.exit_code = Run(std::move(arguments));
  const Result<std::string> text = ReadFile(path, 1 << 20);
  if (text) answer.text = *text;
  return answer;
}

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// Findings of a code in a store whose key is at hand.
class KeyedStore {
 public:
  KeyedStore() : store_(Posts()) { store_.Close(); }

  [[nodiscard]] std::string path() const { return store_.path(); }
  [[nodiscard]] std::string key_file() const { return folder_.path() / "test.key"; }
  [[nodiscard]] std::string patterns() const { return folder_.path() / "set"; }
  [[nodiscard]] std::string Values(const std::string& lines) const {
    return folder_.Write("values.txt", lines);
  }
  [[nodiscard]] std::vector<std::string> Arguments(const std::string& command,
                                                   const std::string& lines) const {
    return {command,      path(),     "--value-file", Values(lines),
            "--key-file", key_file(), "--patterns",   patterns()};
  }
  [[nodiscard]] uint64_t findings() const {
    const auto store = SqliteStore::Open(path(), SqliteStore::Access::kRead);
    REQUIRE(store);
    uint64_t count = 0;
    const Status status = (*store)->ForEachFinding({}, [&](const FindingInPost&) -> Status {
      ++count;
      return {};
    });
    REQUIRE(status);
    return count;
  }

 private:
  std::vector<PostOutcome> Posts() {
    std::filesystem::create_directories(folder_.path() / "set");
    folder_.Write("set/code.toml", kCodePattern);
    const Result<Keyring> keyring = CreateKeyFile(key_file(), KnownDay("2026-03-31"));
    REQUIRE(keyring);
    Fingerprinter fingerprinter(*keyring);
    AuditFinding finding = PhoneFinding(1);
    finding.pattern = "t.code";
    finding.fingerprint = fingerprinter.Of("t.code", "C1234");
    AuditFinding other = finding;
    other.fingerprint = fingerprinter.Of("t.code", "C5678");
    return {PostWith(1, "2024-05-01", {finding}), PostWith(2, "2025-05-01", {other})};
  }

  TemporaryFolder folder_;
  StoreFile store_;
};

}  // namespace

TEST_CASE("a diff with something new to act on exits with 1", "[cli][audit_commands]") {
  StoreFile before({PostWith(1, "2024-05-01", {PhoneFinding(1)})});
  StoreFile after({PostWith(2, "2024-06-01", {PhoneFinding(2)})});
  before.Close();
  after.Close();
  const Answer answer = Ask({"diff", before.path(), after.path()});
  CHECK(answer.exit_code == ExitCode::kFound);
  CHECK(Has(answer.text, "New:\n  medium  Phone number"));
  CHECK(Ask({"diff", before.path(), after.path(), "--fail-on", "block"}).exit_code ==
        ExitCode::kClean);
  CHECK(Ask({"diff", before.path(), before.path()}).exit_code == ExitCode::kClean);
  CHECK(Ask({"diff", before.path(), "no-such.db"}).exit_code == ExitCode::kCannotRun);
  CHECK(Has(Ask({"diff", before.path(), after.path(), "-f", "json"}).text, "\"known_value\":0"));
}

TEST_CASE("values are marked, listed and marked no longer", "[cli][audit_commands]") {
  StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(1), PhoneFinding(2)})});
  store.Close();
  const std::string path = store.path();
  CHECK(Run({"mark", path, FingerprintOf(1), FingerprintOf(2), "accepted", "--reason", "press",
             "--owner", "Pat Example", "--until", "9999-12-31"}) == ExitCode::kClean);
  const std::string marks = Ask({"marks", path}).text;
  CHECK(Has(marks, "accepted  Phone number"));
  CHECK(Has(marks, "Pat Example, until 31 December 9999"));
  CHECK(Has(marks, "2 marks.\n"));
  CHECK(Run({"mark", path, FingerprintOf(1), "none"}) == ExitCode::kClean);
  CHECK(Has(Ask({"marks", path}).text, "1 mark.\n"));
}

TEST_CASE("a mark needs a reason, a known fingerprint and a day to come", "[cli][audit_commands]") {
  StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(1)})});
  store.Close();
  const std::string path = store.path();
  CHECK(Run({"mark", path, FingerprintOf(1), "accepted"}) == ExitCode::kCannotRun);
  CHECK(Run({"mark", path, FingerprintOf(1), "accepted", "--reason", " "}) == ExitCode::kCannotRun);
  CHECK(Run({"mark", path, FingerprintOf(1), "fine", "--reason", "r"}) == ExitCode::kCannotRun);
  CHECK(Run({"mark", path, "accepted", "--reason", "r"}) == ExitCode::kCannotRun);
  CHECK(Run({"mark", path, FingerprintOf(9), "false", "--reason", "r"}) == ExitCode::kCannotRun);
  CHECK(Run({"mark", path, FingerprintOf(1), "false", "--reason", "r", "--until", "2020-01-01"}) ==
        ExitCode::kCannotRun);
  CHECK(Has(Ask({"marks", path}).text, "0 marks.\n"));
  CHECK(Run({"mark", path, FingerprintOf(9), "false", "--reason", "r", "--force"}) ==
        ExitCode::kClean);
  CHECK(Has(Ask({"marks", path}).text, "no finding is of it"));
}

TEST_CASE("a triage is filtered, and says whose accounts the values stand in",
          "[cli][audit_commands]") {
  StoreFile store(
      {PostWith(1, "2024-05-01", {PhoneFinding(1)}), PostWith(2, "2025-05-01", {NhsFinding(2)})});
  store.Close();
  const std::string accounts =
      store.folder().Write("accounts.toml", "[account.\"x:AmbridgeBC\"]\nowner = \"Comms\"\n");
  const Answer answer =
      Ask({"triage", store.path(), "--until", "2025-01-01", "--accounts", accounts});
  CHECK(answer.exit_code == ExitCode::kClean);
  CHECK(Has(answer.text, "1. Phone number"));
  CHECK(Has(answer.text, "AmbridgeBC (x) of Comms"));
  CHECK_FALSE(Has(answer.text, "NHS number"));
  CHECK(Ask({"triage", store.path(), "--since", "May"}).exit_code == ExitCode::kCannotRun);
  CHECK(Ask({"triage", store.path(), "--accounts", "none.toml"}).exit_code == ExitCode::kCannotRun);
}

TEST_CASE("a report says whose the accounts are", "[cli][audit_commands]") {
  StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(1)})});
  store.Close();
  const std::string accounts =
      store.folder().Write("accounts.toml", "[account.\"x:AmbridgeBC\"]\nowner = \"Comms\"\n");
  const Answer answer = Ask({"report", store.path(), "--by", "account", "--accounts", accounts});
  CHECK(answer.exit_code == ExitCode::kClean);
  CHECK(Has(answer.text, "owner Comms\n"));
  CHECK(Ask({"report", store.path(), "--accounts", "none.toml"}).exit_code == ExitCode::kCannotRun);
}

TEST_CASE("a report as HTML has the trend with the policy's goals", "[cli][audit_commands]") {
  StoreFile store({PostWith(1, "2023-05-01", {PhoneFinding(1)}), PostWith(2, "2024-05-01")});
  store.Close();
  const std::string policy =
      store.folder().Write("policy.toml", "name = \"p\"\n[audit]\ntarget_per_1000 = 1\n");
  CHECK(Has(Ask({"report", store.path(), "-f", "html", "--policy", policy}).text,
            ">target 1.00</text>"));
  CHECK(Ask({"report", store.path(), "--policy", "none.toml"}).exit_code == ExitCode::kCannotRun);
}

TEST_CASE("a trend is measured against the policy's goals", "[cli][audit_commands]") {
  StoreFile store({PostWith(1, "2023-05-01", {PhoneFinding(1)}), PostWith(2, "2024-05-01")});
  store.Close();
  const std::string policy = store.folder().Write(
      "policy.toml",
      "name = \"p\"\n[audit]\ntarget_per_1000 = 1\nbaseline = \"2023-01..2023-12\"\n");
  const Answer text = Ask({"trend", store.path(), "--policy", policy});
  CHECK(text.exit_code == ExitCode::kClean);
  CHECK(Has(text.text, "2023-05      1         1   1000.00"));
  CHECK(Has(text.text, "The target of 1.00"));
  CHECK(Ask({"trend", store.path(), "-f", "svg"}).text.starts_with("<svg "));
  CHECK(Has(Ask({"trend", store.path(), "-f", "json"}).text, "\"months\":["));
  CHECK(Ask({"trend", store.path(), "--owner", "Comms"}).exit_code == ExitCode::kCannotRun);
}

TEST_CASE("a person's values are found in any writing, and never said", "[cli][audit_commands]") {
  const KeyedStore store;
  const Answer found = Ask(store.Arguments("find", "c12 34\nunknown value\n"));
  CHECK(found.exit_code == ExitCode::kFound);
  CHECK(Has(found.text, "line 1  Phone number, t.code, in text\n"));
  CHECK(Has(found.text, "https://twitter.com/AmbridgeBC/status/1\n"));
  CHECK(Has(found.text, "Values that no pattern knows: line 2."));
  CHECK_FALSE(Has(found.text, "12 34"));
  CHECK_FALSE(Has(found.text, "unknown value"));
  CHECK(Ask(store.Arguments("find", "C99 99\n")).exit_code == ExitCode::kClean);
  CHECK(Ask(store.Arguments("find", "nothing known\n")).exit_code == ExitCode::kIncomplete);
  CHECK(Ask({"find", store.path(), "--value-file", store.Values("C12 34"), "--patterns",
             store.patterns()})
            .exit_code == ExitCode::kCannotRun);
  CHECK(Ask({"find", store.path()}).exit_code == ExitCode::kCannotRun);
}

TEST_CASE("values are forgotten, and old posts purged", "[cli][audit_commands]") {
  const KeyedStore store;
  std::vector<std::string> arguments = store.Arguments("forget", "C12 34\n");
  arguments.emplace_back("--yes");
  CHECK(store.findings() == 2);
  CHECK(Run(arguments) == ExitCode::kClean);
  CHECK(store.findings() == 1);
  CHECK(Run({"purge", store.path(), "--before", "2025-01-01", "--yes"}) == ExitCode::kClean);
  CHECK(store.findings() == 1);
  CHECK(Run({"purge", store.path(), "--before", "2026-01-01", "--yes"}) == ExitCode::kClean);
  CHECK(store.findings() == 0);
  CHECK(Run({"purge", store.path(), "--before", "soon", "--yes"}) == ExitCode::kCannotRun);
}

TEST_CASE("stores are merged into one that is made", "[cli][audit_commands]") {
  StoreFile one({PostWith(1, "2024-05-01", {PhoneFinding(1)})}, std::string(64, 'a'));
  StoreFile other({PostWith(2, "2024-05-01", {PhoneFinding(2)})}, std::string(64, 'b'));
  one.Close();
  other.Close();
  const std::string all = one.folder().path() / "all.db";
  CHECK(Run({"merge", one.path(), "no-such.db", "-o", all}) == ExitCode::kCannotRun);
  CHECK_FALSE(std::filesystem::exists(all));
  CHECK(Run({"merge", one.path(), other.path(), "-o", all}) == ExitCode::kClean);
  CHECK(Has(Ask({"triage", all}).text, "2 findings of 2 values.\n"));
}

TEST_CASE("posts are marked as gone by their addresses", "[cli][audit_commands]") {
  StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(1)})});
  store.Close();
  CHECK(Run({"visibility", store.path(), "https://x.com/AmbridgeBC/status/1", "no", "--source",
             "looked at"}) == ExitCode::kClean);
  CHECK(Has(Ask({"triage", store.path()}).text, "still public: no\n"));
  const std::string list = store.folder().Write("urls.txt", "000000000001\n\n000000000002\n");
  CHECK(Run({"visibility", store.path(), "--from", list, "yes"}) == ExitCode::kIncomplete);
  CHECK(Has(Ask({"triage", store.path()}).text, "still public: yes\n"));
  CHECK(Run({"visibility", store.path(), "yes"}) == ExitCode::kCannotRun);
  CHECK(Run({"visibility", store.path(), "000000000001", "maybe"}) == ExitCode::kCannotRun);
}

TEST_CASE("posts are read again for names, handles and addresses", "[cli][audit_commands]") {
  const TemporaryFolder folder;
  const std::string posts =
      folder.Write("posts.jsonl",
                   "{\"id\":\"1\",\"text\":\"Thanks to E. Fictional of 12 Example St\"}\n"
                   "{\"id\":\"2\",\"text\":\"Bins are collected on Tuesday.\"}\n");
  const Answer found = Ask({"find", "--rescan", posts, "--name", "Edna Fictional", "--address",
                            "12 Example Street", "--handle", "edna_f"});
  CHECK(found.exit_code == ExitCode::kFound);
  CHECK(Has(found.text, "name 1, address 1\n"));
  CHECK(Has(found.text, "1 post found.\n"));
  CHECK_FALSE(Has(found.text, "Edna"));
  CHECK(Ask({"find", "--rescan", posts, "--handle", "edna_f"}).exit_code == ExitCode::kClean);
  CHECK(
      Ask({"find", "--rescan", posts, "--rescan", "no-such.zip", "--handle", "edna_f"}).exit_code ==
      ExitCode::kIncomplete);
  CHECK(Ask({"find", "--rescan", posts}).exit_code == ExitCode::kCannotRun);
  CHECK(Ask({"find", "--rescan", posts, "--name", "..."}).exit_code == ExitCode::kCannotRun);
  CHECK(Ask({"find", "a.db", "--rescan", posts, "--name", "a", "--value-file", posts}).exit_code ==
        ExitCode::kCannotRun);
  CHECK(Ask({"find", "--value-file", posts}).exit_code == ExitCode::kCannotRun);
}

TEST_CASE("a post is shown from the very file that was audited", "[cli][audit_commands]") {
  const TemporaryFolder folder;
  const std::string posts = folder.Write("posts.jsonl",
                                         "{\"id\":\"1\",\"text\":\"none\"}\n"
                                         "{\"id\":\"2\",\"text\":\"Ring 07700 900123.\"}\n");
  const Result<std::string> hash = HashInput(posts);
  REQUIRE(hash);
  PostOutcome post = PostWith(1, "2024-05-01", {PhoneFinding(1)});
  post.post.path = "";
  post.post.record = 1;
  StoreFile store({post}, *hash);
  store.Close();
  const Answer shown = Ask({"show", store.path(), "000000000001", "--input", posts});
  CHECK(shown.exit_code == ExitCode::kClean);
  CHECK(Has(shown.text, "text:\n  Ring ⟦07700 900123⟧1.\n"));
  CHECK(Ask({"show", store.path(), "000000000002", "--input", posts}).exit_code ==
        ExitCode::kCannotRun);
  const std::string other = folder.Write("other.jsonl", "{\"id\":\"1\",\"text\":\"none\"}\n");
  const Answer refused = Ask({"show", store.path(), "000000000001", "--input", other});
  CHECK(refused.exit_code == ExitCode::kCannotRun);
  CHECK(refused.text.empty());
}

}  // namespace gatepost
