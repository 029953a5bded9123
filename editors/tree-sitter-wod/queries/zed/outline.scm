(definition (opener) @context title: (string) @name) @item
(block (opener) @name) @item
(plan_part (opener) @name) @item
(day (opener) @name) @item
