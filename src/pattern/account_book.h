#pragma once

// Whose accounts are whose: a TOML file that names them, with who answers for each.
//
//   [account."x:AmbridgeBC"]
//   name = "Ambridge Borough Council"
//   owner = "Communications"
//   email = "comms@example.org"
//   public = true
//
// docs/auditing.md describes it.

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/post.h"
#include "base/result.h"

namespace gatepost {

struct Account {
  std::string name;   // as people call it; may be empty, as may be the next two
  std::string owner;  // the team or person who answers for it
  std::string email;  // where to reach them
  // Whether what it publishes can be seen by the public today: kGone says that the account is
  // closed or private.
  Visibility visibility = Visibility::kUnknown;
  SourcePlace where;
};

// Plain data, shared by all. An empty one knows nothing.
class AccountBook {
 public:
  // Strict, as policies are: kInvalidPolicy or kSyntax, with the earliest fault's place.
  [[nodiscard]] static Result<AccountBook> Parse(std::string_view toml,
                                                 const std::string& file_name);
  // An empty book for an empty path.
  [[nodiscard]] static Result<AccountBook> Read(const std::string& path);

  // The account of that source and handle, with or without its @, in any case; else the one of that
  // handle at any source; nullptr if neither is in the book.
  [[nodiscard]] const Account* Find(std::string_view source, std::string_view handle) const;
  // What is known of a post: what the post itself says, else what is known of its account. Nothing
  // of a closed account is public, whatever an older export says.
  [[nodiscard]] Visibility VisibilityOf(Visibility of_post, std::string_view source,
                                        std::string_view handle) const;
  [[nodiscard]] size_t size() const { return accounts_.size(); }

 private:
  std::map<std::string, Account, std::less<>> accounts_;  // by "x:ambridgebc", or "ambridgebc"
};

}  // namespace gatepost
