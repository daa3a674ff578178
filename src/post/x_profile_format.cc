// profile.js of an archive of X: what the account says of itself, a post of its own.

#include <memory>
#include <optional>

#include "base/json_tree.h"
#include "post/json_array_cutter.h"
#include "post/post_formats.h"
#include "post/record_post.h"
#include "post/x_part_name.h"
#include "post/x_text.h"

namespace gatepost {
namespace {

class XProfileReader final : public RecordReader {
 public:
  explicit XProfileReader(const ExportContext& context) : context_(context) {}

  std::optional<Post> Read(const Record& record, PostTexts& texts) override {
    RecordPost made(record, texts, "x");
    const JsonValue description = made.Read(tree_)["profile"]["description"];
    if (!description.is_object()) return made.Unexpected();
    Post& post = made.post();
    post.id = "profile";
    post.account = made.Keep(context_.account);
    post.url = made.Keep(context_.account_url);
    post.visibility = Visibility::kPublic;
    for (const JsonValue& member : description.elements()) {
      const std::string text = XText(made.TextOf(member), {});
      if (member.key() == "website") {
        made.AddLink(text);
      } else {
        made.AddText(KindOf(member.key()), text);
      }
    }
    return made.Finish();
  }

 private:
  static FieldKind KindOf(std::string_view key) {
    if (key == "bio") return FieldKind::kText;
    return key == "location" ? FieldKind::kPlace : FieldKind::kOther;
  }

  const ExportContext& context_;
  JsonTree tree_;
};

class XProfile final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "x-profile"; }
  [[nodiscard]] std::string_view title() const override { return "X (Twitter) profile"; }

  [[nodiscard]] FileRole RoleOf(const FileHead& head) const override {
    return XPartName(head.begin) == "profile" ? FileRole::kPosts : FileRole::kNotOurs;
  }

  [[nodiscard]] std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& /*head*/, ByteSource& bytes, const ReadOptions& options) const override {
    return CutJsonArray(bytes, {{}, true, JsonRecordLimit(options.max_post_bytes)});
  }

  [[nodiscard]] std::unique_ptr<RecordReader> MakeReader(
      const FileHead& /*head*/, const ExportContext& context,
      const ReadOptions& /*options*/) const override {
    return std::make_unique<XProfileReader>(context);
  }
};

}  // namespace

const PostFormat& XProfileFormat() {
  static const XProfile format;
  return format;
}

}  // namespace gatepost
