#include "service/text_check.h"

#include "report/sentences.h"

namespace gatepost::service {

Verdict CheckText(Call& call, const TextCheck& check) {
  PostBuffer& buffer = call.worker.posts();
  buffer.Clear();
  Post& post = buffer.AddText(check.text);
  post.language = check.language;
  if (check.was_repaired) {
    post.problems.push_back(
        {ProblemKind::kUnread,
         "invalid_utf8",
         "invalid UTF-8 or half of a surrogate pair stands in the text, and what it stood for "
         "could not be looked at.",
         {}});
  }
  const Gate& gate = call.gate();
  Verdict verdict = gate.scanner(check.voice).Scan(post, call.worker.WorkerOf(check.voice));
  call.worker.counts().AddVerdict(post, verdict, gate.set().patterns(), gate.policy());
  call.response.verdict = verdict.word();
  return verdict;
}

std::string WhyIncomplete(const Verdict& verdict, Language language) {
  if (verdict.is_complete) return {};
  std::string why(kHoldIncomplete.In(language));
  for (const Problem& problem : verdict.problems) {
    if (problem.kind != ProblemKind::kUnread) continue;
    why.append(" (").append(MessageIn(language, problem)).append(")");
  }
  return why;
}

}  // namespace gatepost::service
