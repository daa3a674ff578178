#pragma once

// Records of Mastodon and its kin: objects of ActivityPub (https://www.w3.org/TR/activitypub/), as
// an account's own archive has them, and those of the client API
// (https://docs.joinmastodon.org/entities/Status/), as mastodon-archive keeps them.

#include <cstdint>
#include <string>

#include "base/json_tree.h"
#include "base/post.h"
#include "post/post_format.h"
#include "post/record_post.h"

namespace gatepost {

// Who may see a post.
enum class Audience : uint8_t { kUnknown, kPublic, kFollowers, kDirect };

// Of an object of ActivityPub; where it does not say, what the activity around it does.
[[nodiscard]] Audience AudienceOf(JsonValue object, JsonValue activity);
// Of a status of the client API.
[[nodiscard]] Audience AudienceOf(JsonValue status);

// Whose posts they are, from an actor or from an account of the client API. "@name@host".
void SetMastodonAccount(JsonValue actor_or_account, ExportContext& context);

// Fill the post that is being made. A post without an account in the context says its own.
void TakeNote(JsonValue object, JsonValue activity, RecordPost& made);
void TakeStatus(JsonValue status, RecordPost& made);
// What an account says of itself, as a post of its own.
void TakeActor(JsonValue actor, RecordPost& made);
void TakeAccount(JsonValue account, RecordPost& made);

}  // namespace gatepost
