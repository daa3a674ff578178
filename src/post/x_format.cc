// The archive that X (Twitter) gives of an account: files data/NAME.js, each a JSON array behind
// its XPartName.

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "base/ascii.h"
#include "base/json_tree.h"
#include "post/json_array_cutter.h"
#include "post/post_formats.h"
#include "post/record_post.h"
#include "post/x_join.h"
#include "post/x_part_name.h"
#include "post/x_records.h"
#include "post/x_survey.h"

namespace gatepost {
namespace {

constexpr std::string_view kAccount = "account";

struct NamedRole {
  std::string_view name;
  FileRole role;
  Visibility visibility = Visibility::kUnknown;
};
// Any other is kOther: likes, settings, what advertisers know.
constexpr auto kRoles = std::to_array<NamedRole>({
    {"tweets", FileRole::kPosts},
    {"tweet", FileRole::kPosts},
    {"community_tweet", FileRole::kPosts},
    {"note_tweet", FileRole::kPosts},
    {"deleted_tweets", FileRole::kPosts, Visibility::kGone},
    {"deleted_tweet", FileRole::kPosts, Visibility::kGone},
    {"deleted_note_tweet", FileRole::kPosts, Visibility::kGone},
    {"direct_messages", FileRole::kPrivate},
    {"direct_message", FileRole::kPrivate},
    {"direct_messages_group", FileRole::kPrivate},
    {"direct_message_group", FileRole::kPrivate},
    {kAccount, FileRole::kContext},
    {kXManifest, FileRole::kContext},
});

// Files of the page that shows the archive.
bool IsOfViewer(const FileHead& head) {
  const bool is_page = head.path.ends_with("Your archive.html");
  const bool is_script = head.path.find("assets/js/") != std::string_view::npos &&
                         head.begin.find("window.YTD") != std::string_view::npos;
  return is_page || is_script;
}

const NamedRole* RoleNamed(std::string_view name) {
  const auto* const found = std::ranges::find(kRoles, name, &NamedRole::name);
  return found == kRoles.end() ? nullptr : found;
}

class XReader final : public RecordReader {
 public:
  XReader(Visibility visibility, const ExportContext& context)
      : visibility_(visibility), context_(context) {}

  std::optional<Post> Read(const Record& record, PostTexts& texts) override {
    RecordPost made(record, texts, "x");
    const JsonValue root = made.Read(tree_);
    Post& post = made.post();
    post.account = made.Keep(context_.account);
    post.visibility = visibility_;
    if (const JsonValue tweet = XTweetOf(root); tweet.exists()) {
      TakeXTweet(tweet, context_, made);
    } else if (const JsonValue found = XLongPostOf(root); found.exists()) {
      const XLongPost long_post = ReadXLongPost(found);
      if (post.problems.empty() && IsTold(long_post)) return std::nullopt;
      TakeXLongPost(long_post, made);
    } else if (const JsonValue conversation = XConversationOf(root); conversation.exists()) {
      TakeXConversation(conversation, made);
    } else {
      return made.Unexpected();
    }
    return made.Finish();
  }

 private:
  // By the post that is its beginning.
  [[nodiscard]] bool IsTold(const XLongPost& long_post) const {
    return long_post.published &&
           IsXLongTextJoined(*long_post.published, long_post.id, long_post.text.text, context_);
  }

  Visibility visibility_;
  const ExportContext& context_;
  JsonTree tree_;
};

class XArchive final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "x"; }
  [[nodiscard]] std::string_view title() const override { return "X (Twitter) archive"; }

  [[nodiscard]] FileRole RoleOf(const FileHead& head) const override {
    const std::string_view name = XPartName(head.begin);
    if (name.empty()) return IsOfViewer(head) ? FileRole::kOther : FileRole::kNotOurs;
    const NamedRole* named = RoleNamed(name);
    return named == nullptr ? FileRole::kOther : named->role;
  }

  [[nodiscard]] Status Survey(const FileHead& head, ByteSource& bytes,
                              ExportContext& context) const override {
    const std::string_view name = XPartName(head.begin);
    if (name == kXManifest) return SurveyXManifest(bytes, context);
    if (name == kAccount) return SurveyXAccount(bytes, context);
    if (RoleOf(head) == FileRole::kPosts) SurveyXPosts(bytes, context);
    return {};
  }

  [[nodiscard]] std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& /*head*/, ByteSource& bytes, const ReadOptions& options) const override {
    return CutJsonArray(bytes, {{}, true, JsonRecordLimit(options.max_post_bytes)});
  }

  [[nodiscard]] std::unique_ptr<RecordReader> MakeReader(
      const FileHead& head, const ExportContext& context,
      const ReadOptions& /*options*/) const override {
    const NamedRole* named = RoleNamed(XPartName(head.begin));
    return std::make_unique<XReader>(named == nullptr ? Visibility::kUnknown : named->visibility,
                                     context);
  }
};

}  // namespace

const PostFormat& XFormat() {
  static const XArchive format;
  return format;
}

}  // namespace gatepost
