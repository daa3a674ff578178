#pragma once

// The records of one chunk, as they were cut from the files of an input.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "post/post_format.h"

namespace gatepost {

// A file that records are cut from. Const once made; shared by the jobs that read its records.
struct OpenFile {
  std::string input;      // its name
  std::string path;       // in the input; empty: the input itself
  std::string place;      // for people: "council.zip: data/tweets.js"
  std::string head_path;  // FileHead's own
  std::string begin;
  bool is_whole = false;
  const PostFormat* format = nullptr;
  const ExportContext* context = nullptr;

  [[nodiscard]] FileHead head() const { return {head_path, begin, is_whole}; }
};

// Owns the records' bytes. Not thread-safe while records are added; const use is.
class RecordBatch {
 public:
  struct Entry {
    size_t file = 0;  // in files()
    uint64_t number = 0;
    uint64_t offset = 0;
    uint32_t line = 0;
    bool is_too_large = false;
    size_t begin = 0;  // of its bytes in the batch
    size_t size = 0;
  };

  void Add(const std::shared_ptr<const OpenFile>& file, const Record& record);

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] const OpenFile& FileOf(const Entry& entry) const { return *files_[entry.file]; }
  [[nodiscard]] Record RecordOf(const Entry& entry) const;
  [[nodiscard]] size_t size() const { return entries_.size(); }
  [[nodiscard]] size_t bytes() const { return bytes_.size(); }

 private:
  std::vector<std::shared_ptr<const OpenFile>> files_;
  std::vector<Entry> entries_;
  std::string bytes_;
};

// The posts of a batch's records. Borrows both; used by one thread.
class BatchPosts {
 public:
  BatchPosts(const RecordBatch& batch, const ReadOptions& options)
      : batch_(batch), options_(options) {}

  // That of the entry, with what its file says of it, as RecordReader::Read. Cheapest in order.
  [[nodiscard]] std::optional<Post> Read(const RecordBatch::Entry& entry, PostTexts& texts);
  [[nodiscard]] NoPost why_none() const { return reader_->why_none(); }

 private:
  const RecordBatch& batch_;
  const ReadOptions& options_;
  const OpenFile* file_ = nullptr;  // that the reader is of
  std::unique_ptr<RecordReader> reader_;
};

}  // namespace gatepost
