#include <array>

#include "post/front_matter.h"
#include "post/markdown_links.h"
#include "post/member_role.h"
#include "post/post_formats.h"
#include "post/post_maker.h"
#include "post/text_cutter.h"
#include "post/text_sniff.h"
#include "post/written_time.h"

namespace gatepost {
namespace {

void TakeTime(const FrontMatterEntry& entry, PostMaker& maker) {
  const auto time = ParseWrittenTime(entry.value, DateOrder::kDayFirst);
  if (time && !maker.post().published) {
    maker.post().published = time->time;
    return;
  }
  maker.Add(FieldKind::kOther, entry.lines);
  if (time) return;
  maker.AddNote("bad_published",
                "the page has a date that could not be read. It was looked at as a text.");
}

// An entry of a known name is what it says, and any other a text, name and all.
void TakeEntry(const FrontMatterEntry& entry, PostMaker& maker) {
  const auto role = RoleNamed(entry.key);
  const bool is_short = entry.value.find('\n') == std::string::npos;
  if (role && role->use == MemberUse::kField) {
    maker.Add(role->kind, entry.value);
  } else if (role && role->use == MemberUse::kPublished) {
    TakeTime(entry, maker);
  } else if (role && role->use == MemberUse::kAccount && is_short) {
    maker.post().account = maker.Keep(entry.value);
  } else if (role && role->use == MemberUse::kLanguage && is_short) {
    maker.post().language = maker.Keep(entry.value);
  } else {
    maker.Add(FieldKind::kOther, entry.lines);
  }
}

class MarkdownReader final : public RecordReader {
 public:
  explicit MarkdownReader(std::string_view path) : path_(path) {}

  std::optional<Post> Read(const Record& record, PostTexts& texts) override {
    if (WithoutBlank(record.bytes).empty()) return std::nullopt;
    PostMaker maker("markdown", record, texts);
    maker.post().id = maker.Keep(PartName(path_, record));
    std::string_view body = record.bytes;
    if (record.number == 0) {
      const FrontMatter front = FrontMatterOf(body);
      for (const FrontMatterEntry& entry : front.entries) TakeEntry(entry, maker);
      body.remove_prefix(front.size);
    }
    if (!WithoutBlank(body).empty()) maker.Add(FieldKind::kText, body);
    for (const MarkdownLink& link : MarkdownLinksIn(body)) TakeLink(link, maker);
    return maker.Finish();
  }

 private:
  static void TakeLink(const MarkdownLink& link, PostMaker& maker) {
    if (link.is_picture) {
      maker.Add(FieldKind::kAltText, link.words);
      if (maker.post().media < UINT16_MAX) ++maker.post().media;
    }
    maker.Add(FieldKind::kLink, link.target);
    maker.Add(FieldKind::kAltText, link.title);
  }

  std::string path_;
};

class Markdown final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "markdown"; }
  [[nodiscard]] std::string_view title() const override { return "Markdown"; }

  [[nodiscard]] FileRole RoleOf(const FileHead& head) const override {
    static constexpr std::array<std::string_view, 5> kExtensions{"md", "markdown", "mdown", "mkd",
                                                                 "mdx"};
    if (head.begin.empty() || !LooksLikeText(head)) return FileRole::kNotOurs;
    const std::string extension = ExtensionOf(head.path);
    for (const std::string_view known : kExtensions) {
      if (extension == known) return FileRole::kPosts;
    }
    for (const FrontMatterEntry& entry : FrontMatterOf(head.begin).entries) {
      if (entry.key == "title") return FileRole::kPosts;
    }
    return FileRole::kNotOurs;
  }

  [[nodiscard]] std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& /*head*/, ByteSource& bytes, const ReadOptions& options) const override {
    return std::make_unique<TextCutter>(bytes, MaxPartBytes(options));
  }

  [[nodiscard]] std::unique_ptr<RecordReader> MakeReader(
      const FileHead& head, const ExportContext& /*context*/,
      const ReadOptions& /*options*/) const override {
    return std::make_unique<MarkdownReader>(head.path);
  }
};

}  // namespace

const PostFormat& MarkdownFormat() {
  static const Markdown format;
  return format;
}

}  // namespace gatepost
