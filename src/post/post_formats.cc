#include "post/post_formats.h"

#include <vector>

namespace gatepost {

std::span<const PostFormat* const> AllPostFormats() {
  static const std::vector<const PostFormat*> formats = {
      &XFormat(),
      &MastodonFormat(),
  };
  return formats;
}

KnownFile FormatOf(const FileHead& head) {
  for (const PostFormat* format : AllPostFormats()) {
    const FileRole role = format->RoleOf(head);
    if (role != FileRole::kNotOurs) return {format, role};
  }
  return {};
}

}  // namespace gatepost
