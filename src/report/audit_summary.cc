#include "report/audit_summary.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "report/audit_words.h"

namespace gatepost {
namespace {

constexpr std::array<std::string_view, kSeverityRanks> kSeverityWords{"critical", "high", "medium",
                                                                      "low", "of other severity"};

std::string Joined(const std::vector<std::string>& parts) {
  std::string joined;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) joined += i + 1 == parts.size() ? " and " : ", ";
    joined += parts[i];
  }
  return joined;
}

// "is" and "are", and the like.
std::string_view Verb(uint64_t count, std::string_view one, std::string_view many) {
  return count == 1 ? one : many;
}

// ", published from May 2019 to June 2024", by the months that posts are known to be of.
std::string PublishedPart(const Exposure& exposure) {
  auto first = exposure.by_month().begin();
  while (first != exposure.by_month().end() &&
         (first->first.empty() || first->second.posts_read == 0)) {
    ++first;
  }
  if (first == exposure.by_month().end()) return {};
  const auto is_read = [](const auto& month) { return month.second.posts_read > 0; };
  const auto last = std::find_if(exposure.by_month().rbegin(), exposure.by_month().rend(), is_read);
  const std::string begin = MonthInWords(first->first);
  const std::string end = MonthInWords(last->first);
  return begin == end ? ", published in " + begin : ", published from " + begin + " to " + end;
}

std::string SeverityPart(const Exposure& exposure) {
  std::vector<std::string> parts;
  for (size_t i = 0; i < kSeverityRanks; ++i) {
    const uint64_t count = exposure.by_severity()[i];
    if (count == 0) continue;
    parts.push_back(Grouped(count) + " " + std::string(kSeverityWords[i]));
  }
  return Joined(parts);
}

std::string DecidedPart(const ExposureCounts& counts) {
  std::vector<std::string> parts;
  const auto add = [&](Standing standing, std::string_view words) {
    if (counts.Of(standing) == 0) return;
    parts.push_back(Grouped(counts.Of(standing)) + " " + std::string(words));
  };
  add(Standing::kAccepted, "accepted");
  add(Standing::kRemoved, "removed");
  add(Standing::kFalse, "no personal data");
  const std::string open = Grouped(counts.Of(Standing::kOpen));
  if (parts.empty()) return " Nothing has been decided about any of them yet.";
  return " " + open + " of them " + std::string(Verb(counts.Of(Standing::kOpen), "is", "are")) +
         " open; the others were decided to be: " + Joined(parts) + ".";
}

}  // namespace

std::string ScopeSentence(const AuditSurvey& survey) {
  const Exposure& exposure = survey.exposure;
  if (exposure.posts_read() == 0) return "No posts were read.";
  const auto accounts =
      static_cast<uint64_t>(std::ranges::count_if(exposure.by_account(), [](const auto& account) {
        return account.second.posts_read > 0 && !account.first.second.empty();
      }));
  std::string sentence = GroupedCount(exposure.posts_read(), "post");
  if (accounts > 0) sentence += " of " + GroupedCount(accounts, "account");
  const std::string published = PublishedPart(exposure);
  sentence += published + (published.empty() ? " " : ", ");
  sentence += Verb(exposure.posts_read(), "was", "were");
  sentence += " read from " + GroupedCount(survey.inputs.size(), "input") + " (" +
              BytesInWords(exposure.bytes_read()) + " of text).";
  if (const uint64_t duplicates = survey.duplicates(); duplicates > 0) {
    sentence += " " + GroupedCount(duplicates, "post") + " stood in more than one place and " +
                std::string(Verb(duplicates, "counts", "count")) + " once.";
  }
  return sentence;
}

std::string FindingsSentence(const Exposure& exposure) {
  const ExposureCounts& counts = exposure.all();
  const uint64_t worth = counts.worth_acting_on();
  std::string sentence = "Nothing worth acting on was found.";
  if (worth > 0) {
    sentence = GroupedCount(worth, "finding") + " in " + GroupedCount(counts.posts, "post") + " " +
               std::string(Verb(worth, "is", "are")) +
               " worth acting on: " + SeverityPart(exposure) + "." + DecidedPart(counts);
  }
  if (const uint64_t let_through = counts.Of(Standing::kLetThrough); let_through > 0) {
    sentence += " " + GroupedCount(let_through, "other finding") + " " +
                std::string(Verb(let_through, "is", "are")) + " let through by the policy.";
  }
  return sentence;
}

