"""The workouts of these tests, what wodc makes of them one by one, and the examples of docs/batch.md."""

import json
import os
import random
import re
import subprocess
from pathlib import Path

WODC = Path(os.environ["WODC"])
ROOT = Path(__file__).resolve().parents[2]
OUTPUTS = ["json", "md"]
LEVELS = ["beginner", "intermediate", "advanced"]
MOVEMENTS = ["squat", "push-up", "pull-up", "burpee", "kettlebell swing", "lunge", "sit-up", "deadlift"]


def snippet(language):
    """Returns the first example in this language from the page in the book."""
    page = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
    return re.search(rf"```{language}\n(.*?)```", page, re.DOTALL).group(1)


def environment():
    """Returns the environment in which `wodc` is the program under test."""
    return {**os.environ, "PATH": f"{WODC.parent}{os.pathsep}{os.environ['PATH']}"}


def texts(count):
    """Returns so many workouts: those of the project, then others like them, some with mistakes."""
    folders = [ROOT / "examples", ROOT / "tests" / "fixtures" / "good", ROOT / "tests" / "broken"]
    known = [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("*.wod"))]
    # A text that comes through a pipe can use no file.
    known = [text for text in known if "use \"" not in text]
    chance = random.Random(7)
    while len(known) < count:
        one, other = chance.sample(MOVEMENTS, 2)
        reps, rest = chance.randint(1, 30), chance.choice(["30s", "45s", "1:00", "1:30", "2min", "5m"])
        rounds = chance.choice(["3", "3-5", "4", "5", "0"])
        known.append(
            f'title "Séance № {len(known)}"\n# A "comment"\\\n'
            f"circuit rounds {rounds} <\n  {one} {reps}\n\t{other} 8-12 @ rpe 8\n  rest {rest}\n>\n"
        )
    return known[:count]


def one_by_one(texts, levels, folder):
    """Returns what `wodc build` makes of each workout in a folder of its own: its outputs, and what is said of it."""
    for number, (text, level) in enumerate(zip(texts, levels)):
        place = folder / level / f"{number:05}"
        place.mkdir(parents=True)
        (place / "workout.wod").write_text(text, encoding="utf-8", newline="")
    said = [[] for _ in texts]
    for level in LEVELS:
        built = folder / "built" / level
        command = [WODC, "build", "--level", level, "--to", ",".join(OUTPUTS), "--compact", "--format", "json"]
        ran = subprocess.run([*command, "-o", built], cwd=folder / level, capture_output=True, check=False)
        assert ran.returncode in (0, 1), ran.stderr.decode()
        for one in json.loads(ran.stdout)["diagnostics"]:
            number = int(one["file"].split("/")[0])
            said[number].append(one["message"])
    made = []
    for number, level in enumerate(levels):
        place = folder / "built" / level / f"{number:05}"
        files = sorted(place.iterdir()) if place.exists() else []
        made.append({file.name: file.read_text(encoding="utf-8") for file in files})
    return made, said


def compare(answers, texts, levels, folder):
    """Holds answers, as `{id: {"ok", "error", "outputs": {name: text}, "said": [message]}}`, against each workout alone."""
    made, said = one_by_one(texts, levels, folder)
    assert sorted(answers) == list(range(len(texts))), "each workout is answered once"
    for number, answer in answers.items():
        assert answer["error"] is None, answer
        assert answer["outputs"] == made[number], f"outputs of {number}:\n{texts[number]}"
        assert answer["said"] == said[number], f"diagnostics of {number}: {answer['said']} is not {said[number]}"
        assert answer["ok"] == bool(made[number]), f"{number}: {answer}"
    broken = sum(not answer["ok"] for answer in answers.values())
    assert 0 < broken < len(texts) / 2, "some are broken, most are not"
    print(f"{len(texts)} workouts, {broken} with mistakes: all as wodc build has them")
