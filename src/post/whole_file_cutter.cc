#include "post/whole_file_cutter.h"

#include <optional>
#include <string>

namespace gatepost {
namespace {

class WholeFileCutter final : public RecordCutter {
 public:
  WholeFileCutter(ByteSource& bytes, uint64_t max_bytes) : bytes_(bytes), max_bytes_(max_bytes) {}

  Result<std::optional<Record>> Next() override {
    if (is_cut_) return std::nullopt;
    Result<std::string> all = ReadAll(bytes_, max_bytes_);
    if (!all && all.error().code != ErrorCode::kTooLarge) return Fail(all.error());
    is_cut_ = true;
    Record record;
    record.line = 1;
    record.is_too_large = !all.has_value();
    if (all) content_ = std::move(*all);
    record.bytes = content_;
    return record;
  }

 private:
  ByteSource& bytes_;
  uint64_t max_bytes_;
  std::string content_;
  bool is_cut_ = false;
};

}  // namespace

std::unique_ptr<RecordCutter> CutWholeFile(ByteSource& bytes, uint64_t max_bytes) {
  return std::make_unique<WholeFileCutter>(bytes, max_bytes);
}

}  // namespace gatepost
