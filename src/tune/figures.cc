#include "tune/figures.h"

#include <utility>

#include "base/interval.h"

namespace gatepost {
namespace {

using Figures = std::map<std::string, double>;

void AddShare(const std::string& name, uint64_t count, uint64_t total, Figures& figures) {
  if (total == 0) return;
  figures.emplace(name, static_cast<double>(count) / static_cast<double>(total));
}

void AddTally(const TallyRow& row, Figures& figures) {
  const Tally& tally = row.tally;
  for (const auto& [how, met] :
       {std::pair{"exact", tally.exact}, std::pair{"overlapping", tally.overlapping}}) {
    AddShare(row.name + " recall, " + how, met.found, tally.labels, figures);
    AddShare(row.name + " precision, " + how, met.right, tally.findings, figures);
  }
}

void AddPosts(const std::string& name, const PostTallies& posts, Figures& figures) {
  const auto add_passed = [&](const std::string& what, const PostTally& tally) {
    AddShare(name + what, tally.posts - tally.held, tally.posts, figures);
  };
  AddShare(name + " labelled posts held", posts.labelled.held, posts.labelled.posts, figures);
  add_passed(" clean posts passed", posts.clean);
  add_passed(" hard negatives passed", posts.hard_negatives);
}

void AddGroup(const std::string& name, const GroupTally& group, Figures& figures) {
  const std::string posts = "group " + name + " posts ";
  AddShare(posts + "not blocked", group.posts - group.blocked, group.posts, figures);
  AddShare(posts + "passed", group.posts - group.blocked - group.to_review, group.posts, figures);
}

std::string NameOfLanguage(const std::string& language) {
  return language.empty() ? "no language" : language;
}

}  // namespace

std::vector<TallyRow> RowsByPattern(const EvaluationResult& result, const PatternSet& set) {
  std::vector<TallyRow> rows;
  for (size_t i = 0; i < result.patterns.size(); ++i) {
    TallyRow row{set.patterns()[i].id, {}};
    for (const auto& [language, tally] : result.patterns[i]) row.tally += tally;
    if (row.tally.labels + row.tally.findings > 0) rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<TallyRow> RowsByLanguage(const EvaluationResult& result) {
  std::map<std::string, Tally> sums;
  for (const auto& by_language : result.patterns) {
    for (const auto& [language, tally] : by_language) sums[language] += tally;
  }
  std::vector<TallyRow> rows;
  for (const auto& [language, tally] : sums) rows.push_back({NameOfLanguage(language), tally});
  return rows;
}

std::optional<double> F2Of(const Tally& tally, const Tally::Met& met) {
  if (tally.labels == 0 || tally.findings == 0) return std::nullopt;
  return F2(ShareOf(met.right, tally.findings).value, ShareOf(met.found, tally.labels).value);
}

Tally TallyOfAll(const EvaluationResult& result) {
  Tally sum;
  for (const TallyRow& row : RowsByLanguage(result)) sum += row.tally;
  return sum;
}

PostTallies PostsOfAll(const EvaluationResult& result) {
  PostTallies sum;
  for (const auto& [language, tallies] : result.languages) sum += tallies;
  return sum;
}

Figures FiguresOf(const EvaluationResult& result, const PatternSet& set) {
  Figures figures;
  for (const TallyRow& row : RowsByPattern(result, set)) AddTally(row, figures);
  for (const TallyRow& row : RowsByLanguage(result)) AddTally(row, figures);
  AddTally({"all", TallyOfAll(result)}, figures);
  for (const auto& [language, tallies] : result.languages) {
    AddPosts(NameOfLanguage(language), tallies, figures);
  }
  AddPosts("all", PostsOfAll(result), figures);
  for (const auto& [name, group] : result.groups) AddGroup(name, group, figures);
  return figures;
}

}  // namespace gatepost
