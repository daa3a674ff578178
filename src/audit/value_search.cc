#include "audit/value_search.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/post.h"
#include "text/fold.h"
#include "validate/canonical.h"

namespace gatepost {
namespace {

// A person's values are asked for on no channel and under no policy: all that patterns know counts.
ScanOptions OptionsFor(std::shared_ptr<const Keyring> keyring) {
  ScanOptions options;
  options.makes_suggestions = false;
  options.keeps_hidden = true;
  options.keyring = std::move(keyring);
  options.names_retired = true;
  return options;
}

// "hs1:KEY:…".
std::string_view KeyIdOf(std::string_view fingerprint) {
  const size_t begin = fingerprint.find(':') + 1;
  return fingerprint.substr(begin, fingerprint.find(':', begin) - begin);
}

// What a combination of a policy is kept as: it has no value of its own.
bool HasValue(const AuditFinding& finding) { return !finding.masked.empty(); }

}  // namespace

ValueSearch::ValueSearch(std::shared_ptr<const PatternSet> set,
                         std::shared_ptr<const Keyring> keyring)
    : set_(std::move(set)),
      keyring_(std::move(keyring)),
      scanner_(set_, Policy{}, OptionsFor(keyring_)),
      worker_(scanner_),
      fingerprinter_(*keyring_) {}

void ValueSearch::AddLines(std::string_view text) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view value = Trimmed(text.substr(0, end));
    ++lines_;
    if (!value.empty()) AddValue(lines_, value);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void ValueSearch::AddValue(uint32_t line, std::string_view value) {
  ++values_;
  bool is_known = false;
  Post post;
  post.fields.push_back({FieldKind::kText, 0, value, nullptr});
  for (const Finding& finding : scanner_.Scan(post, worker_).findings) {
    const std::string& pattern = (*set_)[finding.pattern].id;
    Add(line, pattern, finding.fingerprint);
    for (const std::string& each : finding.retired_fingerprints) Add(line, pattern, each);
    is_known = true;
  }
  // A pattern that asks for words beside the value does not find it alone.
  const std::string folded = Folded(value);
  for (const Pattern& pattern : set_->patterns()) {
    if (!IsValueOf(pattern, folded)) continue;
    const std::string canonical = Canonical(pattern.canonical, folded);
    Add(line, pattern.id, fingerprinter_.Of(pattern.id, canonical));
    for (const std::string& each : fingerprinter_.Retired(pattern.id, canonical)) {
      Add(line, pattern.id, each);
    }
    is_known = true;
  }
  if (!is_known) unknown_lines_.push_back(line);
}

void ValueSearch::Add(uint32_t line, const std::string& pattern, const std::string& fingerprint) {
  patterns_.insert(pattern);
  std::vector<uint32_t>& lines = lines_of_[fingerprint];
  if (lines.empty() || lines.back() != line) lines.push_back(line);
}

const std::vector<uint32_t>* ValueSearch::LinesOf(const AuditFinding& finding) const {
  if (finding.fingerprint.empty()) return nullptr;
  const auto found = lines_of_.find(finding.fingerprint);
  return found == lines_of_.end() ? nullptr : &found->second;
}

std::vector<std::string> ValueSearch::fingerprints() const {
  std::vector<std::string> all;
  for (const auto& [fingerprint, lines] : lines_of_) all.push_back(fingerprint);
  return all;
}

bool ValueSearch::KnowsKeyOf(const AuditFinding& finding) const {
  const std::string_view id = KeyIdOf(finding.fingerprint);
  return id == keyring_->current().id() ||
         std::ranges::find(keyring_->retired(), id, &Key::id) != keyring_->retired().end();
}

void SearchCoverage::Add(const AuditFinding& finding, const ValueSearch& search) {
  ++findings;
  if (finding.fingerprint.empty()) {
    if (HasValue(finding)) ++without_fingerprint;
  } else if (!search.KnowsKeyOf(finding)) {
    ++under_other_keys;
    other_keys.emplace(KeyIdOf(finding.fingerprint));
  }
}

Result<SearchCoverage> CoverageOf(const Store& store, const std::string& set_hash) {
  SearchCoverage coverage;
  const auto runs = store.Runs();
  if (!runs) return Fail(runs.error());
  const auto inputs = store.Inputs();
  if (!inputs) return Fail(inputs.error());
  const auto tallies = store.Tallies({});
  if (!tallies) return Fail(tallies.error());
  const auto problems = store.Problems();
  if (!problems) return Fail(problems.error());
  for (const AuditInput& input : *inputs) {
    ++coverage.inputs;
    if (input.state != InputState::kComplete) ++coverage.unfinished_inputs;
    const auto run = std::ranges::find(*runs, input.run, &AuditRun::id);
    if (run != runs->end() && run->set_hash != set_hash) coverage.has_same_patterns = false;
  }
  for (const AuditTally& tally : *tallies) {
    coverage.posts += tally.posts;
    if (tally.month.empty()) {
      coverage.posts_without_date += tally.posts;
      continue;
    }
    if (coverage.first_month.empty()) coverage.first_month = tally.month;
    coverage.first_month = std::min(coverage.first_month, tally.month);
    coverage.last_month = std::max(coverage.last_month, tally.month);
  }
  for (const AuditProblem& problem : *problems) {
    if (problem.problem.kind == ProblemKind::kUnread) coverage.unread += problem.count;
  }
  return coverage;
}

}  // namespace gatepost
