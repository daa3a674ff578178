#include "audit/file_list.h"

#include <string>

#include "catch.h"

using namespace gatepost;

TEST_CASE("Files are kept as they come, and summed up beyond what is kept", "[audit][file_list]") {
  FileList list;
  AuditFile file;
  file.format = "x";
  file.posts = 2;
  file.declared = 3;
  for (size_t i = 0; i < FileList::kMaxKept; ++i) {
    file.path = std::to_string(i);
    list.Add(file);
  }
  CHECK(list.files().size() == FileList::kMaxKept);
  for (int i = 0; i < 5; ++i) list.Add(file);
  file.state = AuditFile::State::kUnread;
  list.Add(file);
  file.format = "mastodon";
  list.Add(file);
  list.Add(file);
  REQUIRE(list.files().size() == FileList::kMaxKept + 3);
  CHECK(list.files()[7].path == "7");
  CHECK(list.files()[7].declared == 3);
  const AuditFile& summed = list.files()[FileList::kMaxKept];
  CHECK(summed.path == "(further files)");
  CHECK(summed.posts == 10);
  CHECK_FALSE(summed.declared);
  CHECK(list.files()[FileList::kMaxKept + 1].state == AuditFile::State::kUnread);
  CHECK(list.files()[FileList::kMaxKept + 2].format == "mastodon");
  CHECK(list.files()[FileList::kMaxKept + 2].posts == 4);
}
