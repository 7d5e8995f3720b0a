"""Golden values for network-based diffusion by order and by time: python3 network_diffusion.py > network_diffusion.json."""

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
        names[place[edge["source"]], place[edge["target"]]] += 1
adopted = np.array([float(row["toa"]) if row["toa"] else np.inf for row in doctors])
length = np.array([float(row["length"]) for row in doctors])

sets = []
for period in range(2, 18):
    risk = np.where(adopted >= period)[0]
    contacts = names @ (adopted <= period - 1)
    sets.append((contacts[risk], length[risk], adopted[risk] == period))
mean = np.concatenate([one[1] for one in sets]).mean()


def order(theta):
    s, beta = theta
    value = 0.0
    for exposure, trait, happened in sets:
        log = np.log1p(s * exposure) + beta * (trait - mean)
        value += log[happened].sum() - happened.sum() * np.log(np.exp(log).sum())
    return -value


def time(theta):
    s, beta, base = theta
    value = 0.0
    for exposure, trait, happened in sets:
        rate = np.exp(np.log1p(s * exposure) + beta * (trait - mean) + base)
        value += np.log(-np.expm1(-rate[happened])).sum() - rate[~happened].sum()
    return -value


def fit(minus, start):
    best = minimize(minus, start, method="L-BFGS-B", bounds=[(0, None)] + [(None, None)] * (len(start) - 1),
                    options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 5000})
    best = minimize(minus, best.x, method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-12, "maxiter": 20000},
                    bounds=[(0, None)] + [(None, None)] * (len(start) - 1))
    return {"at": best.x.tolist(), "loglik": -best.fun}


print(json.dumps({"order": fit(order, [0.1, 0.0]), "time": fit(time, [0.1, 0.0, -2.5])}))
