#pragma once

// What the files of exports say about each other: whose account it is, how many posts there should
// be. Collected from all inputs before any is read.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "post/byte_source.h"
#include "post/post_format.h"

namespace gatepost {

// Where a file is: the input, and the path in it (empty: the input itself).
struct FilePlace {
  std::string_view input;
  std::string_view path;
};

// A context is that of the folder of the files it was learned from, and of all folders below.
class ExportContexts {
 public:
  // More are not kept: an archive has as many as it likes.
  static constexpr size_t kMaxFolders = 200'000;

  // Reads from the file what it says about others.
  [[nodiscard]] Status Survey(const FilePlace& place, ByteSource& bytes);
  // The same of a file whose format is known; `bytes` begin with those of the head.
  void Survey(const FilePlace& place, const PostFormat& format, const FileHead& head,
              ByteSource& bytes);
  // That of the nearest folder above the file; an empty one if there is none. Stays where it is.
  [[nodiscard]] const ExportContext& Of(const FilePlace& place) const;
  // How many records the export says the file has; nullopt if it says nothing.
  [[nodiscard]] std::optional<uint64_t> DeclaredOf(const FilePlace& place) const;
  // Gives each file that an export says it has records in, and that was not seen: its folder, its
  // name as the export has it, and the records.
  void ForEachMissing(
      const std::function<void(const std::string&, const std::string&, uint64_t)>& take) const;
  // Folders beyond kMaxFolders whose files say something: posts there lack it.
  [[nodiscard]] uint64_t folders_left_out() const { return folders_left_out_; }
  // A digest of what is known about the file, 64 hex digits.
  [[nodiscard]] std::string DigestOf(const FilePlace& place) const;

 private:
  struct Folder {
    ExportContext context;
    std::set<std::string, std::less<>> files;  // names of files seen there
  };
  [[nodiscard]] const Folder* FolderAbove(const FilePlace& place) const;

  std::map<std::string, Folder, std::less<>> by_folder_;
  ExportContext none_;
  uint64_t folders_left_out_ = 0;
};

}  // namespace gatepost
