#include "post/post_formats.h"
#include "post/post_maker.h"
#include "post/text_cutter.h"
#include "post/text_sniff.h"

namespace gatepost {
namespace {

class TextReader final : public RecordReader {
 public:
  explicit TextReader(std::string_view path) : path_(path) {}

  std::optional<Post> Read(const Record& record, PostTexts& texts) override {
    if (WithoutBlank(record.bytes).empty()) return std::nullopt;
    PostMaker maker("text", record, texts);
    maker.post().id = maker.Keep(PartName(path_, record));
    maker.Add(FieldKind::kText, record.bytes);
    return maker.Finish();
  }

 private:
  std::string path_;
};

class Text final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "text"; }
  [[nodiscard]] std::string_view title() const override { return "plain text"; }

  [[nodiscard]] FileRole RoleOf(const FileHead& head) const override {
    const bool is_text = !head.begin.empty() && LooksLikeText(head);
    return is_text ? FileRole::kPosts : FileRole::kNotOurs;
  }

  [[nodiscard]] std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& /*head*/, ByteSource& bytes, const ReadOptions& options) const override {
    return std::make_unique<TextCutter>(bytes, MaxPartBytes(options));
  }

  [[nodiscard]] std::unique_ptr<RecordReader> MakeReader(
      const FileHead& head, const ExportContext& /*context*/,
      const ReadOptions& /*options*/) const override {
    return std::make_unique<TextReader>(head.path);
  }
};

}  // namespace

const PostFormat& TextFormat() {
  static const Text format;
  return format;
}

}  // namespace gatepost
