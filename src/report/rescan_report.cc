#include "report/rescan_report.h"

#include "report/audit_words.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

// Problems that are named one by one.
constexpr size_t kNamedProblems = 20;

// As a store would have it.
AuditPost PostOf(const WalkedPost& walked) {
  const Post& post = walked.post;
  AuditPost kept;
  kept.path = walked.path;
  kept.record = walked.record;
  kept.line = post.line;
  kept.source = post.source;
  kept.account = post.account;
  kept.post_id = post.id;
  kept.url = post.url;
  kept.published = post.published;
  kept.visibility = post.visibility;
  return kept;
}

std::string Joined(const std::vector<std::string>& labels) {
  std::string all;
  for (const std::string& label : labels) {
    if (!all.empty()) all += ", ";
    all += label;
  }
  return all;
}

class RescanText final : public RescanReport {
 public:
  explicit RescanText(const TextLayout& layout) : layout_(layout) {}

  void Begin(std::string& /*out*/) override {}

  void AddHit(const WalkedPost& walked, const std::vector<std::string>& labels,
              std::string& out) override {
    const AuditPost post = PostOf(walked);
    Painter(layout_.uses_colour).Append(Ink::kBold, Joined(labels), out);
    out += "\n  " + PostInWords(post) + "\n  " + FileInWords(post, walked.input);
    out.append(", still public: ").append(InWords(post.visibility)) += "\n";
  }

  void End(const RescanSummary& summary, std::string& out) override {
    if (summary.hits > 0) out += '\n';
    out += GroupedCount(summary.hits, "post") + " found.\n\nSearched: ";
    AppendWrapped(GroupedCount(summary.walk.inputs, "input") + ", " +
                      GroupedCount(summary.walk.posts, "post") + ", for " + Joined(summary.labels) +
                      ": whole words, without regard to case, accents and punctuation; given "
                      "names also as initials, last names also first; Street also as St and the "
                      "like; handles also as accounts.",
                  2, layout_.width, out);
    out += "\nNot searched:\n- ";
    AppendWrapped(
        "Other forms of a name (short forms, maiden names, misspellings): give each with a --name "
        "of its own.",
        2, layout_.width, out);
    out += "- ";
    AppendWrapped("What can be seen or heard in pictures and films.", 2, layout_.width, out);
    AppendUnread(summary, out);
  }

 private:
  void AppendUnread(const RescanSummary& summary, std::string& out) const {
    size_t named = 0;
    uint64_t others = 0;
    for (const AuditProblem& problem : summary.walk.problems) {
      if (problem.problem.kind != ProblemKind::kUnread) continue;
      if (named == kNamedProblems) {
        others += problem.count;
        continue;
      }
      ++named;
      out += "- ";
      AppendWrapped(Printable(problem.problem.where.ToString() + ": " + problem.problem.message), 2,
                    layout_.width, out);
    }
    if (others > 0) out += "- and " + GroupedCount(others, "other problem") + "\n";
  }

  TextLayout layout_;
};

class RescanJson final : public RescanReport {
 public:
  void Begin(std::string& out) override { out += "{\"hits\":["; }

  void AddHit(const WalkedPost& walked, const std::vector<std::string>& labels,
              std::string& out) override {
    if (!is_first_) out += ",\n";
    is_first_ = false;
    JsonWriter json(out);
    json.BeginObject();
    WriteLabels("terms", labels, json);
    json.Key("post").BeginObject();
    WritePostMembers(PostOf(walked), walked.input, json);
    json.EndObject().EndObject();
  }

  void End(const RescanSummary& summary, std::string& out) override {
    out += "],\"summary\":";
    JsonWriter json(out);
    json.BeginObject().Member("hits", JsonNumber(summary.hits));
    json.Member("inputs", JsonNumber(summary.walk.inputs));
    json.Member("posts", JsonNumber(summary.walk.posts));
    WriteLabels("terms", summary.labels, json);
    json.Member("complete", !summary.walk.has_unread).Key("unread").BeginArray();
    for (const AuditProblem& problem : summary.walk.problems) {
      if (problem.problem.kind != ProblemKind::kUnread) continue;
      json.BeginObject().Member("place", problem.problem.where.ToString());
      json.Member("code", problem.problem.code).Member("message", problem.problem.message);
      json.Member("count", JsonNumber(problem.count)).EndObject();
    }
    json.EndArray().EndObject();
    out += "}\n";
  }

 private:
  static void WriteLabels(std::string_view key, const std::vector<std::string>& labels,
                          JsonWriter& json) {
    json.Key(key).BeginArray();
    for (const std::string& label : labels) json.String(label);
    json.EndArray();
  }

  bool is_first_ = true;
};

}  // namespace

std::unique_ptr<RescanReport> MakeRescanReportText(const TextLayout& layout) {
  return std::make_unique<RescanText>(layout);
}

std::unique_ptr<RescanReport> MakeRescanReportJson() { return std::make_unique<RescanJson>(); }

}  // namespace gatepost
