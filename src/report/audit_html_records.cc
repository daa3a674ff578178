#include <algorithm>
#include <string>
#include <string_view>

#include "base/day.h"
#include "report/audit_html_parts.h"
#include "report/audit_summary.h"
#include "report/audit_words.h"
#include "report/html_page.h"
#include "report/markup.h"

namespace gatepost {
namespace {

constexpr size_t kRows = 500;
constexpr size_t kRuns = 20;

// Says how many of `all` a table did not show.
void AppendMore(size_t all, std::string_view noun, std::string& out) {
  if (all <= kRows) return;
  AppendParagraph(
      "Not shown: " + GroupedCount(all - kRows, noun) + ". The report as JSONL has all.", out);
}

std::string PlacesMarkup(const ProblemGroup& group) {
  std::string markup = "<ul class=\"places\">";
  for (const std::string& place : group.places) {
    markup += "<li>" + (place.empty() ? "place not known" : NameMarkup(place)) + "</li>";
  }
  markup += "</ul>";
  const uint64_t shown = group.places.size();
  if (group.count > shown) markup += "and " + Grouped(group.count - shown) + " more";
  return markup;
}

void AppendInputTable(const std::vector<AuditInput>& inputs, std::string& out) {
  AppendSubheading("Inputs", out);
  HtmlTable table({"Inputs, as they were named",
                   {{"Input"},
                    {"State"},
                    {"Size", true},
                    {"Posts", true},
                    {"Of those elsewhere too", true},
                    {"SHA-256"}},
                   true},
                  out);
  for (size_t i = 0; i < std::min(inputs.size(), kRows); ++i) {
    const AuditInput& input = inputs[i];
    const bool is_complete = input.state == InputState::kComplete;
    table.AddRow({NameMarkup(input.name), is_complete ? "read" : "<strong>not finished</strong>",
                  BytesInWords(input.bytes), Grouped(input.posts), Grouped(input.duplicates),
                  CodeMarkup(input.hash)});
  }
  table.End();
  AppendMore(inputs.size(), "input", out);
}

std::string_view StateInWords(AuditFile::State state) {
  switch (state) {
    case AuditFile::State::kRead:
      return "read";
    case AuditFile::State::kPassedOver:
      return "holds no posts";
    case AuditFile::State::kPrivate:
      return "private messages, not asked for";
    case AuditFile::State::kUnread:
      return "not read in full";
  }
  return {};
}

std::string DeclaredMarkup(const AuditFile& file) {
  if (!file.declared) return "–";
  const std::string declared = Grouped(*file.declared);
  return *file.declared == file.posts ? declared : "<strong>" + declared + "</strong>";
}

void AppendFileTable(const AuditSurvey& survey, std::string& out) {
  AppendSubheading("Files in them", out);
  HtmlTable table(
      {"Files, and what became of each; a number of posts that an export declares "
       "stands out if another number was read",
       {{"File"}, {"Format"}, {"State"}, {"Account"}, {"Posts read", true}, {"Declared", true}},
       true},
      out);
  for (size_t i = 0; i < std::min(survey.files.size(), kRows); ++i) {
    const AuditFile& file = survey.files[i];
    const AuditInput* input = survey.InputOf(file.input);
    std::string name = input == nullptr ? std::string() : input->name;
    if (!file.path.empty()) name += (name.empty() ? "" : ": ") + file.path;
    const bool is_unread = file.state == AuditFile::State::kUnread;
    const std::string state(StateInWords(file.state));
    table.AddRow({NameMarkup(name), file.format.empty() ? "not known" : Markup(file.format),
                  is_unread ? "<strong>" + state + "</strong>" : state, NameMarkup(file.account),
                  Grouped(file.posts), DeclaredMarkup(file)});
  }
  table.End();
  AppendMore(survey.files.size(), "file", out);
}

std::string UntilMarkup(const Decision& decision, std::chrono::sys_days as_of) {
  if (!decision.until) return "no end";
  const std::string until = DayInWords(*decision.until);
  return HoldsOn(decision, as_of) ? until : "<strong>" + until + ", holds no longer</strong>";
}

std::string RunMarkup(std::string_view name, std::string_view hash) {
  return NameMarkup(name) + "<br>" + CodeMarkup(hash);
}

void AddRow(std::string_view term, std::string_view meaning, HtmlTable& table) {
  table.AddRow({Markup(term), Markup(meaning)});
}

}  // namespace

void AppendUnread(const AuditReportJob& job) {
  std::string& out = job.out();
  AppendSectionBegin("unread", "What was not read", out);
  AppendParagraph(CompletenessSentence(job.survey), out);
  const auto groups = job.survey.GroupedProblems();
  if (!groups.empty()) {
    HtmlTable table({"By cause", {{"What"}, {"Kind"}, {"How often", true}, {"Where"}}, true}, out);
    for (const ProblemGroup& group : groups) {
      const bool is_unread = group.kind == ProblemKind::kUnread;
      table.AddRow({Markup(group.message) + "<br>" + CodeMarkup(group.code),
                    is_unread ? "<strong>not read</strong>" : "note: nothing is lost",
                    Grouped(group.count), PlacesMarkup(group)});
    }
    table.End();
  }
  if (job.survey.private_files > 0) {
    AppendParagraph(GroupedCount(job.survey.private_files, "file") +
                        " of private messages left alone, as nothing asked for them.",
                    out);
  }
  AppendSectionEnd(out);
}

void AppendInputs(const AuditReportJob& job) {
  std::string& out = job.out();
  AppendSectionBegin("read", "What was read", out);
  AppendParagraph(ScopeSentence(job.survey), out);
  if (!job.survey.inputs.empty()) AppendInputTable(job.survey.inputs, out);
  if (!job.survey.files.empty()) AppendFileTable(job.survey, out);
  AppendSectionEnd(out);
}

void AppendDecisions(const AuditReportJob& job) {
  std::string& out = job.out();
  const auto& decisions = job.survey.decisions;
  AppendSectionBegin("decisions", "Decisions", out);
  if (decisions.empty()) {
    AppendParagraph("None have been recorded.", out);
    AppendSectionEnd(out);
    return;
  }
  HtmlTable table({"Decisions about values, for all posts that a value stands in",
                   {{"Value"},
                    {"Decision"},
                    {"Reason"},
                    {"Decided by"},
                    {"On"},
                    {"Holds until"},
                    {"Findings", true}},
                   true},
                  out);
  for (size_t i = 0; i < std::min(decisions.size(), kRows); ++i) {
    const Decision& decision = decisions[i];
    const DecidedValue* value = job.survey.exposure.DecidedBy(decision.fingerprint);
    table.AddRow(
        {(value == nullptr ? std::string()
                           : Markup(value->name) + " " + CodeMarkup(value->masked) + "<br>") +
             "<span class=\"quiet\">" + NameMarkup(decision.fingerprint) + "</span>",
         Markup(InWords(decision.state)), NameMarkup(decision.reason), NameMarkup(decision.owner),
         DayInWords(decision.made), UntilMarkup(decision, job.options.as_of),
         Grouped(value == nullptr ? 0 : value->findings)});
  }
  table.End();
  AppendMore(decisions.size(), "decision", out);
  AppendSectionEnd(out);
}

void AppendAssessment(const AuditReportJob& job) {
  std::string& out = job.out();
  AppendSectionBegin("assessment", "For an assessment", out);
  AppendParagraph(
      "Whoever decides whether this has to be reported as a personal data breach needs the facts "
      "of this report and some that only the organisation knows. Its decision is recorded with "
      "reasons, also where nothing is reported.",
      out);
  const Exposure& exposure = job.survey.exposure;
  const auto distinct = exposure.distinct_values();
  out += "<div class=\"fill\">";
  HtmlTable table({"What an assessment asks for", {{"Question"}, {"Answer"}}, true}, out);
  AddRow("What kinds of data, how grave", FindingsSentence(exposure), table);
  AddRow("About how many people", distinct ? ValuesSentence(exposure) : "Not known without a key.",
         table);
  AddRow("About how many records", GroupedCount(exposure.all().posts, "post"), table);
  AddRow("Since when, and still", VisibilitySentence(exposure), table);
  AddRow("What has been done",
         GroupedCount(job.survey.decisions.size(), "decision") + " recorded; see Decisions.",
         table);
  for (const std::string_view question :
       {"When the organisation became aware (72 hours count from then)", "Likely consequences",
        "Further measures, by whom and when", "Reported or not, and why", "Contact"}) {
    AddRow(question, "", table);
  }
  table.End();
  out += "</div>\n";
  AppendSectionEnd(out);
}

void AppendMaking(const AuditReportJob& job) {
  std::string& out = job.out();
  AppendSectionBegin("making", "How this was made", out);
  AppendParagraph("Report made " + TimeInWords(job.options.made) + " by Gatepost " +
                      GATEPOST_VERSION + ". Decisions are taken as they hold on " +
                      DayInWords(job.options.as_of) + ".",
                  out);
  const auto& runs = job.survey.runs;
  const size_t hidden = runs.size() - std::min(runs.size(), kRuns);
  HtmlTable table(
      {"Runs that read, the latest last",
       {{"Started"}, {"Ended"}, {"Gatepost"}, {"Pattern set"}, {"Policy"}, {"Key"}, {"As of"}},
       true},
      out);
  for (size_t i = hidden; i < runs.size(); ++i) {
    const AuditRun& run = runs[i];
    table.AddRow({TimeInWords(run.started),
                  run.ended ? TimeInWords(*run.ended) : "<strong>not ended</strong>",
                  Markup(run.gatepost), RunMarkup(run.set_name, run.set_hash),
                  RunMarkup(run.policy_name, run.policy_hash),
                  run.key_id.empty() ? "none" : CodeMarkup(run.key_id), DayText(run.as_of)});
  }
  table.End();
  if (hidden > 0) {
    AppendParagraph(
        "Not shown: " + GroupedCount(hidden, "earlier run") + ". The report as JSONL has all.",
        out);
  }
  AppendSectionEnd(out);
}

void AppendGlossary(const AuditReportJob& job) {
  std::string& out = job.out();
  AppendSectionBegin("glossary", "Words used here", out);
  HtmlTable table({"Glossary", {{"Word"}, {"Meaning"}}, true}, out);
  AddRow("Finding", "A place in a post where something that looks like personal data stands.",
         table);
  AddRow("Identifier", "A kind of personal data: a phone number, an NHS number, an address.",
         table);
  AddRow("Masked",
         "Shown with most of its letters and digits replaced by *, so that this report does not "
         "give it away once more.",
         table);
  AddRow("Fingerprint",
         "A name for a value that is the same wherever the value stands. Who does not have the "
         "organisation's key cannot tell the value from it.",
         table);
  AddRow("Weak, likely, strong",
         "How much speaks for a finding: its form, check digits, and the words around it. A strong "
         "one is hardly ever wrong, a weak one often.",
         table);
  AddRow("Severity", "How much harm the identifier can do: low, medium, high or critical.", table);
  AddRow("Block, review, let through",
         "What the organisation's policy makes of a finding: it must not be published, somebody "
         "has to look at it, or it may pass, like the office's own number.",
         table);
  AddRow("Worth acting on", "Block and review together.", table);
  AddRow("Open", "Worth acting on, and no decision about it holds.", table);
  AddRow("Accepted, removed, no personal data",
         "What somebody decided about a value: it may stay, it has been taken out, or it was found "
         "in error. Some decisions hold until a day only.",
         table);
  AddRow("Still public",
         "Whether the post can still be seen. No means that the archive, or somebody, says it was "
         "deleted; not known means that nobody has looked.",
         table);
  AddRow("Different values",
         "Findings of the same value counted once. Beyond a million it is an estimate, right to "
         "about one per cent.",
         table);
  AddRow("Pattern set, policy",
         "The rules by which data is found, and those by which findings are judged. Their hashes "
         "say exactly which they were.",
         table);
  table.End();
  AppendSectionEnd(out);
}

}  // namespace gatepost
