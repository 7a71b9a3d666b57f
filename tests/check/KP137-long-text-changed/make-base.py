"""The base has a comment that no cell can hold."""
import sys

text = open("base.yaml.in", encoding="utf-8").read()
with open(sys.argv[1], "w", encoding="utf-8") as f:
    f.write(text.replace("LONG", "Lång text, " * 3500))
