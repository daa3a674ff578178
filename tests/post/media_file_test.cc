#include "post/media_file.h"

#include <string>

#include "catch.h"

using namespace gatepost;
using namespace std::string_view_literals;

namespace {

std::string KindOf(std::string_view begin) {
  return std::string(MediaKindOf({"file", begin, true}).value_or("none"));
}

}  // namespace

TEST_CASE("Media are known by how they begin", "[post][media_file]") {
  CHECK(KindOf("\xFF\xD8\xFF\xE0\0\x10JFIF"sv) == "picture (JPEG)");
  CHECK(KindOf("\x89PNG\r\n\x1A\n\0"sv) == "picture (PNG)");
  CHECK(KindOf("GIF89a\1\0\1\0"sv) == "picture (GIF)");
  CHECK(KindOf("RIFF\x24\0\0\0WEBPVP8 "sv) == "picture (WebP)");
  CHECK(KindOf("RIFF\x24\0\0\0WAVEfmt "sv) == "sound (WAV)");
  CHECK(KindOf("\0\0\0\x18"
               "ftypheic\0"sv) == "picture (HEIC)");
  CHECK(KindOf("\0\0\0\x18"
               "ftypisom\0"sv) == "film (MP4)");
  CHECK(KindOf("\0\0\0\x18"
               "ftypqt  \0"sv) == "film (QuickTime)");
  CHECK(KindOf("ID3\4\0\0\0"sv) == "sound (MP3)");
  CHECK(KindOf("OggS\0\2"sv) == "sound or film (Ogg)");
  CHECK(KindOf("wOF2\0\1\0\0"sv) == "font (WOFF)");
}

TEST_CASE("Texts, documents and what is not known are no media", "[post][media_file]") {
  CHECK(KindOf("") == "none");
  CHECK(KindOf("\xFF") == "none");
  CHECK(KindOf("ID3 is how tags begin") == "none");
  CHECK(KindOf("GIF89a is a format") == "none");
  CHECK(KindOf("%PDF-1.7\n\xE2\xE3\xCF\xD3\n") == "none");
  CHECK(KindOf("PK\3\4\x14\0"sv) == "none");
  CHECK(KindOf("RIFF\x24\0\0\0????"sv) == "none");
}
