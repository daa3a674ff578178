#pragma once

// A compiled Hyperscan database of many expressions, and its scratch.
//
// The library is Hyperscan itself, up to 5.4.2. Its fork Vectorscan has the same API, and versions
// from 5.4.3 on, but 5.4.9 loses matches: of `@[0-9A-Za-z]` alone, and some of many expressions
// together, in one batch of some thousands of tests/differential. What builds with it works,
// without this engine.
//
// Databases are made for the least processor that the library runs on, so that one that is kept can
// be used on any other: compiling for this machine's made no scan measurably faster.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct hs_database;
struct hs_scratch;

namespace gatepost {

// Receives what a scan finds.
class ExpressionSink {
 public:
  virtual ~ExpressionSink() = default;
  // The expression ends at `end`, the byte behind its last. Called once for each end, mostly but
  // not always in their order.
  virtual void Accept(uint32_t expression, uint32_t end) = 0;
};

// What one scan at a time writes to; a null one, left when there is no memory, makes scans fail.
struct FreeHyperscanScratch {
  void operator()(hs_scratch* scratch) const;
};
using HyperscanScratch = std::unique_ptr<hs_scratch, FreeHyperscanScratch>;

// Const, shared by all threads.
class HyperscanDatabase {
 public:
  // The library is one that finds everything, and runs on this processor.
  [[nodiscard]] static bool IsUsableHere();
  // Its name for itself: "5.4.9".
  [[nodiscard]] static std::string LibraryVersion();

  // The expressions' numbers are their places in the list, which is not empty. Case counts.
  [[nodiscard]] static Result<HyperscanDatabase> Compile(
      const std::vector<std::string>& expressions);

  // The database as bytes, and back. The library refuses bytes that another version wrote or that
  // are damaged by accident, but trusts them otherwise: read only what this user has written.
  [[nodiscard]] Result<std::string> Serialise() const;
  [[nodiscard]] static Result<HyperscanDatabase> Deserialise(std::string_view bytes);

  [[nodiscard]] HyperscanScratch NewScratch() const;

  // Gives `sink` every end of every expression in `text`. On an error it may have been given some.
  // `scratch` is of this database, and no scan with it is under way.
  [[nodiscard]] Status Scan(std::string_view text, hs_scratch* scratch, ExpressionSink& sink) const;

 private:
  struct Free {
    void operator()(hs_database* database) const;
  };
  explicit HyperscanDatabase(hs_database* database) : database_(database) {}

  std::unique_ptr<hs_database, Free> database_;
};

}  // namespace gatepost
