#include "cli/finding_filter.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <optional>
#include <set>
#include <utility>

#include "cli/loading.h"
#include "report/audit_words.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

constexpr size_t kMostNamed = 10;  // accounts

Result<std::optional<Time>> TimeOf(const std::string& day) {
  if (day.empty()) return std::nullopt;
  const auto parsed = ParseDay(day);
  if (!parsed) return Fail(parsed.error());
  return Time(*parsed);
}

using Accounts = std::set<std::pair<std::string, std::string>>;  // source and name

Result<Accounts> AccountsIn(std::initializer_list<const Store*> stores) {
  Accounts accounts;
  for (const Store* store : stores) {
    const auto tallies = store->Tallies({});
    if (!tallies) return Fail(tallies.error());
    for (const AuditTally& tally : *tallies) {
      if (!tally.account.empty()) accounts.emplace(tally.source, tally.account);
    }
  }
  return accounts;
}

std::string SomeOf(const Accounts& accounts) {
  std::string names;
  size_t named = 0;
  for (const auto& [source, account] : accounts) {
    if (named++ == kMostNamed) break;
    names += (names.empty() ? "" : ", ") + AccountInWords(source, account);
  }
  if (accounts.size() > kMostNamed) {
    names += " and " + GroupedCount(accounts.size() - kMostNamed, "other");
  }
  return names;
}

// As AuditFilter has it; typed may be what reports call it, too.
Result<std::string> KnownAccount(const std::string& typed, const Accounts& accounts) {
  for (const auto& [source, account] : accounts) {
    if (IsAccount(typed, source, account)) return typed;
    if (typed == AccountInWords(source, account)) return source + ":" + account;
  }
  return Fail(ErrorCode::kUsage,
              "no post is of an account \"" + typed + "\": " +
                  (accounts.empty() ? "no post names any." : "name " + SomeOf(accounts) + "."));
}

Status CheckPattern(const std::string& id, std::initializer_list<const Store*> stores) {
  for (const Store* store : stores) {
    const auto has_one = HasFinding(
        *store, [&id](const FindingInPost& found) { return found.finding.pattern == id; });
    if (!has_one) return Fail(has_one.error());
    if (*has_one) return {};
  }
  if (const auto bundled = LoadPatterns({}, Proofs::kNotNeeded); bundled) {
    const auto& patterns = (*bundled)->patterns();
    const auto has_id = [&id](const Pattern& pattern) { return pattern.id == id; };
    if (std::any_of(patterns.begin(), patterns.end(), has_id)) return {};
  }
  return Fail(ErrorCode::kUsage,
              "no finding is of a pattern \"" + id +
                  "\", nor is there one of that id; 'gatepost patterns list' shows them all.");
}

}  // namespace

void AddAccountOption(CLI::App& command, std::vector<std::string>& accounts) {
  command
      .add_option("--account", accounts,
                  "Only posts of that account, on every platform or, as x:NAME, on one; may be "
                  "given again")
      ->type_name("NAME")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
}

void AddFindingFilter(CLI::App& command, FindingFilter& filter) {
  command.add_option("--since", filter.since, "Only posts published on that day or later")
      ->type_name("DATE");
  command.add_option("--until", filter.until, "Only posts published before that day")
      ->type_name("DATE");
  AddAccountOption(command, filter.accounts);
  command
      .add_option("--only,--pattern", filter.patterns,
                  "Only findings of that pattern, such as uk.phone; may be given again")
      ->type_name("PATTERN")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
}

Result<AuditFilter> FilterOf(const FindingFilter& filter,
                             std::initializer_list<const Store*> stores) {
  const auto since = TimeOf(filter.since);
  if (!since) return Fail(since.error());
  const auto until = TimeOf(filter.until);
  if (!until) return Fail(until.error());
  if (*since && *until && **since >= **until) {
    return Fail(ErrorCode::kUsage, "no post is published since " + filter.since + " and before " +
                                       filter.until + ": give --until a later day than --since.");
  }
  AuditFilter asked{*since, *until, {}, filter.patterns};
  if (!filter.accounts.empty()) {
    const auto accounts = AccountsIn(stores);
    if (!accounts) return Fail(accounts.error());
    for (const std::string& typed : filter.accounts) {
      auto account = KnownAccount(typed, *accounts);
      if (!account) return Fail(account.error());
      asked.accounts.push_back(*std::move(account));
    }
  }
  for (const std::string& id : filter.patterns) {
    if (Status status = CheckPattern(id, stores); !status) return Fail(status.error());
  }
  return asked;
}

}  // namespace gatepost
