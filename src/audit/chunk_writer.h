#pragma once

// What came of chunks and inputs, put into the tables of a SqliteStore many at a time: keys of
// posts are random, and written in their order they touch each page of their table once.

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "audit/seen_posts.h"
#include "audit/statements.h"
#include "audit/store.h"

namespace gatepost {

// Borrows the database and its statements.
class ChunkWriter {
 public:
  ChunkWriter(const Sqlite& database, Statements& statements)
      : database_(database), statements_(statements), seen_(database, statements) {}

  // Remembers the chunk, to be written. Does nothing if it is kept or remembered already, or if its
  // input was taken away.
  [[nodiscard]] Status Take(int64_t input, const ChunkOutcome& chunk);
  // Remembers that the input is read to its end, as Store::EndInput.
  void TakeEnd(int64_t input, const std::vector<AuditFile>& files,
               const std::vector<AuditProblem>& problems);
  // It is time to write.
  [[nodiscard]] bool is_full() const;
  [[nodiscard]] bool is_empty() const { return chunks_.empty() && ends_.empty(); }
  // Writes all that is remembered, within a transaction of the caller's.
  [[nodiscard]] Status Write();
  // Forgets it: it was written.
  void Clear();

 private:
  // Input, month (MonthNumberOf), verdict, source, account.
  using TallyKey = std::tuple<int64_t, int, std::string, std::string, std::string>;
  struct Tally {
    const TallyKey* key = nullptr;
    int64_t id = 0;
    int64_t posts = 0;
    int64_t bytes = 0;
  };
  struct Chunk {
    int64_t input = 0;
    uint64_t number = 0;
    bool has_threads = false;
    int64_t posts = 0;
    int64_t duplicates = 0;
    int64_t text_bytes = 0;
  };
  // Of a post, what is needed of all of them.
  struct TakenPost {
    PostKey key;
    uint64_t bytes = 0;
    uint32_t chunk = 0;
    uint32_t tally = 0;
    uint32_t outcome = 0;  // in outcomes_; kNone if there is no more to it
    uint32_t visibility_source = 0;
    Visibility visibility = Visibility::kUnknown;
    Seen seen = Seen::kNew;
  };
  static constexpr uint32_t kNone = UINT32_MAX;
  struct End {
    int64_t input = 0;
    std::vector<AuditFile> files;
    std::vector<AuditProblem> problems;
  };

  [[nodiscard]] Result<bool> IsWanted(int64_t input, uint64_t number);
  void TakePost(const PostOutcome& outcome);
  [[nodiscard]] uint32_t TallyOf(const AuditPost& post);
  [[nodiscard]] Status MakeTallies();
  [[nodiscard]] Status WriteKeys();
  [[nodiscard]] Status WritePosts();
  [[nodiscard]] Status WritePost(const TakenPost& post);
  [[nodiscard]] Status WriteChunks();
  [[nodiscard]] Status WriteTallies();
  [[nodiscard]] Status WriteEnd(const End& end);

  const Sqlite& database_;
  Statements& statements_;
  SeenPosts seen_;
  std::vector<Chunk> chunks_;
  std::set<std::pair<int64_t, uint64_t>> numbers_;  // of chunks_, with their inputs
  std::vector<TakenPost> posts_;
  std::vector<PostOutcome> outcomes_;
  uint64_t outcome_bytes_ = 0;  // and of problems and files
  std::vector<std::string> visibility_sources_;
  std::vector<std::pair<int64_t, AuditProblem>> problems_;  // with their inputs
  std::map<TallyKey, uint32_t, std::less<>> tally_numbers_;
  std::vector<Tally> tallies_;
  std::vector<End> ends_;
};

}  // namespace gatepost
