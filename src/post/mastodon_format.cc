// What Mastodon and its kin give of an account: outbox.json and actor.json of its own archive, in
// the words of ActivityPub, and the file of mastodon-archive
// (https://github.com/kensanata/mastodon-archive), in those of the client API.

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/json_tree.h"
#include "post/json_array_cutter.h"
#include "post/json_head.h"
#include "post/mastodon_records.h"
#include "post/post_formats.h"
#include "post/record_post.h"
#include "post/whole_file_cutter.h"

namespace gatepost {
namespace {

constexpr uint64_t kMaxActorBytes = 16 << 20;

constexpr auto kActorTypes =
    std::to_array<std::string_view>({"Person", "Service", "Organization", "Application", "Group"});
// Activities that publish nothing of the account's own.
constexpr auto kActivitiesWithoutPost = std::to_array<std::string_view>(
    {"Announce", "Like", "Dislike", "EmojiReact", "Add", "Remove", "Delete", "Undo", "Follow",
     "Accept", "Reject", "Block", "Flag", "Move", "View"});

template <class Words>
bool IsOneOf(std::string_view word, const Words& words) {
  return std::ranges::find(words, word) != words.end();
}

enum class FileKind : uint8_t { kNone, kActor, kCollection, kArchive };

FileKind KindOf(const JsonHead& head) {
  const std::string_view type = head.Text("type");
  if (type == "OrderedCollection" || type == "OrderedCollectionPage") return FileKind::kCollection;
  const bool is_actor = IsOneOf(type, kActorTypes) && head.Has("preferredUsername");
  if (is_actor && (head.Has("outbox") || head.Has("inbox"))) return FileKind::kActor;
  const std::string_view account = head.Value("account");
  const bool is_account =
      account.starts_with('{') && account.find("\"acct\"") != std::string_view::npos;
  return is_account ? FileKind::kArchive : FileKind::kNone;
}

// Collections of others' posts hold their addresses.
FileRole RoleOfCollection(const FileHead& file, const JsonHead& head) {
  const std::string_view name = file.path.substr(file.path.rfind('/') + 1);  // npos + 1 = 0
  for (const std::string_view others : {"likes", "bookmarks"}) {
    if (name.starts_with(others) || head.Text("id").starts_with(others)) return FileRole::kOther;
  }
  if (name.starts_with("outbox") || head.Text("id").starts_with("outbox")) return FileRole::kPosts;
  const std::string_view items = head.Value("orderedItems");
  const size_t first = items.find_first_not_of("[ \t\r\n");
  const bool has_none =
      first != std::string_view::npos && (items[first] == '"' || items[first] == ']');
  return has_none ? FileRole::kOther : FileRole::kPosts;
}

class MastodonReader final : public RecordReader {
 public:
  MastodonReader(const ExportContext& context, bool includes_private)
      : context_(context), includes_private_(includes_private) {}

  std::optional<Post> Read(const Record& record, PostTexts& texts) override {
    RecordPost made(record, texts, "mastodon");
    const JsonValue root = made.Read(tree_);
    made.post().account = made.Keep(context_.account);
    if (root["preferredUsername"].exists()) {
      TakeActor(root, made);
      return made.Finish();
    }
    if (root["acct"].exists() && !root["content"].exists()) {
      TakeAccount(root, made);
      return made.Finish();
    }
    if (root["spoiler_text"].exists() || root["media_attachments"].exists()) {
      return ReadStatus(root, made);
    }
    return ReadActivity(root, made);
  }

  [[nodiscard]] NoPost why_none() const override { return why_none_; }

 private:
  std::optional<Post> ReadStatus(JsonValue status, RecordPost& made) {
    if (!made.is_broken() && status["reblog"].is_object()) return None(NoPost::kIsNone);
    if (IsPassed(AudienceOf(status), made)) return None(NoPost::kIsPrivate);
    TakeStatus(status, made);
    return made.Finish();
  }

