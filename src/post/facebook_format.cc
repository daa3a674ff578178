#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "post/json_array_cutter.h"
#include "post/json_head.h"
#include "post/meta_json.h"
#include "post/post_formats.h"
#include "post/source_buffer.h"
#include "post/text_sniff.h"

namespace gatepost {
namespace {

// Lists of the export that hold no posts: who is a friend, what was liked.
constexpr std::array<std::string_view, 2> kListsWithoutPosts{"friends_v2", "reactions_v2"};
constexpr std::array<std::string_view, 4> kListsOfPosts{"comments_v2", "videos_v2",
                                                        "group_posts_v2", "profile_updates_v2"};

// An element of a list of posts, as far as it is in the head.
bool IsPost(std::string_view element, std::string_view path) {
  const JsonHead post(element);
  if (!post.Has("timestamp")) return false;
  const bool has_data = post.Value("data").starts_with('[');
  const bool has_attachments = post.Value("attachments").starts_with('[');
  const bool is_named_so = Contains(FileNameOf(path), "posts") || Contains(path, "facebook");
  return has_data || has_attachments || (post.Has("title") && is_named_so);
}

bool IsPhoto(std::string_view element) {
  const JsonHead photo(element);
  return photo.Has("uri") && photo.Has("creation_timestamp");
}

// What a record's members mean. `holder` is the object they stand in.
class FacebookPost {
 public:
  explicit FacebookPost(MetaPost& post) : post_(post) {}

  void Take(const JsonLeaf& leaf) {
    const bool is_of_record = leaf.holder.empty() && leaf.outer.empty();
    const bool is_time = leaf.key == "timestamp" || leaf.key == "creation_timestamp";
    if (is_of_record && is_time) return post_.SetPublished(leaf.value);
    if (leaf.value.is_string()) return TakeText(leaf);
    if (TakeMessageLeaf(leaf, post_)) return;
    if (leaf.key != "latitude") return;
    const bool is_of_place = leaf.holder == "coordinate";
    post_.Add(is_of_place ? FieldKind::kPlace : FieldKind::kOther, CoordinatesAt(leaf));
  }

 private:
  void TakeText(const JsonLeaf& leaf) {
    const std::string_view text = leaf.value.text();
    if (leaf.key == "uri") {
      post_.CountMedia(text);
    } else if (leaf.holder == "media" && leaf.key == "description") {
      post_.AddCaption(FieldKind::kAltText, text);
    } else if (leaf.holder == "comment") {
      TakeOwnComment(leaf);
    } else if (!TakeMessageLeaf(leaf, post_)) {
      post_.Add(KindOf(leaf), text);
    }
  }

  void TakeOwnComment(const JsonLeaf& leaf) {
    Post& post = post_.maker().post();
    if (leaf.key == "comment") {
      post.kind = PostKind::kReply;
      post_.Add(FieldKind::kText, leaf.value.text());
    } else if (leaf.key == "author") {
      post.account = post_.maker().Keep(WithoutMojibake(leaf.value.text()));
    } else {
      post_.Add(FieldKind::kOther, leaf.value.text());
    }
  }

  static FieldKind KindOf(const JsonLeaf& leaf) {
    struct Known {
      std::string_view holder, key;
      FieldKind kind;
    };
    static constexpr std::array<Known, 10> kKnown{{{"data", "post", FieldKind::kText},
                                                   {"", "post", FieldKind::kText},
                                                   {"", "description", FieldKind::kText},
                                                   {"", "title", FieldKind::kTitle},
                                                   {"", "comment", FieldKind::kComment},
                                                   {"note", "title", FieldKind::kTitle},
                                                   {"note", "text", FieldKind::kText},
                                                   {"comments", "comment", FieldKind::kComment},
                                                   {"place", "name", FieldKind::kPlace},
                                                   {"place", "address", FieldKind::kPlace}}};
    for (const Known& known : kKnown) {
      if (leaf.holder == known.holder && leaf.key == known.key) return known.kind;
    }
    return leaf.key == "url" || leaf.key == "href" ? FieldKind::kLink : FieldKind::kOther;
  }

  MetaPost& post_;
};

class FacebookReader final : public RecordReader {
 public:
  // Of messages, those of one file are a conversation.
  FacebookReader(std::string_view path, bool is_private)
      : thread_(is_private ? std::string(path) : std::string()) {}

  std::optional<Post> Read(const Record& record, PostTexts& texts) override {
    if (record.is_too_large) return TooLargePost("facebook", record, texts);
    PostMaker maker("facebook", record, texts);
    ReadRecord(record, tree_, maker);
    MetaPost meta(maker);
    FacebookPost post(meta);
    ForEachLeaf(tree_.root(), [&post](const JsonLeaf& leaf) { post.Take(leaf); });
    meta.Finish();
    const bool says_nothing = maker.post().fields.empty() && maker.post().problems.empty();
    if (says_nothing && maker.post().media == 0) return std::nullopt;
    maker.post().thread = maker.Keep(thread_);
    return maker.Finish();
  }

 private:
  std::string thread_;
  JsonTree tree_;
};

class Facebook final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "facebook"; }
  [[nodiscard]] std::string_view title() const override { return "Facebook export"; }

  [[nodiscard]] FileRole RoleOf(const FileHead& head) const override {
    if (Contains(InLowerCase(head.path), "instagram")) return FileRole::kNotOurs;
    if (IsPost(FirstElement(head.begin), head.path)) return FileRole::kPosts;
    if (IsMetaMessages(head)) return FileRole::kPrivate;
    const JsonHead root(head.begin);
    const auto has = [&root](std::string_view key) { return root.Has(key); };
    if (std::ranges::any_of(kListsOfPosts, has)) return FileRole::kPosts;
    if (std::ranges::any_of(kListsWithoutPosts, has)) return FileRole::kOther;
    const bool is_album = IsPhoto(FirstElement(root.Value("photos"))) && root.Has("name");
    return is_album ? FileRole::kPosts : FileRole::kNotOurs;
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
    return std::make_unique<FacebookReader>(head.path, RoleOf(head) == FileRole::kPrivate);
  }
};

}  // namespace

const PostFormat& FacebookFormat() {
  static const Facebook format;
  return format;
}

}  // namespace gatepost
