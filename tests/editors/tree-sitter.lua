-- Looks at what Tree-sitter makes of a workout in Neovim.
local ok, wrong = pcall(function()
  vim.bo.filetype = 'wod'
  local parser = vim.treesitter.get_parser(0, 'wod')
  local root = parser:parse()[1]:root()
  assert(root:type() == 'source_file' and not root:has_error(), 'the text is not read')
  assert(vim.treesitter.highlighter.active[vim.api.nvim_get_current_buf()], 'nothing is coloured')
  local get = vim.treesitter.query and vim.treesitter.query.get or vim.treesitter.get_query
  local function captured(kind)
    local query, seen = get('wod', kind), {}
    for id, node in query:iter_captures(root, 0, 0, -1) do
      local line, column = node:start()
      seen[query.captures[id] .. ' ' .. line .. ':' .. column] = true
    end
    return seen
  end
  local colours = captured('highlights')
  for _, one in ipairs({ 'comment 0:0', 'keyword 1:0', 'string 1:6', 'keyword 4:0', 'number 4:15', 'function 5:2', 'type 5:10' }) do
    assert(colours[one], 'no ' .. one)
  end
  assert(captured('folds')['fold 4:17'], 'no fold')
end)
print(ok and 'Neovim reads and colours a workout' or wrong)
print('\n')
vim.cmd(ok and 'qall!' or 'cquit!')
