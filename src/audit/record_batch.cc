#include "audit/record_batch.h"

namespace gatepost {

void RecordBatch::Add(const std::shared_ptr<const OpenFile>& file, const Record& record) {
  if (files_.empty() || files_.back() != file) files_.push_back(file);
  entries_.push_back({files_.size() - 1, record.number, record.offset, record.line,
                      record.is_too_large, bytes_.size(), record.bytes.size()});
  bytes_ += record.bytes;
}

Record RecordBatch::RecordOf(const Entry& entry) const {
  return {std::string_view(bytes_).substr(entry.begin, entry.size), entry.number, entry.offset,
          entry.line, entry.is_too_large};
}

std::optional<Post> BatchPosts::Read(const RecordBatch::Entry& entry, PostTexts& texts) {
  if (file_ != &batch_.FileOf(entry)) {
    file_ = &batch_.FileOf(entry);
    reader_ = file_->format->MakeReader(file_->head(), *file_->context, options_);
  }
  std::optional<Post> post = reader_->Read(batch_.RecordOf(entry), texts);
  if (!post) return post;
  if (post->source.empty()) post->source = file_->format->name();
  if (post->account.empty()) post->account = file_->context->account;
  post->file = file_->place;
  post->line = entry.line;
  return post;
}

}  // namespace gatepost
