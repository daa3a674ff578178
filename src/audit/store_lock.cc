#include "audit/store_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "base/system_error.h"

namespace gatepost {

// By flock: SQLite's own locks are of another kind, and the two do not see each other.
Result<StoreLock> StoreLock::Take(const std::string& path) {
  StoreLock lock(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (lock.descriptor_ < 0) return Fail(Unreadable(errno, path));
  if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK) return Fail(Unreadable(errno, path));
  return Fail(
      ErrorCode::kUnreadable,
      "is being written by another audit. Wait for its end, or give this one a store of its "
      "own and join them with 'gatepost audit merge'.",
      {path});
}

StoreLock::~StoreLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace gatepost
