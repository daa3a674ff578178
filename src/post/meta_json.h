#pragma once

// What the exports of Facebook and Instagram have in common.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_tree.h"
#include "base/post.h"
#include "post/json_leaves.h"
#include "post/post_format.h"
#include "post/post_maker.h"

namespace gatepost {

// Their texts were written with every byte of UTF-8 as a character of its own, "Zo\u00c3\u00ab":
// undone where all of the text can be read so, and something changes; any other text stays.
[[nodiscard]] std::string WithoutMojibake(std::string_view text);

// The place on the earth that an object names by its members "latitude" and "longitude", as people
// write it, "51.5, -0.12"; empty if the leaf is no latitude.
[[nodiscard]] std::string CoordinatesAt(const JsonLeaf& latitude);

// The beginning of the first element of the array that `text` begins with; empty if it is no
// object.
[[nodiscard]] std::string_view FirstElement(std::string_view text);

// The file holds private messages.
[[nodiscard]] bool IsMetaMessages(const FileHead& head);

// One post put together from the leaves of a record. For one record.
class MetaPost {
 public:
  explicit MetaPost(PostMaker& maker) : maker_(maker) {}

  [[nodiscard]] PostMaker& maker() { return maker_; }
  void Add(FieldKind kind, std::string_view text) { maker_.Add(kind, WithoutMojibake(text)); }
  // A text that often repeats the post's own: added by Finish unless it does.
  void AddCaption(FieldKind kind, std::string_view text);
  // An attachment at that place in the export; none if it is empty.
  void CountMedia(std::string_view path);
  // The first time of a record counts.
  void SetPublished(const JsonValue& seconds);
  // Also puts the post's own text before what stands about it, which comes first in the files.
  void Finish();

 private:
  struct Caption {
    FieldKind kind;
    std::string text;
  };
  PostMaker& maker_;
  std::vector<Caption> captions_;
};

// What the exports of both say of a private message: its text, sender and time. False: the leaf is
// none of these.
[[nodiscard]] bool TakeMessageLeaf(const JsonLeaf& leaf, MetaPost& post);

}  // namespace gatepost
