#pragma once

// What commands that read posts of exports again are told on the command line.

#include <string>
#include <vector>

#include "audit/post_walk.h"
#include "base/result.h"

namespace CLI {
class App;
}

namespace gatepost {

// As typed.
struct ReadingSetup {
  std::vector<std::string> map;  // "text=2"
  bool includes_private = false;
};

// "text=2,date=1", in one argument or several; kUsage for what is no such thing.
[[nodiscard]] Status ReadMap(const std::vector<std::string>& arguments, ReadOptions& read);

// --map.
void AddMapOption(CLI::App& command, ReadingSetup& setup);
// kUsage for a map that is none.
[[nodiscard]] Result<PostWalkOptions> WalkOptionsOf(const ReadingSetup& setup);

}  // namespace gatepost
