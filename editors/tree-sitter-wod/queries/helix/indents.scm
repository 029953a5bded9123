(body) @indent
[">" "}"] @outdent
