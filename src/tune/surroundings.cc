#include "tune/surroundings.h"

namespace gatepost {

std::vector<Surroundings> SurroundingsFor(Edges edges) {
  std::vector<Surroundings> all = {
      {"", ""},
      {"it is ", " as you asked"},
      {"\"", "\""},
      {"'", "'"},
      {"[", "]"},
      {"<b>", "</b>"},
      {"see: ", "."},
      {"see: ", "!"},
      {"one thing, ", ", and more"},
      {"line\n", "\nline"},
      {"diolch \u00e2 ni \u2013 ", " \u2013 \u0175yna"},
      {"\U0001F4E3 ", " \U0001F44D"},
      {"\u201c", "\u201d"},
      {"\u7535\u8bdd", "\u3002"},
      {"\u200b", "\u200b"},
      {"\u00a0", "\u00a0"},
      {"_", "_"},
  };
  if (edges != Edges::kWord && edges != Edges::kLone) {
    all.push_back({"call", "now"});
  }
  return all;
}

}  // namespace gatepost
