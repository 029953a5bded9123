; For Helix. No two patterns are of the same thing, since its versions differ in which one they take.

(comment) @comment
(string) @string
(opener) @keyword
(keyword) @keyword
(name) @function
(number) @constant.numeric
(date) @constant.numeric
(unit) @type
(sign) @operator
(stray) @operator

["<" ">" "{" "}"] @punctuation.bracket
";" @punctuation.delimiter
