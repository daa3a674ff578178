#include "report/triage_report.h"

#include <algorithm>
#include <set>

#include "base/day.h"
#include "report/audit_words.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

// Accounts that are named of one value.
constexpr size_t kNamedAccounts = 3;

std::string OwnerOf(const TriageReport& report, const std::string& source,
                    const std::string& account) {
  const Account* known =
      report.accounts == nullptr ? nullptr : report.accounts->Find(source, account);
  return known == nullptr ? std::string() : known->owner;
}

// "AmbridgeBC (x, Communications), parks (mastodon) and 2 others".
std::string AccountsInWords(const TriageReport& report, const TriagedValue& value) {
  std::string words;
  size_t named = 0;
  for (const auto& [source, account] : value.accounts) {
    if (named == kNamedAccounts) break;
    if (named++ > 0) words += ", ";
    words += AccountInWords(source, account);
    const std::string owner = OwnerOf(report, source, account);
    if (!owner.empty()) words += " of " + owner;
  }
  if (value.accounts.size() > named) {
    words += " and " + GroupedCount(value.accounts.size() - named, "other");
  }
  return Printable(words);
}

std::string VisibilityInWords(const TriagedValue& value) {
  std::string words = "still public: " + std::string(InWords(value.visibility()));
  const uint64_t gone = value.PostsThatAre(Visibility::kGone);
  if (gone > 0 && gone < value.posts) words += " (" + GroupedCount(gone, "post") + " gone)";
  return words;
}

void WriteAccounts(const TriageReport& report, const TriagedValue& value, JsonWriter& json) {
  json.Key("accounts").BeginArray();
  for (const auto& [source, account] : value.accounts) {
    json.BeginObject().Member("source", source).Member("account", account);
    json.Member("owner", OwnerOf(report, source, account)).EndObject();
  }
  json.EndArray();
}

void WriteTime(std::string_view key, const std::optional<Time>& time, JsonWriter& json) {
  json.Key(key);
  if (time) {
    json.String(IsoTime(*time));
  } else {
    json.Null();
  }
}

void WriteValue(const TriageReport& report, size_t rank, JsonWriter& json) {
  const TriagedValue& value = *report.values[rank - 1];
  json.BeginObject().Member("rank", JsonNumber(rank));
  json.Member("pattern", value.pattern).Member("name", value.name);
  json.Member("severity", value.severity).Member("action", value.action);
  json.Member("masked", value.masked).Member("fingerprint", value.fingerprint);
  json.Member("standing", NameOf(value.standing));
  json.Member("findings", JsonNumber(value.findings)).Member("posts", JsonNumber(value.posts));
  WriteAccounts(report, value, json);
  WriteTime("first_published", value.first_published, json);
  WriteTime("last_published", value.last_published, json);
  json.Member("still_public", NameOf(value.visibility()));
  json.Member("posts_public", JsonNumber(value.PostsThatAre(Visibility::kPublic)));
  json.Member("posts_gone", JsonNumber(value.PostsThatAre(Visibility::kGone)));
  json.Member("example", value.example).Member("example_url", value.example_url);
  json.Member("command",
              value.fingerprint.empty() ? "" : MarkCommand(report.store, value.fingerprint));
  json.EndObject();
}

}  // namespace

std::string MarkCommand(const std::string& store, const std::string& fingerprint) {
  return "gatepost audit mark " + ShellArgument(store) + " " + ShellArgument(fingerprint) +
         " accepted --reason '…'";
}

void AppendTriagedValue(const TriageReport& report, size_t rank, const TextLayout& layout,
                        std::string& out) {
  const TriagedValue& value = *report.values[rank - 1];
  const std::string heading = std::to_string(rank) + ". " + ValueInWords(value.name, value.masked);
  Painter(layout.uses_colour).Append(Ink::kBold, heading, out);
  out += "  " + Printable(value.severity + ", " + value.action);
  if (value.standing != Standing::kOpen) out.append(", ").append(InWords(value.standing));
  out += "\n   " + GroupedCount(value.findings, "finding") + " in " +
         GroupedCount(value.posts, "post");
  const std::string period = PeriodInWords(value.first_published, value.last_published);
  if (!period.empty()) out += ", " + period;
  out += "; " + VisibilityInWords(value) + "\n   " + AccountsInWords(report, value) + "\n";
  const std::string& example = value.example_url.empty() ? value.example : value.example_url;
  out += "   for example " + Printable(example) + "\n";
  if (value.ran_out) {
    out += "   a mark on it ran out on " + DayInWords(*value.ran_out) + "\n";
  }
  out += "   ";
  if (value.fingerprint.empty()) {
    out += "cannot be marked: it has no fingerprint\n";
  } else {
    out += Printable(MarkCommand(report.store, value.fingerprint)) + "\n";
  }
}

void AppendTriageText(const TriageReport& report, const TextLayout& layout, std::string& out) {
  const size_t shown = std::min(report.limit, report.values.size());
  for (size_t rank = 1; rank <= shown; ++rank) {
    AppendTriagedValue(report, rank, layout, out);
    out += '\n';
  }
  if (report.values.empty()) {
    out += "Nothing to decide about.\n";
    return;
  }
  out += GroupedCount(report.findings, "finding") + " of " +
         GroupedCount(report.values.size(), "value");
  if (shown < report.values.size()) out += ", the first " + Grouped(shown) + " shown";
  out += ".\n";
  const bool has_keyless = std::ranges::any_of(
      report.values, [](const TriagedValue* value) { return value->fingerprint.empty(); });
  if (has_keyless) {
    out += "NOTE ";
    AppendWrapped(
        "Some findings have no fingerprint: combinations have none, and others get one in an "
        "audit with --key-file. Without one, values that are masked alike are taken together.",
        5, layout.width, out);
  }
}

void AppendTriageJson(const TriageReport& report, std::string& out) {
  JsonWriter json(out);
  json.BeginObject().Member("store", report.store);
  json.Member("findings", JsonNumber(report.findings));
  json.Member("values", JsonNumber(report.values.size())).Key("triage").BeginArray();
  const size_t shown = std::min(report.limit, report.values.size());
  for (size_t rank = 1; rank <= shown; ++rank) WriteValue(report, rank, json);
  json.EndArray().EndObject();
  out += '\n';
}

}  // namespace gatepost
