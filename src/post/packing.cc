#include "post/packing.h"

#include <optional>

namespace gatepost {
namespace {

using namespace std::string_view_literals;

uint8_t Byte(std::string_view bytes, size_t at) { return static_cast<uint8_t>(bytes[at]); }

// A local header, the end of an archive without files, or the mark of one in several volumes.
bool IsZip(std::string_view begin) {
  return begin.starts_with("PK\3\4") || begin.starts_with("PK\5\6") ||
         begin.starts_with("PK\7\x08PK\3\4");
}

// RFC 8878: a frame, or one that is to be skipped.
bool IsZstd(std::string_view begin) {
  if (begin.starts_with("\x28\xB5\x2F\xFD")) return true;
  return begin.size() >= 4 && (Byte(begin, 0) & 0xF0U) == 0x50 &&
         begin.substr(1, 3) == "\x2A\x4D\x18"sv;
}

// The mark of a level, then that of a first block or of the end.
bool IsBzip2(std::string_view begin) {
  if (begin.size() < 10 || !begin.starts_with("BZh") || begin[3] < '1' || begin[3] > '9') {
    return false;
  }
  const std::string_view mark = begin.substr(4, 6);
  return mark == "\x31\x41\x59\x26\x53\x59"sv || mark == "\x17\x72\x45\x38\x50\x90"sv;
}

// An octal number as tar writes it: blanks before, a blank or NUL behind.
std::optional<uint32_t> OctalOf(std::string_view digits) {
  const size_t first = digits.find_first_not_of(' ');
  if (first == std::string_view::npos) return std::nullopt;
  uint32_t number = 0;
  size_t at = first;
  for (; at < digits.size() && digits[at] >= '0' && digits[at] <= '7'; ++at) {
    number = number * 8 + static_cast<uint32_t>(digits[at] - '0');
  }
  if (at == first) return std::nullopt;
  const bool ends_well = digits.find_first_not_of(" \0"sv, at) == std::string_view::npos;
  return ends_well ? std::optional(number) : std::nullopt;
}

// POSIX ustar, and the tar before it: a header's sum, taken with blanks in the place of itself.
bool IsTarHeader(std::string_view header) {
  constexpr size_t kSumBegin = 148;
  constexpr size_t kSumEnd = 156;
  const auto sum = OctalOf(header.substr(kSumBegin, kSumEnd - kSumBegin));
  if (!sum || header[0] == '\0') return false;
  uint32_t counted = 0;
  for (size_t at = 0; at < header.size(); ++at) {
    const bool is_of_sum = at >= kSumBegin && at < kSumEnd;
    counted += is_of_sum ? uint8_t{' '} : Byte(header, at);
  }
  return counted == *sum;
}

bool IsTar(std::string_view begin, bool is_whole) {
  constexpr size_t kBlock = 512;
  if (begin.size() < kBlock) return false;
  if (IsTarHeader(begin.substr(0, kBlock))) return true;
  return is_whole && begin.size() >= 2 * kBlock && begin.size() % kBlock == 0 &&
         begin.find_first_not_of('\0') == std::string_view::npos;
}

}  // namespace

Packing PackingOf(std::string_view begin, bool is_whole) {
  if (IsZip(begin)) return Packing::kZip;
  if (begin.starts_with("\x1F\x8B\x08")) return Packing::kGzip;
  if (IsZstd(begin)) return Packing::kZstd;
  if (begin.starts_with("\xFD"
                        "7zXZ\0"sv)) {
    return Packing::kXz;
  }
  if (IsBzip2(begin)) return Packing::kBzip2;
  return IsTar(begin, is_whole) ? Packing::kTar : Packing::kNone;
}

std::string_view NameOf(Packing packing) {
  switch (packing) {
    case Packing::kNone:
      break;
    case Packing::kZip:
      return "zip";
    case Packing::kTar:
      return "tar";
    case Packing::kGzip:
      return "gzip";
    case Packing::kZstd:
      return "zstd";
    case Packing::kXz:
      return "xz";
    case Packing::kBzip2:
      return "bzip2";
  }
  return "none";
}

}  // namespace gatepost
