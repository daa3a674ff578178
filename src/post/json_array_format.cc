#include "post/json_array_cutter.h"
#include "post/json_record_reader.h"
#include "post/post_formats.h"
#include "post/source_buffer.h"
#include "post/text_sniff.h"

namespace gatepost {
namespace {

// Begins as a JSON array or object does, and prose in brackets does not.
bool BeginsWithJson(std::string_view begin) {
  begin = WithoutBlank(begin);
  const bool is_array = begin.starts_with('[');
  if (!is_array && !begin.starts_with('{')) return false;
  const std::string_view first = WithoutBlank(begin.substr(1));
  return !first.empty() &&
         std::string_view(is_array ? "{[\"]" : "\"}").find(first.front()) != std::string_view::npos;
}

class JsonArray final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "json"; }
  [[nodiscard]] std::string_view title() const override { return "JSON"; }

  [[nodiscard]] FileRole RoleOf(const FileHead& head) const override {
    const bool is_json = HasFewControls(head.begin) && BeginsWithJson(head.begin);
    return is_json ? FileRole::kPosts : FileRole::kNotOurs;
  }

  // Of an object every member is read: which of them has the posts is not known.
  [[nodiscard]] std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& /*head*/, ByteSource& bytes, const ReadOptions& options) const override {
    return CutJsonArray(
        bytes,
        {.keys = {}, .max_record_bytes = MaxRecordBytes(options), .takes_all_members = true});
  }

  [[nodiscard]] std::unique_ptr<RecordReader> MakeReader(
      const FileHead& /*head*/, const ExportContext& /*context*/,
      const ReadOptions& /*options*/) const override {
    return std::make_unique<JsonRecordReader>("json");
  }
};

}  // namespace

const PostFormat& JsonArrayFormat() {
  static const JsonArray format;
  return format;
}

}  // namespace gatepost
