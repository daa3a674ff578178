#include "post/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <type_traits>
#include <utility>

#include "post/entry_name.h"

namespace gatepost {
namespace {

// A zip's directory is held in memory, at several times its size.
constexpr uint64_t kMaxDirectoryBytes = uint64_t{64} << 20;

// Of a hole in a sparse file; more of what nobody wrote says nothing more.
constexpr std::array<char, 512> kHole{};

struct FreeArchive {
  void operator()(archive* handle) const { archive_read_free(handle); }
};

struct FreeLocale {
  void operator()(locale_t locale) const { ::freelocale(locale); }
};
using Locale = std::unique_ptr<std::remove_pointer_t<locale_t>, FreeLocale>;

// libarchive turns names that are UTF-8 into those of the locale: of this thread, for a while,
// UTF-8.
class LocaleForNames {
 public:
  explicit LocaleForNames(const Locale& locale) : previous_(::uselocale(locale.get())) {}
  ~LocaleForNames() { ::uselocale(previous_); }
  LocaleForNames(const LocaleForNames&) = delete;
  LocaleForNames& operator=(const LocaleForNames&) = delete;

 private:
  locale_t previous_;
};

// Where the packed bytes come from: `source`, or `file` from `offset` on.
struct PackedBytes {
  ByteSource* source = nullptr;
  RandomAccess* file = nullptr;
  uint64_t offset = 0;
  uint64_t may_read = 0;  // of the file, before its first entry
  bool has_entry = false;
  uint64_t given = 0;
  std::optional<Error> failure;

  Result<std::string_view> Next() {
    if (source != nullptr) return source->Next();
    Result<std::string_view> block = file->ReadAt(offset);
    if (!block) return block;
    offset += block->size();
    if (!has_entry && block->size() > may_read) {
      return Fail(ErrorCode::kTooLarge, "has a directory too large to be held in memory.");
    }
    if (!has_entry) may_read -= block->size();
    return block;
  }
};

la_ssize_t ReadPacked(archive* handle, void* data, const void** block) {
  auto& packed = *static_cast<PackedBytes*>(data);
  Result<std::string_view> next = packed.Next();
  if (!next) {
    packed.failure = std::move(next).error();
    archive_set_error(handle, EIO, "the packed bytes cannot be read");
    return ARCHIVE_FATAL;
  }
  packed.given += next->size();
  *block = next->data();
  return static_cast<la_ssize_t>(next->size());
}

la_int64_t SeekPacked(archive* /*handle*/, void* data, la_int64_t offset, int whence) {
  auto& packed = *static_cast<PackedBytes*>(data);
  const auto size = static_cast<la_int64_t>(packed.file->size());
  la_int64_t from = 0;
  if (whence == SEEK_CUR) from = static_cast<la_int64_t>(packed.offset);
  if (whence == SEEK_END) from = size;
  // Archives say any offset they like.
  la_int64_t target = 0;
  if (__builtin_add_overflow(from, offset, &target) || target < 0 || target > size) {
    return ARCHIVE_FATAL;
  }
  packed.offset = static_cast<uint64_t>(target);
  return target;
}

la_int64_t SkipPacked(archive* /*handle*/, void* data, la_int64_t bytes) {
  auto& packed = *static_cast<PackedBytes*>(data);
  const uint64_t left = packed.file->size() - packed.offset;
  const uint64_t skipped = std::min(left, static_cast<uint64_t>(std::max<la_int64_t>(bytes, 0)));
  packed.offset += skipped;
  return static_cast<la_int64_t>(skipped);
}

void SwitchOn(archive* handle, Packing packing, bool by_directory) {
  switch (packing) {
    case Packing::kZip:
      by_directory ? archive_read_support_format_zip_seekable(handle)
                   : archive_read_support_format_zip_streamable(handle);
      break;
    case Packing::kTar:
      archive_read_support_format_tar(handle);
      // What stands behind the end of a tar may be another.
      archive_read_set_format_option(handle, "tar", "read_concatenated_archives", "1");
      break;
    case Packing::kXz:
      archive_read_support_filter_xz(handle);
      break;
    case Packing::kBzip2:
      archive_read_support_filter_bzip2(handle);
      break;
    default:
      break;
  }
  if (packing == Packing::kXz || packing == Packing::kBzip2) {
    archive_read_support_format_raw(handle);
    archive_read_support_format_empty(handle);
  }
}

ArchiveEntry::Type TypeOf(archive_entry* entry) {
  const bool is_empty = archive_entry_size_is_set(entry) == 0 || archive_entry_size(entry) == 0;
  // A link to a file that came before; one that brings the file's bytes along is a file.
  if (archive_entry_hardlink(entry) != nullptr && is_empty) return ArchiveEntry::Type::kLink;
  switch (archive_entry_filetype(entry)) {
    case AE_IFDIR:
      return ArchiveEntry::Type::kFolder;
    case AE_IFLNK:
      return ArchiveEntry::Type::kLink;
    case AE_IFREG:
    case 0:
      return ArchiveEntry::Type::kFile;
    default:
      return ArchiveEntry::Type::kOther;
  }
}

ArchiveEntry EntryOf(archive_entry* entry, Packing packing) {
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr) name = archive_entry_pathname_utf8(entry);
  ArchiveEntry ours;
  ours.type = TypeOf(entry);
  ours.name = CleanEntryName(name == nullptr ? "" : name,
                             packing == Packing::kZip ? NameBytes::kCp437 : NameBytes::kUnknown);
  ours.is_encrypted = archive_entry_is_encrypted(entry) != 0;
  ours.has_bytes = ours.type != ArchiveEntry::Type::kFile && archive_entry_size(entry) > 0;
  return ours;
}

}  // namespace

