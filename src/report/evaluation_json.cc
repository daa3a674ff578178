#include "base/interval.h"
#include "base/json_writer.h"
#include "report/evaluation_report.h"
#include "tune/figures.h"

namespace gatepost {
namespace {

constexpr int kPlaces = 6;

int64_t Signed(uint64_t count) { return static_cast<int64_t>(count); }

// {"value","low","high"}, or null if there is nothing to have a share of.
void WriteShare(uint64_t count, uint64_t total, JsonWriter& json) {
  if (total == 0) {
    json.Null();
    return;
  }
  const Share share = ShareOf(count, total);
  json.BeginObject().Key("value").Decimal(share.value, kPlaces);
  json.Key("low").Decimal(share.low, kPlaces);
  json.Key("high").Decimal(share.high, kPlaces).EndObject();
}

void WriteMet(const Tally& tally, const Tally::Met& met, JsonWriter& json) {
  json.BeginObject()
      .Member("missed", Signed(tally.labels - met.found))
      .Member("alarms", Signed(tally.findings - met.right))
      .Key("recall");
  WriteShare(met.found, tally.labels, json);
  json.Key("precision");
  WriteShare(met.right, tally.findings, json);
  json.Key("f2");
  const auto f2 = F2Of(tally, met);
  f2 ? json.Decimal(*f2, kPlaces) : json.Null();
  json.EndObject();
}

void WriteTally(const Tally& tally, JsonWriter& json) {
  json.Member("labels", Signed(tally.labels)).Member("findings", Signed(tally.findings));
  json.Key("overlapping");
  WriteMet(tally, tally.overlapping, json);
  json.Key("exact");
  WriteMet(tally, tally.exact, json);
}

void WritePosts(const PostTallies& tallies, JsonWriter& json) {
  const auto write = [&json](std::string_view name, const PostTally& tally) {
    json.Key(name)
        .BeginObject()
        .Member("posts", Signed(tally.posts))
        .Member("held", Signed(tally.held))
        .Key("share");
    WriteShare(tally.held, tally.posts, json);
    json.EndObject();
  };
  json.BeginObject();
  write("clean", tallies.clean);
  write("hard_negatives", tallies.hard_negatives);
  write("labelled", tallies.labelled);
  json.EndObject();
}

void WriteIdentifiers(const EvaluationContext& context, const EvaluationResult& result,
                      JsonWriter& json) {
  json.Key("identifiers").BeginArray();
  for (size_t i = 0; i < result.patterns.size(); ++i) {
    Tally sum;
    for (const auto& [language, tally] : result.patterns[i]) sum += tally;
    if (sum.labels + sum.findings == 0) continue;
    json.BeginObject().Member("id", context.set.patterns()[i].id);
    WriteTally(sum, json);
    json.Key("languages").BeginObject();
    for (const auto& [language, tally] : result.patterns[i]) {
      json.Key(language).BeginObject();
      WriteTally(tally, json);
      json.EndObject();
    }
    json.EndObject().EndObject();
  }
  json.EndArray();
}

void WriteLanguages(const EvaluationResult& result, JsonWriter& json) {
  json.Key("languages").BeginObject();
  for (const auto& [language, posts] : result.languages) {
    Tally sum;
    for (const auto& by_language : result.patterns) {
      const auto found = by_language.find(language);
      if (found != by_language.end()) sum += found->second;
    }
    json.Key(language).BeginObject();
    WriteTally(sum, json);
    json.Key("posts");
    WritePosts(posts, json);
    json.EndObject();
  }
  json.EndObject();
}

void WriteGroups(const EvaluationResult& result, JsonWriter& json) {
  json.Key("groups").BeginObject();
  for (const auto& [name, group] : result.groups) {
    json.Key(name)
        .BeginObject()
        .Member("posts", Signed(group.posts))
        .Member("review", Signed(group.to_review))
        .Member("block", Signed(group.blocked))
        .EndObject();
  }
  json.EndObject();
}

void WriteSlips(std::string_view name, const std::vector<Slip>& slips, JsonWriter& json) {
  json.Key(name).BeginArray();
  for (const Slip& slip : slips) {
    json.BeginObject()
        .Member("file", slip.where.file)
        .Member("line", int64_t{slip.where.line})
        .Member("pattern", slip.pattern)
        .Member("field", slip.field)
        .Member("nth", int64_t{slip.nth})
        .Member("begin", int64_t{slip.span.begin})
        .Member("end", int64_t{slip.span.end})
        .Member("value", slip.value)
        .Member("why", slip.why)
        .Member("origin", slip.origin)
        .EndObject();
  }
  json.EndArray();
}

}  // namespace

void AppendEvaluationJson(const EvaluationContext& context, const EvaluationResult& result,
                          std::string& out) {
  JsonWriter json(out);
  json.BeginObject()
      .Member("schema", "gatepost.evaluation/1")
      .Member("set", context.set.name())
      .Member("hash", context.set.hash())
      .Member("policy", context.policy)
      .Member("at", context.at)
      .Member("split", context.split)
      .Member("posts", Signed(result.posts))
      .Member("incomplete", Signed(result.incomplete));
  WriteIdentifiers(context, result, json);
  json.Key("all").BeginObject();
  WriteTally(TallyOfAll(result), json);
  json.Key("posts");
  WritePosts(PostsOfAll(result), json);
  json.EndObject();
  WriteLanguages(result, json);
  WriteGroups(result, json);
  json.Key("left_out").BeginObject();
  for (const auto& [pattern, labels] : result.left_out) json.Member(pattern, Signed(labels));
  json.EndObject();
  WriteSlips("misses", result.misses, json);
  WriteSlips("alarms", result.alarms, json);
  json.EndObject();
  out += '\n';
}

}  // namespace gatepost
