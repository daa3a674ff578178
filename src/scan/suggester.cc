#include "scan/suggester.h"

#include <cstddef>
#include <string>
#include <utility>

#include "judge/suggestion.h"

namespace gatepost {
namespace {

// Rounds that replace only what calls for an action; one more replaces whatever is still found. Of
// 26,000 posts that were held all but one needed no more, and each round is a scan.
constexpr int kCarefulRounds = 2;
// Of so many findings each makes the next one likely, and so does what is written in its place: all
// are replaced at once, and if that brings up others, they are once more, and no further.
constexpr size_t kManyFindings = 12;
constexpr int kRoundsOfMany = 2;

std::vector<std::string> Replaced(const Post& post, const ChannelRules& rules,
                                  const std::vector<Finding>& findings, Action least) {
  std::vector<std::string> texts;
  for (size_t i = 0; i < post.fields.size(); ++i) {
    texts.push_back(MakeSafe(post.fields[i].text, FieldIndex(i), findings, {rules, least}));
  }
  return texts;
}

void SetTexts(const std::vector<std::string>& texts, Post& post) {
  for (size_t i = 0; i < texts.size(); ++i) post.fields[i].text = texts[i];
}

std::vector<SafeText> Changed(const Post& before, std::vector<std::string> after) {
  std::vector<SafeText> changed;
  for (size_t i = 0; i < after.size(); ++i) {
    if (before.fields[i].text != after[i]) {
      changed.push_back({FieldIndex(i), std::move(after[i])});
    }
  }
  return changed;
}

}  // namespace

std::vector<SafeText> Suggest(const Post& post, const ChannelRules& rules,
                              const std::vector<Finding>& findings, const Rescan& rescan) {
  Post safe = post;
  safe.problems.clear();
  const bool are_many = findings.size() >= kManyFindings;
  const int careful_rounds = are_many ? 0 : kCarefulRounds;
  const int rounds = are_many ? kRoundsOfMany : kCarefulRounds + 1;
  Verdict verdict;
  std::vector<std::string> texts;  // what `safe` borrows
  const std::vector<Finding>* found = &findings;
  for (int round = 1; round <= rounds; ++round) {
    const Action least = round <= careful_rounds ? Action::kReview : Action::kPass;
    texts = Replaced(safe, rules, *found, least);
    SetTexts(texts, safe);
    verdict = rescan(safe);
    if (!verdict.is_complete) return {};
    if (verdict.would_be == Action::kPass) return Changed(post, std::move(texts));
    found = &verdict.findings;
  }
  return {};
}

}  // namespace gatepost