struct ArchiveReader::State {
  Packing packing = Packing::kNone;
  WalkGuard* guard = nullptr;
  PackedBytes packed;
  Locale locale{::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)};
  std::unique_ptr<archive, FreeArchive> handle{archive_read_new()};
  bool is_open = false;
  std::optional<Error> failure;        // nothing more can be read
  std::optional<Error> entry_failure;  // nothing more of the entry
  bool is_at_end_of_entry = true;
  int64_t entry_offset = 0;      // of its bytes that were given
  std::string_view behind_hole;  // a block that is still to be given

  Status Open();
  Error Failure();
  Status PassOver();
  Result<std::string_view> NextBlock();
  Result<std::string_view> EndOfEntry();
  bool is_packed_file() const { return packing == Packing::kXz || packing == Packing::kBzip2; }
  bool counts_bytes() const { return packing != Packing::kTar; }  // a tar is as large as its files
};

Status ArchiveReader::State::Open() {
  is_open = true;
  SwitchOn(handle.get(), packing, packed.file != nullptr);
  archive_read_set_read_callback(handle.get(), ReadPacked);
  if (packed.file != nullptr) {
    archive_read_set_seek_callback(handle.get(), SeekPacked);
    archive_read_set_skip_callback(handle.get(), SkipPacked);
  }
  archive_read_set_callback_data(handle.get(), &packed);
  const int outcome = archive_read_open1(handle.get());
  if (outcome < ARCHIVE_WARN) return Fail(Failure());
  // "raw" takes any bytes: without the filter it would give them as they are packed.
  const int filter = archive_filter_code(handle.get(), 0);
  if (packing == Packing::kXz && filter != ARCHIVE_FILTER_XZ) return Fail(guard->Damaged());
  if (packing == Packing::kBzip2 && filter != ARCHIVE_FILTER_BZIP2) return Fail(guard->Damaged());
  return {};
}

// Why libarchive goes no further: what it reads from failed, which is told already, or it is to be
// told now.
Error ArchiveReader::State::Failure() {
  if (packed.failure) {
    if (packed.source != nullptr) return *packed.failure;
    return guard->Fault(packed.failure->code, "input_unreadable", packed.failure->message);
  }
  const char* words = archive_error_string(handle.get());
  const std::string_view reason = words == nullptr ? std::string_view() : words;
  if (reason.starts_with("Unsupported")) return guard->Unsupported();
  if (reason.starts_with("Truncated")) return guard->CutShort();
  return guard->Damaged();
}

ArchiveReader::ArchiveReader(Packing packing, ByteSource& packed, WalkGuard& guard)
    : state_(std::make_unique<State>()) {
  state_->packing = packing;
  state_->guard = &guard;
  state_->packed.source = &packed;
}

