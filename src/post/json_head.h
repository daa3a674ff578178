#pragma once

// What a file's root object says at its beginning, without reading the file: enough to tell which
// platform's it is.

#include <string_view>
#include <vector>

namespace gatepost {

// Borrows the text.
class JsonHead {
 public:
  // `begin` is the first bytes of the file, of any kind.
  explicit JsonHead(std::string_view begin);

  // The value of the root object's member of that name, as it is written and as far as the text
  // goes; of several the first; empty if there is none.
  [[nodiscard]] std::string_view Value(std::string_view key) const;
  // The same of a string that is whole, without its quotation marks.
  [[nodiscard]] std::string_view Text(std::string_view key) const;
  [[nodiscard]] bool Has(std::string_view key) const { return !Value(key).empty(); }

 private:
  struct Member {
    std::string_view key, value;
  };
  std::vector<Member> members_;
};

}  // namespace gatepost
