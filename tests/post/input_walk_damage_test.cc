// Archives that are cut short or changed, at every place.

#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "post/make_archive.h"
#include "post/walk_recorder.h"

using namespace gatepost;

namespace {

const std::vector<Member> kMembers = {{"data/tweets.js", "window.YTD.tweets.part0 = []"},
                                      {"data/readme.txt", "Call 07700 900123, or 07700 900456"},
                                      {"last", "1"}};

struct Sample {
  std::string bytes;
  size_t told_from = 0;  // the length from which on it is told to be an archive
  bool ends_in_nuls = false;
};

Sample SampleOf(const std::string& format, const std::string& filter) {
  const std::string bytes = format == "raw" ? Packed(kMembers[1].content, filter)
                                            : MakeArchive(kMembers, {format, filter, ""});
  if (filter == "bzip2") return {bytes, 10};
  if (filter == "xz") return {bytes, 6};
  if (filter != "none" || format == "zip") return {bytes, 4};
  return {bytes, 512, true};
}

// The contents that are whole.
std::multiset<std::string> ContentsOf(const Lines& files) {
  std::multiset<std::string> contents;
  for (const std::string& file : files) contents.insert(file.substr(file.find('=') + 1));
  return contents;
}

Sample EachSample() {
  return GENERATE(SampleOf("zip", "none"), SampleOf("ustar", "none"), SampleOf("pax", "none"),
                  SampleOf("gnutar", "none"), SampleOf("raw", "gzip"), SampleOf("raw", "zstd"),
                  SampleOf("raw", "xz"), SampleOf("raw", "bzip2"), SampleOf("ustar", "gzip"),
                  SampleOf("ustar", "zstd"), SampleOf("ustar", "bzip2"));
}

}  // namespace

TEST_CASE("An archive that is cut short at any place is told of", "[post][input_walk]") {
  const Sample sample = EachSample();
  const auto whole = ContentsOf(WalkOf(sample.bytes).files);
  for (size_t size = sample.told_from; size < sample.bytes.size(); ++size) {
    CAPTURE(size, sample.bytes.size());
    const WalkRecorder walk = WalkOf(sample.bytes.substr(0, size));
    const bool is_all_there = sample.ends_in_nuls && ContentsOf(walk.files) == whole;
    REQUIRE((walk.has_unread || is_all_there));
    REQUIRE(walk.problems.size() <= 1);
  }
}

TEST_CASE("An archive within another that is cut short at any place is told of",
          "[post][input_walk]") {
  const Sample sample = EachSample();
  const auto whole = ContentsOf(WalkOf(sample.bytes).files);
  for (size_t size = sample.told_from; size < sample.bytes.size(); size += 7) {
    CAPTURE(size, sample.bytes.size());
    const std::string inner = sample.bytes.substr(0, size);
    const WalkRecorder walk = WalkOf(MakeArchive({{"inner", inner}, {"b", "text"}}));
    auto contents = ContentsOf(walk.files);
    REQUIRE(contents.erase("text") == 1);
    REQUIRE((walk.has_unread || (sample.ends_in_nuls && contents == whole)));
  }
}

TEST_CASE(
    "A byte that is changed at any place of an archive with checksums changes no content in "
    "silence",
    "[post][input_walk]") {
  const Sample sample =
      GENERATE(SampleOf("zip", "none"), SampleOf("raw", "gzip"), SampleOf("raw", "xz"),
               SampleOf("raw", "bzip2"), SampleOf("ustar", "gzip"));
  const auto whole = ContentsOf(WalkOf(sample.bytes).files);
  for (size_t at = sample.told_from; at < sample.bytes.size(); ++at) {
    for (const int change : {0x01, 0x80, 0xFF}) {
      std::string bytes = sample.bytes;
      bytes[at] = static_cast<char>(bytes[at] ^ change);
      CAPTURE(at, change, bytes.size());
      const WalkRecorder walk = WalkOf(bytes);
      CAPTURE(walk.files, walk.problems);
      CHECK((walk.has_unread || ContentsOf(walk.files) == whole));
    }
  }
}

TEST_CASE("A zip whose directory is damaged is read as a stream", "[post][input_walk]") {
  std::string bytes = MakeArchive(kMembers);
  const size_t directory = bytes.find("PK\1\2");
  REQUIRE(directory != std::string::npos);
  bytes[bytes.find("PK\1\2", directory + 1)] = 'X';
  const WalkRecorder walk = WalkOf(bytes);
  CHECK(walk.files.size() == kMembers.size());
  CHECK(walk.problems.empty());
}

TEST_CASE("A tar behind the end of another is read", "[post][input_walk]") {
  const std::string tar = MakeArchive({{"a", "1"}}, {"ustar", "none", ""});
  const WalkRecorder walk = WalkOf(tar + tar);
  CHECK(walk.files == Lines{"a=1", "a=1"});
  CHECK(walk.problems.empty());
  CHECK(WalkOf(tar + std::string(512, 'x')).has_unread);
}

TEST_CASE("A zip too large to be held of which an entry is not found is told of",
          "[post][input_walk]") {
  std::string zip = MakeArchive({{"noise", Noise(40 << 20)}, {"b", "1"}, {"c", "2"}});
  const std::string whole = MakeArchive({{"a.zip", zip}}, {"ustar", "none", ""});
  WalkRecorder walk = WalkOf(whole);
  CHECK(walk.files.size() == 3);
  CHECK(walk.problems.empty());
  zip[zip.rfind("PK\3\4", zip.rfind("PK\3\4") - 1)] = 'X';
  walk = WalkOf(MakeArchive({{"a.zip", zip}}, {"ustar", "none", ""}));
  CHECK(walk.files.size() == 2);
  CHECK(walk.problems == Lines{"unread archive_damaged a.zip"});
}
