#pragma once

// What stands above the text of a page of a static site: lines of YAML between "---", or of TOML
// between "+++". No more of either is read than who, when and what a page is; every line is in one
// of the entries.

#include <string>
#include <string_view>
#include <vector>

namespace gatepost {

struct FrontMatterEntry {
  std::string_view key;    // empty: lines of no key, or of a key within another
  std::string value;       // without quotes, its lines put together
  std::string_view lines;  // all of the entry as it is written
};

struct FrontMatter {
  std::vector<FrontMatterEntry> entries;
  size_t size = 0;  // bytes of the page that it takes, both fences among them; 0: there is none
};

// Borrows the page.
[[nodiscard]] FrontMatter FrontMatterOf(std::string_view page);

}  // namespace gatepost
