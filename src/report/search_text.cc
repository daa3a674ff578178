#include "base/day.h"
#include "report/audit_words.h"
#include "report/search_report.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

// "line 1", "lines 1, 4".
std::string LinesInWords(const std::vector<uint32_t>& lines) {
  std::string words = lines.size() == 1 ? "line " : "lines ";
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) words += ", ";
    words += std::to_string(lines[i]);
  }
  return words;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += ", ";
    all += word;
  }
  return all;
}

class SearchText final : public SearchReport {
 public:
  explicit SearchText(const TextLayout& layout) : layout_(layout) {}

  void Begin(std::string& /*out*/) override {}

  void AddHit(const FindingInPost& found, const std::vector<uint32_t>& lines,
              std::string& out) override {
    const AuditFinding& finding = found.finding;
    Painter(layout_.uses_colour).Append(Ink::kBold, LinesInWords(lines), out);
    out += "  " + Printable(finding.name + ", " + finding.pattern) + ", in " +
           FieldInWords(finding.field, finding.nth) + "\n";
    const std::string post = PostInWords(found.post);
    out += "  " + post + "\n";
    const std::string file = FileInWords(found.post, found.input.name);
    out += "  " + file + ", ref " + Printable(found.post.ref);
    out.append(", still public: ").append(InWords(found.post.visibility)) += "\n";
  }

  void End(const SearchSummary& summary, std::string& out) override {
    if (summary.hits > 0) out += '\n';
    AppendSearched(summary, out);
    AppendNotSearched(summary, out);
  }

 private:
  void Append(std::string_view sentence, std::string& out) const {
    AppendWrapped(sentence, 2, layout_.width, out);
  }

  void AppendSearched(const SearchSummary& summary, std::string& out) const {
    const SearchCoverage& coverage = summary.coverage;
    out += GroupedCount(summary.hits, "place") + " of " + GroupedCount(summary.values, "value") +
           " found.\n\nSearched: ";
    std::string words = summary.store + ", " + GroupedCount(coverage.inputs, "input") + ", " +
                        GroupedCount(coverage.posts, "post");
    if (!coverage.first_month.empty()) {
      words += " from " + MonthInWords(coverage.first_month);
      if (coverage.last_month != coverage.first_month) {
        words += " to " + MonthInWords(coverage.last_month);
      }
    }
    if (coverage.posts_without_date > 0) {
      words += " (" + Grouped(coverage.posts_without_date) + " without a date)";
    }
    words += "; " + GroupedCount(coverage.findings, "finding") + " under the key " +
             summary.key_id + "; patterns " + summary.set_name;
    if (!summary.patterns.empty())
      words += ", of which " + Joined(summary.patterns) + " knew a value";
    Append(Printable(words) + ".", out);
  }

  void AppendNotSearched(const SearchSummary& summary, std::string& out) const {
    const SearchCoverage& coverage = summary.coverage;
    out += "\nNot searched:\n";
    const auto item = [&](const std::string& sentence) {
      out += "- ";
      Append(sentence, out);
    };
    item(
        "Names, handles, addresses in words and other free text: a store has none. Read the posts "
        "themselves with --rescan.");
    if (!summary.unknown_lines.empty()) {
      item("Values that no pattern knows: " + LinesInWords(summary.unknown_lines) + ".");
    }
    if (coverage.under_other_keys > 0) {
      std::string ids;
      for (const std::string& id : coverage.other_keys) ids += " " + id;
      item(GroupedCount(coverage.under_other_keys, "finding") +
           " kept under other keys:" + Printable(ids) + ". Search again with their key files.");
    }
    if (coverage.without_fingerprint > 0) {
      item(GroupedCount(coverage.without_fingerprint, "finding") +
           " without a fingerprint. Audit the inputs again with --key-file.");
    }
    if (coverage.unread > 0) {
      item("What could not be read: " + GroupedCount(coverage.unread, "problem") +
           "; gatepost audit report names them.");
    }
    if (coverage.unfinished_inputs > 0) {
      item(GroupedCount(coverage.unfinished_inputs, "input") +
           " not read to the end. Run the audit again.");
    }
    if (!coverage.has_same_patterns) {
      item(
          "What only today's patterns know: the store was made with other ones. Audit the inputs "
          "again to be sure.");
    }
  }

  TextLayout layout_;
};

}  // namespace

std::unique_ptr<SearchReport> MakeSearchReportText(const TextLayout& layout) {
  return std::make_unique<SearchText>(layout);
}

}  // namespace gatepost
