#pragma once

// The posts that a SqliteStore has seen: the tables seen, texts and overlaps.

#include <cstdint>
#include <set>
#include <utility>

#include "audit/sqlite.h"
#include "audit/statements.h"
#include "audit/store.h"

namespace gatepost {

// Whether a post, and the post with this text, was seen before.
enum class Seen : uint8_t { kNew, kNewText, kBefore };

struct SeenPost {
  PostKey key;
  int64_t input = 0;  // that has it
  int64_t tally = 0;  // that it counts in, if it is new
  int64_t bytes = 0;
};

// Borrows the database and its statements. Within transactions of the caller's.
class SeenPosts {
 public:
  SeenPosts(const Sqlite& database, Statements& statements)
      : database_(database), statements_(statements) {}

  // What is known of the post; from now on it is.
  [[nodiscard]] Result<Seen> Add(const SeenPost& post);
  // Notes which inputs have posts that count as another's; behind the last Add of the transaction.
  [[nodiscard]] Status WriteOverlaps();

 private:
  struct FirstSeen {
    bool has_text = false;
    int64_t input = 0;
  };
  [[nodiscard]] Result<FirstSeen> FindFirst(const PostKey& key);
  // Of a post that was first seen with another text.
  [[nodiscard]] Result<Seen> AddText(const SeenPost& post);

  const Sqlite& database_;
  Statements& statements_;
  std::set<std::pair<int64_t, int64_t>> overlaps_;  // the input that they count as, and the other
};

}  // namespace gatepost
