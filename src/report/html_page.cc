#include "report/html_page.h"

#include <cassert>

#include "report/audit_words.h"
#include "report/html_style.h"
#include "report/markup.h"

namespace gatepost {
namespace {

// Styles of the page itself and nothing else: no script, no request, no form, no frame.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

}  // namespace

void AppendPageBegin(std::string_view title, std::string& out) {
  out += "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n";
  out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(kPolicy);
  out += "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta name=\"referrer\" content=\"no-referrer\">\n";
  out += "<meta name=\"robots\" content=\"noindex, nofollow\">\n";
  out += "<title>" + Markup(title) + "</title>\n<style>";
  out += kHtmlStyle;
  out += "</style>\n</head>\n<body>\n<div class=\"page\">\n";
}

void AppendPageEnd(std::string& out) { out += "</div>\n</body>\n</html>\n"; }

void AppendSectionBegin(std::string_view id, std::string_view heading, std::string& out) {
  out.append("<section id=\"").append(id).append("\">\n<h2>");
  out += Markup(heading) + "</h2>\n";
}

void AppendSectionEnd(std::string& out) { out += "</section>\n"; }

void AppendSubheading(std::string_view heading, std::string& out) {
  out += "<h3>" + Markup(heading) + "</h3>\n";
}

void AppendParagraph(std::string_view text, std::string& out) {
  if (!text.empty()) out += "<p>" + Markup(text) + "</p>\n";
}

std::string LinkMarkup(std::string_view url) {
  if (!IsWebAddress(url)) return NameMarkup(url);
  const std::string address = Markup(url);
  return "<a href=\"" + address + "\" rel=\"noopener noreferrer nofollow\"><bdi>" + address +
         "</bdi></a>";
}

std::string NameMarkup(std::string_view text) {
  return text.empty() ? std::string() : "<bdi>" + Markup(text) + "</bdi>";
}

std::string CodeMarkup(std::string_view text) {
  return text.empty() ? std::string() : "<code>" + Markup(text) + "</code>";
}

std::string SeverityMarkup(std::string_view severity) {
  const bool has_colour = severity == "critical" || severity == "high" || severity == "medium";
  std::string markup = "<span class=\"tag";
  if (has_colour) markup.append(" ").append(severity);
  return markup + "\">" + Markup(severity) + "</span>";
}

HtmlTable::HtmlTable(Layout layout, std::string& out) : layout_(std::move(layout)), out_(out) {
  const bool is_stacked = layout_.is_stacked;
  // What scrolls must be reached by the keyboard, and then be named.
  out_ += is_stacked ? "<div class=\"wide\">"
                     : "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                           Markup(layout_.caption) + "\">";
  // A table laid out as a list would be taken for one but for its roles.
  const bool is_narrow = layout_.columns.size() < 3;
  out_ += is_stacked  ? "<table class=\"stack\" role=\"table\">\n"
          : is_narrow ? "<table class=\"narrow\">\n"
                      : "<table>\n";
  out_ += "<caption>" + Markup(layout_.caption) + "</caption>\n";
  out_ += is_stacked ? "<thead role=\"rowgroup\"><tr role=\"row\">" : "<thead><tr>";
  for (const HtmlColumn& column : layout_.columns) {
    out_ += is_stacked ? "<th scope=\"col\" role=\"columnheader\"" : "<th scope=\"col\"";
    out_ += column.is_number ? " class=\"n\">" : ">";
    out_ += Markup(column.heading) + "</th>";
  }
  out_ += is_stacked ? "</tr></thead>\n<tbody role=\"rowgroup\">\n" : "</tr></thead>\n<tbody>\n";
}

void HtmlTable::AddRow(const std::vector<std::string>& cells) {
  assert(cells.size() == layout_.columns.size());
  out_ += layout_.is_stacked ? "<tr role=\"row\">" : "<tr>";
  for (size_t i = 0; i < cells.size(); ++i) AppendCell(cells[i], i);
  out_ += "</tr>\n";
}

void HtmlTable::AppendCell(std::string_view cell, size_t column) {
  const bool is_heading = column == 0;
  out_ += is_heading ? "<th scope=\"row\"" : "<td";
  if (layout_.is_stacked) {
    out_ += is_heading ? " role=\"rowheader\"" : " role=\"cell\"";
    if (!is_heading) {
      out_ += " data-label=\"" + Markup(layout_.columns[column].heading) + "\"";
    }
  }
  if (layout_.columns[column].is_number) out_ += " class=\"n\"";
  out_.append(">").append(cell).append(is_heading ? "</th>" : "</td>");
}

void HtmlTable::End() { out_ += "</tbody></table></div>\n"; }

}  // namespace gatepost
