#pragma once

// Single packed files as streams of what they hold: gzip and zstd. (xz and bzip2 are read by
// ArchiveReader.) Several of them, one after the other, are read as one; what follows them must be
// another or, after gzip, NULs.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "post/byte_source.h"
#include "post/walk_guard.h"

namespace gatepost {

// What such sources share; they borrow the packed bytes and the guard. Checksums are checked.
class UnpackedSource : public ByteSource {
 public:
  [[nodiscard]] Result<std::string_view> Next() final;

 protected:
  UnpackedSource(ByteSource& packed, WalkGuard& guard, size_t block_bytes)
      : packed_(packed), guard_(guard), block_(block_bytes, '\0') {}

  // How far a step came: bytes put into the block, and whether what follows makes no sense.
  struct Step {
    size_t made = 0;
    enum class Outcome : uint8_t { kGoesOn, kIsDamaged, kIsUnsupported } outcome = Outcome::kGoesOn;
  };
  // Takes bytes off the front of `packed`, which is empty at the end of the source, and fills
  // `block`. Makes nothing only if it has taken everything.
  [[nodiscard]] virtual Step Unpack(std::string_view& packed, std::string& block) = 0;
  // All that was begun has come to its end.
  [[nodiscard]] virtual bool is_complete() const = 0;

 private:
  [[nodiscard]] Status Fetch();
  [[nodiscard]] Result<size_t> Fill();

  ByteSource& packed_;
  WalkGuard& guard_;
  std::string block_;
  std::string_view pending_;  // of the packed bytes
  bool has_ended_ = false;
  Step::Outcome outcome_ = Step::Outcome::kGoesOn;
  std::optional<Error> failure_;
};

[[nodiscard]] std::unique_ptr<ByteSource> UnpackGzip(ByteSource& packed, WalkGuard& guard);

// `max_window_log`: the logarithm of the memory that a frame may ask for. Archives of whole
// platforms are packed with 2 GiB.
inline constexpr int kMaxZstdWindowLog = 31;
inline constexpr int kUsualZstdWindowLog = 27;
[[nodiscard]] std::unique_ptr<ByteSource> UnpackZstd(ByteSource& packed, WalkGuard& guard,
                                                     int max_window_log);

}  // namespace gatepost
