#include <string>
#include <string_view>

#include "report/audit_html_parts.h"
#include "report/audit_summary.h"
#include "report/audit_words.h"
#include "report/html_page.h"
#include "report/markup.h"

namespace gatepost {
namespace {

constexpr std::string_view kUndated =
    "Posts without a date come last, since it is not known for how long they have been public.";

std::string ValueMarkup(std::string_view name, std::string_view masked) {
  return Markup(name) + "<br>" + CodeMarkup(masked);
}

// Where the value can still be seen, the oldest first.
std::string PlacesMarkup(const ExposedValue& value) {
  std::string markup = "<ul class=\"places\">";
  for (const ExposedValue::InPost& post : value.earliest) {
    markup += "<li>" + Markup(PublishedInWords(post.published));
    if (!post.account.empty()) markup += ", " + NameMarkup(post.account);
    markup += post.url.empty() ? ", no address known" : "<br>" + LinkMarkup(post.url);
    markup += "</li>";
  }
  markup += "</ul>";
  const uint64_t shown = value.earliest.size();
  if (value.posts > shown) markup += "and " + Grouped(value.posts - shown) + " more";
  return markup;
}

std::string PostsMarkup(const ExposedValue& value) {
  return (value.is_posts_least ? "≥ " : "") + Grouped(value.posts);
}

// "12 April 2019, @council (x), alt_text 2", and the way to it.
std::string WhereMarkup(const AuditReportJob& job, const GraveFinding& grave) {
  const AuditPost& post = grave.post;
  std::string markup = NameMarkup(AccountInWords(post.source, post.account)) + ", " +
                       Markup(PublishedInWords(post.published)) + ", " +
                       Markup(FieldInWords(grave.finding.field, grave.finding.nth)) + "<br>";
  const std::string whose = KnownAccountMarkup(job, post.source, post.account);
  if (!whose.empty()) markup += whose + "<br>";
  if (!post.url.empty()) return markup + LinkMarkup(post.url);
  std::string place = grave.input;
  if (!post.path.empty()) place += ": " + post.path;
  return markup + NameMarkup(place + ", record " + std::to_string(post.record + 1));
}

std::string GraveMarkup(const GraveFinding& grave) {
  std::string markup = ValueMarkup(grave.finding.name, grave.finding.masked);
  if (!grave.finding.band.empty()) markup += " <span class=\"quiet\">" + Markup(grave.finding.band);
  if (!grave.finding.band.empty()) markup += "</span>";
  if (grave.was_decided) markup += "<br>the decision about it holds no longer";
  return markup;
}

}  // namespace

void AppendLongestExposed(const AuditReportJob& job) {
  std::string& out = job.out();
  const auto& values = job.survey.exposure.longest_exposed().values();
  AppendSectionBegin("longest", "Public for longest", out);
  if (values.empty()) {
    AppendParagraph(
        job.survey.exposure.distinct_values()
            ? "No open value is in a post that may still be public."
            : "Values are told apart by their fingerprints, and there are none without a key.",
        out);
    AppendSectionEnd(out);
    return;
  }
  AppendParagraph("Open values whose oldest post is not known to be gone, the oldest first. " +
                      std::string(kUndated),
                  out);
  HtmlTable table(
      {"The " + Grouped(values.size()) + " values that have been public for longest",
       {{"Value"}, {"Severity"}, {"Public since"}, {"Posts", true}, {"Still public"}, {"Where"}},
       true},
      out);
  for (const ExposedValue& value : values) {
    table.AddRow({ValueMarkup(value.name, value.masked), SeverityMarkup(value.severity),
                  Markup(PublishedInWords(value.first_published)), PostsMarkup(value),
                  Markup(InWords(value.visibility)), PlacesMarkup(value)});
  }
  table.End();
  AppendSectionEnd(out);
}

void AppendGravestFindings(const AuditReportJob& job, const GravestFindings& gravest) {
  std::string& out = job.out();
  AppendSectionBegin("gravest", "Gravest findings", out);
  const uint64_t open = job.survey.exposure.all().Of(Standing::kOpen);
  if (open == 0) {
    AppendParagraph("No finding is open.", out);
    AppendSectionEnd(out);
    return;
  }
  const uint64_t shown = gravest.findings().size();
  HtmlTable table({"Open findings, the gravest first",
                   {{"Value"}, {"Severity"}, {"Action"}, {"Still public"}, {"Where"}},
                   true},
                  out);
  for (const GraveFinding& grave : gravest.findings()) {
    std::string where = WhereMarkup(job, grave);
    if (job.options.shows_texts && !grave.post.text.empty()) {
      where += "<div class=\"text\">" + MarkupLines(grave.post.text) + "</div>";
    }
    table.AddRow({GraveMarkup(grave), SeverityMarkup(grave.finding.severity),
                  Markup(grave.finding.action), Markup(InWords(grave.post.visibility)), where});
  }
  table.End();
  if (shown < open) {
    AppendWhereAllAre(job, "Not shown: " + GroupedCount(open - shown, "open finding") + ".");
  }
  AppendSectionEnd(out);
}

}  // namespace gatepost
