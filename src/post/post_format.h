#pragma once

// How a platform writes down posts. A format is one file that implements PostFormat and one line in
// the table of post_formats.cc. Reading a file goes in three steps:
//
//   RoleOf      what the file is, by how it begins
//   MakeCutter  one thread cuts the file's bytes into records, in order, without looking into them
//   MakeReader  any thread makes posts of records, each with a reader of its own
//
// and before all of that, of the whole export, Survey collects what its files say about each other.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/post.h"
#include "base/result.h"
#include "post/byte_source.h"
#include "post/post_texts.h"

namespace gatepost {

// A file, and how it begins. Borrows both.
struct FileHead {
  std::string_view path;  // within the input, "data/tweets.js"; or the input's own name
  std::string_view
      begin;              // its first bytes, at most kHeadBytes, as UTF-8 without a byte order mark
  bool is_whole = false;  // it has no more
};
inline constexpr size_t kHeadBytes = 64 << 10;

enum class FileRole : uint8_t {
  kNotOurs,  // of another format, or of none
  kPosts,
  kPrivate,  // private messages: posts only where asked for
  kContext,  // says something about the posts of other files, and holds none
  kOther,    // of this platform, and holds neither (likes, settings): not read
};

// A text that stands apart from the post it belongs to, which has only its begin.
struct LongText {
  std::string text;
  std::vector<std::string> links;
};

// What the files of one export say about the posts of all of them. An empty one says nothing.
struct ExportContext {
  std::string account;       // the handle that the posts were published under
  std::string account_name;  // as people see it
  std::string account_url;
  // Records that the export says a file holds, by the file's name as the export has it.
  std::map<std::string, uint64_t> declared;
  std::map<std::string, LongText> long_texts;  // by what the format joins them by
  std::set<std::string> joined;                // posts that wait for one of them, likewise
};

// As typed; what a format does not need it ignores.
struct ReadOptions {
  uint64_t max_post_bytes = 0;             // a record over some multiple of it is not read
  std::map<std::string, std::string> map;  // of CSV: "text" → column's number from 1, or its name
  bool includes_private = false;           // private messages that stand among posts
};

// A post's bytes as they stand in its file.
struct Record {
  std::string_view bytes;     // valid until the next call
  uint64_t number = 0;        // in the file, from 0
  uint64_t offset = 0;        // in the file's bytes
  uint32_t line = 0;          // from 1; 0 where lines mean nothing
  bool is_too_large = false;  // then without bytes
};

// Not thread-safe.
class RecordCutter {
 public:
  virtual ~RecordCutter() = default;
  // The next record; nullopt at the end. An Error says why nothing more can be read of the file;
  // the records before it are right.
  [[nodiscard]] virtual Result<std::optional<Record>> Next() = 0;
};

// Why a record gave no post. None of them loses anything of what was asked for.
enum class NoPost : uint8_t {
  kIsNone,     // it is none: a like, a boost of somebody else's
  kIsOfTable,  // it names the columns of a table, or says how it is written
  kIsPrivate,  // a private message, and ReadOptions::includes_private is not set
};

// One per thread and file.
class RecordReader {
 public:
  virtual ~RecordReader() = default;
  // The record's post, which borrows `texts`; nullopt if it gives none. What could not be read of
  // it is a problem of the post; never fails. `file` and `line` are the caller's to set.
  [[nodiscard]] virtual std::optional<Post> Read(const Record& record, PostTexts& texts) = 0;
  // After Read gave nullopt, why.
  [[nodiscard]] virtual NoPost why_none() const { return NoPost::kIsNone; }
};

// Const, shared by all threads.
class PostFormat {
 public:
  virtual ~PostFormat() = default;
  // The source of its posts, "x", and what options call it.
  [[nodiscard]] virtual std::string_view name() const = 0;
  // For people: "X (Twitter) archive".
  [[nodiscard]] virtual std::string_view title() const = 0;
  [[nodiscard]] virtual FileRole RoleOf(const FileHead& head) const = 0;
  // Adds what the file says about others. Called for all files of an export that this format knows,
  // before any is cut; those it learns nothing from it does not read.
  [[nodiscard]] virtual Status Survey(const FileHead& /*head*/, ByteSource& /*bytes*/,
                                      ExportContext& /*context*/) const {
    return {};
  }
  // Borrows the bytes, which begin with those of the head.
  [[nodiscard]] virtual std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& head, ByteSource& bytes, const ReadOptions& options) const = 0;
  // Borrows the context; of the head it keeps no view.
  [[nodiscard]] virtual std::unique_ptr<RecordReader> MakeReader(
      const FileHead& head, const ExportContext& context, const ReadOptions& options) const = 0;
};

// All formats, those that say most about how a file must look first.
[[nodiscard]] std::span<const PostFormat* const> AllPostFormats();

// The first format that knows the file, and what the file is to it.
struct KnownFile {
  const PostFormat* format = nullptr;  // nullptr: none does
  FileRole role = FileRole::kNotOurs;
};
[[nodiscard]] KnownFile FormatOf(const FileHead& head);

}  // namespace gatepost
