#include "post/input_walk.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "post/archive_end.h"
#include "post/archive_reader.h"
#include "post/input_source.h"
#include "post/packing.h"
#include "post/peeked_source.h"
#include "post/text_encoding.h"
#include "post/unpacked_source.h"
#include "post/walk_guard.h"
#include "post/walk_report.h"

namespace gatepost {
namespace {

// A zip that is no file on disk is held in memory up to this size, so that its directory can be
// gone by, which is surer; a larger one is read as a stream.
constexpr size_t kMaxHeldZip = 32 << 20;

// Where in an input the walk stands.
struct Place {
  std::string path;
  uint32_t depth = 0;        // archives around it
  bool is_unpacked = false;  // it is all that a packed file holds: a tar in it makes one of both
};

class EntrySource final : public ByteSource {
 public:
  explicit EntrySource(ArchiveReader& reader) : reader_(reader) {}
  Result<std::string_view> Next() override { return reader_.NextBytes(); }

 private:
  ArchiveReader& reader_;
};

// Status is the visitor's wherever it is returned; what is wrong with the input goes to the report.
class Walker {
 public:
  Walker(const WalkLimits& limits, WalkVisitor& visitor, InputSource& input)
      : limits_(limits),
        visitor_(visitor),
        guard_(limits, input.bytes()),
        report_(visitor, guard_, input) {}

  // `file`: the same bytes, if they can be read at any place.
  Status Visit(const Place& place, ByteSource& bytes, RandomAccess* file);
  // Once all was visited and the input was read to its end.
  Status End();

 private:
  Status VisitFile(const Place& place, PeekedSource& bytes);
  Status WalkPacked(const Place& inner, Packing packing, PeekedSource& bytes);
  Status WalkZip(const Place& inner, PeekedSource& bytes, RandomAccess* file);
  Status WalkStream(const Place& inner, Packing packing, PeekedSource& bytes);
  struct Walked {
    uint64_t entries = 0;
    bool has_reached_end = false;
  };
  // From its first entry on.
  Result<Walked> WalkEntries(const Place& inner, ArchiveReader& reader,
                             Result<std::optional<ArchiveEntry>> next);
  Status VisitEntry(const Place& place, const ArchiveEntry& entry, ArchiveReader& reader);
  Status CheckEnd(const Place& inner, Packing packing, const Walked& walked, TailedSource& bytes);
  Status TellIfEmpty(const Place& inner, const Walked& walked);

