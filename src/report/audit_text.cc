#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/audit_sink.h"
#include "report/audit_summary.h"
#include "report/audit_words.h"
#include "report/gravest_findings.h"
#include "report/table.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

constexpr size_t kShownFindings = 10;
constexpr size_t kShownRows = 50;
constexpr size_t kShownPlaces = 3;  // of each cause
constexpr uint32_t kIndent = 2;
constexpr uint32_t kCellColumns = 40;  // of what others named

Ink InkOf(const AuditFinding& finding) {
  return finding.action == "block" ? Ink::kRed : Ink::kYellow;
}

// A name that others gave, short enough for a table.
std::string Cell(std::string_view name) {
  const std::string line = Printable(name);
  const std::string_view begin = FittingBegin(line, kCellColumns);
  return begin.size() == line.size() ? line
                                     : std::string(FittingBegin(line, kCellColumns - 1)) + "…";
}

void AddCounts(const ExposureCounts& counts, std::vector<std::string>& row) {
  row.push_back(Grouped(counts.Of(Standing::kOpen)));
  row.push_back(Grouped(counts.worth_acting_on() - counts.Of(Standing::kOpen)));
  row.push_back(Grouped(counts.Of(Standing::kLetThrough)));
  row.push_back(Grouped(counts.posts));
}

std::vector<std::string> PostsRow(std::string name, const PostsExposure& exposure) {
  std::vector<std::string> row{std::move(name)};
  AddCounts(exposure.counts, row);
  row.push_back(Grouped(exposure.posts_read));
  row.push_back(RateInWords(exposure.per_thousand_posts()));
  return row;
}

class AuditText {
 public:
  explicit AuditText(const AuditReportJob& job)
      : job_(job),
        exposure_(job.survey.exposure),
        painter_(job.options.uses_colour),
        columns_(std::max(job.options.width, kMinReportColumns)) {}

  Status Write() {
    GravestFindings gravest(kShownFindings);
    auto status = job_.ForEachFinding([&](const FindingInPost& found) {
      if (job_.StandingOf(found) == Standing::kOpen) gravest.Add(found);
    });
    if (!status) return status;
    WriteSummary();
    WriteTable();
    WriteGravest(gravest);
    WriteProblems();
    WriteCommands();
    return {};
  }

 private:
  void WriteHeading(std::string_view words) {
    job_.out() += '\n';
    painter_.Append(Ink::kBold, words, job_.out());
    job_.out() += '\n';
  }

  void WriteLine(std::string_view words) {
    job_.out().append(kIndent, ' ');
    AppendWrapped(words, kIndent, columns_ - kIndent, job_.out());
  }

  void WriteSummary() {
    const bool is_complete = job_.survey.is_complete();
    painter_.Append(Ink::kBold, "Audit", job_.out());
    job_.out() += ": ";
    painter_.Append(is_complete ? Ink::kGreen : Ink::kYellow,
                    is_complete ? "complete" : "NOT COMPLETE", job_.out());
    job_.out() += '\n';
    const std::string filter = FilterInWords(job_.options.filter);
    if (!filter.empty()) WriteLine("Only what is " + Printable(filter) + ".");
    for (const std::string& sentence :
         {ScopeSentence(job_.survey), FindingsSentence(exposure_), ValuesSentence(exposure_),
          VisibilitySentence(exposure_), CompletenessSentence(job_.survey)}) {
      if (!sentence.empty()) WriteLine(sentence);
    }
    WriteLine(kNoProof);
  }

  void WriteTable() {
    if (exposure_.all().findings() == 0) return;
    switch (job_.options.by) {
      case AuditReportBy::kIdentifier:
        return WriteIdentifiers();
      case AuditReportBy::kAccount:
        return WriteAccounts();
      case AuditReportBy::kMonth:
        return WriteMonths();
    }
  }

  void WriteIdentifiers() {
    WriteHeading("By identifier");
    Table table;
    table.AddRow({"", "severity", "open", "decided", "let through", "posts", "values"});
    for (const IdentifierExposure* identifier : exposure_.by_identifier()) {
      std::vector<std::string> row{Cell(identifier->name), identifier->severity};
      AddCounts(identifier->counts, row);
      row.push_back(exposure_.distinct_values() ? Grouped(identifier->distinct) : "-");
      table.AddRow(std::move(row));
    }
    WriteRows(table, 0);
  }

  void WriteAccounts() {
    WriteHeading("By account");
    Table table;
    const bool has_book = job_.options.accounts != nullptr;
    table.AddRow({"", "open", "decided", "let through", "posts", "read", "per 1,000",
                  has_book ? "whose" : ""});
    const auto rows = AccountRows(exposure_);
    const size_t shown = std::min(rows.size(), kShownRows);
    for (size_t i = 0; i < shown; ++i) {
      const auto& [source, handle] = *rows[i].name;
      std::vector<std::string> row =
          PostsRow(Cell(AccountInWords(source, handle)), *rows[i].exposure);
      row.push_back(Cell(KnownAccountInWords(job_.AccountOf(source, handle))));
      table.AddRow(std::move(row));
    }
    WriteRows(table, rows.size() - shown);
  }

