// The pages for people. They bring all they need with them, and a browser is told to load nothing
// else and to run nothing but page.js.

#include <algorithm>
#include <array>

#include "service/assets.h"
#include "service/handlers.h"

namespace gatepost::service {
namespace {

constexpr const char* kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

}  // namespace

void AnswerPage(Call& call) {
  const auto assets = Assets();
  const auto asset = std::ranges::find(assets, call.request.path, &Asset::path);
  if (asset == assets.end()) return;  // routes are of these paths alone
  call.response.content_type = asset->type;
  call.response.asset = asset->content;
  call.response.headers.push_back({"Content-Security-Policy", kContentSecurityPolicy});
  call.response.headers.push_back({"Referrer-Policy", "no-referrer"});
  call.response.headers.push_back({"X-Frame-Options", "DENY"});
}

}  // namespace gatepost::service
