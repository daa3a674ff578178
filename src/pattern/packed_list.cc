#include "pattern/packed_list.h"

namespace gatepost {

void AppendPacked(const std::string& phrase, std::string& packed) { packed += phrase; }
void ReadPacked(std::string_view line, std::string& phrase) { phrase = line; }

}  // namespace gatepost
