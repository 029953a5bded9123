; For Neovim, and for `tree-sitter highlight`.

(comment) @comment @spell
(string) @string @spell
(opener) @keyword
(keyword) @keyword
(name) @function
(number) @number
(date) @number
(unit) @type
(sign) @operator
(stray) @operator

(definition title: (string) @markup.heading)

["<" ">" "{" "}"] @punctuation.bracket
";" @punctuation.delimiter
