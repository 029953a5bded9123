"""Runs the example of docs/batch.md under GNU parallel, and compares."""

import json
import subprocess
import tempfile
from pathlib import Path

from workouts import LEVELS, compare, environment, snippet, texts

COUNT = 2_000


def main():
    workouts = texts(COUNT)
    levels = [LEVELS[number % len(LEVELS)] for number in range(COUNT)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open(folder / "workouts.jsonl", "w", encoding="utf-8") as file:
            for number, text in enumerate(workouts):
                file.write(json.dumps({"id": number, "text": text, "level": levels[number]}) + "\n")
        subprocess.run(["bash", "-euc", snippet("sh")], cwd=folder, env=environment(), check=True)
        with open(folder / "compiled.jsonl", encoding="utf-8") as file:
            found = [json.loads(line) for line in file]
        assert [answer["id"] for answer in found] == list(range(COUNT)), "in the order of the input"
        answers = {
            answer["id"]: {
                "ok": answer["ok"],
                "error": answer.get("error"),
                "outputs": {output["name"]: output["text"] for output in answer["outputs"]},
                "said": [one["message"] for one in answer["diagnostics"]],
            }
            for answer in found
        }
        compare(answers, workouts, levels, folder)


main()
