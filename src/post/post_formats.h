#pragma once

// The formats, each in a file of its own. Const, shared by all threads, and there as long as the
// program.

#include "post/post_format.h"

namespace gatepost {

[[nodiscard]] const PostFormat& XFormat();         // x_format.cc
[[nodiscard]] const PostFormat& MastodonFormat();  // mastodon_format.cc

}  // namespace gatepost
