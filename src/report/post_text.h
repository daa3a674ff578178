#pragma once

// One post's verdict, written for people.

#include <string>
#include <string_view>
#include <vector>

#include "report/excerpt.h"
#include "report/field_places.h"
#include "report/report.h"
#include "report/sentences.h"
#include "report/terminal_text.h"

namespace gatepost {

// Made for one post; borrows everything it is made of.
class PostText {
 public:
  PostText(const ReportContext& context, const ReportOptions& options, const Post& post,
           std::string& out);

  // Appends the verdict. One line if there is nothing to say but "pass".
  void Write(const PostOrigin& origin, const Verdict& verdict);

 private:
  void WriteHeading(const PostOrigin& origin, const Verdict& verdict);
  void WriteFinding(const Finding& finding);
  void WriteExcerpt(const Finding& finding);
  void WriteCombination(const MetCombination& combination);
  // "with     Postcode AB* *** · posts.jsonl:16 (id 16), 1:14".
  void WriteEarlier(const EarlierPlace& place);
  void WriteProblem(const Problem& problem, const PostOrigin& origin);
  void WriteSuggestion(const SafeText& suggestion);
  // A labelled line: "        why      base 35, …".
  void WriteDetail(const Sentence& label, std::string_view words);
  // A sentence in the language of the report.
  [[nodiscard]] std::string_view Say(const Sentence& sentence) const {
    return sentence.In(context_.language);
  }
  // What is shown instead of every finding, by field and place.
  void CollectReplacements(const Verdict& verdict);

  const ReportContext& context_;
  const ReportOptions& options_;
  const Post& post_;
  std::string& out_;
  Painter painter_;
  FieldPlaces places_;
  std::vector<std::vector<Replacement>> replacements_;  // of each field
};

// The ink of a finding or verdict that calls for `action`.
[[nodiscard]] Ink InkOf(Action action);

}  // namespace gatepost
