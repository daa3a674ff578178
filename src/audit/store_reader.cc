#include "audit/store_reader.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

namespace gatepost {
namespace {

Time TimeOf(int64_t seconds) { return Time(std::chrono::seconds(seconds)); }
std::chrono::sys_days DayAt(int64_t days) {
  return std::chrono::sys_days(std::chrono::days(static_cast<int>(days)));
}
uint64_t Count(const SqliteStatement& row, int column) {
  return static_cast<uint64_t>(row.Integer(column));
}
uint32_t Small(const SqliteStatement& row, int column) {
  return static_cast<uint32_t>(row.Integer(column));
}
std::string Text(const SqliteStatement& row, int column) { return std::string(row.Text(column)); }

// Reads all rows with `make`, which turns one into a T.
template <class T, class Make>
Result<std::vector<T>> ReadAllRows(Statements& statements, const char* sql, const Make& make) {
  std::vector<T> all;
  const Status status = statements.Read(sql, [&](const SqliteStatement& row) -> Status {
    all.push_back(make(row));
    return {};
  });
  if (!status) return Fail(status.error());
  return all;
}

// Of all inputs, or of that with a hash. What stands in the chunks is summed up.
constexpr const char* kInputs =
    "SELECT id, run, name, hash, bytes, state, coalesce(sum(posts), 0), "
    "coalesce(sum(duplicates), 0), coalesce(sum(text_bytes), 0) FROM inputs LEFT JOIN chunks ON "
    "input = id GROUP BY id ORDER BY name, hash";
constexpr const char* kInputOfHash =
    "SELECT id, run, name, hash, bytes, state, coalesce(sum(posts), 0), "
    "coalesce(sum(duplicates), 0), coalesce(sum(text_bytes), 0) FROM inputs LEFT JOIN chunks ON "
    "input = id WHERE hash = ?1 GROUP BY id";

AuditInput InputOf(const SqliteStatement& row) {
  return {
      row.Integer(0), row.Integer(1),
      Text(row, 2),   Text(row, 3),
      Count(row, 4),  row.Text(5) == "complete" ? InputState::kComplete : InputState::kUnfinished,
      Count(row, 6),  Count(row, 7),
      Count(row, 8)};
}

AuditRun RunOf(const SqliteStatement& row) {
  AuditRun run;
  run.id = row.Integer(0);
  run.started = TimeOf(row.Integer(1));
  if (!row.IsNull(2)) run.ended = TimeOf(row.Integer(2));
  run.gatepost = Text(row, 3);
  run.set_name = Text(row, 4);
  run.set_hash = Text(row, 5);
  run.policy_name = Text(row, 6);
  run.policy_hash = Text(row, 7);
  run.key_id = Text(row, 8);
  run.as_of = DayAt(row.Integer(9));
  return run;
}

AuditFile::State FileStateOf(std::string_view name) {
  for (const auto state :
       {AuditFile::State::kRead, AuditFile::State::kPassedOver, AuditFile::State::kPrivate}) {
    if (NameOf(state) == name) return state;
  }
  return AuditFile::State::kUnread;
}

Visibility VisibilityOf(std::string_view name) {
  for (const auto visibility : {Visibility::kPublic, Visibility::kGone}) {
    if (NameOf(visibility) == name) return visibility;
  }
  return Visibility::kUnknown;
}

AuditFile FileOf(const SqliteStatement& row) {
  AuditFile file{row.Integer(0), Text(row, 1), Text(row, 2), FileStateOf(row.Text(3)),
                 Count(row, 4),  {},           Text(row, 6)};
  if (!row.IsNull(5)) file.declared = Count(row, 5);
  return file;
}

AuditProblem ProblemOf(const SqliteStatement& row) {
  const bool is_unread = row.Text(3) == "unread";
  return {row.Integer(0),
          Text(row, 1),
          Text(row, 2),
          {is_unread ? ProblemKind::kUnread : ProblemKind::kNote,
           Text(row, 4),
           Text(row, 5),
           {Text(row, 6), Small(row, 7), Small(row, 8)}},
          Count(row, 9)};
}

Decision DecisionOf(const SqliteStatement& row) {
  Decision decision{
      Text(row, 0),          DecisionStateOf(row.Text(1)).value_or(DecisionState::kAccepted),
      Text(row, 2),          Text(row, 3),
      DayAt(row.Integer(4)), {}};
  if (!row.IsNull(5)) decision.until = DayAt(row.Integer(5));
  return decision;
}

AuditPost PostOf(const SqliteStatement& row) {
  AuditPost post;
  post.id = row.Integer(0);
  post.ref = Text(row, 1);
  post.input = row.Integer(2);
  post.path = Text(row, 3);
  post.record = Count(row, 4);
  post.line = Small(row, 5);
  post.source = Text(row, 6);
  post.account = Text(row, 7);
  post.channel = Text(row, 8);
  post.post_id = Text(row, 9);
  post.url = Text(row, 10);
  post.thread = Text(row, 11);
  post.kind = PostKindOf(row.Text(12)).value_or(PostKind::kOwn);
  if (!row.IsNull(13)) post.published = TimeOf(row.Integer(13));
  post.verdict = Text(row, 14);
  post.visibility = VisibilityOf(row.Text(15));
  post.visibility_source = Text(row, 16);
  post.text = Text(row, 17);
  return post;
}

AuditFinding FindingOf(const SqliteStatement& row, int at) {
  AuditFinding finding;
  finding.id = row.Integer(at);
  finding.post = row.Integer(0);
  finding.pattern = Text(row, at + 1);
  finding.name = Text(row, at + 2);
  finding.category = Text(row, at + 3);
  finding.severity = Text(row, at + 4);
  finding.action = Text(row, at + 5);
  finding.band = Text(row, at + 6);
  finding.score = static_cast<int>(row.Integer(at + 7));
  finding.field = FieldKindOf(row.Text(at + 8));
  finding.nth = static_cast<uint16_t>(row.Integer(at + 9));
  finding.bytes = {Small(row, at + 10), Small(row, at + 11)};
  finding.codepoints = {Small(row, at + 12), Small(row, at + 13)};
  finding.utf16 = {Small(row, at + 14), Small(row, at + 15)};
  finding.text_line = Small(row, at + 16);
  finding.text_column = Small(row, at + 17);
  finding.masked = Text(row, at + 18);
  finding.fingerprint = Text(row, at + 19);
  finding.labels = Text(row, at + 20);
  finding.reasons = Text(row, at + 21);
  finding.advice = Text(row, at + 22);
  return finding;
}

// CROSS JOIN keeps the order of the tables, and so that of the indexes: nothing has to be sorted.
constexpr const char* kFindingsOfInput =
    "SELECT p.id, p.ref, p.input, p.path, p.record, p.line, p.source, p.account, p.channel, "
    "p.post_id, p.url, p.thread, p.kind, p.published, p.verdict, p.visibility, "
    "p.visibility_source, p.text, f.id, f.pattern, f.name, f.category, f.severity, f.action, "
    "f.band, f.score, f.field, f.nth, f.byte_begin, f.byte_end, f.char_begin, f.char_end, "
    "f.utf16_begin, f.utf16_end, f.text_line, f.text_column, f.masked, f.fingerprint, f.labels, "
    "f.reasons, f.advice FROM posts p CROSS JOIN findings f ON f.post = p.id WHERE p.input = ?1 "
    "ORDER BY p.path, p.record, p.id, f.number";
constexpr int kFirstOfFinding = 18;

bool HasAccount(const AuditFilter& filter, std::string_view source, std::string_view account) {
  const auto is_account = [&](const std::string& name) { return IsAccount(name, source, account); };
  return filter.accounts.empty() ||
         std::any_of(filter.accounts.begin(), filter.accounts.end(), is_account);
}

bool HasPattern(const AuditFilter& filter, const std::string& pattern) {
  return filter.patterns.empty() || std::find(filter.patterns.begin(), filter.patterns.end(),
                                              pattern) != filter.patterns.end();
}

bool IsWanted(const AuditFilter& filter, const AuditPost& post) {
  if (filter.since && (!post.published || *post.published < *filter.since)) return false;
  if (filter.until && (!post.published || *post.published >= *filter.until)) return false;
  return HasAccount(filter, post.source, post.account);
}

}  // namespace

Result<std::vector<AuditRun>> ReadRuns(Statements& statements) {
  return ReadAllRows<AuditRun>(
      statements,
      "SELECT id, started, ended, gatepost, set_name, set_hash, policy_name, policy_hash, key_id, "
      "as_of FROM runs ORDER BY started, id",
      RunOf);
}

Result<std::vector<AuditInput>> ReadInputs(Statements& statements) {
  return ReadAllRows<AuditInput>(statements, kInputs, InputOf);
}

Result<AuditInput> ReadInput(Statements& statements, std::string_view hash) {
  AuditInput input;
  const Status status = statements.Read(
      kInputOfHash, [&](SqliteStatement& row) { row.Bind(1, hash); },
      [&](const SqliteStatement& row) -> Status {
        input = InputOf(row);
        return {};
      });
  if (!status) return Fail(status.error());
  return input;
}

Result<std::vector<AuditFile>> ReadFiles(Statements& statements) {
  return ReadAllRows<AuditFile>(
      statements,
      "SELECT input, path, format, files.state, posts, declared, account FROM files JOIN inputs ON "
      "inputs.id = input ORDER BY inputs.name, inputs.hash, path, files.rowid",
      FileOf);
}

Result<std::vector<AuditProblem>> ReadProblems(Statements& statements) {
  return ReadAllRows<AuditProblem>(
      statements,
      "SELECT coalesce(input, 0), path, post, kind, code, message, file, line, col, count FROM "
      "problems LEFT JOIN inputs ON inputs.id = input ORDER BY inputs.name, inputs.hash, path, "
      "line, code, post, message, problems.id",
      ProblemOf);
}

Result<std::vector<Decision>> ReadDecisions(Statements& statements) {
  return ReadAllRows<Decision>(
      statements,
      "SELECT fingerprint, state, reason, owner, made, until FROM decisions ORDER BY fingerprint",
      DecisionOf);
}

Result<std::vector<AuditTally>> ReadTallies(Statements& statements, const AuditFilter& filter) {
  using Key = std::tuple<std::string, std::string, std::string>;
  std::map<Key, AuditTally> tallies;
  const std::string since = MonthOf(filter.since);
  const std::string until =
      filter.until ? MonthOf(*filter.until - std::chrono::seconds(1)) : std::string();
  const Status status = statements.Read(
      "SELECT account, source, month, verdict, posts, bytes FROM tallies WHERE posts > 0",
      [&](const SqliteStatement& row) -> Status {
        AuditTally tally{Text(row, 0),  Text(row, 1),  Text(row, 2),
                         Count(row, 4), Count(row, 5), {}};
        if (!HasAccount(filter, tally.source, tally.account)) return {};
        if (!since.empty() && tally.month < since) return {};
        if (!until.empty() && (tally.month.empty() || tally.month > until)) return {};
        AuditTally& sum = tallies[{tally.account, tally.source, tally.month}];
        if (sum.posts == 0) sum = AuditTally{tally.account, tally.source, tally.month, 0, 0, {}};
        sum.posts += tally.posts;
        sum.bytes += tally.bytes;
        sum.verdicts[Text(row, 3)] += tally.posts;
        return {};
      });
  if (!status) return Fail(status.error());
  std::vector<AuditTally> all;
  for (auto& [key, tally] : tallies) all.push_back(std::move(tally));
  return all;
}

Status ReadFindings(Statements& statements, const AuditFilter& filter,
                    const Store::TakeFinding& take) {
  const Result<std::vector<AuditInput>> inputs = ReadInputs(statements);
  if (!inputs) return Fail(inputs.error());
  const Result<std::vector<Decision>> decided = ReadDecisions(statements);
  if (!decided) return Fail(decided.error());
  std::unordered_map<std::string_view, const Decision*> decisions;
  for (const Decision& decision : *decided) decisions.emplace(decision.fingerprint, &decision);
  for (const AuditInput& input : *inputs) {
    AuditPost post;
    Status status = statements.Read(
        kFindingsOfInput, [&](SqliteStatement& row) { row.Bind(1, input.id); },
        [&](const SqliteStatement& row) -> Status {
          if (post.id != row.Integer(0)) post = PostOf(row);
          if (!IsWanted(filter, post)) return {};
          const AuditFinding finding = FindingOf(row, kFirstOfFinding);
          if (!HasPattern(filter, finding.pattern)) return {};
          const auto decision = decisions.find(std::string_view(finding.fingerprint));
          return take(
              {finding, post, input, decision == decisions.end() ? nullptr : decision->second});
        });
    if (!status) return status;
  }
  return {};
}

}  // namespace gatepost
