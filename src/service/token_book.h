#pragma once

// The tokens that clients authenticate with, by name, each with its rights. Their file holds no
// token, only what SHA-256 makes of each; a token is 32 random bytes, so that is as good as none.
//
//   gatepost-tokens 1
//   # Comments and empty lines are passed over.
//   token intranet check 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824
//   token audit check,metrics 486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "service/client.h"
#include "service/current.h"

namespace gatepost::service {

// Const, shared by all threads.
class TokenBook {
 public:
  // kSyntax, with the line, for what is not such a text; so are two tokens of one name.
  [[nodiscard]] static Result<TokenBook> Parse(std::string_view text, const std::string& file_name);
  // A file that gives others than its owner a right to write it is refused: they could add a token.
  [[nodiscard]] static Result<TokenBook> Load(const std::string& path);

  // nullptr: no such token. Borrows the book.
  [[nodiscard]] const Client* ClientOf(std::string_view token) const;
  [[nodiscard]] bool empty() const { return clients_.empty(); }
  [[nodiscard]] size_t size() const { return clients_.size(); }

 private:
  std::map<std::string, Client, std::less<>> clients_;  // by digest
};

using CurrentTokens = Current<TokenBook>;

// A new token: "gp_" and 64 hex digits. kInternal if the system has no random bytes to give.
[[nodiscard]] Result<std::string> MakeToken();
// Its line in the file. The name is of letters, digits, "-", "_" and "."; kUsage otherwise, and for
// a right that does not exist; `rights` as "check,metrics".
[[nodiscard]] Result<std::string> TokenLine(std::string_view name, std::string_view rights,
                                            std::string_view token);
inline constexpr std::string_view kTokenFileHeader = "gatepost-tokens 1\n";

}  // namespace gatepost::service
