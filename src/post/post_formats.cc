#include <array>

#include "post/post_formats.h"

namespace gatepost {

std::span<const PostFormat* const> AllPostFormats() {
  // clang-format off: a line a format
  static const auto formats = std::to_array<const PostFormat*>({
      &XProfileFormat(),
      &XFormat(),
      &XCsvFormat(),
      &MastodonFormat(),
      &FacebookFormat(),
      &InstagramFormat(),
      &JsonlFormat(),
      &JsonArrayFormat(),
      &CsvFormat(),
      &MarkdownFormat(),
      &HtmlFormat(),
      &TextFormat(),
  });
  // clang-format on
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
