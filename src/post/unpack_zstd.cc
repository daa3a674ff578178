#include <zstd.h>
#include <zstd_errors.h>

#include <new>

#include "post/unpacked_source.h"

namespace gatepost {
namespace {

struct FreeContext {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// libzstd itself, not libarchive's filter, which refuses windows of over 128 MiB.
class ZstdSource final : public UnpackedSource {
 public:
  ZstdSource(ByteSource& packed, WalkGuard& guard, int max_window_log)
      : UnpackedSource(packed, guard, ZSTD_DStreamOutSize()), context_(ZSTD_createDCtx()) {
    if (!context_ || ZSTD_isError(ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax,
                                                         max_window_log)) != 0) {
      throw std::bad_alloc();
    }
  }

 protected:
  Step Unpack(std::string_view& packed, std::string& block) override {
    if (!is_in_frame_ && packed.empty()) return {};
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer out{block.data(), block.size(), 0};
    const size_t outcome = ZSTD_decompressStream(context_.get(), &out, &in);
    packed.remove_prefix(in.pos);
    if (ZSTD_isError(outcome) != 0) return {out.pos, OutcomeOf(ZSTD_getErrorCode(outcome))};
    is_in_frame_ = outcome != 0;
    return {out.pos, Step::Outcome::kGoesOn};
  }

  bool is_complete() const override { return !is_in_frame_; }

 private:
  static Step::Outcome OutcomeOf(ZSTD_ErrorCode error) {
    switch (error) {
      case ZSTD_error_frameParameter_windowTooLarge:
      case ZSTD_error_frameParameter_unsupported:
      case ZSTD_error_version_unsupported:
      case ZSTD_error_dictionary_wrong:
      case ZSTD_error_memory_allocation:
        return Step::Outcome::kIsUnsupported;
      default:
        return Step::Outcome::kIsDamaged;
    }
  }

  std::unique_ptr<ZSTD_DCtx, FreeContext> context_;
  bool is_in_frame_ = true;
};

}  // namespace

std::unique_ptr<ByteSource> UnpackZstd(ByteSource& packed, WalkGuard& guard, int max_window_log) {
  return std::make_unique<ZstdSource>(packed, guard, max_window_log);
}

}  // namespace gatepost
