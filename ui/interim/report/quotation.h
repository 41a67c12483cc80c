#pragma once
#include "model/material.h"
#include "model/source.h"
#include "study/study.h"
#include "text/text.h"
namespace report {
std::string quotation(const study::Study&, const model::Material&, const model::Source&, const text::Text&,
                      const text::Span&);
}
