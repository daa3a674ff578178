#include "report/marks_report.h"

#include <algorithm>

#include "base/day.h"
#include "report/audit_words.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

void AppendMark(const Mark& mark, const TextLayout& layout, std::string& out) {
  const Decision& decision = mark.decision;
  out += Printable(decision.fingerprint) + "\n  ";
  Painter(layout.uses_colour).Append(Ink::kBold, InWords(decision.state), out);
  if (mark.value.findings > 0) {
    out += "  " + ValueInWords(mark.value.name, mark.value.masked) + ", " +
           GroupedCount(mark.value.findings, "finding");
  } else {
    out += "  no finding is of it";
  }
  out += "\n  " + DayInWords(decision.made);
  if (!decision.owner.empty()) out += ", " + Printable(decision.owner);
  if (decision.until) {
    const std::string day = DayInWords(*decision.until);
    out += mark.has_run_out ? ", RAN OUT on " + day + " and counts no longer" : ", until " + day;
  }
  out += "\n  ";
  AppendWrapped(Printable(decision.reason), 2, layout.width, out);
}

}  // namespace

void AppendMarksText(std::span<const Mark> marks, const TextLayout& layout, std::string& out) {
  for (const Mark& mark : marks) {
    AppendMark(mark, layout, out);
    out += '\n';
  }
  const auto ran_out = static_cast<uint64_t>(std::ranges::count(marks, true, &Mark::has_run_out));
  out += GroupedCount(marks.size(), "mark");
  if (ran_out > 0) out += ", " + Grouped(ran_out) + " of them run out: decide again";
  out += ".\n";
}

void AppendMarksJson(std::span<const Mark> marks, std::string& out) {
  JsonWriter json(out);
  json.BeginObject().Key("marks").BeginArray();
  for (const Mark& mark : marks) {
    const Decision& decision = mark.decision;
    json.BeginObject().Member("fingerprint", decision.fingerprint);
    json.Member("state", NameOf(decision.state)).Member("reason", decision.reason);
    json.Member("owner", decision.owner).Member("made", DayText(decision.made)).Key("until");
    if (decision.until) {
      json.String(DayText(*decision.until));
    } else {
      json.Null();
    }
    json.Member("has_run_out", mark.has_run_out);
    json.Member("pattern", mark.value.pattern).Member("masked", mark.value.masked);
    json.Member("findings", JsonNumber(mark.value.findings)).EndObject();
  }
  json.EndArray().EndObject();
  out += '\n';
}

}  // namespace gatepost
