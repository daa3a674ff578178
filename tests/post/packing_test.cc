#include "post/packing.h"

#include <string>

#include "catch.h"
#include "post/make_archive.h"

using namespace gatepost;

TEST_CASE("What a file is packed as is told by its first bytes", "[post][packing]") {
  const auto of = [](const std::string& bytes) {
    return PackingOf(std::string_view(bytes).substr(0, kPackingBytes), false);
  };
  CHECK(of(MakeArchive({{"a", "1"}})) == Packing::kZip);
  CHECK(of(MakeArchive({})) == Packing::kZip);
  for (const char* format : {"ustar", "pax", "gnutar", "v7tar"}) {
    CHECK(of(MakeArchive({{"a", "1"}}, {format, "none", ""})) == Packing::kTar);
  }
  CHECK(of(Packed("text", "gzip")) == Packing::kGzip);
  CHECK(of(Packed("text", "zstd")) == Packing::kZstd);
  CHECK(of("\x5A\x2A\x4D\x18skipped") == Packing::kZstd);
  CHECK(of(Packed("text", "xz")) == Packing::kXz);
  CHECK(of(Packed("text", "bzip2")) == Packing::kBzip2);
  CHECK(of(Packed("", "bzip2")) == Packing::kBzip2);
}

TEST_CASE("Text that only begins like something packed is not", "[post][packing]") {
  for (const char* text :
       {"", "P", "PK", "PK is a name", "BZh", "BZh91AY: a radio call sign", "\x1F\x8B",
        "\xFD"
        "7zXZ",
        "(\xB5/"}) {
    CHECK(PackingOf(text, true) == Packing::kNone);
  }
  CHECK(PackingOf(std::string(2000, ' '), true) == Packing::kNone);
  CHECK(PackingOf(std::string(2000, '0'), true) == Packing::kNone);
}

TEST_CASE("NULs are a tar without files only if there is nothing else", "[post][packing]") {
  CHECK(PackingOf(std::string(1024, '\0'), true) == Packing::kTar);
  CHECK(PackingOf(std::string(10240, '\0'), true) == Packing::kTar);
  CHECK(PackingOf(std::string(10240, '\0'), false) == Packing::kNone);
  CHECK(PackingOf(std::string(1000, '\0'), true) == Packing::kNone);
}