  const WalkLimits& limits_;
  WalkVisitor& visitor_;
  WalkGuard guard_;
  WalkReport report_;
};

Status Walker::Visit(const Place& place, ByteSource& bytes, RandomAccess* file) {
  PeekedSource peeked(bytes);
  const std::string_view begin = peeked.Peek(kEncodingBytes);
  const Packing packing = PackingOf(begin, peeked.is_whole());
  if (packing == Packing::kNone) return VisitFile(place, peeked);

  const bool is_tar_in_packed_file = packing == Packing::kTar && place.is_unpacked;
  const Place inner{place.path, is_tar_in_packed_file ? place.depth : place.depth + 1, false};
  if (inner.depth > limits_.max_depth) {
    return report_.Unread(place.path, "archive_depth",
                          "is an archive in " + std::to_string(inner.depth - 1) +
                              " others, and was not read. Raise the limit with --max-depth.");
  }
  if (packing == Packing::kZip) return WalkZip(inner, peeked, file);
  if (packing == Packing::kTar) return WalkStream(inner, packing, peeked);
  return WalkPacked(inner, packing, peeked);
}

Status Walker::VisitFile(const Place& place, PeekedSource& bytes) {
  const std::string_view begin = bytes.Peek(kEncodingBytes);
  if (begin.empty() && bytes.has_failed()) return report_.Faults(place.path);
  const TextEncoding encoding = EncodingOf(begin, bytes.is_whole());
  if (encoding.kind == TextEncoding::Kind::kWindows1252) {
    Status told = report_.Note(place.path, "read_as_windows_1252",
                               "is no UTF-8, and was read as Windows-1252. If it is neither, save "
                               "it as UTF-8.");
    if (!told) return told;
  }
  std::unique_ptr<ByteSource> text;
  if (!encoding.is_utf8()) text = AsUtf8(bytes, encoding);
  FoundFile found{place.path, text ? *text : bytes};
  if (Status visited = visitor_.OnFile(found); !visited) return visited;
  return report_.Faults(place.path);
}

// A packed file without a name of its own.
Status Walker::WalkPacked(const Place& inner, Packing packing, PeekedSource& bytes) {
  const Place content{inner.path, inner.depth, true};
  if (packing == Packing::kGzip) return Visit(content, *UnpackGzip(bytes, guard_), nullptr);
  if (packing == Packing::kZstd) {
    // One window of 2 GiB is enough for a walk.
    const int window_log = inner.depth == 1 ? kMaxZstdWindowLog : kUsualZstdWindowLog;
    return Visit(content, *UnpackZstd(bytes, guard_, window_log), nullptr);
  }
  ArchiveReader reader(packing, bytes, guard_);
  const Result<std::optional<ArchiveEntry>> entry = reader.NextEntry();
  if (!entry) return report_.Faults(inner.path);
  if (!*entry) return Visit(content, *SourceOver({}), nullptr);
  EntrySource source(reader);
  return Visit(content, source, nullptr);
}

Status Walker::WalkZip(const Place& inner, PeekedSource& bytes, RandomAccess* file) {
  std::optional<MemoryAccess> held;
  if (file == nullptr) {
    const std::string_view begin = bytes.Peek(kMaxHeldZip);
    if (bytes.is_whole()) file = &held.emplace(begin);
  }
  if (file == nullptr) return WalkStream(inner, Packing::kZip, bytes);

  ArchiveReader reader(*file, guard_);
  Result<std::optional<ArchiveEntry>> first = reader.NextEntry();
  const bool has_any = first && *first;
  if (!has_any && !(first && HasZipEnd(*file, 0))) {
    (void)guard_.TakeFault();  // the stream may still have all of it, or else finds what is wrong
    return WalkStream(inner, Packing::kZip, bytes);
  }
  const Result<Walked> walked = WalkEntries(inner, reader, std::move(first));
  if (!walked) return Fail(walked.error());
  if (walked->has_reached_end && !HasZipEnd(*file, walked->entries)) {
    (void)guard_.Damaged();
    return report_.Faults(inner.path);
  }
  return TellIfEmpty(inner, *walked);
}

Status Walker::WalkStream(const Place& inner, Packing packing, PeekedSource& bytes) {
  TailedSource tailed(bytes);
  ArchiveReader reader(packing, tailed, guard_);
  const Result<Walked> walked = WalkEntries(inner, reader, reader.NextEntry());
  if (!walked) return Fail(walked.error());
  if (!walked->has_reached_end) return {};
  return CheckEnd(inner, packing, *walked, tailed);
}

Result<Walker::Walked> Walker::WalkEntries(const Place& inner, ArchiveReader& reader,
                                           Result<std::optional<ArchiveEntry>> next) {
  Walked walked;
  while (next && *next && guard_.CountEntry()) {
    ++walked.entries;
    const ArchiveEntry& entry = **next;
    const Place place{inner.path.empty() ? entry.name : inner.path + "/" + entry.name, inner.depth,
                      false};
    if (Status visited = VisitEntry(place, entry, reader); !visited) return Fail(visited.error());
    next = reader.NextEntry();
    if (!next) break;
    // What was found in passing over the rest of the entry.
    if (Status told = report_.Faults(place.path); !told) return Fail(told.error());
  }
  walked.has_reached_end = next && !*next;
  if (Status told = report_.Faults(inner.path); !told) return Fail(told.error());
  return walked;
}

Status Walker::VisitEntry(const Place& place, const ArchiveEntry& entry, ArchiveReader& reader) {
  if (entry.has_bytes) {
    return report_.Unread(place.path, "archive_damaged",
                          "is no file, and yet has bytes, which were not read.");
  }
  switch (entry.type) {
    case ArchiveEntry::Type::kFolder:
      return {};
    case ArchiveEntry::Type::kLink:
      return report_.Note(place.path, "archive_link", "is a link, and was not followed.");
    case ArchiveEntry::Type::kOther:
      return report_.Note(place.path, "archive_special",
                          "is a device, pipe or socket, and was passed over.");
    case ArchiveEntry::Type::kFile:
      break;
  }
  if (entry.is_encrypted) {
    return report_.Unread(place.path, "archive_encrypted",
                          "is encrypted. Unpack it with its password and read the file.");
  }
  EntrySource source(reader);
  return Visit(place, source, nullptr);
}

// That a stream came whole: libarchive takes a tar that breaks off between entries for one that
// ends, and passes over entries of a zip whose begin it does not find.
Status Walker::CheckEnd(const Place& inner, Packing packing, const Walked& walked,
                        TailedSource& bytes) {
  Result<std::string_view> block = bytes.Next();
  while (block && !block->empty()) block = bytes.Next();
  if (!block) return report_.Faults(inner.path);
  const bool is_whole =
      packing == Packing::kTar ? HasTarEnd(bytes.tail()) : HasZipEnd(bytes.tail(), walked.entries);
  if (is_whole) return TellIfEmpty(inner, walked);
  (void)(packing == Packing::kTar ? guard_.CutShort() : guard_.Damaged());
  return report_.Faults(inner.path);
}

Status Walker::TellIfEmpty(const Place& inner, const Walked& walked) {
  if (!walked.has_reached_end || walked.entries > 0) return {};
  return report_.Note(inner.path, "archive_empty", "is an archive that holds nothing.");
}

Status Walker::End() {
  if (Status told = report_.Faults({}); !told) return told;
  return report_.End();
}

// A pipe is read to its end, whatever the visitor took of it, for its hash.
Result<WalkSummary> Finish(InputSource& input) {
  if (input.is_file()) return WalkSummary{input.bytes(), std::nullopt};
  Result<std::string_view> block = input.Next();
  while (block && !block->empty()) block = input.Next();
  if (!block) return WalkSummary{input.bytes(), std::nullopt};
  return WalkSummary{input.bytes(), input.HexDigest()};
}

}  // namespace

Result<WalkSummary> WalkInput(const std::string& path, const WalkLimits& limits,
                              WalkVisitor& visitor) {
  Result<InputDescriptor> descriptor = InputDescriptor::Open(path);
  if (!descriptor) return Fail(descriptor.error());
  InputSource input(std::move(*descriptor),
                    [&visitor](uint64_t position) { visitor.OnPosition(position); });
  Walker walker(limits, visitor, input);
  Status walked = walker.Visit({}, input, input.is_file() ? &input : nullptr);
  if (!walked) return Fail(walked.error());
  Result<WalkSummary> summary = Finish(input);
  if (Status told = walker.End(); !told) return Fail(told.error());
  return summary;
}

}  // namespace gatepost
