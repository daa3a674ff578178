#include "audit/export_contexts.h"

#include "audit/head_source.h"
#include "base/digest.h"

namespace gatepost {
namespace {

std::string WholePath(const FilePlace& place) {
  std::string whole(place.input);
  if (!place.path.empty()) {
    whole += '/';
    whole += place.path;
  }
  return whole;
}

std::string_view FolderOf(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view NameIn(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// Names of files remembered of one folder: exports that say what they hold have far fewer.
constexpr size_t kMaxFilesRemembered = 10'000;

bool SaysNothing(const ExportContext& context) {
  return context.account.empty() && context.account_name.empty() && context.account_url.empty() &&
         context.declared.empty() && context.long_texts.empty() && context.joined.empty();
}

}  // namespace

Status ExportContexts::Survey(const FilePlace& place, ByteSource& bytes) {
  HeadSource source(bytes);
  const Result<FileHead> head = source.Head(place.path.empty() ? place.input : place.path);
  // What cannot be read is told when it is to be read.
  if (!head) return {};
  const KnownFile known = FormatOf(*head);
  if (known.format != nullptr) Survey(place, *known.format, *head, source);
  return {};
}

void ExportContexts::Survey(const FilePlace& place, const PostFormat& format, const FileHead& head,
                            ByteSource& bytes) {
  const std::string whole = WholePath(place);
  const std::string folder(FolderOf(whole));
  const auto there = by_folder_.find(folder);
  if (there != by_folder_.end()) {
    std::set<std::string, std::less<>>& files = there->second.files;
    if (files.size() < kMaxFilesRemembered) files.emplace(NameIn(whole));
    static_cast<void>(format.Survey(head, bytes, there->second.context));
    return;
  }
  Folder fresh;
  static_cast<void>(format.Survey(head, bytes, fresh.context));
  fresh.files.emplace(NameIn(whole));
  if (by_folder_.size() < kMaxFolders) {
    by_folder_.emplace(folder, std::move(fresh));
  } else if (!SaysNothing(fresh.context)) {
    ++folders_left_out_;
  }
}

const ExportContexts::Folder* ExportContexts::FolderAbove(const FilePlace& place) const {
  const std::string whole = WholePath(place);
  for (std::string_view folder = whole; !folder.empty();) {
    folder = FolderOf(folder);
    const auto found = by_folder_.find(folder);
    if (found != by_folder_.end() && !SaysNothing(found->second.context)) return &found->second;
  }
  return nullptr;
}

const ExportContext& ExportContexts::Of(const FilePlace& place) const {
  const Folder* const folder = FolderAbove(place);
  return folder == nullptr ? none_ : folder->context;
}

std::optional<uint64_t> ExportContexts::DeclaredOf(const FilePlace& place) const {
  const std::string whole = WholePath(place);
  for (const auto& [name, records] : Of(place).declared) {
    if (NameIn(name) == NameIn(whole)) return records;
  }
  return std::nullopt;
}

void ExportContexts::ForEachMissing(
    const std::function<void(const std::string&, const std::string&, uint64_t)>& take) const {
  for (const auto& [path, folder] : by_folder_) {
    for (const auto& [name, records] : folder.context.declared) {
      if (records > 0 && !folder.files.contains(NameIn(name))) take(path, name, records);
    }
  }
}

std::string ExportContexts::DigestOf(const FilePlace& place) const {
  const ExportContext& context = Of(place);
  Sha256 digest;
  for (const std::string* part : {&context.account, &context.account_name, &context.account_url}) {
    digest.Add(*part);
  }
  digest.Add(std::to_string(context.long_texts.size()));
  for (const auto& [name, text] : context.long_texts) {
    digest.Add(name);
    digest.Add(text.text);
    digest.Add(std::to_string(text.links.size()));
    for (const std::string& link : text.links) digest.Add(link);
  }
  for (const std::string& name : context.joined) digest.Add(name);
  return digest.HexDigest();
}

}  // namespace gatepost
