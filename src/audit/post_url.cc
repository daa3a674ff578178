#include "audit/post_url.h"

#include "base/ascii.h"

namespace gatepost {
namespace {

void DropBegin(std::string_view begin, std::string& text) {
  if (text.starts_with(begin)) text.erase(0, begin.size());
}

}  // namespace

std::string ComparableUrl(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  while (url.ends_with('/')) url.remove_suffix(1);
  const size_t path = url.find('/');
  std::string host = InLowerCase(url.substr(0, path));
  DropBegin("www.", host);
  DropBegin("mobile.", host);
  if (host == "twitter.com") host = "x.com";
  if (path != std::string_view::npos) host += url.substr(path);
  return host;
}

}  // namespace gatepost
