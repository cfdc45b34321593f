"""Twins: two programmes of which the same figures are told to partners and the public. Whatever is built of them for those readers must be the
same, to the last byte: drawings, orders, properties and indexes then know nothing of what is masked. Prints "ok …" and "FAIL …" lines.
Usage: twins.py PROGRAM FOLDER [SEED…]"""
import copy, os, random, subprocess, sys

from attacker import everything, open_world, see
from programmes import Programme

program, folder = sys.argv[1:3]
SEEDS = [int(s) for s in sys.argv[3:]] or [3]


def nearest(world, secret):
    """Changes to as few numbers as can be, by which the secret is one more or one less and all that is told stays; None where there are none."""
    names = [n for n in sorted(world.truth) if "delai" not in n]
    text = ["Minimize", " cost: " + " ".join(f"+{0 if 'largest' in n else 1} up_{n} +{0 if 'largest' in n else 1} down_{n}" for n in names), "Subject To"]
    for i, (terms, least, most) in enumerate(world.laws + [(secret, world.sum(secret) + 1, None)]):
        moved = " ".join(f"{v:+.15g} up_{k} {-v:+.15g} down_{k}" for k, v in terms.items() if "delai" not in k)
        for sign, bound in (("=", least),) if least == most else ((">=", least), ("<=", most)):
            if bound is not None and moved:
                text.append(f" {'l' if sign == '>=' else 'm'}{i}: {moved} {sign} {bound - world.sum(terms):.15g}")
    text.append("Bounds")
    for n in names:
        low, high = (0, 1) if n in world.binary else (world.low[n], world.high[n])
        text += [f" 0 <= up_{n} <= {high - world.truth[n]}", f" 0 <= down_{n} <= {world.truth[n] - low}"]
    text += ["General"] + [f" up_{n} down_{n}" for n in names]
    with open(f"{folder}/nearest.lp", "w", encoding="utf-8") as file:
        file.write("\n".join(text + ["End"]) + "\n")
    run = subprocess.run(["glpsol", "--lp", f"{folder}/nearest.lp", "--tmlim", "20", "--mipgap", "0.5", "-w", f"{folder}/nearest.sol"], capture_output=True, text=True, check=False)
    if "NO PRIMAL FEASIBLE" in run.stdout or "NO INTEGER FEASIBLE" in run.stdout:
        return None
    moved = [round(float(line.split()[2])) for line in open(f"{folder}/nearest.sol", encoding="utf-8") if line.startswith("j")]
    return {n: moved[2 * i] - moved[2 * i + 1] for i, n in enumerate(names)}


def made_for_readers(data, out):
    """Every file built for those outside, as bytes."""
    built = subprocess.run([program, "build", data, "-o", out, "--audience", "partners,public", "-q"], capture_output=True, text=True, check=False)
    if built.returncode:
        sys.exit(f"FAIL attacker: a twin is not built: {built.stderr[-300:]}")
    return {os.path.relpath(f"{at}/{name}", out): open(f"{at}/{name}", "rb").read()
            for audience in ("partners", "public") for at, folders, names in os.walk(f"{out}/{audience}") for name in names}


def twins(seed, wanted):
    """Of one programme as many twins as are wanted, each with another number that is masked."""
    programme = Programme(seed, laureates=4, quarters=5)
    data, other = f"{folder}/attacked", f"{folder}/twin"
    programme.write(data)
    world = open_world(programme, programme.quarters)
    world.file(programme.rows, 1)
    shown = everything(data, "partners")
    secrets = [s for s in see(world, shown, everything(data, "internal")) if s[2] in ("flux", "file", "part", "retour", "cumul")]
    world.told = {next(iter(t)) for t, low, high in world.laws if len(t) == 1 and low == high}
    world.small()
    found, tried = 0, 0
    for key, terms, indicator in (s[:3] for s in random.Random(seed).sample(secrets, len(secrets))):
        tried += 1
        moved = nearest(world, terms) if found < wanted and tried < 40 else None
        if not moved:
            continue
        twin = copy.deepcopy(programme)
        for row in twin.rows:
            at = (row["indicator"], row["laureate"], row["period"], row.get("sexe") or row.get("age") or "")
            for cell in ("value", "numerator", "denominator"):
                by = moved.get(world.nodes.get(at + (cell,)), 0)
                if by:
                    row[cell] = f"{(round(float(row[cell]) * 100) + by) / 100:.2f}" if at[0] == "montant" else str(int(row[cell]) + by)
        twin.write(other)
        # Masks are chosen by the numbers themselves: of others they may be others.
        if everything(other, "partners") != shown:
            continue
        found += 1
        one, two = made_for_readers(data, f"{folder}/twin-out-1"), made_for_readers(other, f"{folder}/twin-out-2")
        differ = [name for name in one.keys() | two.keys() if one.get(name) != two.get(name)]
        print(f"FAIL twins, seed {seed}, {key}: {len(differ)} files differ: {sorted(differ)[:4]}" if differ or not one
              else f"ok twins, seed {seed}: {len(one)} files are the same, whatever {key} is", flush=True)
    if not found:
        print(f"FAIL twins, seed {seed}: none found of {tried}")


for seed in SEEDS:
    twins(seed, 2)
