#pragma once

// A body that is a whole conversation: {"thread":[post, post, …]}.

#include <optional>
#include <string_view>
#include <vector>

namespace gatepost::service {

struct ThreadBody {
  std::vector<std::string_view> posts;  // the elements of the array, each as it is written
  bool has_other_members = false;       // beside it: what they say of the conversation is not known
};

// nullopt: the JSON has no "thread" that is an array, as posts have none; then it is one post, or
// what its reader makes of it. What the elements are is for their reader. Borrows the text.
[[nodiscard]] std::optional<ThreadBody> ReadThreadBody(std::string_view json);

}  // namespace gatepost::service