  std::optional<Post> ReadActivity(JsonValue root, RecordPost& made) {
    if (!made.is_broken() && IsOneOf(root["type"].text(), kActivitiesWithoutPost)) {
      return None(NoPost::kIsNone);
    }
    const JsonValue within = root["object"];
    const JsonValue object = within.is_object() ? within : root;
    const JsonValue activity = within.is_object() ? root : JsonValue();
    if (!made.is_broken() && object["type"].text() == "Tombstone") return None(NoPost::kIsNone);
    if (object["preferredUsername"].exists()) {
      TakeActor(object, made);
      return made.Finish();
    }
    if (!IsNote(object)) return made.Unexpected();
    if (IsPassed(AudienceOf(object, activity), made)) return None(NoPost::kIsPrivate);
    TakeNote(object, activity, made);
    return made.Finish();
  }

  static bool IsNote(JsonValue object) {
    return object["content"].exists() || object["contentMap"].exists() ||
           object["summary"].exists() || object["name"].exists() || object["attachment"].exists();
  }

  // A private message that was not asked for. Of a record that breaks off nobody knows whom it is
  // for.
  [[nodiscard]] bool IsPassed(Audience audience, const RecordPost& made) const {
    return audience == Audience::kDirect && !includes_private_ && !made.is_broken();
  }

  std::nullopt_t None(NoPost why) {
    why_none_ = why;
    return std::nullopt;
  }

  const ExportContext& context_;
  bool includes_private_;
  NoPost why_none_ = NoPost::kIsNone;
  JsonTree tree_;
};

Status SurveyActor(ByteSource& bytes, ExportContext& context) {
  const Result<std::string> text = ReadAll(bytes, kMaxActorBytes);
  if (!text) return Fail(text.error());
  JsonTree tree;
  if (tree.Read(*text)) SetMastodonAccount(tree.root(), context);
  return {};
}

// What is wrong with the file is for those who read its posts to say.
void SurveyArchive(ByteSource& bytes, ExportContext& context) {
  const auto cutter = CutJsonArray(bytes, {{"account"}, false, kMaxActorBytes});
  const Result<std::optional<Record>> account = cutter->Next();
  JsonTree tree;
  if (account && *account && tree.Read((*account)->bytes)) {
    SetMastodonAccount(tree.root(), context);
  }
}

class Mastodon final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "mastodon"; }
  [[nodiscard]] std::string_view title() const override { return "Mastodon archive"; }

  [[nodiscard]] FileRole RoleOf(const FileHead& file) const override {
    const JsonHead head(file.begin);
    switch (KindOf(head)) {
      case FileKind::kNone:
        return FileRole::kNotOurs;
      case FileKind::kActor:
        return FileRole::kPosts;
      case FileKind::kCollection:
        return RoleOfCollection(file, head);
      case FileKind::kArchive:
        return head.Has("statuses") || !file.is_whole ? FileRole::kPosts : FileRole::kOther;
    }
    return FileRole::kNotOurs;
  }

  [[nodiscard]] Status Survey(const FileHead& file, ByteSource& bytes,
                              ExportContext& context) const override {
    const FileKind kind = KindOf(JsonHead(file.begin));
    if (kind == FileKind::kActor) return SurveyActor(bytes, context);
    if (kind == FileKind::kArchive) SurveyArchive(bytes, context);
    return {};
  }

  [[nodiscard]] std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& file, ByteSource& bytes, const ReadOptions& options) const override {
    const uint64_t limit = JsonRecordLimit(options.max_post_bytes);
    const FileKind kind = KindOf(JsonHead(file.begin));
    if (kind == FileKind::kActor) return CutWholeFile(bytes, limit);
    if (kind == FileKind::kArchive) {
      return CutJsonArray(bytes, {{"account", "statuses"}, false, limit});
    }
    return CutJsonArray(bytes, {{"orderedItems"}, false, limit});
  }

  [[nodiscard]] std::unique_ptr<RecordReader> MakeReader(
      const FileHead& /*file*/, const ExportContext& context,
      const ReadOptions& options) const override {
    return std::make_unique<MastodonReader>(context, options.includes_private);
  }
};

}  // namespace

const PostFormat& MastodonFormat() {
  static const Mastodon format;
  return format;
}

}  // namespace gatepost
