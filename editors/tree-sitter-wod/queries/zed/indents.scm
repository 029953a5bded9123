(body ">" @end) @indent
(body "}" @end) @indent
