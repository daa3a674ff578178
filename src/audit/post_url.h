#pragma once

// Addresses of posts, compared.

#include <string>
#include <string_view>

namespace gatepost {

// One writing for all writings of a post's address, to compare and not to open: without its scheme,
// "www." and "mobile.", a '/' at its end and what follows '#'; the host in lower case, and
// twitter.com as x.com.
[[nodiscard]] std::string ComparableUrl(std::string_view url);

}  // namespace gatepost
