#include "service/check_answer.h"

#include <string>

#include "report/verdict_json.h"
#include "service/refusing.h"

namespace gatepost::service {

ReportOptions ReportOptionsFor(const Choices& choices, bool shows_fingerprints) {
  return {.shows_names = true, .shows_fingerprints = shows_fingerprints, .unit = choices.unit};
}

PostOrigin OriginOf(const Post& post) {
  return {SourcePlace{std::string(post.file), post.line, 0}.ToString()};
}

CheckAnswer::CheckAnswer(Shape shape, const ReportContext& context, const Choices& choices,
                         bool shows_fingerprints, Response& response)
    : shape_(shape),
      context_(context),
      options_(ReportOptionsFor(choices, shows_fingerprints)),
      enforces_(choices.enforces),
      response_(response),
      json_(response.body),
      whole_(context) {
  json_.BeginObject();
  WriteRun(context_, options_, json_);
  if (shape_ == Shape::kThread) json_.Key("posts").BeginArray();
}

void CheckAnswer::Accept(const Post& post, Verdict verdict) {
  whole_.Add(verdict);
  if (shape_ == Shape::kThread) json_.BeginObject();
  WritePost({context_, post, OriginOf(post), verdict, options_}, json_);
  if (shape_ != Shape::kThread) return;
  VerdictSummary its(context_);
  its.Add(verdict);
  json_.Member("summary", its.Sentence()).EndObject();
}

void CheckAnswer::Finish() {
  const std::string sentence = whole_.Sentence();
  if (shape_ == Shape::kThread) {
    json_.EndArray().Member("verdict", whole_.word()).Member("action", NameOf(whole_.action()));
    json_.Member("complete", whole_.is_complete());
  }
  json_.Member("summary", sentence);
  const bool is_held_back = whole_.action() == Action::kBlock || !whole_.is_complete();
  if (enforces_ && is_held_back) {
    response_.status = kHeldBack.status;
    response_.content_type = kProblemType;
    WriteProblemDetails(kHeldBack, sentence, json_);
  }
  json_.EndObject();
  response_.verdict = whole_.word();
}

}  // namespace gatepost::service
