#include "post/meta_json.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "post/json_head.h"
#include "post/published_time.h"
#include "post/text_sniff.h"

namespace gatepost {

std::string WithoutMojibake(std::string_view text) {
  constexpr char32_t kLastOfLatin1 = 0xFF;
  std::string bytes;
  bytes.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    if (!point.is_valid || point.value > kLastOfLatin1) return std::string(text);
    bytes += static_cast<char>(point.value);
    at += point.size;
  }
  return IsValidUtf8(bytes) ? bytes : std::string(text);
}

std::string CoordinatesAt(const JsonLeaf& latitude) {
  const JsonValue longitude = latitude.object["longitude"];
  if (latitude.key != "latitude" || !longitude.exists()) return {};
  return std::string(latitude.value.text()) + ", " + std::string(longitude.text());
}

std::string_view FirstElement(std::string_view text) {
  text = WithoutBlank(text);
  if (!text.starts_with('[')) return {};
  text = WithoutBlank(text.substr(1));
  return text.starts_with('{') ? text : std::string_view();
}

bool IsMetaMessages(const FileHead& head) {
  const JsonHead root(head.begin);
  const bool has_people = JsonHead(FirstElement(root.Value("participants"))).Has("name");
  return has_people && (root.Has("messages") || !head.is_whole);
}

void MetaPost::AddCaption(FieldKind kind, std::string_view text) {
  captions_.push_back({kind, WithoutMojibake(text)});
}

void MetaPost::CountMedia(std::string_view path) {
  uint16_t& media = maker_.post().media;
  if (!path.empty() && media < UINT16_MAX) ++media;
}

void MetaPost::SetPublished(const JsonValue& seconds) {
  Post& post = maker_.post();
  if (post.published) return;
  post.published = ParseUnixTime(seconds.text());
  if (post.published) return;
  if (seconds.is_string()) Add(FieldKind::kOther, seconds.text());
  maker_.AddNote("bad_published",
                 "the record has a time that is not seconds since 1970. It was not used.");
}

void MetaPost::Finish() {
  for (const Caption& caption : captions_) {
    const bool is_said = std::ranges::any_of(maker_.post().fields, [&caption](const Field& field) {
      return field.text.find(caption.text) != std::string_view::npos;
    });
    if (!is_said) maker_.Add(caption.kind, caption.text);
  }
  std::ranges::stable_sort(maker_.post().fields, {}, &Field::kind);
}

bool TakeMessageLeaf(const JsonLeaf& leaf, MetaPost& post) {
  if (leaf.holder.empty() && leaf.key == "content") {
    post.Add(FieldKind::kText, leaf.value.text());
  } else if (leaf.holder.empty() && leaf.key == "sender_name") {
    post.maker().post().account = post.maker().Keep(WithoutMojibake(leaf.value.text()));
  } else if (leaf.holder.empty() && leaf.key == "timestamp_ms") {
    constexpr size_t kDigitsOfMilliseconds = 3;
    const std::string_view text = leaf.value.text();
    const std::string_view seconds =
        text.substr(0, text.size() - std::min(text.size(), kDigitsOfMilliseconds));
    post.maker().post().published = ParseUnixTime(seconds);
  } else {
    return false;
  }
  return true;
}

}  // namespace gatepost
