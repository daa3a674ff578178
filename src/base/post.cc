#include "base/post.h"

#include <array>

namespace gatepost {
namespace {

constexpr std::array<std::string_view, 10> kFieldNames = {
    "text", "title", "warning", "alt_text",   "poll_option",
    "link", "place", "comment", "image_text", "other"};
constexpr std::array<std::string_view, 4> kPostNames = {"own", "reply", "repost", "inbound"};
constexpr std::array<std::string_view, 3> kVisibilityNames = {"unknown", "yes", "no"};

}  // namespace

uint64_t BytesOf(const Post& post) {
  uint64_t bytes = 0;
  for (const Field& field : post.fields) bytes += field.text.size();
  return bytes;
}

std::string_view NameOf(FieldKind kind) { return kFieldNames[static_cast<size_t>(kind)]; }
std::string_view NameOf(PostKind kind) { return kPostNames[static_cast<size_t>(kind)]; }
std::string_view NameOf(Visibility visibility) {
  return kVisibilityNames[static_cast<size_t>(visibility)];
}

FieldKind FieldKindOf(std::string_view name) {
  for (size_t i = 0; i < kFieldNames.size(); ++i) {
    if (kFieldNames[i] == name) return static_cast<FieldKind>(i);
  }
  return FieldKind::kOther;
}

std::optional<PostKind> PostKindOf(std::string_view name) {
  for (size_t i = 0; i < kPostNames.size(); ++i) {
    if (kPostNames[i] == name) return static_cast<PostKind>(i);
  }
  return std::nullopt;
}

}  // namespace gatepost
