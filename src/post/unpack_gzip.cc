#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

#include "post/unpacked_source.h"

namespace gatepost {
namespace {

constexpr size_t kBlockBytes = 256 << 10;

// zlib itself, not libarchive's filter, which checks no checksum and passes over what follows.
class GzipSource final : public UnpackedSource {
 public:
  GzipSource(ByteSource& packed, WalkGuard& guard) : UnpackedSource(packed, guard, kBlockBytes) {
    constexpr int kGzipOnly = 16;
    if (::inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~GzipSource() override { ::inflateEnd(&stream_); }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

 protected:
  Step Unpack(std::string_view& packed, std::string& block) override {
    if (!is_in_member_ && !BeginMember(packed)) return {};
    constexpr size_t kMost = std::numeric_limits<uInt>::max();
    const size_t given = std::min(packed.size(), kMost);
    // zlib does not write to its input.
    stream_.next_in =
        static_cast<Bytef*>(const_cast<void*>(static_cast<const void*>(packed.data())));
    stream_.avail_in = static_cast<uInt>(given);
    stream_.next_out = static_cast<Bytef*>(static_cast<void*>(block.data()));
    stream_.avail_out = static_cast<uInt>(block.size());
    const int outcome = ::inflate(&stream_, Z_NO_FLUSH);
    packed.remove_prefix(given - stream_.avail_in);
    if (outcome == Z_STREAM_END) is_in_member_ = false;
    // Z_BUF_ERROR: there is nothing to go on with, which is no fault of the bytes.
    const bool is_well = outcome == Z_OK || outcome == Z_STREAM_END || outcome == Z_BUF_ERROR;
    return {block.size() - stream_.avail_out,
            is_well ? Step::Outcome::kGoesOn : Step::Outcome::kIsDamaged};
  }

  bool is_complete() const override { return !is_in_member_; }

 private:
  // What is written to tapes and blocks is filled up with NULs.
  bool BeginMember(std::string_view& packed) {
    packed.remove_prefix(std::min(packed.find_first_not_of('\0'), packed.size()));
    if (packed.empty()) return false;
    ::inflateReset(&stream_);
    is_in_member_ = true;
    return true;
  }

  z_stream stream_{};
  bool is_in_member_ = true;
};

}  // namespace

std::unique_ptr<ByteSource> UnpackGzip(ByteSource& packed, WalkGuard& guard) {
  return std::make_unique<GzipSource>(packed, guard);
}

}  // namespace gatepost
