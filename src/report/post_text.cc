#include "report/post_text.h"

#include <algorithm>

namespace gatepost {
namespace {

// Shown instead of what hidden findings hold beyond the shown ones.
constexpr std::string_view kCovered = "***";
constexpr std::string_view kIndent = "        ";
constexpr size_t kLabelColumns = 9;  // the longest label and two spaces
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

// What speaks for or against the finding, in words, with its points.
std::string InWords(const Reason& reason) {
  const std::string points = " " + Signed(reason.points);
  switch (reason.kind) {
    case Reason::Kind::kBase: {
      const std::string variant = reason.detail.empty() ? "" : " (" + reason.detail + ")";
      return "base " + std::to_string(reason.points) + variant;
    }
    case Reason::Kind::kCheckDigit:
      return "checks passed" + points;
    case Reason::Kind::kContext:
      return "near " + Quoted(reason.detail) + points;
    case Reason::Kind::kAgainst:
      return "but near " + Quoted(reason.detail) + points;
    case Reason::Kind::kCompanion:
      return "beside " + reason.detail + points;
    case Reason::Kind::kValue:
      return (reason.detail.empty() ? "value" : reason.detail) + points;
    case Reason::Kind::kInsideLongerRun:
      return "inside a longer run of digits" + points;
    case Reason::Kind::kOverride:
      return "policy" + points;
  }
  return {};
}

std::string InWords(const std::vector<Reason>& reasons) {
  std::string words;
  for (const Reason& reason : reasons) words += (words.empty() ? "" : ", ") + InWords(reason);
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
std::string Remark(const Verdict& verdict) {
  std::string remark;
  if (verdict.is_report_only && verdict.would_be != Action::kPass) {
    remark = " (report only: it would be " + UpperCase(NameOf(verdict.would_be)) + ")";
  }
  if (IsPlainPass(verdict) && !verdict.findings.empty()) {
    const size_t count = verdict.findings.size();
    remark += kDot;
    remark += std::to_string(count) + (count == 1 ? " finding" : " findings") +
              " let through by the policy";
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
  out_ += Remark(verdict) + "\n";
  if (verdict.is_complete) return;
  out_ += "  ";
  AppendWrapped(
      "Not all of this post could be looked at. Hold it until the problems named here are solved "
      "or "
      "somebody has read it.",
      2, std::max(options_.width, kMinReportColumns) - 2, out_);
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
  painter_.Append(Ink::kBold, pattern.name, out_);
  out_ += std::string(kDot) + pattern.id + std::string(kDot) +
          std::string(NameOf(BandOf(finding.score))) + " (score " + std::to_string(finding.score) +
          ")" + std::string(kDot);
  painter_.Append(InkOf(finding.action), NameOf(finding.action), out_);
  out_ += '\n';
  WriteExcerpt(finding);
  for (size_t i = 1; i < finding.places.size(); ++i) {
    WriteDetail("also at", places_.Describe(finding.places[i]));
  }
  for (const EarlierPlace& place : finding.earlier) WriteEarlier(place);
  WriteDetail("why", InWords(finding.reasons));
  WriteDetail("labels", Joined(finding.labels));
  WriteDetail("advice", finding.advice);
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
  out_ += "  together  ";
  painter_.Append(Ink::kBold, combination.name, out_);
  out_ += kDot;
  painter_.Append(InkOf(combination.action), NameOf(combination.action), out_);
  out_ += '\n';
  for (const EarlierPlace& place : combination.earlier) WriteEarlier(place);
  WriteDetail("advice", combination.advice);
}

void PostText::WriteEarlier(const EarlierPlace& place) {
  std::string words = place.pattern
                          ? context_.patterns[place.pattern->number()].name + " " + place.masked
                          : Quoted(place.masked);
  words += " in " + place.source.ToString();
  if (!place.post_id.empty()) words += " (id " + place.post_id + ")";
  const std::string at =
      std::to_string(place.begin.line) + ":" + std::to_string(place.begin.column);
  words += place.kind == FieldKind::kText ? ", " + at
                                          : ", " + std::string(NameOf(place.kind)) + ", " + at;
  WriteDetail("with", words);
}

void PostText::WriteProblem(const Problem& problem, const PostOrigin& origin) {
  const bool is_unread = problem.kind == ProblemKind::kUnread;
  out_ += "  ";
  painter_.Append(is_unread ? Ink::kYellow : Ink::kBold, is_unread ? "unread" : "note", out_);
  out_ += is_unread ? "  " : "    ";
  const std::string where = problem.where.ToString();
  const bool adds_place = !where.empty() && where != origin.name;
  AppendWrapped((adds_place ? Printable(where) + ": " : "") + Printable(problem.message), 10,
                std::max(options_.width, kMinReportColumns) - 10, out_);
}

void PostText::WriteSuggestion(const SafeText& suggestion) {
  const std::string name = places_.NameOf(post_.fields[suggestion.field.number()]);
  const bool is_body = name == NameOf(FieldKind::kText);
  out_ += "  ";
  painter_.Append(Ink::kBold,
                  is_body ? "Safe to post instead:" : "Safe " + name + " instead:", out_);
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

void PostText::WriteDetail(std::string_view label, std::string_view words) {
  if (words.empty()) return;
  out_ += kIndent;
  out_ += Padded(label, kLabelColumns);
  constexpr auto kTextBegin = static_cast<uint32_t>(kIndent.size() + kLabelColumns);
  AppendWrapped(Printable(words), kTextBegin,
                std::max(options_.width, kMinReportColumns) - kTextBegin, out_);
}

}  // namespace gatepost
