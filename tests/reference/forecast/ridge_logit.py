"""Golden values for the ridge logit: python3 ridge_logit.py > ridge_logit.json (numpy, scipy)."""

import csv
import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

here = Path(__file__).parent
doctors = list(csv.DictReader(open(here / "doctors.csv")))
edges = list(csv.DictReader(open(here / "doctors_edges.csv")))
place = {row["id"]: at for at, row in enumerate(doctors)}
n = len(doctors)
names = np.zeros((n, n))
for edge in edges:
    if edge["source"] != edge["target"]:
        names[place[edge["source"]], place[edge["target"]]] = 1
adopted = np.array([float(row["toa"]) if row["toa"] else np.inf for row in doctors])

rows, outcome = [], []
for unit in range(n):
    for period in range(2, 19):
        if adopted[unit] < period:
            break
        contacts = names[unit].sum()
        exposure = (names[unit] * (adopted <= period - 1)).sum() / contacts if contacts else 0.0
        rows.append([1, exposure, period, float(doctors[unit]["length"]), float(doctors[unit]["journ2"])])
        outcome.append(float(adopted[unit] == period))
x, y = np.array(rows), np.array(outcome)


def fit(penalty):
    penalty = np.array(penalty, dtype=float)

    def minus(beta):
        eta = x @ beta
        chance = 1 / (1 + np.exp(-eta))
        value = (np.logaddexp(0, eta) - y * eta).sum() + 0.5 * (penalty * beta**2).sum()
        return value, x.T @ (chance - y) + penalty * beta

    beta = minimize(minus, np.zeros(x.shape[1]), jac=True, method="BFGS").x
    for _ in range(20):
        chance = 1 / (1 + np.exp(-(x @ beta)))
        information = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(penalty)
        beta = beta - np.linalg.solve(information, minus(beta)[1])
    chance = 1 / (1 + np.exp(-(x @ beta)))
    information = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(penalty)
    eta = x @ beta
    return {
        "penalty": penalty.tolist(),
        "coef": beta.tolist(),
        "se": np.sqrt(np.diag(np.linalg.inv(information))).tolist(),
        "loglik": float((y * eta - np.logaddexp(0, eta)).sum()),
    }


print(json.dumps({"n": len(y), "fits": [fit([0, 10, 0, 2, 2]), fit([0, 100, 5, 100, 50]), fit([0, 0, 0, 0, 0])]}))
