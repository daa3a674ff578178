#include <array>
#include <cstdio>

#include "base/interval.h"
#include "report/evaluation_report.h"
#include "report/table.h"
#include "report/terminal_text.h"
#include "tune/figures.h"

namespace gatepost {
namespace {

std::string Fixed(double value, int places) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f", places, value);
  return text.data();
}

// "98.3 %", "94.1–99.5"; dashes if there is nothing to have a share of.
std::vector<std::string> Percent(uint64_t count, uint64_t total) {
  if (total == 0) return {"–", "–"};
  const Share share = ShareOf(count, total);
  return {Fixed(100 * share.value, 1),
          Fixed(100 * share.low, 1) + "–" + Fixed(100 * share.high, 1)};
}

void Append(std::vector<std::string> cells, std::vector<std::string>& row) {
  for (std::string& cell : cells) row.push_back(std::move(cell));
}

struct Section {
  std::string title;
  Tally::Met Tally::*met;
};

void AddTallyRow(const TallyRow& row, const Section& section, Table& table) {
  const Tally& tally = row.tally;
  const Tally::Met& met = tally.*section.met;
  std::vector<std::string> cells{row.name, std::to_string(tally.labels),
                                 std::to_string(tally.labels - met.found),
                                 std::to_string(tally.findings - met.right)};
  Append(Percent(met.found, tally.labels), cells);
  Append(Percent(met.right, tally.findings), cells);
  const auto f2 = F2Of(tally, met);
  cells.push_back(f2 ? Fixed(*f2, 3) : "–");
  table.AddRow(std::move(cells));
}

void AppendSection(const EvaluationContext& context, const EvaluationResult& result,
                   const Section& section, std::string& out) {
  Table table;
  table.AddRow({section.title, "LABELS", "MISSED", "ALARMS", "RECALL %", "95 %", "PRECISION %",
                "95 %", "F2"});
  for (const TallyRow& row : RowsByPattern(result, context.set)) AddTallyRow(row, section, table);
  AddTallyRow({"all", TallyOfAll(result)}, section, table);
  for (const TallyRow& row : RowsByLanguage(result)) {
    AddTallyRow({"  in " + row.name, row.tally}, section, table);
  }
  table.AppendTo(out);
  out += '\n';
}

void AddPostRow(const std::string& name, const PostTally& tally, Table& table) {
  std::vector<std::string> cells{name, std::to_string(tally.posts), std::to_string(tally.held)};
  if (tally.posts == 0) {
    Append({"–", "–"}, cells);
  } else {
    const Share share = ShareOf(tally.held, tally.posts);
    Append({Fixed(1000 * share.value, 1),
            Fixed(1000 * share.low, 1) + "–" + Fixed(1000 * share.high, 1)},
           cells);
  }
  table.AddRow(std::move(cells));
}

void AppendPosts(const EvaluationResult& result, std::string& out) {
  Table table;
  table.AddRow({"WHOLE POSTS", "POSTS", "HELD", "PER 1,000", "95 %"});
  const auto add = [&table](const std::string& name, const PostTallies& tallies) {
    AddPostRow(name + "clean", tallies.clean, table);
    AddPostRow(name + "hard negatives", tallies.hard_negatives, table);
    AddPostRow(name + "labelled", tallies.labelled, table);
  };
  add("", PostsOfAll(result));
  for (const auto& [language, tallies] : result.languages) {
    add("  " + (language.empty() ? "no language" : language) + ", ", tallies);
  }
  table.AppendTo(out);
}

void AppendGroups(const EvaluationResult& result, std::string& out) {
  if (result.groups.empty()) return;
  Table table;
  table.AddRow({"GROUPS", "POSTS", "REVIEW", "BLOCK", "HELD PER 1,000", "95 %"});
  for (const auto& [name, group] : result.groups) {
    const Share held = ShareOf(group.to_review + group.blocked, group.posts);
    table.AddRow({name, std::to_string(group.posts), std::to_string(group.to_review),
                  std::to_string(group.blocked), Fixed(1000 * held.value, 1),
                  Fixed(1000 * held.low, 1) + "–" + Fixed(1000 * held.high, 1)});
  }
  out += '\n';
  table.AppendTo(out);
}

void AppendSlips(const std::string& title, const std::vector<Slip>& slips, std::string& out) {
  if (slips.empty()) return;
  out += title + '\n';
  for (const Slip& slip : slips) {
    out += "  " + Printable(slip.where.ToString()) + "  " + Printable(slip.pattern) + "  " +
           Printable(slip.value) + "  (" + slip.why +
           (slip.origin.empty() ? "" : "; " + Printable(slip.origin)) + ")\n";
  }
  out += '\n';
}

}  // namespace

void AppendEvaluationText(const EvaluationContext& context, const EvaluationResult& result,
                          std::string& out) {
  AppendSlips("MISSES", result.misses, out);
  AppendSlips("ALARMS", result.alarms, out);
  AppendSection(context, result, {"OVERLAPPING", &Tally::overlapping}, out);
  AppendSection(context, result, {"EXACT", &Tally::exact}, out);
  AppendPosts(result, out);
  AppendGroups(result, out);
  out += '\n' + Counted(result.posts, "post") + " · found at " + context.at + " · split " +
         context.split + " · patterns " + Printable(context.set.name()) + ' ' +
         context.set.hash().substr(0, 8) + " · policy " + Printable(context.policy) + '\n';
}

}  // namespace gatepost
