#include "post/media_file.h"

#include <array>

#include "post/text_sniff.h"

namespace gatepost {
namespace {

using namespace std::string_view_literals;

struct Magic {
  size_t at = 0;
  std::string_view bytes;
  std::string_view kind;
  size_t second_at = 0;  // of containers: where it says what is in them
  std::string_view second = {};
};

// The signatures are those of the PRONOM registry (https://www.nationalarchives.gov.uk/PRONOM/);
// the first that fits counts.
// clang-format off: a row a signature
constexpr auto kMagics = std::to_array<Magic>({
    {0, "\xFF\xD8\xFF"sv, "picture (JPEG)"},
    {0, "\x89PNG\r\n\x1A\n"sv, "picture (PNG)"},
    {0, "GIF87a"sv, "picture (GIF)"},
    {0, "GIF89a"sv, "picture (GIF)"},
    {0, "RIFF"sv, "picture (WebP)", 8, "WEBP"sv},
    {0, "RIFF"sv, "sound (WAV)", 8, "WAVE"sv},
    {0, "RIFF"sv, "film (AVI)", 8, "AVI "sv},
    {0, "FORM"sv, "sound (AIFF)", 8, "AIF"sv},
    {4, "ftyp"sv, "picture (HEIC)", 8, "hei"sv},
    {4, "ftyp"sv, "picture (HEIC)", 8, "hev"sv},
    {4, "ftyp"sv, "picture (HEIF)", 8, "mif1"sv},
    {4, "ftyp"sv, "picture (HEIF)", 8, "msf1"sv},
    {4, "ftyp"sv, "picture (AVIF)", 8, "avi"sv},
    {4, "ftyp"sv, "sound (M4A)", 8, "M4A"sv},
    {4, "ftyp"sv, "film (QuickTime)", 8, "qt  "sv},
    {4, "ftyp"sv, "film (MP4)"},
    {4, "moov"sv, "film (QuickTime)"},
    {4, "mdat"sv, "film (QuickTime)"},
    {4, "wide"sv, "film (QuickTime)", 12, "mdat"sv},
    {0, "II*\0"sv, "picture (TIFF)"},
    {0, "MM\0*"sv, "picture (TIFF)"},
    {0, "BM"sv, "picture (BMP)", 6, "\0\0\0\0"sv},
    {0, "\0\0\1\0"sv, "picture (icon)", 9, "\0"sv},
    {0, "8BPS\0\1"sv, "picture (Photoshop)"},
    {0, "\0\0\0\x0CjP  \r\n\x87\n"sv, "picture (JPEG 2000)"},
    {0, "\0\0\0\x0CJXL \r\n\x87\n"sv, "picture (JPEG XL)"},
    {0, "ID3"sv, "sound (MP3)"},
    {0, "\xFF\xFB"sv, "sound (MP3)"},
    {0, "\xFF\xF3"sv, "sound (MP3)"},
    {0, "\xFF\xF2"sv, "sound (MP3)"},
    {0, "\xFF\xF1"sv, "sound (AAC)"},
    {0, "\xFF\xF9"sv, "sound (AAC)"},
    {0, "OggS\0"sv, "sound or film (Ogg)"},
    {0, "fLaC"sv, "sound (FLAC)"},
    {0, "#!AMR"sv, "sound (AMR)"},
    {0, "\x1A\x45\xDF\xA3"sv, "film (Matroska, WebM)"},
    {0, "FLV\1"sv, "film (Flash)"},
    {0, "\x30\x26\xB2\x75\x8E\x66\xCF\x11"sv, "film (Windows Media)"},
    {0, "\0\0\1\xBA"sv, "film (MPEG)"},
    {0, "\0\0\1\xB3"sv, "film (MPEG)"},
    {0, "\0\1\0\0\0"sv, "font (TrueType)"},
    {0, "OTTO\0"sv, "font (OpenType)"},
    {0, "ttcf\0"sv, "font (TrueType)"},
    {0, "wOFF"sv, "font (WOFF)"},
    {0, "wOF2"sv, "font (WOFF)"},
});
// clang-format on

bool StandsAt(std::string_view begin, size_t at, std::string_view bytes) {
  return begin.size() >= at && begin.substr(at).starts_with(bytes);
}

}  // namespace

std::optional<std::string_view> MediaKindOf(const FileHead& head) {
  // Signatures that are letters may begin a text; that is read, then.
  if (LooksLikeText(head)) return std::nullopt;
  for (const Magic& magic : kMagics) {
    const bool fits = StandsAt(head.begin, magic.at, magic.bytes) &&
                      StandsAt(head.begin, magic.second_at, magic.second);
    if (fits) return magic.kind;
  }
  return std::nullopt;
}

}  // namespace gatepost
