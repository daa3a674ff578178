#include "post/jsonl_post.h"

#include "post/post_builder.h"

namespace gatepost {

struct JsonlPostReader::State {
  JsonReader json;
  PostBuilder builder;
};

JsonlPostReader::JsonlPostReader() : state_(std::make_unique<State>()) {}
JsonlPostReader::~JsonlPostReader() = default;
JsonlPostReader::JsonlPostReader(JsonlPostReader&&) noexcept = default;
JsonlPostReader& JsonlPostReader::operator=(JsonlPostReader&&) noexcept = default;

const Post& JsonlPostReader::Read(std::string_view line, const SourcePlace& where) {
  state_->builder.Begin(where);
  state_->builder.Finish(state_->json.Read(line, state_->builder));
  return state_->builder.post();
}

const std::vector<uint32_t>& JsonlPostReader::strings() const { return state_->builder.strings(); }

}  // namespace gatepost
