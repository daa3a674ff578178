#pragma once

// What files of an archive of X say about the posts of others. The order in which they are surveyed
// does not matter.

#include "post/byte_source.h"
#include "post/post_format.h"

namespace gatepost {

// account.js: whose archive it is. It is believed before what the manifest says.
[[nodiscard]] Status SurveyXAccount(ByteSource& bytes, ExportContext& context);
// manifest.js: the same, and how many records the files hold.
[[nodiscard]] Status SurveyXManifest(ByteSource& bytes, ExportContext& context);
// Files of posts: long posts, and beginnings of such. What is wrong with them is for those who
// read them to say.
void SurveyXPosts(ByteSource& bytes, ExportContext& context);

}  // namespace gatepost
