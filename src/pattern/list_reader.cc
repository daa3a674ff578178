#include "pattern/list_reader.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "base/ascii.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/utf8.h"
#include "text/skeletoniser.h"

namespace gatepost {
namespace {

struct Entry {
  std::string text;
  uint32_t line = 0;
};

// What stands on the line beside a comment.
std::string_view EntryOf(std::string_view line) { return Trimmed(line.substr(0, line.find('#'))); }

std::vector<Entry> EntriesOf(std::string_view content, CanonicalForm form) {
  std::vector<Entry> entries;
  uint32_t line = 0;
  for (size_t begin = 0; begin < content.size();) {
    ++line;
    const size_t end = std::min(content.find('\n', begin), content.size());
    const std::string_view entry = EntryOf(content.substr(begin, end - begin));
    if (!entry.empty()) entries.push_back({Canonical(form, Folded(entry)), line});
    begin = end + 1;
  }
  return entries;
}

Result<ListEntries> Sorted(std::vector<Entry> entries, const std::string& path) {
  if (entries.empty()) {
    return Fail(ErrorCode::kInvalidPattern, "this list has no entries. Write one on a line.",
                {path, 1, 1});
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.text < b.text; });
  auto list = std::make_shared<std::vector<std::string>>();
  uint32_t last_line = 0;
  for (Entry& entry : entries) {
    const SourcePlace where{path, entry.line, 1};
    if (entry.text.empty()) {
      return Fail(ErrorCode::kInvalidPattern,
                  "nothing of this entry is left in the pattern's canonical form. Leave it out.",
                  where);
    }
    if (!list->empty() && list->back() == entry.text) {
      return Fail(ErrorCode::kInvalidPattern,
                  "this entry is the same as that of line " + std::to_string(last_line) +
                      ". Leave one out.",
                  where);
    }
    last_line = entry.line;
    list->push_back(std::move(entry.text));
  }
  return list;
}

Error Unusable(Error error) {
  if (error.code == ErrorCode::kTooLarge) {
    error.message = "is over the limit of 16 MiB. Make two lists of it, each with a [[value]].";
  }
  return error;
}

}  // namespace

Result<ListEntries> ListReader::Read(const std::string& name, CanonicalForm form) {
  const auto known = lists_.find({name, form});
  if (known != lists_.end()) return known->second;
  const std::filesystem::path path = folder_.path / (name + ".txt");
  const Result<std::string> content = ReadFile(path, kMaxListBytes);
  if (!content) return Fail(Unusable(content.error()));
  if (!IsValidUtf8(*content)) {
    return Fail(ErrorCode::kInvalidPattern, "this list is not valid UTF-8. Save it as UTF-8.",
                {path.string(), 1, 1});
  }
  Result<ListEntries> list = Sorted(EntriesOf(*content, form), path.string());
  if (!list) return list;
  Sha256 digest;
  digest.Add(*content);
  digests_[name] = digest.HexDigest();
  lists_[{name, form}] = *list;
  return list;
}

}  // namespace gatepost
