#include "report/post_text.h"

#include <algorithm>

namespace gatepost {
namespace {

// Shown instead of what hidden findings hold beyond the shown ones.
constexpr std::string_view kCovered = "***";
constexpr std::string_view kIndent = "        ";
constexpr size_t kLabelColumns = 9;  // the longest label and two spaces
constexpr size_t kProblemColumns = 8;
constexpr std::string_view kDot = " · ";

std::string UpperCase(std::string_view word) {
  std::string upper(word);
  for (char& letter : upper) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return upper;
}

std::string Signed(int points) { return (points < 0 ? "" : "+") + std::to_string(points); }

std::string Quoted(std::string_view phrase) { return "\"" + std::string(phrase) + "\""; }

const Sentence& SentenceOf(PostKind kind) {
  switch (kind) {
    case PostKind::kReply:
      return kReplyPost;
    case PostKind::kRepost:
      return kRepost;
    case PostKind::kInbound:
      return kInboundPost;
    case PostKind::kOwn:
      break;
  }
  return kOwnPost;
}

// What speaks for or against the finding, without its points. Variants are named in English alone.
std::string InWords(const Reason& reason, Language language) {
  switch (reason.kind) {
    case Reason::Kind::kBase:
      return std::string(kBase.In(language));
    case Reason::Kind::kCheckDigit:
      return std::string(kChecksPassed.In(language));
    case Reason::Kind::kContext:
      return Filled(kNear.In(language), Quoted(reason.detail));
    case Reason::Kind::kAgainst:
      return Filled(kButNear.In(language), Quoted(reason.detail));
    case Reason::Kind::kPostKind:
      return std::string(
          SentenceOf(PostKindOf(reason.detail).value_or(PostKind::kOwn)).In(language));
    case Reason::Kind::kCompanion:
      return Filled(kBeside.In(language), reason.detail);
    case Reason::Kind::kWeights:
      return reason.detail.empty() ? std::string(kWordsAround.In(language))
                                   : Filled(kNamedWordsAround.In(language), reason.detail);
    case Reason::Kind::kValue:
      return reason.detail.empty() ? std::string(kValue.In(language)) : reason.detail;
    case Reason::Kind::kInsideLongerRun:
      return std::string(kInsideLongerRun.In(language));
    case Reason::Kind::kObfuscated:
      return Filled(kObfuscated.In(language), WayIn(language, reason.detail));
    case Reason::Kind::kOverride:
      return std::string(kPolicyPoints.In(language));
  }
  return {};
}

std::string InWords(const std::vector<Reason>& reasons, Language language) {
  std::string words;
  for (const Reason& reason : reasons) {
    words += (words.empty() ? "" : ", ") + InWords(reason, language) + " ";
    const bool is_base = reason.kind == Reason::Kind::kBase;
    words += is_base ? std::to_string(reason.points) : Signed(reason.points);
    const bool has_variant = is_base && !reason.detail.empty() && language == Language::kEnglish;
    if (has_variant) words += " (" + reason.detail + ")";
  }
  return words;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

bool IsPlainPass(const Verdict& verdict) {
  return verdict.word() == NameOf(Action::kPass) && verdict.would_be == Action::kPass;
}

// What the verdict's word alone does not say.
std::string Remark(const Verdict& verdict, Language language) {
  std::string remark;
  if (verdict.is_report_only && verdict.would_be != Action::kPass) {
    const std::string would_be = UpperCase(NameOf(verdict.would_be));
    remark = " (" + Filled(kReportOnly.In(language), would_be) + ")";
  }
  if (IsPlainPass(verdict) && !verdict.findings.empty()) {
    const std::string count = CountedIn(language, verdict.findings.size(), kFindings);
    remark += kDot;
    remark += Filled(kLetThrough.In(language), count);
  }
  return remark;
}

}  // namespace

Ink InkOf(Action action) {
  switch (action) {
    case Action::kBlock:
      return Ink::kRed;
    case Action::kReview:
      return Ink::kYellow;
    case Action::kPass:
      break;
  }
  return Ink::kGreen;
}

PostText::PostText(const ReportContext& context, const ReportOptions& options, const Post& post,
                   std::string& out)
    : context_(context),
      options_(options),
      post_(post),
      out_(out),
      painter_(options.uses_colour),
      places_(post),
      replacements_(post.fields.size()) {}

void PostText::Write(const PostOrigin& origin, const Verdict& verdict) {
  WriteHeading(origin, verdict);
  for (const Problem& problem : verdict.problems) WriteProblem(problem, origin);
  if (IsPlainPass(verdict)) return;
  CollectReplacements(verdict);
  for (const Finding& finding : verdict.findings) WriteFinding(finding);
  for (const MetCombination& combination : verdict.combinations) WriteCombination(combination);
  for (const SafeText& suggestion : verdict.suggestions) WriteSuggestion(suggestion);
}

void PostText::WriteHeading(const PostOrigin& origin, const Verdict& verdict) {
  painter_.Append(Ink::kBold, Printable(origin.name), out_);
  if (!post_.id.empty()) out_ += " (id " + Printable(post_.id) + ")";
  out_ += ": ";
  const Ink ink = verdict.is_complete ? InkOf(verdict.action)
                                      : InkOf(std::max(verdict.action, Action::kReview));
  painter_.Append(ink, UpperCase(verdict.word()), out_);
  out_ += Remark(verdict, context_.language) + "\n";
  if (verdict.is_complete) return;
  out_ += "  ";
  AppendWrapped(Say(kHoldIncomplete), 2, std::max(options_.width, kMinReportColumns) - 2, out_);
}

void PostText::CollectReplacements(const Verdict& verdict) {
  for (const Finding& finding : verdict.findings) {
    for (const Place& place : finding.places) {
      const std::string_view shown =
          options_.shows_values ? places_.ValueAt(place) : std::string_view(finding.masked);
      replacements_[place.field.number()].push_back({place.span, shown});
    }
  }
  if (!options_.shows_values) {
    for (const Place& place : verdict.covered) {
      replacements_[place.field.number()].push_back({place.span, kCovered});
    }
  }
  const auto by_place = [](const Replacement& a, const Replacement& b) {
    return a.span.begin < b.span.begin;
  };
  for (auto& replacements : replacements_) {
    std::stable_sort(replacements.begin(), replacements.end(), by_place);
  }
}

void PostText::WriteFinding(const Finding& finding) {
  const Pattern& pattern = context_.patterns[finding.pattern.number()];
  out_ += "  ";
  out_ += Padded(places_.Describe(finding.places.front()), kIndent.size() - 4) + "  ";
  painter_.Append(Ink::kBold, NameIn(context_.language, pattern), out_);
  const Sentence& band = kBands[static_cast<size_t>(BandOf(finding.score))];
  for (const std::string_view part : {kDot, std::string_view(pattern.id), kDot, Say(band)}) {
    out_ += part;
  }
  out_.append(" (").append(Say(kScore)).append(" ");
  out_ += std::to_string(finding.score) + ")" + std::string(kDot);
  painter_.Append(InkOf(finding.action), NameOf(finding.action), out_);
  out_ += '\n';
  WriteExcerpt(finding);
  for (size_t i = 1; i < finding.places.size(); ++i) {
    WriteDetail(kAlsoAtLabel, places_.Describe(finding.places[i]));
  }
  for (const EarlierPlace& place : finding.earlier) WriteEarlier(place);
  WriteDetail(kWhyLabel, InWords(finding.reasons, context_.language));
  WriteDetail(kLabelsLabel, Joined(finding.labels));
  WriteDetail(kAdviceLabel, finding.advice);
}

void PostText::WriteExcerpt(const Finding& finding) {
  const Place& place = finding.places.front();
  const auto& replacements = replacements_[place.field.number()];
  const auto which = std::partition_point(
      replacements.begin(), replacements.end(),
      [&place](const Replacement& other) { return other.span.begin < place.span.begin; });
  const auto columns =
      std::max(options_.width, kMinReportColumns) - static_cast<uint32_t>(kIndent.size());
  const Excerpt excerpt = MakeExcerpt(places_.FieldOf(place).text, replacements,
                                      static_cast<size_t>(which - replacements.begin()), columns);
  out_ += kIndent;
  out_ += excerpt.line + "\n";
  const size_t caret = excerpt.carets.find('^');
  out_ += kIndent;
  out_.append(caret, ' ');
  painter_.Append(InkOf(finding.action), std::string_view(excerpt.carets).substr(caret), out_);
  out_ += '\n';
}

void PostText::WriteCombination(const MetCombination& combination) {
  out_.append("  ").append(Say(kTogether)).append("  ");
  painter_.Append(Ink::kBold, combination.heading, out_);
  out_ += kDot;
  painter_.Append(InkOf(combination.action), NameOf(combination.action), out_);
  out_ += '\n';
  for (const EarlierPlace& place : combination.earlier) WriteEarlier(place);
  WriteDetail(kAdviceLabel, combination.advice);
}

void PostText::WriteEarlier(const EarlierPlace& place) {
  std::string words = Quoted(place.masked);
  if (place.pattern) {
    const Pattern& pattern = context_.patterns[place.pattern->number()];
    words = std::string(NameIn(context_.language, pattern)) + " " + place.masked;
  }
  words += " · " + place.origin.ToString();
  if (!place.post_id.empty()) words += " (id " + place.post_id + ")";
  words += ", ";
  if (place.kind != FieldKind::kText) words += std::string(NameOf(place.kind)) + ", ";
  words += std::to_string(place.begin.line) + ":" + std::to_string(place.begin.column);
  WriteDetail(kWithLabel, words);
}

void PostText::WriteProblem(const Problem& problem, const PostOrigin& origin) {
  const bool is_unread = problem.kind == ProblemKind::kUnread;
  out_ += "  ";
  const std::string_view label = Say(is_unread ? kUnreadLabel : kNoteLabel);
  painter_.Append(is_unread ? Ink::kYellow : Ink::kBold, label, out_);
  out_.append(kProblemColumns - label.size(), ' ');
  const std::string where = problem.where.ToString();
  const bool adds_place = !where.empty() && where != origin.name;
  AppendWrapped((adds_place ? Printable(where) + ": " : "") +
                    Printable(MessageIn(context_.language, problem)),
                10, std::max(options_.width, kMinReportColumns) - 10, out_);
}

void PostText::WriteSuggestion(const SafeText& suggestion) {
  const std::string name = places_.NameOf(post_.fields[suggestion.field.number()]);
  const bool is_body = name == NameOf(FieldKind::kText);
  out_ += "  ";
  painter_.Append(Ink::kBold, is_body ? std::string(Say(kSafeText)) : Filled(Say(kSafeField), name),
                  out_);
  out_ += '\n';
  std::string_view rest = suggestion.text;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const std::string_view shown = line.substr(0, line.size() - (line.ends_with('\r') ? 1 : 0));
    if (!shown.empty()) out_ += std::string(kIndent) + Printable(shown);
    out_ += '\n';
  }
}

void PostText::WriteDetail(const Sentence& label, std::string_view words) {
  if (words.empty()) return;
  out_ += kIndent;
  out_ += Padded(Say(label), kLabelColumns);
  constexpr auto kTextBegin = static_cast<uint32_t>(kIndent.size() + kLabelColumns);
  AppendWrapped(Printable(words), kTextBegin,
                std::max(options_.width, kMinReportColumns) - kTextBegin, out_);
}

}  // namespace gatepost
