#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "post/json_array_cutter.h"
#include "post/json_head.h"
#include "post/meta_json.h"
#include "post/post_formats.h"
#include "post/source_buffer.h"
#include "post/text_sniff.h"
#include "post/written_time.h"

namespace gatepost {
namespace {

// An element of a list of posts, as far as it is in the head.
bool IsPost(std::string_view element) {
  const JsonHead post(element);
  return post.Has("media") && JsonHead(FirstElement(post.Value("media"))).Has("uri");
}

// Exports of 2018 have all of an account in one file.
bool IsOldPost(std::string_view element) {
  const JsonHead post(element);
  return post.Has("taken_at") && post.Has("path");
}

class InstagramPost {
 public:
  explicit InstagramPost(MetaPost& post) : post_(post) {}

  void Take(const JsonLeaf& leaf) {
    if (leaf.value.is_string()) return TakeText(leaf);
    const bool is_time = leaf.key == "creation_timestamp" || leaf.key == "timestamp";
    if (is_time && leaf.value.text() != "0") return post_.SetPublished(leaf.value);
    if (TakeMessageLeaf(leaf, post_)) return;
    if (leaf.key == "latitude") post_.Add(FieldKind::kOther, CoordinatesAt(leaf));
  }

 private:
  void TakeText(const JsonLeaf& leaf) {
    const std::string_view text = leaf.value.text();
    if (leaf.key == "uri" || leaf.key == "path") {
      post_.CountMedia(text);
    } else if (leaf.key == "taken_at") {
      TakeTime(text);
    } else if (leaf.key == "title" && leaf.holder == "media") {
      // Each picture of a carousel may repeat the caption.
      post_.AddCaption(FieldKind::kText, text);
    } else if (leaf.key != "source_app" && !TakeMessageLeaf(leaf, post_)) {
      post_.Add(KindOf(leaf), text);
    }
  }

  void TakeTime(std::string_view text) {
    const std::optional<WrittenTime> time = ParseWrittenTime(text, DateOrder::kDayFirst);
    if (time) {
      post_.maker().post().published = time->time;
    } else {
      post_.Add(FieldKind::kOther, text);
      post_.maker().AddNote("bad_published",
                            "\"taken_at\" is no time. It was looked at as a text.");
    }
  }

  // A comment is a table of names, which are in the language of the account, and values.
  static FieldKind KindOf(const JsonLeaf& leaf) {
    if (leaf.key == "caption" || (leaf.key == "title" && leaf.holder.empty())) {
      return FieldKind::kText;
    }
    if (leaf.key == "value" && leaf.holder == "Comment") return FieldKind::kText;
    if (leaf.key == "href" || leaf.key == "url") return FieldKind::kLink;
    return leaf.key == "location" ? FieldKind::kPlace : FieldKind::kOther;
  }

  MetaPost& post_;
};

class InstagramReader final : public RecordReader {
 public:
  InstagramReader(const FileHead& head, bool is_private)
      : thread_(is_private ? std::string(head.path) : std::string()),
        is_comment_(Contains(FileNameOf(head.path), "comment")) {}

  std::optional<Post> Read(const Record& record, PostTexts& texts) override {
    if (record.is_too_large) return TooLargePost("instagram", record, texts);
    PostMaker maker("instagram", record, texts);
    ReadRecord(record, tree_, maker);
    MetaPost meta(maker);
    InstagramPost post(meta);
    ForEachLeaf(tree_.root(), [&post](const JsonLeaf& leaf) { post.Take(leaf); });
    meta.Finish();
    const bool says_nothing = maker.post().fields.empty() && maker.post().problems.empty();
    if (says_nothing && maker.post().media == 0) return std::nullopt;
    if (is_comment_) maker.post().kind = PostKind::kReply;
    maker.post().thread = maker.Keep(thread_);
    return maker.Finish();
  }

 private:
  std::string thread_;
  bool is_comment_;
  JsonTree tree_;
};

class Instagram final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "instagram"; }
  [[nodiscard]] std::string_view title() const override { return "Instagram export"; }

  [[nodiscard]] FileRole RoleOf(const FileHead& head) const override {
    const std::string_view first = FirstElement(head.begin);
    if (IsPost(first)) return FileRole::kPosts;
    const bool is_named_so = Contains(InLowerCase(head.path), "instagram");
    if (is_named_so && IsMetaMessages(head)) return FileRole::kPrivate;
    if (JsonHead(first).Has("string_map_data")) return FileRole::kPosts;
    if (JsonHead(first).Has("string_list_data")) return FileRole::kOther;  // likes, followers
    const JsonHead root(head.begin);
    for (const std::string_view key : {"photos", "videos", "stories"}) {
      if (IsOldPost(FirstElement(root.Value(key)))) return FileRole::kPosts;
    }
    return RoleOfList(root);
  }

  [[nodiscard]] std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& /*head*/, ByteSource& bytes, const ReadOptions& options) const override {
    return CutJsonArray(
        bytes,
        {.keys = {}, .max_record_bytes = MaxRecordBytes(options), .takes_all_members = true});
  }

  [[nodiscard]] std::unique_ptr<RecordReader> MakeReader(
      const FileHead& head, const ExportContext& /*context*/,
      const ReadOptions& /*options*/) const override {
    return std::make_unique<InstagramReader>(head, RoleOf(head) == FileRole::kPrivate);
  }

 private:
  static FileRole RoleOfList(const JsonHead& root) {
    static constexpr std::array<std::string_view, 7> kLists{
        "ig_stories",    "ig_reels_media",          "ig_archived_post_media", "ig_other_media",
        "ig_igtv_media", "comments_media_comments", "comments_reels_comments"};
    const bool has_posts =
        std::ranges::any_of(kLists, [&root](std::string_view key) { return root.Has(key); });
    return has_posts ? FileRole::kPosts : FileRole::kNotOurs;
  }
};

}  // namespace

const PostFormat& InstagramFormat() {
  static const Instagram format;
  return format;
}

}  // namespace gatepost
