// Reuse as a monitor reads it: one row a story of the bundle, with its family, its time, what of it is shared and whence.
#ifndef CROSSCHECK_REUSE_ARTICLES_H_
#define CROSSCHECK_REUSE_ARTICLES_H_

#include <string>
#include <vector>

#include "crosscheck/reuse_article.h"

namespace crosscheck {

// Of a sheet whose documents, pairs and families are set. By family, in it by day and id; what is in no family after.
std::vector<ReuseArticle> ReuseArticles(const Worksheet& sheet);

// Takes outlets out of what a sheet's reuse says: their pairs, their places in families; families of less than two with them.
// Outlets are named in any case.
void HideOutlets(const std::vector<std::string>& outlets, Worksheet* sheet);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_ARTICLES_H_
