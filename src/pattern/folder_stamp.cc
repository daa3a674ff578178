#include "pattern/folder_stamp.h"

#include <algorithm>
#include <string_view>
#include <system_error>

#include "base/bytes.h"
#include "base/file.h"
#include "base/file_stamp.h"
#include "base/system_error.h"
#include "pattern/pattern_reader.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

Status AddFiles(const fs::path& folder, std::string_view suffix, FolderStamp& stamp) {
  const Result<std::vector<std::string>> names = ListNames(folder, suffix);
  if (!names) return Fail(names.error());
  AppendString(folder.string(), stamp.text);
  for (const std::string& name : *names) {
    const Result<FileStamp> file = StampOfFile(folder.string() + "/" + name);
    if (!file) return Fail(file.error());
    AppendString(name, stamp.text);
    AppendString(file->text, stamp.text);
    stamp.last_change = std::max(stamp.last_change, file->last_change);
  }
  return {};
}

}  // namespace

Result<FolderStamp> StampOf(const fs::path& folder) {
  std::error_code error;
  FolderStamp stamp;
  AppendString(fs::absolute(folder, error).string(), stamp.text);
  if (error) return Fail(Unreadable(error.value(), folder.string()));
  Status added = AddFiles(folder, ".toml", stamp);
  const fs::path lists = ListsOf(folder).path;
  const bool has_lists = fs::status(lists, error).type() != fs::file_type::not_found;
  if (added && has_lists) added = AddFiles(lists, ".txt", stamp);
  if (!added) return Fail(added.error());
  return stamp;
}

}  // namespace gatepost
