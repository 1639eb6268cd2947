#include "tests/fit/logistic.h"

#include <algorithm>
#include <cmath>

namespace crosscheck {
namespace {

using Vector = std::vector<double>;

double Dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// log(1 + exp(z)) without overflow.
double SoftPlus(double z) { return z > 0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z)); }

double Chance(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

// Solves m x = b for a symmetric positive definite m, row by row of its Cholesky factor.
Vector Solve(std::vector<Vector> m, Vector b) {
  const size_t n = b.size();
  for (size_t j = 0; j < n; ++j) {
    for (size_t k = 0; k < j; ++k) m[j][j] -= m[j][k] * m[j][k];
    m[j][j] = std::sqrt(m[j][j]);
    for (size_t i = j + 1; i < n; ++i) {
      for (size_t k = 0; k < j; ++k) m[i][j] -= m[i][k] * m[j][k];
      m[i][j] /= m[j][j];
    }
  }
  for (size_t i = 0; i < n; ++i) {
    for (size_t k = 0; k < i; ++k) b[i] -= m[i][k] * b[k];
    b[i] /= m[i][i];
  }
  for (size_t i = n; i-- > 0;) {
    for (size_t k = i + 1; k < n; ++k) b[i] -= m[k][i] * b[k];
    b[i] /= m[i][i];
  }
  return b;
}

}  // namespace

double PenalisedLoss(const Vector& weights, const Vector& prior, const std::vector<LabelledRow>& rows, double ridge) {
  double loss = 0;
  for (const LabelledRow& row : rows) {
    const double score = Dot(row.signs, weights);
    loss += row.weight * SoftPlus(row.same ? -score : score);
  }
  for (size_t i = 0; i < prior.size(); ++i) loss += ridge / 2 * (weights[i] - prior[i]) * (weights[i] - prior[i]);
  return loss;
}

Vector FitTowards(const Vector& prior, const std::vector<LabelledRow>& rows, double ridge) {
  constexpr int kMostSteps = 100;
  constexpr double kSmallStep = 1e-10;
  const size_t n = prior.size();
  Vector weights = prior;
  double loss = PenalisedLoss(weights, prior, rows, ridge);
  for (int step = 0; step < kMostSteps; ++step) {
    Vector gradient(n, 0);
    std::vector<Vector> hessian(n, Vector(n, 0));
    for (size_t i = 0; i < n; ++i) gradient[i] = ridge * (weights[i] - prior[i]), hessian[i][i] = ridge;
    for (const LabelledRow& row : rows) {
      const double chance = Chance(Dot(row.signs, weights));
      const double slope = row.weight * (chance - (row.same ? 1 : 0));
      const double curve = row.weight * chance * (1 - chance);
      for (size_t i = 0; i < n; ++i) {
        if (row.signs[i] == 0) continue;
        gradient[i] += slope * row.signs[i];
        for (size_t j = 0; j < n; ++j) hessian[i][j] += curve * row.signs[i] * row.signs[j];
      }
    }
    const Vector move = Solve(std::move(hessian), gradient);
    double length = 1;
    Vector next = weights;
    double next_loss = loss;
    for (; length > kSmallStep; length /= 2) {
      for (size_t i = 0; i < n; ++i) next[i] = weights[i] - length * move[i];
      next_loss = PenalisedLoss(next, prior, rows, ridge);
      if (next_loss < loss) break;
    }
    if (!(next_loss < loss)) break;
    weights = next;
    loss = next_loss;
  }
  return weights;
}

}  // namespace crosscheck