  // The latest.
  void WriteMonths() {
    WriteHeading("By month");
    Table table;
    table.AddRow({"", "open", "decided", "let through", "posts", "read", "per 1,000"});
    const auto rows = MonthRows(exposure_);
    const size_t hidden = rows.size() - std::min(rows.size(), kShownRows);
    for (size_t i = hidden; i < rows.size(); ++i) {
      table.AddRow(PostsRow(MonthInWords(rows[i].month), *rows[i].exposure));
    }
    WriteRows(table, hidden);
  }

  void WriteRows(const Table& table, size_t hidden) {
    std::string rows;
    table.AppendTo(rows);
    for (size_t at = 0; at < rows.size();) {
      const size_t end = rows.find('\n', at) + 1;
      job_.out().append(kIndent, ' ').append(rows, at, end - at);
      at = end;
    }
    if (hidden > 0) WriteLine(Grouped(hidden) + " more; the report as JSON has all.");
  }

  void WriteGravest(const GravestFindings& gravest) {
    const uint64_t open = exposure_.all().Of(Standing::kOpen);
    if (open == 0) return;
    WriteHeading(gravest.findings().size() < open
                     ? "The gravest of " + GroupedCount(open, "open finding")
                     : "Open findings");
    for (const GraveFinding& grave : gravest.findings()) WriteFinding(grave);
  }

  void WriteFinding(const GraveFinding& grave) {
    const auto& [finding, post, input, was_decided] = grave;
    std::string& out = job_.out();
    out.append(kIndent, ' ');
    painter_.Append(InkOf(finding), Padded(finding.severity, 8), out);
    out += "  ";
    painter_.Append(Ink::kBold, Printable(finding.name + "  " + finding.masked), out);
    out += '\n';
    std::string place = AccountInWords(post.source, post.account) + ", " +
                        PublishedInWords(post.published) + ", " +
                        FieldInWords(finding.field, finding.nth) + ", still public: ";
    place += InWords(post.visibility);
    if (was_decided) place += ", was decided until a day that is past";
    WriteDetail(place);
    const std::string whose = KnownAccountInWords(job_.AccountOf(post.source, post.account));
    if (!whose.empty()) WriteDetail(whose);
    WriteDetail(post.url.empty() ? PlaceInInput(grave) : post.url);
    if (!finding.fingerprint.empty()) WriteDetail(finding.fingerprint);
  }

  static std::string PlaceInInput(const GraveFinding& grave) {
    std::string place = grave.input;
    if (!grave.post.path.empty()) place += ": " + grave.post.path;
    return place + ", record " + std::to_string(grave.post.record + 1);
  }

  void WriteDetail(std::string_view words) {
    constexpr uint32_t kDetailIndent = kIndent + 10;
    job_.out().append(kDetailIndent, ' ');
    AppendWrapped(Printable(words), kDetailIndent, columns_ - kDetailIndent, job_.out());
  }

  void WriteProblems() {
    const auto groups = job_.survey.GroupedProblems();
    if (!groups.empty()) WriteHeading("Not read, and notes");
    for (const ProblemGroup& group : groups) {
      const bool is_unread = group.kind == ProblemKind::kUnread;
      std::string& out = job_.out();
      out.append(kIndent, ' ');
      painter_.Append(is_unread ? Ink::kYellow : Ink::kBold, is_unread ? "unread  " : "note    ",
                      out);
      out += "  ";
      AppendWrapped(Grouped(group.count) + " × " + Printable(group.message), kIndent + 10,
                    columns_ - kIndent - 10, out);
      const size_t shown = std::min(group.places.size(), kShownPlaces);
      for (size_t i = 0; i < shown; ++i) {
        if (!group.places[i].empty()) WriteDetail(group.places[i]);
      }
      if (group.count > shown) WriteDetail("and " + Grouped(group.count - shown) + " more");
    }
    if (job_.survey.private_files > 0) {
      WriteLine(GroupedCount(job_.survey.private_files, "file") +
                " of private messages left alone, as nothing asked for them.");
    }
  }

  void WriteCommands() {
    const auto& [report, decide] = std::pair(std::string_view(job_.options.report_command),
                                             std::string_view(job_.options.decide_command));
    if (report.empty() && decide.empty()) return;
    WriteHeading("Next");
    std::vector<std::pair<std::string, std::string_view>> commands;
    const auto add = [&commands](std::string_view command, std::string_view arguments,
                                 std::string_view why) {
      if (command.empty()) return;
      commands.emplace_back(std::string(command) + std::string(arguments), why);
    };
    add(report, " -f html -o report.html", "to read, print and hand on");
    add(report, " -f csv -o findings.csv", "all findings, for a spreadsheet");
    add(decide, "", "the values to decide about, and how");
    size_t widest = 0;
    for (const auto& [command, _] : commands) widest = std::max(widest, command.size());
    for (const auto& [command, why] : commands) {
      job_.out().append(kIndent, ' ').append(command);
      job_.out().append(widest - command.size() + 2, ' ').append(why).append("\n");
    }
  }

  const AuditReportJob& job_;
  const Exposure& exposure_;
  Painter painter_;
  uint32_t columns_;
};

}  // namespace

Status WriteAuditText(const AuditReportJob& job) { return AuditText(job).Write(); }

}  // namespace gatepost
