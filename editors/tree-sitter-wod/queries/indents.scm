; For Neovim.
(body) @indent.begin
(body [">" "}"] @indent.end @indent.branch)
