// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/coders.h"

#include "base/error.h"
#include "base/translate.h"
#include "study/coders.h"
#include "study/verbs/rules.h"

namespace study::verbs {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

std::string clean_coder(const std::string& name) {
    const std::string clean = clean_name(name, tr("A coder"));
    if (clean == model::kSettled) {
        throw Error(ErrorKind::bad_input,
                    say("“{}” cannot be a coder's name: it stands for the settled layer.", clean));
    }
    if (clean == model::kAnyCoder || clean == model::kAllCoders) {
        throw Error(ErrorKind::bad_input,
                    say("“{}” cannot be a coder's name: it stands for several coders.", clean));
    }
    return clean;
}

}  // namespace

model::CoderId ensure_coder(Edit& edit, const std::string& name) {
    const std::string clean = clean_coder(name);
    if (const auto coder = coders::find(edit.study(), clean)) return coder->id;
    return coders::insert(edit, clean);
}

void rename_coder(Edit& edit, model::CoderId id, const std::string& name) {
    const std::string clean = clean_coder(name);
    const auto coder = coders::get(edit.study(), id);
    if (!coder) throw Error(ErrorKind::not_found, tr("This coder is no longer in the study."));
    // Names that differ in capitals alone would be taken for one another.
    if (const auto other = coders::find(edit.study(), clean); other && other->id != id) {
        throw Error(ErrorKind::conflict, say("There is a coder “{}” already.", other->name));
    }
    coders::rename(edit, id, clean);
    edit.args()["coder"] = coder->guid.to_string();
}

}  // namespace study::verbs
