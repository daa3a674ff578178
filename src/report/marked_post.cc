#include "report/marked_post.h"

#include <algorithm>
#include <vector>

#include "report/audit_words.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

constexpr std::string_view kIndent = "  ";

struct Mark {
  Span span;
  size_t number = 0;  // in the list, from 1
};

// In order; of two that overlap the one that begins first.
std::vector<Mark> MarksIn(const Field& field, std::span<const AuditFinding> findings) {
  std::vector<Mark> marks;
  for (size_t i = 0; i < findings.size(); ++i) {
    const AuditFinding& finding = findings[i];
    const bool is_here = finding.field == field.kind && finding.nth == field.nth;
    const bool is_place =
        finding.bytes.begin < finding.bytes.end && finding.bytes.end <= field.text.size();
    if (is_here && is_place) marks.push_back({finding.bytes, i + 1});
  }
  std::ranges::stable_sort(marks, {}, [](const Mark& mark) { return mark.span.begin; });
  uint32_t end = 0;
  std::erase_if(marks, [&](const Mark& mark) {
    if (mark.span.begin < end) return true;
    end = mark.span.end;
    return false;
  });
  return marks;
}

// Text of several lines, which stay lines; each is indented.
void AppendLines(std::string_view text, std::string& out) {
  while (true) {
    const size_t end = text.find('\n');
    out += Printable(text.substr(0, end));
    if (end == std::string_view::npos) return;
    out.append("\n").append(kIndent);
    text.remove_prefix(end + 1);
  }
}

void AppendField(const Field& field, std::span<const AuditFinding> findings, const Painter& painter,
                 std::string& out) {
  out += FieldInWords(field.kind, field.nth) + ":\n" + std::string(kIndent);
  size_t at = 0;
  for (const Mark& mark : MarksIn(field, findings)) {
    AppendLines(field.text.substr(at, mark.span.begin - at), out);
    std::string value = "⟦";
    AppendLines(field.text.substr(mark.span.begin, mark.span.end - mark.span.begin), value);
    value += "⟧" + std::to_string(mark.number);
    painter.Append(Ink::kRed, value, out);
    at = mark.span.end;
  }
  AppendLines(field.text.substr(at), out);
  out += '\n';
}

}  // namespace

void AppendMarkedPost(const Post& post, const AuditPost& kept, std::string_view input,
                      std::span<const AuditFinding> findings, const TextLayout& layout,
                      std::string& out) {
  const Painter painter(layout.uses_colour);
  out +=
      PostInWords(kept) + "\n" + FileInWords(kept, input) + ", ref " + Printable(kept.ref) + "\n\n";
  for (const Field& field : post.fields) {
    if (!field.text.empty()) AppendField(field, findings, painter, out);
  }
  out += '\n';
  for (size_t i = 0; i < findings.size(); ++i) {
    const AuditFinding& finding = findings[i];
    out += std::to_string(i + 1) + ". " + Printable(finding.name + ", " + finding.pattern);
    out += "  " + Printable(finding.severity + ", " + finding.action) + "\n   ";
    AppendWrapped(Printable(finding.advice), 3, layout.width, out);
    if (!finding.fingerprint.empty()) out += "   " + Printable(finding.fingerprint) + "\n";
  }
}

}  // namespace gatepost
