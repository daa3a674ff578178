"""How schemathesis writes bodies of types that it does not know: JSONL as the text that it is."""

import schemathesis

schemathesis.serializer.alias(
    ["application/x-ndjson", "application/jsonl", "application/json-lines"], "text/plain"
)
