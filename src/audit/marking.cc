#include "audit/marking.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

#include "audit/standing.h"
#include "pattern/nearest_name.h"

namespace gatepost {
namespace {

// Digits that whoever copied a fingerprint by half has most likely left whole at one of its ends.
constexpr size_t kKeptDigits = 8;
constexpr size_t kMaxHints = 8;

// "hs1:KEY:DIGITS" in its parts, or three empty ones.
struct FingerprintParts {
  explicit FingerprintParts(std::string_view fingerprint) {
    const size_t first = fingerprint.find(':');
    const size_t second = fingerprint.find(':', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return;
    scheme = fingerprint.substr(0, first);
    key_id = fingerprint.substr(first + 1, second - first - 1);
    digits = fingerprint.substr(second + 1);
  }
  std::string_view scheme, key_id, digits;
};

// What the store has that resembles the name.
struct Neighbours {
  std::set<std::string> key_ids;
  std::set<std::string> near;
};

Result<Neighbours> NeighboursOf(const Store& store, std::string_view name) {
  const FingerprintParts wanted(name);
  const std::string_view digits = wanted.digits.empty() ? name : wanted.digits;
  const std::string_view begin = digits.substr(0, kKeptDigits);
  const std::string_view end = digits.substr(digits.size() - begin.size());
  Neighbours neighbours;
  const Status status = store.ForEachFinding({}, [&](const FindingInPost& found) -> Status {
    const std::string& fingerprint = found.finding.fingerprint;
    if (fingerprint.empty()) return {};
    const FingerprintParts parts(fingerprint);
    neighbours.key_ids.emplace(parts.key_id);
    const bool is_near = begin.size() == kKeptDigits &&
                         (parts.digits.starts_with(begin) || parts.digits.ends_with(end));
    if (is_near && neighbours.near.size() < kMaxHints) neighbours.near.insert(fingerprint);
    return {};
  });
  if (!status) return Fail(status.error());
  return neighbours;
}

std::string HintFor(const Neighbours& neighbours, const std::string& name) {
  const std::vector<std::string_view> near(neighbours.near.begin(), neighbours.near.end());
  if (!near.empty()) return Suggestion(name, near);
  if (neighbours.key_ids.empty()) return " The store has none: its audits were made without a key.";
  const FingerprintParts parts(name);
  if (parts.scheme.empty()) return " A fingerprint is written whole, as \"hs1:3b1e6285:…\".";
  if (neighbours.key_ids.contains(std::string(parts.key_id))) return {};
  std::string hint = " It was made under another key than those of the store:";
  for (const std::string& id : neighbours.key_ids) hint += " " + id;
  return hint + ".";
}

// Whoever mistakes a value for its fingerprint must not read it again here.
std::string Shown(const std::string& fingerprint) {
  const bool is_fingerprint = !FingerprintParts(fingerprint).scheme.empty();
  return is_fingerprint ? "\"" + fingerprint + "\"" : "that was given";
}

}  // namespace

Result<std::vector<NamedValue>> FindNamed(const Store& store,
                                          const std::vector<std::string>& fingerprints) {
  std::unordered_map<std::string, NamedValue> named;
  for (const std::string& each : fingerprints) named[each].fingerprint = each;
  const Status status = store.ForEachFinding({}, [&](const FindingInPost& found) -> Status {
    const auto value = named.find(found.finding.fingerprint);
    if (value == named.end() || found.finding.fingerprint.empty()) return {};
    if (value->second.findings++ > 0) return {};
    value->second.pattern = found.finding.pattern;
    value->second.name = found.finding.name;
    value->second.masked = found.finding.masked;
    return {};
  });
  if (!status) return Fail(status.error());
  std::vector<NamedValue> values;
  for (const std::string& each : fingerprints) values.push_back(named[each]);
  return values;
}

Status CheckAllFound(const Store& store, const std::vector<NamedValue>& values) {
  const auto none = std::ranges::find(values, uint64_t{0}, &NamedValue::findings);
  if (none == values.end()) return {};
  const Result<Neighbours> neighbours = NeighboursOf(store, none->fingerprint);
  if (!neighbours) return Fail(neighbours.error());
  return Fail(ErrorCode::kUsage, "no finding of the store has the fingerprint " +
                                     Shown(none->fingerprint) + "." +
                                     HintFor(*neighbours, none->fingerprint) +
                                     " Nothing was marked; --force marks it all the same.");
}

Status CheckAllMarked(const Store& store, const std::vector<NamedValue>& values) {
  const Result<std::vector<Decision>> decisions = store.Decisions();
  if (!decisions) return Fail(decisions.error());
  for (const NamedValue& value : values) {
    if (std::ranges::find(*decisions, value.fingerprint, &Decision::fingerprint) !=
        decisions->end()) {
      continue;
    }
    return Fail(ErrorCode::kUsage, "no mark is about the fingerprint " + Shown(value.fingerprint) +
                                       ", and none was taken back; 'gatepost audit marks' lists "
                                       "those there are.");
  }
  return {};
}

Result<std::vector<Mark>> MarksOf(const Store& store, std::chrono::sys_days as_of) {
  const Result<std::vector<Decision>> decisions = store.Decisions();
  if (!decisions) return Fail(decisions.error());
  std::vector<std::string> fingerprints;
  for (const Decision& decision : *decisions) fingerprints.push_back(decision.fingerprint);
  const Result<std::vector<NamedValue>> values = FindNamed(store, fingerprints);
  if (!values) return Fail(values.error());
  std::vector<Mark> marks;
  for (size_t i = 0; i < decisions->size(); ++i) {
    marks.push_back({(*decisions)[i], (*values)[i], !HoldsOn((*decisions)[i], as_of)});
  }
  return marks;
}

}  // namespace gatepost
