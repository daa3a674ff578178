#include "audit/input_reading.h"

#include <utility>

#include "post/media_file.h"

namespace gatepost {
namespace {

// What makes a chunk. They are what an interrupted audit goes on by: others mean other chunks.
constexpr size_t kRecordsPerChunk = 2048;
constexpr size_t kBytesPerChunk = 1 << 20;

constexpr const char* kStopped = "the audit was stopped.";

std::string CountOfPosts(uint64_t posts) {
  return std::to_string(posts) + (posts == 1 ? " post" : " posts");
}

}  // namespace

std::string PlaceText(std::string_view input, std::string_view path) {
  std::string place(input == "-" ? "standard input" : input);
  if (!path.empty()) {
    place += ": ";
    place += path;
  }
  return place;
}

InputReading::InputReading(std::string input, const ExportContexts& contexts,
                           const ReadOptions& options, ChunkTarget& target)
    : input_(std::move(input)), contexts_(contexts), options_(options), target_(target) {}

Status InputReading::OnFile(FoundFile& found) {
  if (target_.IsStopped()) return Fail(ErrorCode::kInternal, kStopped);
  HeadSource bytes(found.bytes);
  AuditFile file;
  file.path = found.path;
  const Result<FileHead> head =
      bytes.Head(found.path.empty() ? std::string_view(input_) : found.path);
  if (!head) {
    file.state = AuditFile::State::kUnread;  // the walk tells why
    files_.Add(std::move(file));
    return {};
  }
  const KnownFile known = FormatOf(*head);
  if (known.format != nullptr) file.format = known.format->name();
  const bool has_posts = known.role == FileRole::kPosts ||
                         (known.role == FileRole::kPrivate && options_.includes_private);
  if (has_posts) return ReadPosts(*head, bytes, std::move(file), *known.format);
  PassOver(*head, std::move(file), known);
  return {};
}

Status InputReading::OnProblem(Problem problem) {
  const std::string path = std::exchange(problem.where.file, PlaceText(input_, problem.where.file));
  problems_.Add(path, {}, std::move(problem));
  return {};
}

Status InputReading::Finish() {
  return batch_.size() == 0 ? Status{} : target_.TakeChunk(std::exchange(batch_, {}));
}

void InputReading::PassOver(const FileHead& head, AuditFile file, const KnownFile& known) {
  file.state = AuditFile::State::kPassedOver;
  if (head.begin.empty() && head.is_whole) {
    AddProblem(file.path, ProblemKind::kNote, "file_empty", "is empty.");
  } else if (known.role == FileRole::kPrivate) {
    file.state = AuditFile::State::kPrivate;
    AddProblem(file.path, ProblemKind::kNote, "private_messages",
               "holds private messages and was not read. To read them, add --include-private.");
  } else if (const auto kind = MediaKindOf(head); known.format == nullptr && kind) {
    file.format = *kind;
    AddProblem(file.path, ProblemKind::kNote, "media",
               "what can be seen or heard in pictures, films and sounds was not looked at.");
  } else if (known.format == nullptr) {
    file.state = AuditFile::State::kUnread;
    AddProblem(
        file.path, ProblemKind::kUnread, "format_unknown",
        "is of no format that Gatepost reads, and was not read. Give its texts as JSONL, CSV or "
        "plain text.");
  }
  files_.Add(std::move(file));
}

Status InputReading::ReadPosts(const FileHead& head, HeadSource& bytes, AuditFile file,
                               const PostFormat& format) {
  auto open = std::make_shared<OpenFile>();
  open->input = input_;
  open->path = file.path;
  open->place = PlaceText(input_, file.path);
  open->head_path = head.path;
  open->begin = head.begin;
  open->is_whole = head.is_whole;
  open->format = &format;
  open->context = &contexts_.Of({input_, file.path});
  file.account = open->context->account;
  const auto cutter = format.MakeCutter(open->head(), bytes, options_);
  const Status status = Cut(bytes, *cutter, open, file);
  if (!status) return status;
  CompareWithDeclared(file);
  files_.Add(std::move(file));
  return {};
}

Status InputReading::Cut(const HeadSource& bytes, RecordCutter& cutter,
                         const std::shared_ptr<const OpenFile>& open, AuditFile& file) {
  while (true) {
    if (target_.IsStopped()) return Fail(ErrorCode::kInternal, kStopped);
    const Result<std::optional<Record>> record = cutter.Next();
    if (!record) {
      file.state = AuditFile::State::kUnread;
      if (bytes.has_failed()) return {};  // the walk tells why
      AddProblem(file.path, ProblemKind::kUnread, "file_damaged",
                 "could not be read to its end, after " + CountOfPosts(file.posts) + ": " +
                     record.error().message);
      return {};
    }
    if (!*record) return {};
    ++file.posts;
    batch_.Add(open, **record);
    if (batch_.size() < kRecordsPerChunk && batch_.bytes() < kBytesPerChunk) continue;
    if (Status status = Finish(); !status) return status;
  }
}

void InputReading::CompareWithDeclared(AuditFile& file) {
  file.declared = contexts_.DeclaredOf({input_, file.path});
  if (!file.declared || *file.declared == file.posts) return;
  const std::string counts = "holds " + CountOfPosts(file.posts) +
                             ", and the export says it holds " + std::to_string(*file.declared) +
                             ".";
  if (file.posts < *file.declared) {
    AddProblem(file.path, ProblemKind::kUnread, "posts_missing",
               counts + " Ask the platform for the export once more.");
  } else {
    AddProblem(file.path, ProblemKind::kNote, "posts_beyond_declared", counts);
  }
}

void InputReading::AddProblem(const std::string& path, ProblemKind kind, std::string_view code,
                              std::string message) {
  problems_.Add(path, {},
                {kind, std::string(code), std::move(message), {PlaceText(input_, path), 0, 0}});
}

}  // namespace gatepost
