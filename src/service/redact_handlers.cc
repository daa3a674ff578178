// Posts with what is found in them taken out.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "report/verdict_json.h"
#include "scan/redactor.h"
#include "service/check_answer.h"
#include "service/choices.h"
#include "service/handlers.h"
#include "service/piecewise.h"
#include "service/post_body.h"

namespace gatepost::service {
namespace {

struct Asked {
  Choices choices;
  BodyKind kind = BodyKind::kJson;
};

// nullopt: the response says what is wrong.
std::optional<Asked> ReadAsked(const Request& request, Response& response) {
  std::optional<Choices> choices =
      ChoicesOf(request, {Parameter::kLang, Parameter::kChannel, Parameter::kAs, Parameter::kLeast},
                response);
  if (!choices) return std::nullopt;
  const std::optional<BodyKind> kind = KindOfBody(request, response);
  if (!kind) return std::nullopt;
  return Asked{std::move(*choices), *kind};
}

// What was found, as far as a redaction tells: a finding for each place that was redacted.
Verdict VerdictOf(const Redaction& redaction) {
  Verdict verdict;
  verdict.action = redaction.action;
  verdict.is_complete = redaction.is_complete;
  for (const auto& [pattern, count] : redaction.redacted) {
    for (uint64_t i = 0; i < count; ++i) verdict.findings.emplace_back().pattern = pattern;
  }
  return verdict;
}

bool IsBody(const Field& field) { return field.kind == FieldKind::kText && field.nth == 0; }

// Every text as it may be passed on. Of what could not be read as a post nothing is.
class RedactedTexts {
 public:
  RedactedTexts(const Post& post, const Redaction& redaction, Language language)
      : post_(post), redaction_(redaction), language_(language) {}

  // "text", the first, and "fields", the others.
  void Write(JsonWriter& json) const {
    if (redaction_.is_withheld && (post_.fields.empty() || IsWithheldAsAWhole(post_))) {
      json.Member("text", WithheldText(language_)).Key("fields").BeginArray().EndArray();
      return;
    }
    const auto body = std::ranges::find_if(post_.fields, IsBody);
    if (body != post_.fields.end()) json.Member("text", TextOf(*body));
    json.Key("fields").BeginArray();
    for (const Field& field : post_.fields) {
      if (IsBody(field)) continue;
      json.BeginObject().Member("field", NameOf(field.kind)).Member("nth", int64_t{field.nth});
      json.Member("text", TextOf(field)).EndObject();
    }
    json.EndArray();
  }

 private:
  [[nodiscard]] std::string_view TextOf(const Field& field) const {
    const FieldIndex index(static_cast<size_t>(&field - post_.fields.data()));
    const auto changed = std::ranges::find(redaction_.texts, index, &SafeText::field);
    return changed == redaction_.texts.end() ? field.text : std::string_view(changed->text);
  }

  const Post& post_;
  const Redaction& redaction_;
  Language language_;
};

void WriteRedacted(const Redaction& redaction, const ReportContext& context, JsonWriter& json) {
  json.Key("redacted").BeginObject();
  for (const auto& [pattern, count] : redaction.redacted) {
    json.Member(context.patterns[pattern.number()].id, static_cast<int64_t>(count));
  }
  json.EndObject().Member("words", static_cast<int64_t>(redaction.redacted_words));
}

void WriteAnswer(const Post& post, const Redaction& redaction, const ReportContext& context,
                 Response& response) {
  const Verdict verdict = VerdictOf(redaction);
  JsonWriter json(response.body);
  json.BeginObject();
  WriteRun(context, {.shows_fingerprints = false}, json);
  if (!post.id.empty()) json.Member("id", post.id);
  json.Member("source", post.source.empty() ? OriginOf(post).name : std::string(post.source));
  json.Member("verdict", verdict.word()).Member("action", NameOf(verdict.action));
  json.Member("complete", verdict.is_complete).Member("withheld", redaction.is_withheld);
  RedactedTexts(post, redaction, context.language).Write(json);
  WriteRedacted(redaction, context, json);
  WriteProblems(redaction.problems, json);
  json.EndObject();
  response.verdict = verdict.word();
}

// Answers with what becomes of the one post, and counts it.
class RedactAnswer final : public RedactionSink {
 public:
  RedactAnswer(Call& call, const ReportContext& context) : call_(call), context_(context) {}

  void Accept(const Post& post, Redaction redaction) override {
    const Gate& gate = call_.gate();
    call_.worker.counts().AddVerdict(post, VerdictOf(redaction), gate.set().patterns(),
                                     gate.policy());
    WriteAnswer(post, redaction, context_, call_.response);
  }

 private:
  Call& call_;
  const ReportContext& context_;
};

}  // namespace

void AnswerRedact(Call& call) {
  if (call.is_late()) return AnswerRedactLate(call.request, call.gate(), call.response);
  const std::optional<Asked> asked = ReadAsked(call.request, call.response);
  if (!asked) return;
  const Choices& choices = asked->choices;
  const Post& post = ReadPostBody(call.request, asked->kind, choices.channel, call.worker.posts());
  Redactor redactor(call.gate().set().patterns(),
                    {.way = choices.way, .least = choices.least, .language = choices.language});
  RedactAnswer answer(call, call.gate().context(choices.language));
  Conversations conversations;
  Conversations::Turn turn(conversations, 0);
  call.gate()
      .scanner(choices.language)
      .Redact({&post, 1}, call.worker.WorkerOf(choices.language), turn, redactor, answer);
}

void AnswerRedactLate(const Request& request, const Gate& gate, Response& response) {
  const std::optional<Asked> asked = ReadAsked(request, response);
  if (!asked) return;
  Post post;
  post.file = kBodyName;
  Verdict late = LateVerdict();
  Redaction redaction;
  redaction.problems = std::move(late.problems);
  redaction.is_complete = false;
  redaction.is_withheld = true;
  WriteAnswer(post, redaction, gate.context(asked->choices.language), response);
}

}  // namespace gatepost::service
