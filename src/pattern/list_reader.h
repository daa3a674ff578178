#pragma once

// The word lists that patterns name: patterns/lists/NAME.txt.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "pattern/pattern_reader.h"
#include "validate/canonical.h"

namespace gatepost {

inline constexpr uint64_t kMaxListBytes = 16 << 20;

using ListEntries = std::shared_ptr<const std::vector<std::string>>;

// Reads each list once and remembers what it read, for the hash of a pattern folder. For one
// thread.
class ListReader {
 public:
  explicit ListReader(ListFolder folder) : folder_(std::move(folder)) {}

  // The list's entries, folded as posts are, in `form`, sorted. A list without entries and an entry
  // that stands there twice are kInvalidPattern with their place; a list that cannot be read is
  // kUnreadable or kTooLarge.
  [[nodiscard]] Result<ListEntries> Read(const std::string& name, CanonicalForm form);

  // SHA-256 of the content of each list read so far, by the list's name.
  [[nodiscard]] const std::map<std::string, std::string>& digests() const { return digests_; }

 private:
  ListFolder folder_;
  std::map<std::pair<std::string, CanonicalForm>, ListEntries> lists_;
  std::map<std::string, std::string> digests_;
};

}  // namespace gatepost
