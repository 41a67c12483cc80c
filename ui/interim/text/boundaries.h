#pragma once
#include "text/text.h"
namespace text { Span word_at(const Text&, Position); Span sentence_at(const Text&, Position); Span snapped(const Text&, const Span&);
Position next_word_boundary(const Text&, Position); Position previous_word_boundary(const Text&, Position); bool has_right_to_left(const Text&, const Span&);}