std::string ValuesSentence(const Exposure& exposure) {
  if (exposure.all().worth_acting_on() == 0) return {};
  const auto distinct = exposure.distinct_values();
  if (!distinct) {
    return "The audit was made without a key, so it is not known how many of them repeat the same "
           "value.";
  }
  const bool is_exact = exposure.is_distinct_exact();
  const uint64_t most = exposure.most_distinct_of_one_identifier();
  std::string sentence = (is_exact ? "They give away " : "They give away about ") +
                         GroupedCount(*distinct, "different value") + ".";
  if (*distinct > 1) {
    sentence += " As a rough guide that concerns ";
    sentence += most == *distinct ? "up to " + Grouped(*distinct)
                                  : "between " + Grouped(most) + " and " + Grouped(*distinct);
    sentence +=
        " people or households: one person may be behind several values, and several people may "
        "share one.";
  }
  return sentence;
}

std::string VisibilitySentence(const Exposure& exposure) {
  const uint64_t open = exposure.all().Of(Standing::kOpen);
  if (open == 0) return {};
  std::vector<std::string> parts;
  const auto add = [&](Visibility visibility, std::string_view words) {
    if (exposure.OpenIn(visibility) == 0) return;
    parts.push_back(Grouped(exposure.OpenIn(visibility)) + " " + std::string(words));
  };
  add(Visibility::kPublic, "in posts that are still public");
  add(Visibility::kGone, "in posts that are gone");
  add(Visibility::kUnknown, "in posts of which it is not known whether they are still public");
  std::string sentence = "The open findings: " + Joined(parts) + ".";
  const std::string period = PeriodInWords(exposure.first_published(), exposure.last_published());
  if (!period.empty()) sentence += " The posts that gave something away are of " + period + ".";
  return sentence;
}

std::string CompletenessSentence(const AuditSurvey& survey) {
  if (survey.is_complete()) return "Everything that was to be read was read to its end.";
  std::vector<std::string> parts;
  const Completeness& complete = survey.completeness;
  if (complete.posts == 0) parts.emplace_back("there was no post to read");
  if (!complete.has_ended) {
    parts.emplace_back("the audit was interrupted and has not been finished");
  }
  if (complete.unfinished_inputs > 0) {
    parts.push_back(GroupedCount(complete.unfinished_inputs, "input") + " " +
                    std::string(Verb(complete.unfinished_inputs, "was", "were")) +
                    " not read to the end");
  }
  if (complete.unread_files > 0) {
    parts.push_back(GroupedCount(complete.unread_files, "file") + " " +
                    std::string(Verb(complete.unread_files, "was", "were")) + " not read in full");
  }
  if (complete.unread > 0) {
    parts.push_back(GroupedCount(complete.unread, "problem") +
                    " kept parts from being read, named below");
  }
  return "Not everything could be read: " + Joined(parts) +
         ". There may be more personal data than this report says, until that is solved and the "
         "audit has been run again.";
}

std::string FilterInWords(const AuditFilter& filter) {
  std::vector<std::string> parts;
  if (filter.since) parts.push_back("published since " + TimeInWords(*filter.since));
  if (filter.until) parts.push_back("published before " + TimeInWords(*filter.until));
  if (!filter.accounts.empty()) parts.push_back("of the accounts " + Joined(filter.accounts));
  if (!filter.patterns.empty()) parts.push_back("found by " + Joined(filter.patterns));
  return Joined(parts);
}

std::vector<MonthRow> MonthRows(const Exposure& exposure) {
  std::vector<MonthRow> rows;
  rows.reserve(exposure.by_month().size());
  for (const auto& [month, posts] : exposure.by_month()) rows.push_back({month, &posts});
  // What has no date sorts first, and comes last.
  if (!rows.empty() && rows.front().month.empty()) {
    std::rotate(rows.begin(), rows.begin() + 1, rows.end());
  }
  return rows;
}

std::vector<AccountRow> AccountRows(const Exposure& exposure) {
  std::vector<AccountRow> rows;
  rows.reserve(exposure.by_account().size());
  for (const auto& [name, account] : exposure.by_account()) rows.push_back({&name, &account});
  std::ranges::stable_sort(rows, [](const AccountRow& a, const AccountRow& b) {
    return std::tuple(a.exposure->counts.worth_acting_on(), a.exposure->posts_read) >
           std::tuple(b.exposure->counts.worth_acting_on(), b.exposure->posts_read);
  });
  return rows;
}

}  // namespace gatepost
