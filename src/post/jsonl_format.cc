#include "post/json_record_reader.h"
#include "post/line_cutter.h"
#include "post/post_formats.h"
#include "post/source_buffer.h"
#include "post/text_sniff.h"

namespace gatepost {
namespace {

// The head begins with lines of an object each; with one line alone, it has to be one that is
// known.
bool BeginsWithObjects(const FileHead& head) {
  const std::string_view text = WithoutBlank(head.begin);
  const size_t line_end = text.find('\n');
  const std::string_view line = text.substr(0, line_end);
  if (!line.starts_with('{') || (line_end == std::string_view::npos && !head.is_whole))
    return false;
  JsonTree tree;
  if (!tree.Read(line) || !tree.root().is_object()) return false;
  if (IsKnownRecord(tree.root())) return true;
  const std::string_view rest = text.substr(line.size());
  return WithoutBlank(rest).starts_with('{');
}

class Jsonl final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "jsonl"; }
  [[nodiscard]] std::string_view title() const override { return "JSONL, a post a line"; }

  [[nodiscard]] FileRole RoleOf(const FileHead& head) const override {
    const std::string extension = ExtensionOf(head.path);
    const bool is_named_so = extension == "jsonl" || extension == "ndjson";
    const bool is_text = !head.begin.empty() && HasFewControls(head.begin);
    if (is_named_so && is_text) return FileRole::kPosts;
    return BeginsWithObjects(head) ? FileRole::kPosts : FileRole::kNotOurs;
  }

  [[nodiscard]] std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& /*head*/, ByteSource& bytes, const ReadOptions& options) const override {
    return std::make_unique<LineCutter>(bytes, MaxRecordBytes(options));
  }

  [[nodiscard]] std::unique_ptr<RecordReader> MakeReader(
      const FileHead& /*head*/, const ExportContext& /*context*/,
      const ReadOptions& /*options*/) const override {
    return std::make_unique<JsonRecordReader>("jsonl");
  }
};

}  // namespace

const PostFormat& JsonlFormat() {
  static const Jsonl format;
  return format;
}

}  // namespace gatepost
