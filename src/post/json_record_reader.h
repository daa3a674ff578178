#pragma once

// A record of JSON from wherever: our own JSONL, Reddit's and Bluesky's, or one that is not known,
// of which every string is looked at.

#include <string_view>

#include "base/json_tree.h"
#include "post/jsonl_post.h"
#include "post/post_format.h"
#include "post/post_maker.h"

namespace gatepost {

// The record can be told from any other JSON.
[[nodiscard]] bool IsKnownRecord(JsonValue record);

// - A record with a "text" or "fields" is read as JsonlPostReader does.
// - Of one that is not known, members are what their names say (member_role.h), and every other
//   string, wherever it stands, is scanned as `other`.
class JsonRecordReader final : public RecordReader {
 public:
  // `source` is that of posts which do not say theirs; a name that lasts.
  explicit JsonRecordReader(std::string_view source) : source_(source) {}

  [[nodiscard]] std::optional<Post> Read(const Record& record, PostTexts& texts) override;

 private:
  [[nodiscard]] Post ReadOurs(const Record& record, PostTexts& texts);
  [[nodiscard]] std::optional<Post> ReadForeign(const Record& record, PostTexts& texts);

  std::string_view source_;
  JsonlPostReader jsonl_;
  JsonTree tree_;
};

}  // namespace gatepost