ArchiveReader::ArchiveReader(RandomAccess& packed, WalkGuard& guard)
    : state_(std::make_unique<State>()) {
  state_->packing = Packing::kZip;
  state_->guard = &guard;
  state_->packed.file = &packed;
  state_->packed.may_read = kMaxDirectoryBytes;
}

ArchiveReader::~ArchiveReader() = default;

// Reads the rest of an entry of a stream ourselves: libarchive would unpack it too, to see how long
// it is, and count nothing.
Status ArchiveReader::State::PassOver() {
  if (packing != Packing::kZip || packed.file != nullptr) return {};
  while (!is_at_end_of_entry && !entry_failure && !failure) {
    const Result<std::string_view> block = NextBlock();
    if (!block) break;
    is_at_end_of_entry = block->empty();
  }
  if (failure) return Fail(*failure);
  return {};
}

Result<std::optional<ArchiveEntry>> ArchiveReader::NextEntry() {
  State& state = *state_;
  if (state.failure) return Fail(*state.failure);
  if (Status passed = state.PassOver(); !passed) return Fail(passed.error());
  const LocaleForNames locale(state.locale);
  if (!state.is_open) {
    if (Status opened = state.Open(); !opened) {
      state.failure = opened.error();
      return Fail(*state.failure);
    }
  }
  archive_entry* entry = nullptr;
  const int outcome = archive_read_next_header(state.handle.get(), &entry);
  if (outcome == ARCHIVE_EOF) return std::nullopt;
  if (outcome != ARCHIVE_OK && outcome != ARCHIVE_WARN) {
    state.failure = state.Failure();
    return Fail(*state.failure);
  }
  state.packed.has_entry = true;
  state.entry_failure.reset();
  state.entry_offset = 0;
  state.behind_hole = {};
  ArchiveEntry ours = EntryOf(entry, state.packing);
  state.is_at_end_of_entry = ours.is_encrypted;  // then libarchive passes over it unread
  return ours;
}

// The end of an entry, unless it is that of a packed file and something else follows, which
// libarchive passes over.
Result<std::string_view> ArchiveReader::State::EndOfEntry() {
  if (!is_packed_file()) return std::string_view();
  const auto taken = static_cast<uint64_t>(archive_filter_bytes(handle.get(), -1));
  const Result<std::string_view> more = packed.Next();
  if (!more) return Fail(more.error());
  if (more->empty() && taken == packed.given) return std::string_view();
  failure = guard->Damaged();
  return Fail(*failure);
}

Result<std::string_view> ArchiveReader::State::NextBlock() {
  if (!behind_hole.empty()) return std::exchange(behind_hole, {});
  const void* bytes = nullptr;
  size_t size = 0;
  la_int64_t offset = 0;
  int outcome = ARCHIVE_OK;
  do {
    outcome = archive_read_data_block(handle.get(), &bytes, &size, &offset);
  } while (outcome == ARCHIVE_OK && size == 0);
  if (outcome == ARCHIVE_EOF) return EndOfEntry();
  if (outcome != ARCHIVE_OK) {
    entry_failure = Failure();
    if (outcome == ARCHIVE_FATAL) failure = entry_failure;
    // A checksum that is wrong comes with the last bytes.
    if (outcome != ARCHIVE_WARN || size == 0) return Fail(*entry_failure);
  }
  if (counts_bytes()) {
    if (Status counted = guard->CountBytes(size); !counted) {
      failure = counted.error();
      return Fail(*failure);
    }
  }
  const std::string_view block(static_cast<const char*>(bytes), size);
  const bool is_behind_hole = offset > entry_offset;
  entry_offset = offset + static_cast<int64_t>(size);
  if (!is_behind_hole) return block;
  behind_hole = block;
  return std::string_view(kHole.data(), kHole.size());
}

Result<std::string_view> ArchiveReader::NextBytes() {
  State& state = *state_;
  if (state.entry_failure) return Fail(*state.entry_failure);
  if (state.failure) return Fail(*state.failure);
  if (state.is_at_end_of_entry) return std::string_view();
  Result<std::string_view> block = state.NextBlock();
  state.is_at_end_of_entry = block && block->empty();
  return block;
}

}  // namespace gatepost
