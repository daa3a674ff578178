#pragma once

// What a match is, and the interface of every engine that finds them.
//
// For each pattern let M be all spans of a skeleton that one of its variants' regexes matches and
// whose edges hold, and V those of M that the variant's checks accept. The matches are, left to
// right: the smallest begin at or after the cursor that has a span in V, with its greatest end; the
// cursor moves to that end. A pattern has no matches in a skeleton that holds none of its cues
// (match/cues.h): the context that it requires is not there. All engines return the same matches
// for the same batch.

#include <memory>

#include "base/problem.h"
#include "match/match.h"
#include "text/skeleton.h"

namespace gatepost {

// Const and shared by all workers; what an engine must write to while it scans is in a Scratch, one
// a worker.
class Matcher {
 public:
  class Scratch {
   public:
    virtual ~Scratch() = default;
  };

  virtual ~Matcher() = default;
  [[nodiscard]] virtual std::string_view name() const = 0;  // "reference"
  [[nodiscard]] virtual std::unique_ptr<Scratch> NewScratch() const = 0;

  // `matches` is cleared, then holds all matches of the batch in the list's order. An engine that
  // fails says so: an error is never "no match".
  [[nodiscard]] virtual Status FindMatches(const SkeletonBatch& batch, Scratch& scratch,
                                           MatchList& matches) const = 0;
};

}  // namespace gatepost
