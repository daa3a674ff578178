#include <algorithm>
#include <array>
#include <span>

#include "report/audit_words.h"
#include "report/comparison_report.h"
#include "report/table.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

constexpr std::array kColumns{FindingChange::kNew, FindingChange::kKnownValue, FindingChange::kGone,
                              FindingChange::kStill};
constexpr std::array<std::string_view, kSeverityRanks> kSeverityNames{"critical", "high", "medium",
                                                                      "low", "other"};

std::vector<std::string> RowOf(std::string_view name, const ChangeCounts& counts) {
  std::vector<std::string> row{Printable(name)};
  for (const FindingChange change : kColumns) row.push_back(Grouped(counts.Of(change)));
  return row;
}

void AppendNote(std::string_view text, const TextLayout& layout, std::string& out) {
  out += "NOTE ";
  AppendWrapped(text, 5, layout.width, out);
}

// What keeps the two from being compared as they should be.
void AppendNotes(const Comparison& comparison, const TextLayout& layout, std::string& out) {
  if (!comparison.is_by_fingerprint) {
    AppendNote(
        "The two were not made under the same keys, or not all with one, so that fingerprints "
        "differ: values were compared as they are masked. Two values that are masked alike count "
        "as one, and known values in new posts cannot be told.",
        layout, out);
  }
  if (!comparison.has_same_patterns) {
    AppendNote(
        "The two were made with different patterns: what is new or gone may be so because of "
        "them.",
        layout, out);
  }
  if (!comparison.has_same_policy) {
    AppendNote(
        "The two were made under different policies: what is let through in one may count in the "
        "other.",
        layout, out);
  }
}

void AppendCounts(const Comparison& comparison, std::string& out) {
  const std::vector<std::string> heading{"", "new", "known value, new post", "gone", "still there"};
  Table table;
  table.AddRow(heading);
  for (const auto& [pattern, changes] : comparison.by_identifier) {
    table.AddRow(RowOf(changes.name + ", " + changes.severity, changes.counts));
  }
  table.AddRow(RowOf("all", comparison.all));
  table.AppendTo(out);
  out += '\n';
  Table by_severity;
  by_severity.AddRow(heading);
  for (size_t rank = 0; rank < kSeverityRanks; ++rank) {
    const ChangeCounts& counts = comparison.by_severity[rank];
    const bool is_empty =
        std::ranges::all_of(kColumns, [&](FindingChange change) { return counts.Of(change) == 0; });
    if (!is_empty) by_severity.AddRow(RowOf(kSeverityNames[rank], counts));
  }
  by_severity.AppendTo(out);
}

void AppendFindings(std::string_view heading, std::span<const ChangedFinding> findings,
                    uint64_t all, std::string& out) {
  if (all == 0) return;
  out += '\n';
  out.append(heading).append(":\n");
  for (const ChangedFinding& each : findings) {
    out += "  " + Printable(each.finding.severity) + "  " +
           ValueInWords(each.finding.name, each.finding.masked);
    if (each.standing != Standing::kOpen) out.append("  ").append(InWords(each.standing));
    if (each.change == FindingChange::kKnownValue) out += "  known value in a new post";
    out += "\n    " + PostInWords(each.post, each.input) + "\n";
    if (!each.finding.fingerprint.empty())
      out += "    " + Printable(each.finding.fingerprint) + "\n";
  }
  if (all > findings.size()) {
    out += "  and " + GroupedCount(all - findings.size(), "other") +
           "; --limit shows more, -f json for programs\n";
  }
}

}  // namespace

void AppendComparisonText(const Comparison& comparison, const ComparedStores& stores,
                          const TextLayout& layout, std::string& out) {
  out += Printable(stores.before) + " with " + Printable(stores.after) + "\n\n";
  AppendNotes(comparison, layout, out);
  const ChangeCounts& all = comparison.all;
  const uint64_t any = all.Of(FindingChange::kNew) + all.Of(FindingChange::kKnownValue) +
                       all.Of(FindingChange::kGone) + all.Of(FindingChange::kStill);
  if (any == 0) {
    out += "No finding in either that is worth acting on.\n";
    return;
  }
  AppendCounts(comparison, out);
  AppendFindings("New", comparison.listed_new,
                 all.Of(FindingChange::kNew) + all.Of(FindingChange::kKnownValue), out);
  AppendFindings("Gone", comparison.listed_gone, all.Of(FindingChange::kGone), out);
}

}  // namespace gatepost
