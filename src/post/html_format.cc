#include <utility>

#include "base/ascii.h"
#include "post/html_entity.h"
#include "post/html_text.h"
#include "post/html_tokens.h"
#include "post/post_formats.h"
#include "post/post_maker.h"
#include "post/source_buffer.h"
#include "post/text_sniff.h"
#include "post/whole_file_cutter.h"

namespace gatepost {
namespace {

bool BeginsAsPage(std::string_view begin) {
  begin = WithoutBlank(begin);
  constexpr std::string_view kDoctype = "<!doctype html";
  constexpr std::string_view kRoot = "<html";
  return EqualsLower(begin.substr(0, kDoctype.size()), kDoctype) ||
         EqualsLower(begin.substr(0, kRoot.size()), kRoot);
}

// What a page says of itself to others: descriptions, previews.
void AddMetaTexts(std::string_view html, PostMaker& maker) {
  HtmlTokens tokens(html);
  while (const HtmlToken* token = tokens.Next()) {
    const bool is_meta =
        token->type == HtmlToken::Type::kStartTag && EqualsLower(token->name, "meta");
    if (!is_meta) continue;
    for (const HtmlAttribute& attribute : token->attributes) {
      if (!EqualsLower(attribute.name, "content")) continue;
      maker.Add(FieldKind::kOther, DecodedAttribute(attribute.value));
    }
  }
}

class HtmlReader final : public RecordReader {
 public:
  explicit HtmlReader(std::string_view path) : path_(path) {}

  std::optional<Post> Read(const Record& record, PostTexts& texts) override {
    if (record.is_too_large) return TooLargePost("html", record, texts);
    PostMaker maker("html", record, texts);
    HtmlText html = ReadHtml(record.bytes);
    maker.Add(FieldKind::kText, html.text);
    if (!html.text.empty()) {
      maker.post().fields.back().source = texts.Keep(std::move(html.source));
    }
    for (const HtmlLink& link : html.links) maker.Add(FieldKind::kLink, link.target);
    for (const std::string& alt : html.alt_texts) maker.Add(FieldKind::kAltText, alt);
    for (const std::string& comment : html.comments) maker.Add(FieldKind::kOther, comment);
    AddMetaTexts(record.bytes, maker);
    if (maker.post().fields.empty()) return std::nullopt;
    maker.post().id = maker.Keep(path_);
    return maker.Finish();
  }

 private:
  std::string path_;
};

class Html final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "html"; }
  [[nodiscard]] std::string_view title() const override { return "web page (HTML)"; }

  [[nodiscard]] FileRole RoleOf(const FileHead& head) const override {
    if (head.begin.empty() || !LooksLikeText(head)) return FileRole::kNotOurs;
    const std::string extension = ExtensionOf(head.path);
    const bool is_named_so = extension == "html" || extension == "htm" || extension == "xhtml";
    return is_named_so || BeginsAsPage(head.begin) ? FileRole::kPosts : FileRole::kNotOurs;
  }

  [[nodiscard]] std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& /*head*/, ByteSource& bytes, const ReadOptions& options) const override {
    return CutWholeFile(bytes, MaxRecordBytes(options));
  }

  [[nodiscard]] std::unique_ptr<RecordReader> MakeReader(
      const FileHead& head, const ExportContext& /*context*/,
      const ReadOptions& /*options*/) const override {
    return std::make_unique<HtmlReader>(head.path);
  }
};

}  // namespace

const PostFormat& HtmlFormat() {
  static const Html format;
  return format;
}

}  // namespace gatepost
