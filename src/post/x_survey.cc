#include "post/x_survey.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/json_tree.h"
#include "post/json_array_cutter.h"
#include "post/x_join.h"
#include "post/x_records.h"
#include "post/x_text.h"

namespace gatepost {
namespace {

constexpr uint64_t kMaxManifestBytes = 64 << 20;
constexpr uint64_t kMaxRecordBytes = 1 << 20;
constexpr size_t kWrapperBytes = 256;  // in which the name of what a record is stands
constexpr std::string_view kProfiles = "https://twitter.com/";

std::unique_ptr<RecordCutter> CutterOf(ByteSource& bytes) {
  return CutJsonArray(bytes, {{}, true, kMaxRecordBytes});
}

void SetAccount(std::string_view username, std::string_view name, ExportContext& context) {
  if (username.empty()) return;
  context.account = username;
  context.account_name = name;
  context.account_url = std::string(kProfiles) + std::string(username);
}

// An ellipsis, as it is or as JSON may escape it.
bool MayBeCutOff(std::string_view record) {
  return record.find("\u2026") != std::string_view::npos ||
         record.find("\\u2026") != std::string_view::npos;
}

void SurveyRecord(std::string_view record, JsonTree& tree, ExportContext& context) {
  const bool may_be_long =
      record.substr(0, kWrapperBytes).find("\"noteTweet\"") != std::string_view::npos;
  if (!may_be_long && !MayBeCutOff(record)) return;
  if (!tree.Read(record)) return;
  if (const JsonValue found = XLongPostOf(tree.root()); found.exists()) {
    XLongPost long_post = ReadXLongPost(found);
    if (!long_post.published) return;
    AddXLongText(*long_post.published, long_post.id, std::move(long_post.text), context);
    return;
  }
  const JsonValue tweet = XTweetOf(tree.root());
  const std::optional<Time> published = XTimeOf(tweet);
  const JsonValue full_text = tweet["full_text"];
  const JsonValue text = full_text.exists() ? full_text : tweet["text"];
  if (published && BeginOfCutOff(text.text())) {
    AddXBeginning(*published, XIdOf(tweet), context);
  }
}

}  // namespace

Status SurveyXAccount(ByteSource& bytes, ExportContext& context) {
  const auto cutter = CutterOf(bytes);
  JsonTree tree;
  while (true) {
    const Result<std::optional<Record>> record = cutter->Next();
    if (!record) return Fail(record.error());
    if (!*record) return {};
    if (Result<JsonOutcome> outcome = tree.Read((*record)->bytes); !outcome) {
      return Fail(outcome.error());
    }
    const JsonValue account = tree.root()["account"];
    SetAccount(account["username"].text(), account["accountDisplayName"].text(), context);
  }
}

Status SurveyXManifest(ByteSource& bytes, ExportContext& context) {
  const Result<std::string> text = ReadAll(bytes, kMaxManifestBytes);
  if (!text) return Fail(text.error());
  std::string_view json = *text;
  json.remove_prefix(json.find('=') + 1);  // npos + 1 = 0
  json = json.substr(0, json.find_last_not_of("; \t\r\n") + 1);
  JsonTree tree;
  if (Result<JsonOutcome> outcome = tree.Read(json); !outcome) return Fail(outcome.error());
  if (context.account.empty()) {
    const JsonValue user = tree.root()["userInfo"];
    SetAccount(user["userName"].text(), user["displayName"].text(), context);
  }
  for (const JsonValue& type : tree.root()["dataTypes"].elements()) {
    for (const JsonValue& file : type["files"].elements()) {
      const std::string_view count = file["count"].text();
      uint64_t number = 0;
      const auto read = std::from_chars(count.data(), count.data() + count.size(), number);
      const bool is_number = read.ec == std::errc() && read.ptr == count.data() + count.size();
      const std::string_view name = file["fileName"].text();
      if (is_number && !name.empty()) context.declared[std::string(name)] = number;
    }
  }
  return {};
}

void SurveyXPosts(ByteSource& bytes, ExportContext& context) {
  const auto cutter = CutterOf(bytes);
  JsonTree tree;
  while (true) {
    const Result<std::optional<Record>> record = cutter->Next();
    if (!record || !*record) return;
    if (!(*record)->is_too_large) SurveyRecord((*record)->bytes, tree, context);
  }
}

}  // namespace gatepost
