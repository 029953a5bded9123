-- Asks for what a coach would ask for, and ends with 1 where an answer is not what it must be.
local function check(is_so, what, got)
  if not is_so then
    io.stderr:write(what .. ': ' .. vim.inspect(got) .. '\n')
    vim.cmd('cquit 1')
  end
  io.stdout:write('ok  ' .. what .. '\n')
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000) or {}
  for _, answer in pairs(answers) do
    if answer.err then return nil, answer.err end
    return answer.result
  end
end

local function at(line, character)
  vim.api.nvim_win_set_cursor(0, { line, character })
  return vim.lsp.util.make_position_params(0, 'utf-16')
end

check(vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end), 'a mistake is told', {})
local said = vim.diagnostic.get(0)[1]
check(said.lnum == 2 and said.message:find('rouns') ~= nil and said.source == 'wodc', 'where and what', said)

local hover = ask('textDocument/hover', at(4, 3))
check(hover and hover.contents.value:find('Breathe', 1, true) ~= nil, 'a movement is explained', hover)

local offers = ask('textDocument/completion', at(5, 11))
local labels = vim.tbl_map(function(item) return item.label end, offers.items)
check(vim.tbl_contains(labels, 'goblet squat'), 'a movement is offered', labels)

local position = at(4, 3)
position.newName = 'Blip'
local renamed = ask('textDocument/rename', position)
check(renamed and vim.tbl_count(renamed.changes) == 2, 'another name in both files', renamed)
vim.lsp.util.apply_workspace_edit(renamed, 'utf-16')
check(vim.api.nvim_buf_get_lines(0, 3, 4, false)[1] == '  Blip 30s', 'in this one', vim.api.nvim_buf_get_lines(0, 0, -1, false))

local range = vim.lsp.util.make_range_params()
range.range = { start = { line = 2, character = 0 }, ['end'] = { line = 2, character = 15 } }
range.context = { diagnostics = {} }
local actions = ask('textDocument/codeAction', range)
check(actions and actions[1] and actions[1].title:find('rounds', 1, true) ~= nil, 'a fix is offered', actions)
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
check(vim.wait(20000, function() return #vim.diagnostic.get(0) == 0 or vim.diagnostic.get(0)[1].lnum ~= 2 end), 'and mends it', vim.diagnostic.get(0))

vim.cmd('silent write!')
vim.cmd('silent edit! untidy.wod')
vim.wait(20000, function() return #vim.lsp.buf_get_clients(0) > 0 end)
local edits = ask('textDocument/formatting', vim.lsp.util.make_formatting_params({}))
check(edits and #edits > 0, 'a text is formatted', edits)
vim.lsp.util.apply_text_edits(edits, 0, 'utf-16')
check(vim.api.nvim_buf_get_lines(0, 0, -1, false)[1] == 'squat 10', 'and tidy', vim.api.nvim_buf_get_lines(0, 0, -1, false))
vim.cmd('qall!')
