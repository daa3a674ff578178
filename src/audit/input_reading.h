#pragma once

// One input, from its files to chunks of records.

#include <cstdint>
#include <memory>
#include <string>

#include "audit/export_contexts.h"
#include "audit/file_list.h"
#include "audit/head_source.h"
#include "audit/problem_list.h"
#include "audit/record_batch.h"
#include "base/result.h"
#include "post/input_walk.h"
#include "post/post_format.h"

namespace gatepost {

// Takes an input's chunks, in their order.
class ChunkTarget {
 public:
  virtual ~ChunkTarget() = default;
  // A failure ends the reading.
  [[nodiscard]] virtual Status TakeChunk(RecordBatch batch) = 0;
  // Asked before each record.
  [[nodiscard]] virtual bool IsStopped() const = 0;
  // Where in the bytes of the input the reading has come to.
  virtual void OnPosition(uint64_t /*bytes*/) {}
};

// Borrows all that it is given. Used by one thread, for one walk through the input.
class InputReading final : public WalkVisitor {
 public:
  InputReading(std::string input, const ExportContexts& contexts, const ReadOptions& options,
               ChunkTarget& target);

  Status OnFile(FoundFile& file) override;
  Status OnProblem(Problem problem) override;
  void OnPosition(uint64_t bytes) override { target_.OnPosition(bytes); }
  // Gives the last records away.
  [[nodiscard]] Status Finish();

  [[nodiscard]] const FileList& files() const { return files_; }
  [[nodiscard]] const ProblemList& problems() const { return problems_; }

 private:
  // Adds what became of the file to the list.
  [[nodiscard]] Status ReadPosts(const FileHead& head, HeadSource& bytes, AuditFile file,
                                 const PostFormat& format);
  [[nodiscard]] Status Cut(const HeadSource& bytes, RecordCutter& cutter,
                           const std::shared_ptr<const OpenFile>& open, AuditFile& file);
  void CompareWithDeclared(AuditFile& file);
  void PassOver(const FileHead& head, AuditFile file, const KnownFile& known);
  void AddProblem(const std::string& path, ProblemKind kind, std::string_view code,
                  std::string message);

  std::string input_;
  const ExportContexts& contexts_;
  const ReadOptions& options_;
  ChunkTarget& target_;
  RecordBatch batch_;
  FileList files_;
  ProblemList problems_;
};

// "council.zip: data/tweets.js".
[[nodiscard]] std::string PlaceText(std::string_view input, std::string_view path);

}  // namespace gatepost
