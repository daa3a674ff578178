#pragma once

// The entries of one archive, one after the other, read by libarchive, of which only the parts
// named here are switched on: none that starts programs, and no format that nobody packs exports
// in.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "post/byte_source.h"
#include "post/packing.h"
#include "post/random_access.h"
#include "post/walk_guard.h"

namespace gatepost {

struct ArchiveEntry {
  enum class Type : uint8_t {
    kFile,
    kFolder,
    kLink,   // of either kind, without bytes of its own
    kOther,  // a device, pipe or socket, or what nobody knows
  } type = Type::kFile;
  std::string name;           // fit to be shown
  bool is_encrypted = false;  // its bytes cannot be read
  bool has_bytes = false;     // that its type has no place for
};

// Not thread-safe; borrows what it reads and the guard.
class ArchiveReader {
 public:
  // A zip or tar as a stream, in the order of its bytes; or the content of an xz or bzip2 file, as
  // one entry without a name (none, if it is empty).
  ArchiveReader(Packing packing, ByteSource& packed, WalkGuard& guard);
  // A zip by its directory. One whose directory is so large that it takes much memory, or that has
  // none, fails at its first entry: it can be read as a stream.
  ArchiveReader(RandomAccess& packed, WalkGuard& guard);
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  // The next entry; nullopt at the end. An Error says why no more can be read: a fault that the
  // guard knows of, or that of the packed bytes. What was left of the entry before is passed over.
  [[nodiscard]] Result<std::optional<ArchiveEntry>> NextEntry();
  // The next bytes of the entry, valid until the next call; empty at its end. After an Error the
  // next entry may still be read.
  [[nodiscard]] Result<std::string_view> NextBytes();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gatepost
