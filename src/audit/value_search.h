#pragma once

// Where values stand that somebody asks about: all that a store holds on a person's phone numbers,
// addresses and numbers of any other kind.
//
//   ValueSearch search(set, keyring);
//   search.AddLines(values);  // one a line, as anybody would write it
//   store.ForEachFinding({}, [&](const FindingInPost& found) {
//     if (const auto* lines = search.LinesOf(found.finding)) …
//   });
//
// A value becomes a fingerprint under every key of the keyring, for every pattern that knows it;
// the value itself is not kept, and nothing here ever says it: values go by the numbers of their
// lines.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "audit/store.h"
#include "base/fingerprint.h"
#include "base/key.h"
#include "scan/scanner.h"
#include "set/pattern_set.h"

namespace gatepost {

// Not thread-safe.
class ValueSearch {
 public:
  // The keyring is not nullptr.
  ValueSearch(std::shared_ptr<const PatternSet> set, std::shared_ptr<const Keyring> keyring);

  // Lines end in LF or CR LF; blank ones are counted and hold no value.
  void AddLines(std::string_view text);

  [[nodiscard]] uint64_t values() const { return values_; }
  // Lines with a value that no pattern knows: it cannot be searched for.
  [[nodiscard]] const std::vector<uint32_t>& unknown_lines() const { return unknown_lines_; }
  // The numbers, from 1, of the lines whose value the finding is of; nullptr if there is none.
  [[nodiscard]] const std::vector<uint32_t>* LinesOf(const AuditFinding& finding) const;
  [[nodiscard]] std::vector<std::string> fingerprints() const;
  // Ids of the patterns that knew one of the values.
  [[nodiscard]] const std::set<std::string>& patterns() const { return patterns_; }
  // The finding's fingerprint was made under a key of the keyring.
  [[nodiscard]] bool KnowsKeyOf(const AuditFinding& finding) const;

 private:
  void AddValue(uint32_t line, std::string_view value);
  void Add(uint32_t line, const std::string& pattern, const std::string& fingerprint);

  std::shared_ptr<const PatternSet> set_;
  std::shared_ptr<const Keyring> keyring_;
  Scanner scanner_;
  Worker worker_;
  Fingerprinter fingerprinter_;
  std::map<std::string, std::vector<uint32_t>> lines_of_;  // by fingerprint
  std::set<std::string> patterns_;
  std::vector<uint32_t> unknown_lines_;
  uint64_t values_ = 0;
  uint32_t lines_ = 0;
};

// What was searched, and what in the store could not be.
struct SearchCoverage {
  uint64_t inputs = 0;
  uint64_t unfinished_inputs = 0;
  uint64_t posts = 0;
  std::string first_month, last_month;  // of the posts; empty if they have no dates
  uint64_t posts_without_date = 0;
  uint64_t unread = 0;  // problems: something was not read
  bool has_same_patterns = true;
  uint64_t findings = 0;
  uint64_t under_other_keys = 0;     // findings that the keyring has no key for
  uint64_t without_fingerprint = 0;  // made without a key; combinations of a policy are not counted
  std::set<std::string> other_keys;  // their ids

  // All that the store has was searched.
  [[nodiscard]] bool is_complete() const {
    return unfinished_inputs == 0 && unread == 0 && under_other_keys == 0 &&
           without_fingerprint == 0;
  }
  void Add(const AuditFinding& finding, const ValueSearch& search);
};

// Of all but findings, which are to be added as they are gone through. `set_hash` is that of the
// patterns that are searched with.
[[nodiscard]] Result<SearchCoverage> CoverageOf(const Store& store, const std::string& set_hash);

}  // namespace gatepost
