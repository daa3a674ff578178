#include "post/make_archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <memory>

#include "catch.h"

namespace gatepost {
namespace {

struct FreeWriter {
  void operator()(archive* handle) const { archive_write_free(handle); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

la_ssize_t Append(archive* /*handle*/, void* data, const void* bytes, size_t size) {
  static_cast<std::string*>(data)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

unsigned ModeOf(Member::Type type) {
  switch (type) {
    case Member::Type::kFolder:
      return AE_IFDIR;
    case Member::Type::kLink:
      return AE_IFLNK;
    case Member::Type::kPipe:
      return AE_IFIFO;
    default:
      return AE_IFREG;
  }
}

void WriteMember(archive* writer, const Member& member) {
  const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), member.name.c_str());
  archive_entry_set_filetype(entry.get(), ModeOf(member.type));
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), 1'000'000'000, 0);
  archive_entry_set_size(entry.get(), 0);
  if (member.type == Member::Type::kLink) {
    archive_entry_set_symlink(entry.get(), member.content.c_str());
  } else if (member.type == Member::Type::kHardLink) {
    archive_entry_set_hardlink(entry.get(), member.content.c_str());
  } else {
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(member.content.size()));
  }
  CAPTURE(archive_error_string(writer));
  REQUIRE(archive_write_header(writer, entry.get()) >= ARCHIVE_WARN);
  if (archive_entry_size(entry.get()) == 0) return;
  REQUIRE(archive_write_data(writer, member.content.data(), member.content.size()) >= 0);
}

}  // namespace

std::string MakeArchive(const std::vector<Member>& members, const Recipe& recipe) {
  std::string bytes;
  const std::unique_ptr<archive, FreeWriter> writer(archive_write_new());
  REQUIRE(archive_write_set_format_by_name(writer.get(), recipe.format.c_str()) == ARCHIVE_OK);
  if (recipe.filter != "none") {
    REQUIRE(archive_write_add_filter_by_name(writer.get(), recipe.filter.c_str()) == ARCHIVE_OK);
  }
  if (!recipe.options.empty()) {
    REQUIRE(archive_write_set_options(writer.get(), recipe.options.c_str()) == ARCHIVE_OK);
  }
  archive_write_set_passphrase(writer.get(), "password");
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  REQUIRE(archive_write_open(writer.get(), &bytes, nullptr, Append, nullptr) == ARCHIVE_OK);
  for (const Member& member : members) WriteMember(writer.get(), member);
  REQUIRE(archive_write_close(writer.get()) == ARCHIVE_OK);
  return bytes;
}

std::string Noise(size_t bytes) {
  std::string noise(bytes, '\0');
  uint32_t state = 1;
  for (char& c : noise) {
    state = state * 1664525 + 1013904223;
    c = static_cast<char>(state >> 24U);
  }
  return noise;
}

std::string Packed(const std::string& content, const std::string& filter) {
  return MakeArchive({{"content", content}}, {"raw", filter, ""});
}

}  // namespace gatepost
