#include "audit/post_keys.h"

#include <algorithm>
#include <string>

namespace gatepost {

PostKey PostKeys::Of(const Post& post) {
  PostKey key;
  mac_.AddPart("gatepost text 1");
  AddTexts(post);
  const HmacSha256::Digest text = mac_.Finish();
  std::copy_n(text.begin(), key.text.size(), key.text.begin());

  mac_.AddPart("gatepost post 1");
  mac_.AddPart(post.source);
  mac_.AddPart(post.account);
  mac_.AddPart(post.id);
  if (post.id.empty() || post.account.empty()) {
    mac_.AddPart(post.published ? std::to_string(post.published->time_since_epoch().count()) : "");
    AddTexts(post);
  }
  const HmacSha256::Digest digest = mac_.Finish();
  std::copy_n(digest.begin(), key.post.size(), key.post.begin());
  return key;
}

PostKey PostKeys::OfPlace(std::string_view input_hash, std::string_view path, uint64_t record) {
  PostKey key;
  mac_.AddPart("gatepost place 1");
  mac_.AddPart(input_hash);
  mac_.AddPart(path);
  mac_.AddPart(std::to_string(record));
  const HmacSha256::Digest digest = mac_.Finish();
  std::copy_n(digest.begin(), key.post.size(), key.post.begin());
  return key;
}

void PostKeys::AddTexts(const Post& post) {
  for (const Field& field : post.fields) {
    mac_.AddPart(NameOf(field.kind));
    mac_.AddPart(field.text);
  }
}

}  // namespace gatepost
