#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "report/audit_html_parts.h"
#include "report/audit_summary.h"
#include "report/audit_words.h"
#include "report/html_page.h"
#include "report/markup.h"

namespace gatepost {
namespace {

constexpr std::string_view kTitle = "Personal data in published posts";
constexpr size_t kMostFindings = 500;
constexpr size_t kTextBytes = 4000;  // of a post, where texts are shown
constexpr size_t kNamedInputs = 5;

struct Section {
  std::string_view id, heading;
};
constexpr std::array kSections = std::to_array<Section>({
    {"summary", "Summary"},
    {"found", "What was found"},
    {"longest", "Public for longest"},
    {"gravest", "Gravest findings"},
    {"assessment", "For an assessment"},
    {"unread", "What was not read"},
    {"read", "What was read"},
    {"decisions", "Decisions"},
    {"making", "How this was made"},
    {"glossary", "Words used here"},
});

void AppendFact(std::string_view term, const std::string& markup, std::string& out) {
  out.append("<dt>").append(term).append("</dt><dd>").append(markup).append("</dd>\n");
}

std::string InputNames(const std::vector<AuditInput>& inputs) {
  std::string markup;
  for (size_t i = 0; i < std::min(inputs.size(), kNamedInputs); ++i) {
    markup += (i == 0 ? "" : ", ") + NameMarkup(inputs[i].name);
  }
  if (inputs.size() > kNamedInputs) {
    markup += " and " + Grouped(inputs.size() - kNamedInputs) + " more";
  }
  return inputs.empty() ? "nothing" : markup;
}

std::string WhenRead(const AuditSurvey& survey) {
  const AuditRun* run = survey.last_run();
  if (run == nullptr) return "never";
  return TimeInWords(run->started) +
         (run->ended ? " to " + TimeInWords(*run->ended) : ", and not finished");
}

void AppendHeader(const AuditReportJob& job) {
  std::string& out = job.out();
  out += "<a class=\"skip\" href=\"#summary\">Skip to the summary</a>\n<header>\n";
  out += "<p class=\"kicker\">Gatepost audit report</p>\n";
  out += "<h1>" + Markup(kTitle) + "</h1>\n<dl class=\"facts\">\n";
  AppendFact("Audited", InputNames(job.survey.inputs), out);
  AppendFact("Read", Markup(WhenRead(job.survey)), out);
  AppendFact("Report made", Markup(TimeInWords(job.options.made)), out);
  const std::string filter = FilterInWords(job.options.filter);
  if (!filter.empty()) AppendFact("Only what is", NameMarkup(filter), out);
  AppendFact("Result", job.survey.is_complete() ? "complete" : "<strong>not complete</strong>",
             out);
  out +=
      "</dl>\n<p class=\"quiet\">Confidential. Values are masked, but this report says where to "
      "find them.</p>\n</header>\n";
}

void AppendContents(std::string& out) {
  out += "<nav aria-label=\"Contents\"><ol>\n";
  for (const Section& section : kSections) {
    out.append("<li><a href=\"#").append(section.id).append("\">");
    out.append(section.heading).append("</a></li>\n");
  }
  out += "</ol></nav>\n<main>\n";
}

void AppendFigure(const std::string& number, std::string_view words, std::string& out) {
  out.append("<div class=\"figure\"><dt>").append(words).append("</dt><dd>").append(number);
  out += "</dd></div>\n";
}

void AppendFigures(const Exposure& exposure, std::string& out) {
  const ExposureCounts& counts = exposure.all();
  const auto distinct = exposure.distinct_values();
  out += "<dl class=\"figures\">\n";
  AppendFigure(Grouped(counts.Of(Standing::kOpen)), "findings open", out);
  AppendFigure(Grouped(counts.posts), "posts give something away", out);
  AppendFigure(distinct ? (exposure.is_distinct_exact() ? "" : "about ") + Grouped(*distinct) : "–",
               distinct ? "different values" : "different values: not known without a key", out);
  AppendFigure(Grouped(exposure.posts_read()), "posts read", out);
  out += "</dl>\n";
}

}  // namespace

void AppendAuditCover(const AuditReportJob& job) {
  AppendHeader(job);
  std::string& out = job.out();
  AppendContents(out);
  AppendSectionBegin("summary", "Summary", out);
  AppendFigures(job.survey.exposure, out);
  out += job.survey.is_complete() ? "<div class=\"note good\">" : "<div class=\"note\">";
  AppendParagraph(CompletenessSentence(job.survey), out);
  out += "</div>\n";
  AppendParagraph(ScopeSentence(job.survey), out);
  AppendParagraph(FindingsSentence(job.survey.exposure), out);
  AppendParagraph(ValuesSentence(job.survey.exposure), out);
  AppendParagraph(VisibilitySentence(job.survey.exposure), out);
  AppendParagraph(kNoProof, out);
  AppendSectionEnd(out);
}

std::string KnownAccountMarkup(const AuditReportJob& job, std::string_view source,
                               std::string_view handle) {
  const std::string words = KnownAccountInWords(job.AccountOf(source, handle));
  return words.empty() ? words : "<span class=\"whose\">" + NameMarkup(words) + "</span>";
}

void AppendWhereAllAre(const AuditReportJob& job, std::string_view words) {
  std::string& out = job.out();
  out += "<p>" + Markup(words);
  const std::string& command = job.options.report_command;
  out += command.empty() ? " The report as CSV or JSONL has all of them."
                         : " All of them: " + CodeMarkup(command + " -f csv -o findings.csv");
  out += "</p>\n";
}

Status WriteAuditHtml(const AuditReportJob& job) {
  GravestFindings gravest(kMostFindings, job.options.shows_texts ? kTextBytes : 0);
  auto status = job.ForEachFinding([&](const FindingInPost& found) {
    if (job.StandingOf(found) == Standing::kOpen) gravest.Add(found);
  });
  if (!status) return status;
  AppendPageBegin(kTitle, job.out());
  AppendAuditCover(job);
  AppendAuditExposure(job);
  AppendLongestExposed(job);
  if (status = job.sink.FlushIfFull(); !status) return status;
  AppendGravestFindings(job, gravest);
  if (status = job.sink.FlushIfFull(); !status) return status;
  for (const auto append : {AppendAssessment, AppendUnread, AppendInputs, AppendDecisions,
                            AppendMaking, AppendGlossary}) {
    append(job);
    if (status = job.sink.FlushIfFull(); !status) return status;
  }
  job.out() += "</main>\n<footer>Made by Gatepost " GATEPOST_VERSION ".</footer>\n";
  AppendPageEnd(job.out());
  return {};
}

}  // namespace gatepost
