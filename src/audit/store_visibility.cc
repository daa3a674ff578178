#include "audit/store_visibility.h"

#include <set>
#include <string_view>
#include <unordered_map>

#include "audit/post_url.h"

namespace gatepost {
namespace {

// A post's rows share its key: one for each text it had.
using PostsByKey = std::unordered_map<std::string, std::vector<size_t>>;

// The keys of the posts that are named, each with the numbers of the names that name it.
Result<PostsByKey> FindPosts(Statements& statements, const std::vector<std::string>& posts) {
  std::unordered_map<std::string, std::vector<size_t>> wanted;
  for (size_t i = 0; i < posts.size(); ++i) {
    wanted[posts[i]].push_back(i);
    const std::string url = ComparableUrl(posts[i]);
    if (url != posts[i]) wanted[url].push_back(i);
  }
  PostsByKey found;
  const auto take = [&](const std::string& name, std::string_view key) {
    const auto named = wanted.find(name);
    if (named == wanted.end()) return;
    std::vector<size_t>& numbers = found[std::string(key)];
    numbers.insert(numbers.end(), named->second.begin(), named->second.end());
  };
  const Status status =
      statements.Read("SELECT key, ref, url FROM posts", [&](const SqliteStatement& row) -> Status {
        take(std::string(row.Text(1)), row.Blob(0));
        if (row.Text(2).empty()) return {};
        take(ComparableUrl(row.Text(2)), row.Blob(0));
        return {};
      });
  if (!status) return Fail(status.error());
  return found;
}

Status MarkAll(Statements& statements, const PostsByKey& posts, const VisibilityMark& mark) {
  for (const auto& [key, numbers] : posts) {
    const Status status = statements.Write(
        "UPDATE posts SET visibility = ?2, visibility_source = ?3 WHERE key = ?1",
        [&](SqliteStatement& row) {
          row.BindBlob(1, key).Bind(2, NameOf(mark.visibility)).Bind(3, mark.source);
        });
    if (!status) return status;
  }
  return {};
}

}  // namespace

Result<std::vector<uint64_t>> MarkVisibility(const Sqlite& database, Statements& statements,
                                             const std::vector<std::string>& posts,
                                             const VisibilityMark& mark) {
  const Result<PostsByKey> found = FindPosts(statements, posts);
  if (!found) return Fail(found.error());
  if (Status status = database.Execute("BEGIN IMMEDIATE"); !status) return Fail(status.error());
  Status status = MarkAll(statements, *found, mark);
  const Status ended = database.Execute(status ? "COMMIT" : "ROLLBACK");
  if (status) status = ended;
  if (!status) return Fail(status.error());
  std::vector<uint64_t> counts(posts.size());
  for (const auto& [key, numbers] : *found) {
    for (const size_t number : std::set<size_t>(numbers.begin(), numbers.end())) ++counts[number];
  }
  return counts;
}

}  // namespace gatepost
