; For Zed: a later pattern wins.

(comment) @comment
(string) @string
(definition title: (string) @title)
(opener) @keyword
(keyword) @keyword
(name) @function
(number) @number
(date) @number
(unit) @type
(sign) @operator
(stray) @operator

["<" ">" "{" "}"] @punctuation.bracket
";" @punctuation.delimiter
