#include "base/system_error.h"

#include <cerrno>
#include <string>

#include "catch.h"

using namespace gatepost;

TEST_CASE("The system's words fit inside a sentence", "[base][system_error]") {
  CHECK(ReasonOf(EACCES) == "permission denied");
  CHECK(ReasonOf(ENOSPC) == "no space left on device");
  CHECK(ReasonOf(EIO) == "input/output error");
}

TEST_CASE("Why a file is not read is told with what to do", "[base][system_error]") {
  const auto [number, message] = GENERATE(table<int, std::string>({
      {ENOENT, "there is no such file. Check the name."},
      {ENOTDIR, "there is no such file. Check the name."},
      {EISDIR, "is a folder. Name the files in it."},
      {EACCES, "may not be read: permission denied. Give Gatepost the right to read it."},
      {EPERM, "may not be read: operation not permitted. Give Gatepost the right to read it."},
      {EIO, "cannot be read: input/output error. Put that right and try again."},
  }));
  CAPTURE(number);
  const Error error = Unreadable(number, "draft.txt");
  CHECK(error.code == ErrorCode::kUnreadable);
  CHECK(error.ToString() == "draft.txt: " + message);
}
