#pragma once

// A folder that nobody but this user can read or write: where what a program trusts is kept between
// its runs.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/shared_bytes.h"

namespace gatepost {

// Where the bytes of its files are when they have been read.
enum class Reading : uint8_t {
  kCopied,
  // Where the system has them: sooner, for programs that end soon. Files are put in place whole and
  // then stay as they are; but should one be cut short all the same, what touches it ends the
  // program.
  kMapped,
};

// An open folder; what happens to its path afterwards does not matter. Several processes may use
// it at once. Names are those of files directly in it, without a slash.
class PrivateFolder {
 public:
  // Makes the folder, and those above it, where absent. kUnreadable if that fails, and if what is
  // there is a link, is not this user's, or is open to others in any way.
  [[nodiscard]] static Result<PrivateFolder> Open(const std::filesystem::path& path,
                                                  Reading reading = Reading::kCopied);
  PrivateFolder(PrivateFolder&& other) noexcept;
  PrivateFolder& operator=(PrivateFolder&& other) noexcept;
  ~PrivateFolder();

  // The file's bytes, where a list of any numbers may lie. kUnreadable if it is absent, no plain
  // file, not this user's, or open to others; kTooLarge if over `max_bytes`.
  [[nodiscard]] Result<SharedBytes> Read(const std::string& name, uint64_t max_bytes) const;

  // Puts `content` in the file's place in one step: readers see all of the old or all of the new.
  [[nodiscard]] Status Write(const std::string& name, std::string_view content) const;

  // Removes all but the `count` newest of the files whose names end in `suffix`.
  [[nodiscard]] Status KeepNewest(std::string_view suffix, size_t count) const;

 private:
  PrivateFolder(int descriptor, std::filesystem::path path, Reading reading)
      : descriptor_(descriptor), path_(std::move(path)), reading_(reading) {}
  [[nodiscard]] tl::unexpected<Error> Failed(const std::string& name, const char* what) const;

  int descriptor_;
  std::filesystem::path path_;  // for messages
  Reading reading_;
};

}  // namespace gatepost
