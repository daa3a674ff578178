#include "validate/email.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"

namespace gatepost {
namespace {

constexpr size_t kMaxLocalPart = 64;  // RFC 5321, 4.5.3.1.1
constexpr size_t kMaxDomain = 255;    // RFC 5321, 4.5.3.1.2
constexpr size_t kMaxLabel = 63;      // RFC 1035, 2.3.4

// Endings of files named with an @ (retina pictures, "notes@home.docx"). None is a top-level domain
// of the IANA root zone; "zip" and "mov" are, and so are not here.
constexpr auto kFileExtensions = std::to_array<std::string_view>({
    "aac",  "apk",  "avi",  "avif",  "bak", "bat",  "bmp", "cfg",  "conf", "cpp",  "css",
    "csv",  "deb",  "dll",  "dmg",   "doc", "docx", "eml", "eps",  "exe",  "flac", "gif",
    "gpx",  "gz",   "heic", "hpp",   "htm", "html", "ico", "ics",  "ini",  "iso",  "jar",
    "jpeg", "jpg",  "js",   "json",  "jsx", "kml",  "kmz", "less", "log",  "mjs",  "mkv",
    "mpeg", "mpg",  "odp",  "ods",   "odt", "ogg",  "otf", "pdf",  "php",  "png",  "ppt",
    "pptx", "psd",  "rar",  "rpm",   "rtf", "scss", "sql", "svg",  "tar",  "tif",  "tiff",
    "tmp",  "toml", "ts",   "tsx",   "ttf", "txt",  "vcf", "vue",  "wav",  "webm", "webp",
    "wma",  "wmv",  "woff", "xhtml", "xls", "xlsx", "xml", "yaml", "yml",
});

bool HasEmptyPart(std::string_view dotted) {
  return dotted.empty() || dotted.front() == '.' || dotted.back() == '.' ||
         dotted.find("..") != std::string_view::npos;
}

bool IsLabel(std::string_view label) {
  const bool is_clean = std::all_of(label.begin(), label.end(),
                                    [](char c) { return IsLetter(c) || IsDigit(c) || c == '-'; });
  return is_clean && !label.empty() && label.size() <= kMaxLabel && label.front() != '-' &&
         label.back() != '-';
}

bool IsTopLevel(std::string_view label) {
  if (label.size() < 2) return false;
  const std::string lower = InLowerCase(label);
  if (lower.starts_with("xn--")) return true;
  return std::all_of(lower.begin(), lower.end(), IsLetter) &&
         std::find(kFileExtensions.begin(), kFileExtensions.end(), lower) == kFileExtensions.end();
}

// Two labels or more.
bool IsDomain(std::string_view domain) {
  if (domain.size() > kMaxDomain) return false;
  const size_t last_dot = domain.rfind('.');
  if (last_dot == std::string_view::npos || !IsTopLevel(domain.substr(last_dot + 1))) return false;
  while (!domain.empty()) {
    const size_t dot = domain.find('.');
    if (!IsLabel(domain.substr(0, dot))) return false;
    domain = dot == std::string_view::npos ? std::string_view() : domain.substr(dot + 1);
  }
  return true;
}

bool IsLocalPart(std::string_view local) {
  constexpr std::string_view kSigns = "!#$%&'*+-/=?^_`{|}~.";  // RFC 5322, 3.2.3, and the dot
  return local.size() <= kMaxLocalPart && !HasEmptyPart(local) &&
         std::all_of(local.begin(), local.end(), [&](char c) {
           return IsLetter(c) || IsDigit(c) || kSigns.find(c) != std::string_view::npos;
         });
}

// `text` with `sign` where `word` stands in brackets: "(at)", "[AT]", "{at}".
std::string WithSign(std::string text, std::string_view word, char sign) {
  const std::string lower = InLowerCase(text);
  // From the end, so that what is ahead stays in its place.
  for (size_t at = lower.size(); at-- > 1;) {
    const size_t end = at + word.size();
    if (end >= lower.size() || lower.compare(at, word.size(), word) != 0) continue;
    const bool is_open = std::string_view("([{<").find(lower[at - 1]) != std::string_view::npos;
    const bool is_closed = std::string_view(")]}>").find(lower[end]) != std::string_view::npos;
    if (is_open && is_closed) text.replace(at - 1, word.size() + 2, 1, sign);
  }
  return text;
}

}  // namespace

bool IsEmailAddress(std::string_view value) {
  if (value.find('@') == std::string_view::npos) {
    const std::string written = WithSign(WithSign(std::string(value), "at", '@'), "dot", '.');
    return written.find('@') != std::string::npos && IsEmailAddress(written);
  }
  if (value.starts_with('@')) value.remove_prefix(1);
  const size_t at = value.find('@');
  if (at == std::string_view::npos) return false;
  return IsLocalPart(value.substr(0, at)) && IsDomain(value.substr(at + 1));
}

}  // namespace gatepost
