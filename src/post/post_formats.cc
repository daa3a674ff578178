#include <array>

#include "post/post_format.h"
#include "post/post_formats.h"

namespace gatepost {

std::span<const PostFormat* const> AllPostFormats() {
  static const std::array<const PostFormat*, 5> formats{
      &FacebookFormat(), &InstagramFormat(), &JsonlFormat(), &JsonArrayFormat(), &CsvFormat(),
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
