// What looks at posts and says what becomes of them.

#include <optional>
#include <utility>
#include <vector>

#include "service/check_answer.h"
#include "service/choices.h"
#include "service/counting_sink.h"
#include "service/handlers.h"
#include "service/piecewise.h"
#include "service/post_body.h"
#include "service/refusing.h"
#include "service/thread_body.h"

namespace gatepost::service {
namespace {

// Of posts of a conversation that name none, all the same one.
constexpr std::string_view kThread = "thread";

// What a check is asked for.
struct Asked {
  Choices choices;
  BodyKind kind = BodyKind::kJson;
  std::optional<std::vector<NumberedJson>> thread;  // nullopt: it is about one post

  [[nodiscard]] CheckAnswer::Shape shape() const {
    return thread ? CheckAnswer::Shape::kThread : CheckAnswer::Shape::kPost;
  }
};

bool IsThread(const ThreadBody& body, Response& response) {
  if (body.has_other_members) {
    AnswerError(Dialect::kOwn, kBadRequest,
                "A conversation has no members beside its array \"thread\". Say the rest in each "
                "of its posts.",
                response);
  } else if (body.posts.empty()) {
    AnswerError(Dialect::kOwn, kBadRequest, "The array \"thread\" has no post in it.", response);
  } else if (body.posts.size() > kMaxPostsInThread) {
    AnswerError(Dialect::kOwn, kTooLarge, "A conversation has at most 1,000 posts.", response);
  } else {
    return true;
  }
  return false;
}

std::vector<NumberedJson> Numbered(const std::vector<std::string_view>& posts) {
  std::vector<NumberedJson> numbered;
  numbered.reserve(posts.size());
  for (const std::string_view json : posts) {
    numbered.push_back({json, static_cast<uint32_t>(numbered.size() + 1)});
  }
  return numbered;
}

// nullopt: the response says what is wrong.
std::optional<Asked> ReadAsked(const Request& request, Response& response) {
  std::optional<Choices> choices = ChoicesOf(
      request, {Parameter::kOffsets, Parameter::kLang, Parameter::kChannel, Parameter::kEnforce},
      response);
  if (!choices) return std::nullopt;
  const std::optional<BodyKind> kind = KindOfBody(request, response);
  if (!kind) return std::nullopt;
  Asked asked{std::move(*choices), *kind, std::nullopt};
  if (*kind == BodyKind::kText) return asked;
  if (const std::optional<ThreadBody> thread = ReadThreadBody(request.body)) {
    if (!IsThread(*thread, response)) return std::nullopt;
    asked.thread = Numbered(thread->posts);
  }
  return asked;
}

void Scan(Call& call, const Asked& asked, VerdictSink& sink) {
  const Choices& choices = asked.choices;
  if (asked.thread) return ScanPiecewise(call, choices, *asked.thread, kThread, sink);
  const Post& post = ReadPostBody(call.request, asked.kind, choices.channel, call.worker.posts());
  call.gate()
      .scanner(choices.language)
      .Scan({&post, 1}, call.worker.WorkerOf(choices.language), sink);
}

void TellLate(const Asked& asked, VerdictSink& sink) {
  constexpr NumberedJson kOnly;
  TellLate(asked.thread ? std::span<const NumberedJson>(*asked.thread) : std::span(&kOnly, 1),
           sink);
}

}  // namespace

void AnswerCheck(Call& call) {
  const std::optional<Asked> asked = ReadAsked(call.request, call.response);
  if (!asked) return;
  CheckAnswer answer(asked->shape(), call.gate().context(asked->choices.language), asked->choices,
                     call.client.rights.Has(Right::kFingerprints), call.response);
  CountingSink sink(call, answer);
  if (call.is_late()) {
    TellLate(*asked, sink);
  } else {
    Scan(call, *asked, sink);
  }
  answer.Finish();
}

void AnswerCheckLate(const Request& request, const Gate& gate, Response& response) {
  const std::optional<Asked> asked = ReadAsked(request, response);
  if (!asked) return;
  CheckAnswer answer(asked->shape(), gate.context(asked->choices.language), asked->choices, false,
                     response);
  TellLate(*asked, answer);
  answer.Finish();
}

}  // namespace gatepost::service
