#pragma once

// One input of another SqliteStore, added to this one.

#include <cstdint>
#include <optional>
#include <string>

#include "audit/sqlite.h"
#include "audit/statements.h"

namespace gatepost {

struct OtherInput {
  int64_t id = 0;  // there
  std::string hash;
  std::optional<int64_t> unfinished;  // the one here of the same bytes, whose place it takes
};

// Borrows the database, to which the other store is attached as "other", and its statements. Within
// a transaction of the caller's.
class MergedInput {
 public:
  MergedInput(const Sqlite& database, Statements& statements)
      : database_(database), statements_(statements) {}

  // The run of the input is here.
  [[nodiscard]] Status Add(const OtherInput& input);

 private:
  [[nodiscard]] Status Replace(int64_t unfinished);
  // Steps, in an order in which each still sees which posts were here before.
  [[nodiscard]] Status AddContents();
  [[nodiscard]] Status AddFindings();
  [[nodiscard]] Status CountOnce();
  [[nodiscard]] Status AddPosts();
  // Runs it with the number of the input there as ?1, and here as ?2.
  [[nodiscard]] Status Step(const char* sql);

  const Sqlite& database_;
  Statements& statements_;
  int64_t from_ = 0;  // the input there
  int64_t to_ = 0;    // and here
};

}  // namespace gatepost
