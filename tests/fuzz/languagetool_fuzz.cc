// Any bytes as the form of a LanguageTool client: the reader stands up to them, loses nothing of a
// text that is there once, and every place in what is scanned leads to one in what was sent.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "service/languagetool_request.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

void Require(bool is_so, const char* what) {
  if (is_so) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

void CheckPlaces(const AnnotatedText& text) {
  const auto size = static_cast<uint32_t>(text.text().size());
  uint32_t reached = 0;
  for (uint32_t at = 0; at < size; ++at) {
    const Span source = text.ToSource({at, at + 1});
    Require(source.begin <= source.end && source.end <= text.source().size(), "places are inside");
    Require(source.begin >= reached, "later places lead to later ones");
    reached = source.begin;
  }
}

void CheckForm(std::string_view form) {
  const SplitForm split = SplitForm::Of(form);
  Require(split.before.size() + split.behind.size() <= form.size(), "fields are of the form");
  const auto request = ReadLanguageToolRequest(form);
  if (!request) {
    Require(!request.error().message.empty(), "a refusal says what to send");
    return;
  }
  Require(!request->language.empty(), "a text has a language");
  CheckPlaces(request->text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(data, data + size);
  CheckForm(bytes);
  // As LibreOffice 7.4 would send those bytes, if they were a paragraph with a space in it.
  const auto raw = ReadLanguageToolRequest("text= " + bytes + "&language=en-GB");
  Require(raw && raw->text.text() == " " + bytes,
          "a text that is not encoded is taken as it stands");
  CheckForm("data=" + bytes);
  return 0;
}
