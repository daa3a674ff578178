#include "post/byte_source.h"

namespace gatepost {
namespace {

class TextSource final : public ByteSource {
 public:
  TextSource(std::string_view text, size_t block_bytes) : rest_(text), block_bytes_(block_bytes) {}

  Result<std::string_view> Next() override {
    const std::string_view block = rest_.substr(0, block_bytes_);
    rest_.remove_prefix(block.size());
    return block;
  }

 private:
  std::string_view rest_;
  size_t block_bytes_;
};

}  // namespace

std::unique_ptr<ByteSource> SourceOver(std::string_view text, size_t block_bytes) {
  return std::make_unique<TextSource>(text, block_bytes);
}

Result<std::string> ReadAll(ByteSource& source, uint64_t max_bytes) {
  std::string all;
  while (true) {
    const Result<std::string_view> block = source.Next();
    if (!block) return Fail(block.error());
    if (block->empty()) return all;
    if (block->size() > max_bytes - all.size()) {
      return Fail(ErrorCode::kTooLarge,
                  "is larger than the limit of " + std::to_string(max_bytes) + " bytes.");
    }
    all += *block;
  }
}

}  // namespace gatepost
