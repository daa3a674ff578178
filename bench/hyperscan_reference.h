#pragma once

// All regexes whole in one database of Hyperscan, which says only where each match ends.

#include <memory>
#include <string>
#include <vector>

#include "bench/frozen_regexes.h"

struct hs_database;
struct hs_scratch;

namespace gatepost::bench {

class HyperscanReference {
 public:
  // Compiles for many seconds. What the library refuses is left out.
  explicit HyperscanReference(const std::vector<FrozenRegex>& frozen);

  [[nodiscard]] bool works() const { return scratch_ != nullptr; }
  // "id, variant" of each regex that the library refuses.
  [[nodiscard]] const std::vector<std::string>& refused() const { return refused_; }
  // The ends of matches in all blocks.
  [[nodiscard]] size_t CountEnds(const std::vector<std::string>& blocks) const;

 private:
  struct Free {
    void operator()(hs_database* database) const;
    void operator()(hs_scratch* scratch) const;
  };
  std::vector<std::string> refused_;
  std::unique_ptr<hs_database, Free> database_;
  std::unique_ptr<hs_scratch, Free> scratch_;
};

// The texts end to end with a NUL between them, which no regex matches, in blocks of some 64 KB.
[[nodiscard]] std::vector<std::string> InBlocks(const std::vector<std::string>& texts);

}  // namespace gatepost::bench
